// Package timex finds the time expressions of a text and works out which
// calendar dates they stand for.
//
// An expression is absolute when the text says it in full ("January 3, 2020",
// "in 2022", "the 1990s") and anchored when it needs the document's date, or the
// expression before it, to be understood ("Wednesday", "last year", "two days
// later"). In a document without a date an anchored expression has the zero
// interval, unless the words of the document tell when it was written; see
// [InferDate]. Values are cut to what is known: "last month" is a month, "four
// years ago" a year; a week, a season, a decade or "2003–2005" is an interval.
//
// Days and months without a year are taken in the past, as news tells what has
// happened: the latest that is not after the document's date. They are taken in
// the future when the verb that they hang from is ("will meet on Friday").
//
// How long something lasts ("for two hours") is no time expression. What a
// preposition adds ("since", "before") is left to the reader of the layer.
package timex
