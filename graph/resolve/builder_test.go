package resolve

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/corrections"
	"github.com/kgbuild/kgbuild/nlp"
)

// article builds an observation by hand. Every claim is a sentence of its own
// that mentions its ends.
type article struct {
	o        graph.Observation
	text     strings.Builder
	sentence int
}

func newArticle(id, date string) *article {
	a := &article{}
	a.o.Document.ID = graph.NewDocumentID(graph.HashID(id) + graph.HashID(id))
	a.o.Document.Path = id
	a.o.Document.Date = mustDate(date)
	return a
}

func mustDate(s string) nlp.Date {
	if s == "" {
		return nlp.Date{}
	}
	d, err := nlp.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func on(date string) nlp.Interval { return nlp.On(mustDate(date)) }

func (a *article) put(c nlp.ChainID, text string, kind nlp.MentionKind, place bool) {
	start := nlp.Offset(a.text.Len())
	a.text.WriteString(text)
	a.o.Chains[c].Mentions = append(a.o.Chains[c].Mentions, nlp.Mention{
		Span: nlp.Span{Start: start, End: nlp.Offset(a.text.Len())}, Text: text, Kind: kind, Sentence: a.sentence, Place: place,
	})
	a.text.WriteString(" ")
}

func (a *article) chain(c nlp.Chain) nlp.ChainID {
	c.ID = nlp.ChainID(len(a.o.Chains))
	a.o.Chains = append(a.o.Chains, c)
	return c.ID
}

// name adds a chain with proper names, the first of which is the best; each is
// mentioned once.
func (a *article) name(t nlp.EntityType, names ...string) nlp.ChainID {
	sorted := slices.Sorted(slices.Values(names))
	c := a.chain(nlp.Chain{Type: t, Name: names[0], Names: sorted})
	for _, n := range names {
		a.put(c, n, nlp.NameMention, false)
		a.end()
	}
	return c
}

// nominal adds a chain without a name.
func (a *article) nominal(t nlp.EntityType, phrase string) nlp.ChainID {
	c := a.chain(nlp.Chain{Type: t, Name: phrase})
	a.put(c, phrase, nlp.NominalMention, false)
	a.end()
	return c
}

// event adds an event chain.
func (a *article) event(phrase string, facts nlp.EventFacts) nlp.ChainID {
	if facts.PartOf == 0 {
		facts.PartOf = nlp.NoChain
	}
	c := a.chain(nlp.Chain{Type: nlp.Event, Name: phrase, Event: &facts})
	a.put(c, phrase, nlp.NominalMention, false)
	a.end()
	return c
}

func (a *article) end() { a.sentence++ }

func (a *article) mention(c nlp.ChainID) {
	ch := &a.o.Chains[c]
	kind := nlp.NominalMention
	if len(ch.Names) > 0 {
		kind = nlp.NameMention
	}
	a.put(c, ch.Name, kind, false)
}

// claim states subject–predicate–object in a sentence of its own.
func (a *article) claim(s nlp.ChainID, p nlp.Predicate, o nlp.ChainID, by ...nlp.ChainID) {
	start := nlp.Offset(a.text.Len())
	a.mention(s)
	trigger := nlp.Offset(a.text.Len())
	a.text.WriteString(string(p) + " ")
	end := nlp.Offset(a.text.Len())
	a.mention(o)
	a.add(nlp.Claim{Subject: nlp.ChainEnd(s), Predicate: p, Object: nlp.ChainEnd(o), Attribution: by,
		Trigger: nlp.Span{Start: trigger, End: end}}, start)
}

func (a *article) number(s nlp.ChainID, p nlp.Predicate, value float64) {
	start := nlp.Offset(a.text.Len())
	a.mention(s)
	a.add(nlp.Claim{Subject: nlp.ChainEnd(s), Predicate: p,
		Object: nlp.QuantityEnd(nlp.Quantity{Value: value, Qualifier: nlp.Exactly})}, start)
}

func (a *article) add(c nlp.Claim, start nlp.Offset) {
	c.Polarity, c.Modality, c.Confidence = cmp.Or(c.Polarity, nlp.Positive), cmp.Or(c.Modality, nlp.Certain), 0.9
	c.Sentence, c.Evidence = a.sentence, nlp.Span{Start: start, End: nlp.Offset(a.text.Len())}
	a.o.Claims = append(a.o.Claims, c)
	a.end()
}

func (a *article) observation() *graph.Observation {
	a.o.Text = a.text.String()
	return &a.o
}

// world is a small gazetteer.
func world() *Knowledge {
	country := func(key, name string, form NameForm) []Sense {
		return []Sense{{Key: "country/" + key, Name: name, Type: nlp.Country, Form: form}}
	}
	capital := func(key, name, city string) []Sense {
		return []Sense{
			{Key: "city/" + city, Name: city, Type: nlp.City, Form: ProperForm, Country: "country/" + key},
			{Key: "country/" + key, Name: name, Type: nlp.Country, Form: CapitalForm},
		}
	}
	body := func(name string) []Sense {
		return []Sense{{Key: "organization/" + name, Name: name, Type: nlp.Organization, Form: ProperForm}}
	}
	table := map[string][]Sense{
		"iran": country("IR", "Iran", ProperForm), "iranian": country("IR", "Iran", AdjectiveForm),
		"tehran":        capital("IR", "Iran", "Tehran"),
		"united states": country("US", "United States", ProperForm), "us": country("US", "United States", ProperForm),
		"american": country("US", "United States", AdjectiveForm), "washington": capital("US", "United States", "Washington"),
		"israel": country("IL", "Israel", ProperForm), "israeli": country("IL", "Israel", AdjectiveForm),
		"australia": country("AU", "Australia", ProperForm), "australian": country("AU", "Australia", AdjectiveForm),
		"islamic state": body("Islamic State"), "isis": body("Islamic State"), "is": body("Islamic State"),
		"islamic state group": body("Islamic State"), "islamic state khorasan": body("Islamic State Khorasan"),
		"isis k": body("Islamic State Khorasan"), "hamas": body("Hamas"),
		"kerman": {{Key: "city/Kerman", Name: "Kerman", Type: nlp.City, Form: ProperForm, Country: "country/IR"}},
		"shiraz": {{Key: "city/Shiraz", Name: "Shiraz", Type: nlp.City, Form: ProperForm, Country: "country/IR"}},
	}
	return &Knowledge{Senses: func(name string) []Sense { return table[fold(name)] }}
}

func sequence(observations ...*graph.Observation) iter.Seq2[*graph.Observation, error] {
	return func(yield func(*graph.Observation, error) bool) {
		for _, o := range observations {
			if !yield(o, nil) {
				return
			}
		}
	}
}

// derive resolves articles with the small gazetteer and corrections.
func derive(t *testing.T, fixes string, articles ...*article) (*graph.Resolution, *Report) {
	t.Helper()
	set, problems, err := corrections.Parse("corrections.txt", strings.NewReader(fixes))
	if err != nil || len(problems) > 0 {
		t.Fatalf("corrections: %v %v", err, problems)
	}
	var all []*graph.Observation
	for _, a := range articles {
		all = append(all, a.observation())
	}
	res, report, err := Resolve(context.Background(), sequence(all...), Options{
		Knowledge: world(), Corrections: set,
		Predicates: graph.Predicates{"hostile": {Symmetric: true}, "allied": {Symmetric: true}},
	})
	if err != nil {
		t.Fatal(err)
	}
	checkResolution(t, res)
	return res, report
}

// called returns the entities that a document calls by a form in a mention.
func called(res *graph.Resolution, a *article, form string) []graph.EntityID {
	var out []graph.EntityID
	for _, e := range res.Entities {
		for _, m := range e.Mentions {
			if m.Document == a.o.Document.ID && m.Text == form {
				out = append(out, e.ID)
				break
			}
		}
	}
	return out
}

// one returns the only entity that a document calls so.
func one(t *testing.T, res *graph.Resolution, a *article, form string) graph.EntityID {
	t.Helper()
	ids := called(res, a, form)
	if len(ids) != 1 {
		t.Fatalf("%s calls %d entities %q: %v", a.o.Document.Path, len(ids), form, ids)
	}
	return ids[0]
}

func entityOf(t *testing.T, res *graph.Resolution, id graph.EntityID) graph.Entity {
	t.Helper()
	for _, e := range res.Entities {
		if e.ID == id {
			return e
		}
	}
	t.Fatalf("no entity %s", id)
	return graph.Entity{}
}

// checkResolution checks what every resolution promises.
func checkResolution(t *testing.T, res *graph.Resolution) {
	t.Helper()
	ids := make(map[graph.EntityID]bool)
	for i, e := range res.Entities {
		if e.ID == "" || e.Name == "" || ids[e.ID] {
			t.Errorf("entity %d has no id of its own: %q %q", i, e.ID, e.Name)
		}
		ids[e.ID] = true
	}
	claims := make(map[graph.ClaimID]bool)
	for _, c := range res.Claims {
		if claims[c.ID] {
			t.Errorf("two claims are %s", c.ID)
		}
		claims[c.ID] = true
		for _, end := range append([]graph.EntityID{c.Subject.Entity, c.Object.Entity}, c.Attribution...) {
			if end != "" && !ids[end] {
				t.Errorf("%s names %s, which is not there", c.ID, end)
			}
		}
		if c.Subject.Entity == c.Object.Entity {
			t.Errorf("%s leads from an entity to itself", c.ID)
		}
		if len(c.Evidence) == 0 {
			t.Errorf("%s has no evidence", c.ID)
		}
	}
	for _, m := range res.Maybe {
		if m.A >= m.B || !ids[m.A] || !ids[m.B] {
			t.Errorf("not a pair of entities: %+v", m)
		}
	}
	checkExplained(t, res)
}

// checkExplained checks that merges connect the documents of every entity.
func checkExplained(t *testing.T, res *graph.Resolution) {
	t.Helper()
	for _, e := range res.Entities {
		parent := make(map[graph.DocumentID]graph.DocumentID)
		var find func(graph.DocumentID) graph.DocumentID
		find = func(d graph.DocumentID) graph.DocumentID {
			if p, ok := parent[d]; ok && p != d {
				return find(p)
			}
			return d
		}
		for _, m := range res.Merges {
			if m.Entity == e.ID {
				if m.Rule == "" || m.Reason == "" {
					t.Errorf("a merge of %s without reason: %+v", e.ID, m)
				}
				parent[find(m.A.Document)] = find(m.B.Document)
			}
		}
		roots := make(map[graph.DocumentID]bool)
		for _, m := range e.Mentions {
			roots[find(m.Document)] = true
		}
		if len(roots) > 1 {
			t.Errorf("%s is in %d groups of documents that no merge connects", e.ID, len(roots))
		}
	}
}
