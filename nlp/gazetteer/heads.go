package gazetteer

import "strings"

// loadHeads reads the heads of state and government. They go by their full name
// and by its last word, unless two of different countries share that.
func (t *tables) loadHeads() {
	const several = ""
	for _, line := range lines("heads.txt") {
		code, list, _ := strings.Cut(line, ":")
		for _, name := range fields(list, ",") {
			words := strings.Fields(fold(name))
			for _, form := range [...]string{strings.Join(words, " "), words[0] + " " + words[len(words)-1], words[len(words)-1]} {
				if known, ok := t.heads[form]; ok && known != code {
					t.heads[form] = several
					continue
				}
				t.heads[form] = code
			}
		}
	}
}

// HeadOf returns the code of the country whose head of state or government goes
// by a name, with or without the given name. It is meant for names behind the
// title of such an office: others share the surnames.
func HeadOf(name string) (code string, ok bool) {
	code = load().heads[strings.ReplaceAll(fold(name), " - ", "-")]
	return code, code != ""
}
