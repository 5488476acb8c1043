package loaders

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A block's own words decide most kinds; each case has a neighbour that looks
// like it and is none.
func TestLines(t *testing.T) {
	for _, c := range []struct {
		name    string
		test    func(string) bool
		yes, no []string
	}{
		{"navigation", navigation,
			[]string{"top of page", "Bottom of page", "Back to top ↑", "Share this:", "Advertisement", "ADVERTISEMENT", "Home » News » Asia", "Your email address will not be published. Required fields are marked *", "© 2020 The Paper", "Tags: flood, river", "#flood #river", "5 min read", "Facebook Twitter Email", "Please consider supporting our work.", "Follow us on Telegram", "This story has been updated.", "***"},
			[]string{"Home rule for the north", "Share prices fell on Monday.", "Follow the money, he said.", "Print workers strike", "Support for the party grew on Monday after the vote.", "Tags were found on the body of the victim.", "Live fire hit the camp"}},
		{"related", relatedLabel,
			[]string{"More from the Herald", "Read also: Court frees banker", "READ MORE", "Learn More →", "Related Articles", "See also", "You may also like", "Most read", "Also read: Bridge closes, again", "Recommended", "Trending now", "Don’t miss"},
			[]string{"More on the case will be known on Friday, police said.", "Read the letter aloud, she told him in court, and he did so.", "Learning more about the past", "Related to the king by marriage, he fled the country in May.", "Moreover, the army left."}},
		{"comments", func(s string) bool { return commentsStart.MatchString(s) },
			[]string{"Leave a Reply", "Leave a Reply Cancel reply", "2 Comments", "Comments (3)", "3 thoughts on “Bridge closes”", "2 Comments / 2 Comments", "View all comments", "Comments are closed.", "Join the conversation"},
			[]string{"Comments by the minister", "2 Comments that shook the nation", "Leave the country", "Discussion of the law began"}},
		{"person", personName,
			[]string{"Ann Lee", "Jon P. Lindqvist", "Ines Van der Aa", "Seif al-Din", "Mary-Jane O’Neil", "MARTA OKELLO"},
			[]string{"Ann", "World News", "the council", "Council of Arn", "Ann Lee 5", "Related Articles", "ann lee"}},
		{"prayer", func(s string) bool { return prayerStart.MatchString(s) },
			[]string{"Let us pray for Odal.", "Dear Lord, hear us.", "Our Father in heaven", "May the Lord bless them.", "God, we ask you", "Amen."},
			[]string{"Godfrey left.", "Mayor Lee spoke.", "“Lord, have mercy,” she said.", "May was the wettest month.", "Prayers were said in every town.", "The Lord Mayor of Arn resigned."}},
		{"headlines", headingLike,
			[]string{"Warnings ignored", "A spokesman: “We won”"},
			[]string{"We won.", "He left. She stayed", "“We won,” he said."}},
	} {
		for _, s := range c.yes {
			if !c.test(s) {
				t.Errorf("%s: %q should be", c.name, s)
			}
		}
		for _, s := range c.no {
			if c.test(s) {
				t.Errorf("%s: %q should not be", c.name, s)
			}
		}
	}
}

// newArticle makes an article of one block for the tests of one step.
func newArticle(s string) *article {
	return &article{text: s, blocks: []block{{start: 0, end: len(s)}}, doc: &Document{Text: s}}
}

func TestByline(t *testing.T) {
	for _, c := range []struct{ text, author, source string }{
		{"By Ann Lee", "Ann Lee", ""},
		{"BY ANN LEE AND BO CHI", "ANN LEE AND BO CHI", ""},
		{"By Ann Lee and Bo Chi", "Ann Lee, Bo Chi", ""},
		{"By Ann Lee, Bo Chi and Seif al-Din", "Ann Lee, Bo Chi, Seif al-Din", ""},
		{"By Ann Lee, OAN\u00A0 \u00A0 – Thursday, January 4, 2024", "Ann Lee", "OAN"},
		{"By Ann Lee | Reuters | Jan. 4, 2024, 3:15 p.m.", "Ann Lee", "Reuters"},
		{"By The Associated Press", "", "Associated Press"},
		{"Written by: Ann Lee, Political Editor", "Ann Lee", ""},
		{"Posted by Ann Lee on 4 January 2024", "Ann Lee", ""},
		{"Author: Ann Lee", "Ann Lee", ""},
		{"By Ann Lee for the Arn Herald", "Ann Lee", "Arn Herald"},
	} {
		a := newArticle(c.text)
		if !a.byline(0) {
			t.Errorf("%q is a byline", c.text)
		}
		if diff := cmp.Diff([]string{c.author, c.source}, []string{a.doc.Author, a.doc.Source}); diff != "" {
			t.Errorf("%q: %s", c.text, diff)
		}
	}
	for _, s := range []string{"By Friday, talks had collapsed", "By the numbers", "By then Ann Lee had left the room", "By 2020", "Byron Lee", "By far the worst flood in years hit Arn"} {
		if newArticle(s).byline(0) {
			t.Errorf("%q is no byline", s)
		}
	}
}

func TestCredit(t *testing.T) {
	for _, c := range []struct{ text, caption, credit string }{
		{"A boat on the Meru. (Photo by Ann Lee/Middle News/AFP via Getty Images)", "A boat on the Meru.", "(Photo by Ann Lee/Middle News/AFP via Getty Images)"},
		{"A boat on the Meru. Image: Ann Lee.", "A boat on the Meru.", "Image: Ann Lee."},
		{"A boat on the Meru. REUTERS/Ann Lee", "A boat on the Meru.", "REUTERS/Ann Lee"},
		{"A boat on the Meru. Ann Lee/AFP via Getty Images", "A boat on the Meru.", "Ann Lee/AFP via Getty Images"},
		{"A boat on the Meru [Ann Lee/Reuters]", "A boat on the Meru", "[Ann Lee/Reuters]"},
		{"A boat on the Meru (AP Photo/Ann Lee)", "A boat on the Meru", "(AP Photo/Ann Lee)"},
		{"Photo: Ann Lee", "", "Photo: Ann Lee"},
	} {
		a := newArticle(c.text)
		if !a.credit(0) || len(a.blocks[0].pieces) != 2 {
			t.Errorf("%q has a credit", c.text)
			continue
		}
		var got []string
		doc := a.doc
		doc.Parts = a.parts()
		for _, p := range doc.Parts {
			got = append(got, string(p.Kind)+" "+string([]rune(c.text)[p.Start:p.End]))
		}
		want := []string{"caption " + c.caption, "byline " + c.credit}
		if c.caption == "" {
			want = want[1:]
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: %s", c.text, diff)
		}
	}
	for _, s := range []string{"The army (AFP) was founded in 1920.", "He sold the photo by night.", "Officials told Reuters.", "She works for AFP."} {
		if newArticle(s).credit(0) {
			t.Errorf("%q has no credit", s)
		}
	}
}

func TestDateline(t *testing.T) {
	for text, want := range map[string]string{
		"KABUL, Afghanistan (AP) — Talks began.":      "Talks began.",
		"KABUL, Jan. 4 (Reuters) - Talks began.":      "Talks began.",
		"NEW YORK — Talks began.":                     "Talks began.",
		"Kabul, Afghanistan (CNN) -- Talks began.":    "Talks began.",
		"(AP) — Talks began.":                         "Talks began.",
		"ACCRA, July 9, GNA — Talks began.":           "Talks began.",
		"Saltpond (C/R), Sept. 9, GNA - Talks began.": "Talks began.",
		"LAGOS, Nov 3 (NAN) - Talks began.":           "Talks began.",
		"ROME, 3 November 2021 ANSA – Talks began.":   "Talks began.",
		"Accra, July 9, GNA staff began talks.":       "",
		"Mensah, of the GNA - a union - began talks.": "",
		"Talks began - and ended.":                    "",
		"US - EU talks began.":                        "",
		"The group (IS) - once strong - lost ground":  "",
	} {
		a := newArticle(text)
		a.dateline(0)
		got := ""
		if p := a.blocks[0].pieces; p != nil {
			got = text[p[1].Start:p[1].End]
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestTitle(t *testing.T) {
	for _, c := range []struct{ text, title, source string }{
		{"[Analysis] Who won the war | Arn Herald", "Who won the war", "Arn Herald"},
		{"BREAKING: Bridge of Arn closes", "Bridge of Arn closes", ""},
		{"Bridge of Arn closes - BBC News", "Bridge of Arn closes", "BBC News"},
		{"Bridge of Arn closes - what we know", "Bridge of Arn closes - what we know", ""},
		{"Iran – Iraq talks", "Iran – Iraq talks", ""},
	} {
		a := newArticle(c.text)
		a.setTitle(0)
		if a.doc.Title != c.title || a.doc.Source != c.source {
			t.Errorf("%q: got %q of %q", c.text, a.doc.Title, a.doc.Source)
		}
	}
}
