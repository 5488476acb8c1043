package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
)

// topicReliability is how much less a judgement counts whose topic only the
// sentences around the quotation tell.
const topicReliability = 0.9

// Bounds of how far back the topic of a quotation is looked for.
const (
	topicWindow = 4 // sentences, those that only quote included
	topicLead   = 7 // sentences of the article, in which a quotation is about what it begins with
)

// pointedTo returns what a subject that points to a thing, or none, stands for
// in words that judge it: a deed that the same words named, else their topic.
func (d *document) pointedTo(t *tree, k int, of found, sign int) []end {
	if len(of.tokens) == 1 && of.tokens[0] >= 0 {
		if c := d.a.ChainAt(t.ref(of.tokens[0])); c != nlp.NoChain && topicTypes.Allows(d.a.Chains[c].Type) && d.namesDeed(&d.a.Chains[c]) {
			return []end{{End: nlp.ChainEnd(c), token: k, entity: d.a.Chains[c].Type, sure: topicReliability}}
		}
	}
	if es := d.saidBefore(t, k); len(es) > 0 {
		return es
	}
	return d.topicOf(t, k, sign)
}

// orTopic returns what is judged or, when a personal pronoun is, whom the clause that
// brings in the words says that they are about: "He is a liar," she said of the
// mayor. When it says so of somebody, nobody else is meant.
func (d *document) orTopic(t *tree, k int, subject found, what []end) []end {
	if len(subject.tokens) != 1 || subject.tokens[0] < 0 || !personalPronouns[t.form(subject.tokens[0])] {
		return what
	}
	ct, v := d.cueOf(t, k)
	if v < 0 {
		return what
	}
	topics := d.topics(ct, v)
	if len(what) > 0 {
		topics = slices.DeleteFunc(topics, func(e end) bool { return !persons.Allows(e.entity) })
		if len(topics) == 0 {
			return what
		}
	}
	return d.leavingOut(topics, k)
}

// saidBefore returns the deed that the same words named last before token k, with
// an article or an owner that makes it a known one, or that the clause before
// told of.
func (d *document) saidBefore(t *tree, k int) []end {
	q := d.quotationOf(t, k)
	if q == nil {
		return nil
	}
	for i := k - 1; i >= 0; i-- {
		if q.Span.Contains(t.tok(i).Span) && d.knownDeed(t, i) {
			return d.leavingOut(d.ends(t, direct(i), doneTypes), k)
		}
	}
	if t.index == 0 {
		return nil
	}
	b := d.tree(t.index - 1)
	bq := d.quotationOf(b, max(b.root, 0))
	if b.root < 0 || bq == nil || d.speakerOf(b, b.root) != d.speakerOf(t, k) {
		return nil
	}
	for i := len(b.s.Tokens) - 1; i >= 0; i-- {
		if bq.Span.Contains(b.tok(i).Span) && d.knownDeed(b, i) {
			return d.leavingOut(d.ends(b, direct(i), doneTypes), k)
		}
	}
	if creating[b.lemma(b.root)] {
		return d.leavingOut(d.deedTold(b, b.root), k) // "We are rolling out the first plane. It's an amazing thing"
	}
	return nil
}

// knownDeed reports whether a token names a deed as one that is known.
func (d *document) knownDeed(t *tree, i int) bool {
	return t.is(i, "NOUN") && topicNouns[t.lemma(i)] && (t.hasDeterminer(i, "the", "this", "that") || t.child(i, "nmod:poss") >= 0)
}

// quotationOf returns the quotation of a known speaker that holds a token.
func (d *document) quotationOf(t *tree, k int) *nlp.Quotation {
	for i := range d.a.Quotations {
		if q := &d.a.Quotations[i]; q.Known && q.Span.Contains(t.tok(k).Span) {
			return q
		}
	}
	return nil
}

// namesDeed reports whether a chain is called by a noun of what people do.
func (d *document) namesDeed(c *nlp.Chain) bool {
	return slices.ContainsFunc(c.Mentions, func(m nlp.Mention) bool { return topicNouns[d.tree(m.Sentence).lemma(m.Head)] })
}

// topicOf returns what a judging word at token k judges when its subject is "it"
// or "this", or when it names nothing: what the clause that brings in the words
// says they are about, else the deed told of last before them, else the one
// that the article is about.
func (d *document) topicOf(t *tree, k, sign int) []end {
	ct, v := d.cueOf(t, k)
	if v < 0 {
		return nil
	}
	es := d.topics(ct, v)
	if len(es) == 0 {
		es = d.occasion(ct, v)
	}
	if len(es) == 0 {
		es = d.toldBeforeSpeech(ct.index, d.speakerOf(t, k), sign)
	}
	return d.leavingOut(es, k)
}

// leavingOut keeps, of what may be a topic, what can be judged, with token k for
// where it stands.
func (d *document) leavingOut(es []end, k int) []end {
	var out []end
	for _, e := range es {
		if d.misfortune(e) {
			continue
		}
		e.token = k
		e.sure *= topicReliability
		out = append(out, e)
	}
	return out
}

// cueOf returns the verb that brings in the words in which token k stands, with
// its tree; -1 when nothing does.
func (d *document) cueOf(t *tree, k int) (*tree, int) {
	for h, n := k, 0; h >= 0 && n < len(t.s.Tokens); h, n = t.head(h), n+1 {
		if g := t.head(h); g >= 0 && in(t.base(h), "ccomp", "parataxis") && lexicon.VerbAttitudes[t.lemma(g)][lexicon.Speech] && !t.infinitive(g) {
			return t, g
		}
	}
	if q := d.quotationOf(t, k); q != nil {
		return d.tree(q.Cue.Sentence), q.Cue.Token
	}
	return t, -1
}

// occasion returns the deed after which or on which somebody speaks: "said after
// the ruling", "said on the decision".
func (d *document) occasion(t *tree, v int) []end {
	for _, p := range []string{"after", "following", "in_response_to", "on", "over"} {
		for _, k := range t.oblique(v, p).tokens {
			if k >= 0 && topicNouns[t.lemma(k)] {
				if es := d.ends(t, direct(k), topicTypes); len(es) > 0 {
					return es
				}
			}
		}
	}
	for _, c := range t.children(v, "advcl") {
		if t.preposition(c) == "after" && t.verbal(c) {
			if es := d.deedTold(t, c); len(es) > 0 {
				return es
			}
		}
	}
	return nil
}

// toldBeforeSpeech returns the deed that the text tells of before a quotation in
// sentence i, or that it begins with.
func (d *document) toldBeforeSpeech(i int, who nlp.ChainID, sign int) []end {
	for j := i - 1; j >= 0 && j >= i-topicWindow; j-- {
		if !d.a.Article(j) || d.speaks(j) {
			continue
		}
		t := d.tree(j)
		if sign < 0 && d.does(t, who) {
			return nil // nobody blames what he did himself
		}
		return d.deedTold(t, t.root)
	}
	for j := range leadSentences {
		if i < topicLead && j < i && d.a.Article(j) && !d.speaks(j) {
			t := d.tree(j)
			if es := d.deedTold(t, t.root); len(es) > 0 && (sign > 0 || !d.does(t, who)) {
				return es
			}
		}
	}
	return nil
}

// speakerOf returns whose words token k stands in.
func (d *document) speakerOf(t *tree, k int) nlp.ChainID {
	if by := d.stanceOf(t, k).by; len(by) > 0 {
		return by[len(by)-1]
	}
	return nlp.NoChain
}

// does reports whether a sentence tells what somebody does.
func (d *document) does(t *tree, who nlp.ChainID) bool {
	return t.root >= 0 && slices.ContainsFunc(t.subject(t.root).tokens, func(k int) bool { return k >= 0 && d.chainAt(t, k) == who })
}

// speaks reports whether a sentence only gives somebody's words or outcry.
func (d *document) speaks(i int) bool {
	t := d.tree(i)
	if t.root < 0 {
		return true
	}
	if lexicon.VerbAttitudes[t.lemma(t.root)][lexicon.Speech] && t.child(t.root, "ccomp", "parataxis") >= 0 {
		return true
	}
	if l := t.lemma(t.root); l == "react" || l == "respond" {
		return true
	}
	for _, o := range t.children(t.root, "obj") {
		if t.report(o) && t.child(o, "acl") >= 0 {
			return true // "released a statement saying"
		}
	}
	return slices.ContainsFunc(d.a.Quotations, func(q nlp.Quotation) bool {
		return q.Span.Contains(t.tok(t.root).Span)
	})
}

// doneTypes are the types of what a deed makes or decides.
var doneTypes = codebook.Types{nlp.Event: true, nlp.Concept: true, nlp.Product: true}

// winning are verbs whose subject is distinguished by their object.
var winning = words("win receive earn take scoop land")

// creating are verbs whose object is what somebody decides, makes or shows.
var creating = words(`approve announce unveil launch sign win award adopt pass publish open propose offer present introduce release
	issue deliver hand seal reach agree endorse ratify unanimously back order grant complete build create develop host stage make
	impose enact conclude secure clinch receive land roll reveal plan`)

// undoing are verbs whose object somebody does away with.
var undoing = words(`strike reject scrap demolish close ban cut overturn quash block cancel axe abolish suspend veto repeal revoke annul
	withdraw dismiss throw lift drop delay postpone halt stop end remove shut oppose dissolve void nullify reverse abandon ditch
	shelve fine sack fire evict deport expel jail sue refuse deny`)

// deedTold returns what a clause tells that somebody did, for whoever judges it:
// the decision that it names, what it says was made or shown, or who did
// away with something.
func (d *document) deedTold(t *tree, v int) []end {
	if v < 0 {
		return nil
	}
	if !t.verbal(v) {
		if topicNouns[t.lemma(v)] {
			return d.ends(t, direct(v), doneTypes)
		}
		return nil
	}
	object, subject := t.object(v), t.subject(v)
	if undoing[t.lemma(v)] && !t.passive(v) {
		return d.ends(t, subject, doers) // who welcomes the end of a thing does not welcome the thing
	}
	if winning[t.lemma(v)] {
		if es := d.ends(t, subject, doneTypes); len(es) > 0 {
			return es // of a film that won a prize people speak, not of the prize
		}
	}
	places := append(append([]int(nil), object.tokens...), subject.tokens...)
	places = append(places, t.children(v, "obl")...)
	for _, k := range places {
		if k >= 0 && topicNouns[t.lemma(k)] {
			if es := d.ends(t, direct(k), doneTypes); len(es) > 0 {
				return es
			}
		}
	}
	if creating[t.lemma(v)] && !slices.ContainsFunc(object.tokens, func(k int) bool { return k < 0 || t.report(k) }) {
		if es := d.ends(t, object, doneTypes); len(es) > 0 {
			return es
		}
	}
	return nil
}

// topicNouns are nouns of deeds that people speak of when they say "it".
var topicNouns = words(`decision ruling verdict sentence judgment judgement plan proposal deal agreement merger takeover law bill ban
	tax cut rise increase closure shutdown acquittal award contract project budget scheme policy move offer package measure
	appointment nomination dismissal sacking vote referendum bailout sanction treaty reform order veto rule regulation fine penalty
	strategy decree amendment resolution legislation cancellation suspension demolition eviction deportation expulsion arrest
	conviction prosecution settlement compensation attack bombing shooting killing murder massacre raid airstrike invasion victory
	win title triumph defeat launch landing mission rescue release opening selection changeover ceasefire truce investment acquisition
	sale purchase strike protest blockade boycott coup crackdown recall charge indictment lawsuit remark comment allegation
	accusation layoff redundancy restructuring privatisation privatization nationalisation nationalization partnership discovery
	breakthrough invention test trial election result exhibition festival statue memorial bridge stadium railway`)
