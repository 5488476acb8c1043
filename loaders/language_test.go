package loaders

import (
	"strings"
	"testing"
)

func TestLanguage(t *testing.T) {
	english := strings.Repeat("The council met on Monday and agreed to repair the old bridge over the river before the winter. ", 4)
	german := strings.Repeat("Der Stadtrat hat am Montag beschlossen, die alte Brücke über den Fluss vor dem Winter zu erneuern. ", 4)
	danish := strings.Repeat("Byrådet besluttede mandag at reparere den gamle bro over floden inden vinteren kommer til byen. ", 4)
	for _, c := range []struct {
		name, declared, byUser, text, want string
		noted                              bool
	}{
		{"detected", "", "", german, "de", false},
		{"declared rightly", "en", "", english, "en", false},
		{"a template's declaration", "en", "", german, "de", true},
		{"English all the same", "de", "", english, "en", true},
		{"related languages", "no", "", danish, "no", false},
		{"too short to contradict", "en", "", german[:100], "en", false},
		{"too short to tell", "", "", "Bridge closed.", "", false},
		{"the user knows", "", "fr", english, "fr", false},
		{"the document first", "de", "fr", german, "de", false},
	} {
		d := &Document{Text: c.text, Language: c.declared}
		d.setLanguage(c.byUser)
		if d.Language != c.want || (len(d.Notes) > 0) != c.noted {
			t.Errorf("%s: %q, %q", c.name, d.Language, d.Notes)
		}
	}
}
