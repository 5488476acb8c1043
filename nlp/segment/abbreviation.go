package segment

import "strings"

// titles are abbreviations that a name or number follows; no sentence ends
// with them.
var titles = wordSet(`mr mrs ms dr drs st sts ps gov sen rep reps sens gen lt col capt sgt maj cpl pvt adm cmdr
	rev prof hon pres messrs mssrs supt insp det ft mt vs fr sr mme mlle ave attn ext tel arrv dept univ
	e.g i.e viz cf approx est fig figs eq vol vols pp ed eds op art sec ch nos ca`)

// monthsAndDays are abbreviations only when a number or date follows.
var monthsAndDays = wordSet(`jan feb mar apr jun jul aug sep sept oct nov dec
	mon tue tues wed thu thur thurs fri sat sun no p c b d m lv art pt`)

// closers are abbreviations that may end a sentence; their full stop stays
// with them even then.
var closers = wordSet(`inc corp ltd co bros llc jr sr al esq ph.d a.m p.m bldg blvd rd assn
	ala ariz ark cal calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev
	okla ore pa penn tenn tex va vt wash wis wyo que ont dom div rec info dist ave
	lb lbs oz yr yrs hr hrs min mins sq cu ass't gov't dep't int'l nat'l`)

// ordinaryWords are abbreviations that are also words: they need a capital.
var ordinaryWords = wordSet(`ill ind del miss mass ore wash la pa ark conn co mo md rec info det art sec est rep min no
	sat sun mar fig op ed ave dist hon insp rd`)

// abbreviation keeps the full stop with the word before it where the word is
// one of the lists, an initial, or letters with full stops.
func (c *cutter) abbreviation(k, next chunk) {
	for i := k.start + 1; i < k.end; i++ {
		if c.norm[i] != '.' || c.places[i] != open && !(k.start == 0 && isDigit(c.norm[i-1])) {
			continue
		}
		if k.start == 0 && k.end == i+1 && i <= 2 && isDigit(c.norm[0]) && isDigit(c.norm[i-1]) && next.end > 0 {
			c.places[i] = joined // the number of a list item
		}
		if !isLetter(c.norm[i-1]) {
			continue
		}
		if i+1 < k.end && (c.norm[i+1] == '.' || c.norm[i+1] == '\'' && i+2 < k.end) {
			continue
		}
		from := i
		for from > k.start && (isWord(c.norm[from-1]) || c.norm[from-1] == '.' || c.norm[from-1] == '\'') && c.places[from] != cut {
			from--
		}
		if c.abbreviated(from, i, k, next) {
			c.places[i] = joined
			c.set(i+1, cut)
		}
	}
}

// abbreviated reports whether the letters from up to the full stop at dot are
// an abbreviation.
func (c *cutter) abbreviated(from, dot int, k, next chunk) bool {
	form := string(c.norm[from:dot])
	word := strings.ToLower(form)
	follows := byte(' ') // the first sign behind
	switch {
	case dot+1 < k.end:
		follows = c.norm[dot+1]
	case next.end > next.start:
		follows = c.norm[next.start]
	}
	if ordinaryWords[word] && !isUpper(form[0]) && follows != ',' && !isDigit(follows) {
		return false
	}
	last := follows == ' '
	switch {
	case len(form) == 1:
		return c.initial(from, dot, k, next, follows)
	case titles[word]:
		return !last
	case monthsAndDays[word]:
		return isDigit(follows) || follows == ',' || len(form) > 2 && isLower(follows) && isUpper(form[0]) || follows == '-' || word == "sept" && !last
	case word == "etc":
		return !last && !isUpper(follows)
	case closers[word]:
		return true
	}
	// A word without a vowel that text in small letters follows: "hdqrs."
	return dot+1 == k.end && isLower(follows) && len(form) <= 5 && !strings.ContainsAny(word, "aeiouyx")
}

// initial reports whether a single letter with a full stop is an initial.
func (c *cutter) initial(from, dot int, k, next chunk, follows byte) bool {
	if follows == ' ' || !isUpper(c.norm[from]) || c.norm[from] == 'I' && from == k.start && k.start == 0 {
		return monthsAndDays[strings.ToLower(string(c.norm[from:dot]))] && isDigit(follows)
	}
	if c.norm[from] == 'I' && !isUpper(follows) {
		return false
	}
	if isUpper(follows) && starters[string(c.norm[next.start:wordEnd(c.norm, next.start, next.end)])] {
		return false
	}
	return isUpper(follows) || follows == ',' || follows == '.' || follows == '-' || dot+1 < k.end
}
