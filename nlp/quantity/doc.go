// Package quantity reads number phrases: "at least 84", "nearly 100", "more
// than a hundred", "dozens", "1.5 million".
//
// A [Phrase] is a run of tokens of one sentence: a number and the words that
// say how exact it is. What it counts is its noun: "people" in "84 people" and
// in "dozens of people".
//
// Choices where English leaves it open:
//   - A plural without a number before it counts two: dozens 24, scores 40,
//     hundreds 200, thousands 2000, tens of thousands 20,000. Its qualifier is
//     "about" unless the text gives another.
//   - A range, "10 to 15", "between 10 and 15", is its lower end with the
//     qualifier "at least".
//   - "As many as 20" and "up to 20" are at most 20; "just under 20" is nearly
//     20; "20 or more" and "20+" are at least 20.
//   - Ordinals, fractions other than a half, years, days of a month, times of
//     day and numbers that name something ("Flight 93") are no phrases.
package quantity
