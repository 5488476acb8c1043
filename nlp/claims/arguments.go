package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
)

// argument treats a noun as the argument of what governs it: an alliance that
// is called for is no alliance yet.
func (c *climber) argument(cur, g int) {
	t := c.t
	defer func() { c.live = false }()
	if t.verbal(g) && c.recounts(cur, g) && !t.untold(g) {
		c.speaker(g)
	}
	if !c.live || !t.verbal(g) && !t.nominal(g) {
		c.sources(g)
		return
	}
	if t.nominal(g) && t.preposition(cur) == "for" && (lexicon.NounAttitudes[t.lemma(g)] == lexicon.Wish || soliciting[t.lemma(g)]) {
		c.s.weaken(nlp.Desired) // "a warrant for the arrest of X"
	} else if t.nominal(g) && !t.verbal(g) {
		c.told(cur, g)
	}
	if t.verbal(g) && t.preposition(cur) == "for" && journeys[t.lemma(g)] {
		c.modal(g) // "will travel to Oslo for talks with X"
	}
	if t.lemma(g) == "lead" && t.preposition(cur) == "to" && t.base(g) == "acl" && t.head(g) >= 0 && clues[t.lemma(t.head(g))] {
		c.s.weaken(nlp.Desired) // "a reward for information leading to the arrest of X"
	}
	if t.verbal(g) && in(t.base(cur), "obj", "nsubj") && t.lemma(g) == "rule" && t.child(g, "compound:prt") >= 0 && len(t.negators(g)) > 0 {
		c.s.weaken(nlp.Possible) // "a fault could not be ruled out"
		c.sources(g)
		return
	}
	if t.verbal(g) && in(t.base(cur), "obj", "obl") && !t.is(cur, "PROPN") {
		switch a := t.verbAttitude(g, g); a {
		case lexicon.Wish:
			if (in(t.rel(cur), "obj") || t.preposition(cur) == "for" && !(t.lemma(g) == "want" && t.passive(g))) && !achieving[t.lemma(g)] { // "wanted for the murder of X"
				c.s.weaken(nlp.Desired)
			}
		case lexicon.Refusal:
			if in(t.rel(cur), "obj") && t.lemma(g) != "fail" && !addressed[t.lemma(cur)] {
				c.s.negate()
			}
		case lexicon.Plan:
			if in(t.rel(cur), "obj") && !achieving[t.lemma(g)] {
				c.s.weaken(nlp.Future)
			}
		case lexicon.Thought:
			if in(t.rel(cur), "obj") && (t.lemma(g) == "fear" || t.lemma(g) == "suspect" || t.lemma(g) == "expect") {
				c.s.weaken(nlp.Possible)
			}
		}
	}
	c.sources(g)
}

// addressed are nouns of what somebody says to or of another: who rejects one does
// not deny that it was said.
var addressed = words("accusation allegation complaint charge criticism call appeal demand request plea petition warning ultimatum suggestion recommendation")

// clues are nouns of what is hoped to lead to something.
var clues = words("information tip clue detail info lead reward evidence")

// told treats an event that a noun of telling, fearing or planning names: "reports
// of an attack" leave it open, and who denies them says that there was none.
func (c *climber) told(cur, g int) {
	t, p := c.t, c.t.preposition(cur)
	if t.unproved(g) {
		c.s.weaken(nlp.Possible)
		return
	}
	if t.base(cur) != "nmod" || p != "of" && p != "for" && p != "toward" && p != "towards" || t.is(cur, "PROPN") || p == "of" && t.definite(cur) {
		return
	}
	if p == "toward" || p == "towards" {
		if advances[t.lemma(g)] || lexicon.NounAttitudes[t.lemma(g)] == lexicon.Wish {
			c.s.weaken(nlp.Desired) // "efforts towards a summit"
		}
		return
	}
	switch a := lexicon.NounAttitudes[t.lemma(g)]; {
	case a == lexicon.Thought && !viewpoints[t.lemma(g)], a == lexicon.Speech && p == "of" && (t.hearsay(g) || t.takenBack(g, cur) >= 0):
		if v := t.takenBack(g, cur); v >= 0 && !t.untold(v) {
			c.s.negate()
			c.speaker(v)
			return
		}
		c.s.weaken(nlp.Possible)
	case a == lexicon.Wish && p == "for", p == "of" && t.lemma(g) == "hope":
		c.s.weaken(nlp.Desired)
	case a == lexicon.Plan && (p == "for" || outlooks[t.lemma(g)]):
		c.s.weaken(nlp.Future)
	}
}

// definite reports whether a noun names something that is known already.
func (t *tree) definite(k int) bool {
	return t.hasDeterminer(k, "the", "this", "that", "these", "those") || t.child(k, "nmod:poss") >= 0
}

var (
	// viewpoints are nouns of what somebody thinks of something that is there.
	viewpoints = words("concern opinion view idea notion impression")
	// outlooks are nouns of what is to come, whose "of" names it.
	outlooks = words("threat promise warning")
	// advances are nouns of getting nearer to what is not there yet.
	advances = words("work step progress path road push move drive momentum roadmap")
)

// achieving are verbs whose infinitive is still to come about, but not what a noun
// beside them names: "negotiated a truce", "committed a murder".
var achieving = words("commit undertake agree decide set go negotiate direct")

// journeys are verbs of going somewhere for something, which takes place as
// surely as they do.
var journeys = words("travel go fly head come arrive leave visit return journey meet gather")

// soliciting are nouns of what asks for, or is paid for, something that has not
// happened yet: "a reward for the capture of X".
var soliciting = words("warrant notice reward bounty petition campaign application motion deadline pressure push ultimatum")

// recounts reports whether verb g has somebody tell of its argument cur.
func (c *climber) recounts(cur, g int) bool {
	t := c.t
	switch lemma, rel := t.lemma(g), t.base(cur); {
	case identifying[lemma] && in(rel, "obj", "obl"):
		return !t.puts(g)
	case lemma == "recall" && c.personal(cur): // "recalled its ambassador"
		return false
	case (recounting[lemma] || announcing[lemma]) && t.rel(cur) == "nsubj:pass" && t.passive(g) && c.heads(cur):
	case showing[lemma] && rel == "obj" && slices.ContainsFunc(t.subject(g).tokens, t.documentary): // "records show an arrest for …"
		return true
	case recounting[lemma] && rel == "obj":
	case telling[lemma] && rel == "obl" && (t.preposition(cur) == "of" || t.preposition(cur) == "about" && (lemma != "complain" || c.heads(cur))):
	case describing[lemma] && rel == "obl" && t.preposition(cur) == "as":
	case announcing[lemma] && rel == "obj":
		if !c.heads(cur) {
			return false
		}
	case recording[lemma] && rel == "obj":
		return c.heads(cur) && slices.ContainsFunc(t.subject(g).tokens, func(k int) bool {
			return c.somebodyTells(k, doers) && !c.somebodyTells(k, codebook.Types{nlp.Country: true})
		})
	default:
		return false
	}
	return slices.ContainsFunc(t.subject(g).tokens, func(k int) bool { return t.is(k, "PRON") || c.somebodyTells(k, actors) })
}

// Verbs whose object, or what they have behind "of" and "about", is told by
// their subject.
var (
	recounting = words("describe recount recall detail relate allege confirm document")
	announcing = words("report announce") // what stands beside the thing announced may be known
	describing = words("describe portray depict characterize characterise")
	recording  = words("count record register") // of a country they are the article's own
	telling    = words("speak tell talk complain testify boast warn")
)

// puts reports whether a verb of naming puts somebody into an office: "named Ann
// Lee as governor", "named her in his place", "named her to lead the bank".
func (t *tree) puts(v int) bool {
	if slices.ContainsFunc(t.children(v, "xcomp", "advcl"), t.infinitive) {
		return true
	}
	return slices.ContainsFunc(t.children(v, "obl", "xcomp"), func(k int) bool {
		l := t.lemma(k)
		return gazetteer.IsLeader(l) || t.preposition(k) == "in" && (l == "place" || l == "stead")
	})
}

// personal reports whether a token names or describes a person.
func (c *climber) personal(k int) bool {
	if ch := c.d.chainAt(c.t, k); ch != nlp.NoChain {
		return c.d.a.Chains[ch].Type == nlp.Person
	}
	return gazetteer.NounType(c.t.lemma(k)) == nlp.Person
}

// heads reports whether the way began at token k or at a word that counts or
// describes it.
func (c *climber) heads(k int) bool {
	t := c.t
	return c.start == k || t.head(c.start) == k &&
		(in(t.base(c.start), "amod", "nummod", "conj") || deathNouns[t.lemma(k)] && t.preposition(c.start) == "of")
}

// somebodyTells reports whether token k is somebody of the types, or words of theirs.
func (c *climber) somebodyTells(k int, types codebook.Types) bool {
	ch := c.d.speakerAt(c.t, k)
	return ch != nlp.NoChain && types.Allows(c.d.a.Chains[ch].Type)
}
