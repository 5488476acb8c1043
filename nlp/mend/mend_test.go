package mend_test

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/mend"
)

// sentence reads "form/UPOS/relation/head" for each token; a name is written
// behind its first token as "=Type:length".
func sentence(text string) nlp.Sentence {
	var s nlp.Sentence
	for i, f := range strings.Fields(text) {
		f, name, named := strings.Cut(f, "=")
		p := strings.Split(f, "/")
		head, _ := strconv.Atoi(p[3])
		s.Tokens = append(s.Tokens, nlp.Token{Form: p[0], Lemma: strings.ToLower(p[0]), UPOS: p[1], XPOS: gerund(p[0], p[1]), Relation: nlp.Relation(p[2]), Head: head})
		if named {
			kind, n, _ := strings.Cut(name, ":")
			length, _ := strconv.Atoi(n)
			s.Names = append(s.Names, nlp.Name{Tokens: nlp.Range{First: i, End: i + length}, Type: nlp.EntityType(kind)})
		}
	}
	return s
}

// mended returns the sentences of texts after the step.
func mended(t *testing.T, texts ...string) *nlp.Analysis {
	t.Helper()
	a := &nlp.Analysis{Document: &nlp.Document{}}
	for _, text := range texts {
		a.Sentences = append(a.Sentences, sentence(text))
	}
	if err := (mend.Step{}).Run(context.Background(), a); err != nil {
		t.Fatal(err)
	}
	return a
}

// changedHeads lists the words, without punctuation, that hang elsewhere in the
// only sentence of an analysis than its text says.
func changedHeads(text string, a *nlp.Analysis) string {
	var changed []string
	before, after := sentence(text).Tokens, a.Sentences[0].Tokens
	for i, w := range after {
		if w.UPOS == "PUNCT" || w.Head == before[i].Head && w.Relation == before[i].Relation {
			continue
		}
		head := ""
		if w.Head >= 0 {
			head = after[w.Head].Form
		}
		changed = append(changed, fmt.Sprintf("%s<%s/%s", w.Form, head, w.Relation))
	}
	return strings.Join(changed, " ")
}

// names lists the names of an analysis with their types.
func names(a *nlp.Analysis) string {
	var list []string
	for _, s := range a.Sentences {
		for _, n := range s.Names {
			var forms []string
			for _, w := range s.Tokens[n.Tokens.First:n.Tokens.End] {
				forms = append(forms, w.Form)
			}
			list = append(list, strings.Join(forms, " ")+" "+string(n.Type))
		}
	}
	return strings.Join(list, "; ")
}

// gerund is the tag of a verb in -ing; no other tag matters here.
func gerund(form, upos string) string {
	if upos == "VERB" && strings.HasSuffix(form, "ing") {
		return "VBG"
	}
	return ""
}

func TestStep(t *testing.T) {
	cases := []struct {
		reason, given string
		heads         string // "form<head/relation", those that differ
		names         string
	}{
		{
			"the name behind a body hangs on the role",
			"The/DET/det/1 head/NOUN/nsubj/8 of/ADP/case/4 the/DET/det/4 federation/NOUN/nmod/1 ,/PUNCT/punct/6 Pablo/PROPN/appos/4=Person:2 Diaz/PROPN/flat/6 resigned/VERB/root/-1",
			"Pablo<head/appos", "Pablo Diaz Person",
		},
		{
			"who is charged, and nothing else, is the object",
			"Prosecutors/NOUN/nsubj/1 charge/VERB/root/-1 Tom/PROPN/iobj/1=Person:2 Ellis/PROPN/flat/2 with/ADP/case/5 murder/NOUN/obl/1",
			"Tom<charge/obj", "Tom Ellis Person",
		},
		{
			"who is charged a fee stays the receiver",
			"Shops/NOUN/nsubj/1 charge/VERB/root/-1 Tom/PROPN/iobj/1=Person:2 Ellis/PROPN/flat/2 fees/NOUN/obj/1",
			"", "Tom Ellis Person",
		},
		{
			"what stands between a conjunction and a verb without subject is its subject",
			"Ten/NUM/nsubj/1 fled/VERB/root/-1 after/ADP/case/4 a/DET/det/4 landslide/NOUN/obl/7 had/AUX/aux/7 suddenly/ADV/advmod/7 torn/VERB/advcl/1 through/ADP/case/9 Alba/PROPN/obl/7=City:1",
			"after<torn/mark landslide<torn/nsubj", "Alba City",
		},
		{
			"what stands behind a preposition stays a circumstance",
			"Ten/NUM/nsubj/1 fled/VERB/root/-1 when/ADV/advmod/6 in/ADP/case/4 June/PROPN/obl/6 had/AUX/aux/6 come/VERB/advcl/1 rain/NOUN/obj/6",
			"", "",
		},
		{
			"a title with its body is no name of a person when the bearer follows",
			"The/DET/det/1 Speaker/PROPN/nsubj/8=Person:4 of/ADP/case/4 the/DET/det/4 House/PROPN/nmod/1 ,/PUNCT/punct/6 Ann/PROPN/appos/1=Person:2 Lee/PROPN/flat/6 left/VERB/root/-1",
			"", "House Organization; Ann Lee Person",
		},
		{
			"a role that hangs on the name behind it takes the name's place: no circle",
			"cabinet/NOUN/nsubj/6 ,/PUNCT/punct/4 his/PRON/nmod:poss/3 secretary/NOUN/nmod:desc/4 John/PROPN/appos/0=Person:2 Hay/PROPN/flat/4 left/VERB/root/-1",
			"secretary<cabinet/appos John<secretary/appos", "John Hay Person",
		},
		{
			"a list of persons is no role with its bearer",
			"The/DET/det/1 head/NOUN/nsubj/9 of/ADP/case/3 Volvo/PROPN/nmod/1=Organization:1 ,/PUNCT/punct/5 Pablo/PROPN/conj/1=Person:2 Diaz/PROPN/flat/5 and/CCONJ/cc/8 Ann/PROPN/conj/1=Person:1 met/VERB/root/-1",
			"", "Volvo Organization; Pablo Diaz Person; Ann Person",
		},
		{
			"a body and a person run together are two names",
			"Former/ADJ/amod/1 chair/NOUN/nsubj/6 of/ADP/case/3 Petrobras/PROPN/nmod/1=Person:3 Maria/PROPN/flat/3 Gomes/PROPN/flat/3 left/VERB/root/-1",
			"Maria<chair/appos Gomes<Maria/flat", "Petrobras Organization; Maria Gomes Person",
		},
		{
			"a book with a person's name stays one",
			"The/DET/det/1 author/NOUN/nsubj/5 of/ADP/case/3 Anna/PROPN/nmod/1=Person:2 Karenina/PROPN/flat/3 left/VERB/root/-1",
			"", "Anna Karenina Person",
		},
		{
			"what somebody is accused of belongs to the verb",
			"They/PRON/nsubj/1 accuse/VERB/root/-1 the/DET/det/3 cabinet/NOUN/obj/1 of/ADP/case/5 fraud/NOUN/nmod/3",
			"fraud<accuse/obl", "",
		},
		{
			"what a thing is of stays with it",
			"They/PRON/nsubj/1 praised/VERB/root/-1 the/DET/det/3 wines/NOUN/obj/1 of/ADP/case/5 Chile/PROPN/nmod/3=Country:1",
			"", "Chile Country",
		},
		{
			"an origin behind an age belongs to the name",
			"said/VERB/root/-1 Ade/PROPN/nsubj/0=Person:2 Bello/PROPN/flat/1 ,/PUNCT/punct/4 34/NUM/appos/1 ,/PUNCT/punct/7 from/ADP/case/7 Kano/PROPN/obl/0=City:1",
			"Kano<Ade/nmod", "Ade Bello Person; Kano City",
		},
		{
			"a second role without article is of the same person",
			"Ann/PROPN/nsubj/9=Person:1 ,/PUNCT/punct/2 director/NOUN/appos/0 of/ADP/case/4 Volvo/PROPN/nmod/2=Organization:1 and/CCONJ/cc/6 chair/NOUN/conj/0 of/ADP/case/8 Saab/PROPN/nmod/6=Organization:1 spoke/VERB/root/-1",
			"chair<director/conj", "Ann Person; Volvo Organization; Saab Organization",
		},
		{
			"the source behind a clause is the subject of the verb of saying",
			"Rebels/NOUN/nsubj/1 attacked/VERB/ccomp/6 Goma/PROPN/obj/1=City:1 ,/PUNCT/punct/5 an/DET/det/5 aide/NOUN/nsubj/1 say/VERB/root/-1 AFP/PROPN/iobj/6=Organization:1",
			"aide<say/nsubj", "Goma City; AFP Organization",
		},
		{
			"the name before a member's title is that of the seat",
			"Suna/PROPN/nsubj/5=Person:2 East/PROPN/flat/0 MP/NOUN/list/0 Ann/PROPN/conj/0=Person:2 Lee/PROPN/flat/3 left/VERB/root/-1",
			"Suna<MP/compound MP<Ann/nmod:desc Ann<left/nsubj", "Suna East Place; Ann Lee Person",
		},
		{
			"an abbreviated title is no name, a surname is one",
			"MP/PROPN/nsubj/3=Organization:1 Ann/PROPN/flat/0=Person:2 King/PROPN/flat/1 left/VERB/root/-1 King/PROPN/obj/3=Person:1",
			"", "Ann King Person; King Person",
		},
		{
			"what and joins behind between is the other side",
			"Talks/NOUN/nsubj/8 between/ADP/case/3 the/DET/det/3 junta/NOUN/nmod/0 and/CCONJ/cc/7 an/DET/det/7 ECOWAS/PROPN/compound/7=Organization:1 team/NOUN/conj/0 ended/VERB/root/-1",
			"team<junta/conj", "ECOWAS Organization",
		},
		{
			"what and joins without between stays",
			"Talks/NOUN/nsubj/7 with/ADP/case/3 the/DET/det/3 junta/NOUN/nmod/0 and/CCONJ/cc/6 other/ADJ/amod/6 events/NOUN/conj/0 ended/VERB/root/-1",
			"", "",
		},
		{
			"who is named is the object",
			"They/PRON/nsubj/1 name/VERB/root/-1 Ann/PROPN/xcomp/1=Person:2 Lee/PROPN/flat/2 as/ADP/case/5 premier/NOUN/obl/1",
			"Ann<name/obj", "Ann Lee Person",
		},
		{
			"who stands before the of of a deed is accused",
			"They/PRON/nsubj/1 accuse/VERB/root/-1 Moscow/PROPN/obj/4=City:1 of/SCONJ/mark/4 abandoning/VERB/xcomp/1 it/PRON/obj/4",
			"Moscow<accuse/obj", "Moscow City",
		},
		{
			"a subject of the complement belongs to the verb before it",
			"Ann/PROPN/nsubj/3=Person:1 was/AUX/aux:pass/2 elected/VERB/root/-1 president/NOUN/xcomp/2",
			"Ann<elected/nsubj:pass", "Ann Person",
		},
		{
			"a subject with a clause behind it keeps it",
			"Rebels/NOUN/nsubj/1 say/VERB/root/-1 ,/PUNCT/punct/4 an/DET/det/4 aide/NOUN/nsubj/5 fled/VERB/ccomp/1",
			"", "",
		},
		{
			"a name goes on to the noun that it modifies",
			"they/PRON/nsubj/1 trust/VERB/root/-1 the/DET/det/5 Cape/PROPN/compound/5=Place:2 Town/PROPN/flat/3 Herald/PROPN/obj/1",
			"", "Cape Town Herald Organization",
		},
		{
			"a title or a day behind a name is none of it",
			"Volvo/PROPN/compound/1=Organization:1 President/PROPN/nsubj/4 Ann/PROPN/appos/1=Person:2 Lee/PROPN/flat/2 left/VERB/root/-1 Gothenburg/PROPN/obj/4=City:1 Monday/PROPN/obl/4",
			"", "Volvo Organization; Ann Lee Person; Gothenburg City",
		},
		{
			"the position of a player is none of the club's name",
			"Cork/PROPN/compound/1=Organization:1 QB/PROPN/compound/2 Tom/PROPN/nsubj/4=Person:2 Hall/PROPN/flat/2 left/VERB/root/-1 early/ADV/advmod/4",
			"", "Cork Organization; Tom Hall Person",
		},
		{
			"the words before an acronym are its name as a whole",
			"The/DET/det/1 League/PROPN/nsubj/9=Organization:3 for/ADP/case/3 Harbours/PROPN/nmod/1 in/ADP/case/5 Ghana/PROPN/nmod/3=Country:1 (/PUNCT/punct/7 LHG/PROPN/appos/1=Organization:1 )/PUNCT/punct/7 met/VERB/root/-1",
			"", "League for Harbours in Ghana Organization; LHG Organization",
		},
		{
			"a name that ends in a preposition takes the one behind it",
			"the/DET/det/1 Union/PROPN/nsubj/5=Organization:2 of/ADP/case/4 Worried/PROPN/compound/4=Organization:2 Farmers/PROPN/nmod/1 met/VERB/root/-1",
			"", "Union of Worried Farmers Organization",
		},
		{
			"two persons side by side stay two where neither is a part of the other",
			"we/PRON/nsubj/1 asked/VERB/root/-1 Ann/PROPN/iobj/1=Person:1 Bob/PROPN/obj/1=Person:1",
			"", "Ann Person; Bob Person",
		},
		{
			"a body is named by its complement as well",
			"the/DET/det/1 Council/PROPN/nsubj/7=Organization:1 on/ADP/case/6 Chinese/ADJ/amod/6 -/PUNCT/punct/3 Kenyan/ADJ/amod/6 Trade/PROPN/nmod/1 met/VERB/root/-1",
			"", "Council on Chinese - Kenyan Trade Organization",
		},
		{
			"a body is named by what modifies its noun",
			"the/DET/det/3 opposition/NOUN/compound/3 Action/NOUN/compound/3 Congress/PROPN/nsubj/4=Organization:1 walked/VERB/root/-1 out/ADV/advmod/4 of/ADP/case/7 talks/NOUN/obl/4",
			"", "Action Congress Organization",
		},
		{
			"the name behind the role of a source belongs to the role",
			"say/VERB/root/-1 its/PRON/nmod:poss/2 president/NOUN/nsubj/0 ,/PUNCT/punct/4 Ann/PROPN/nsubj/0=Person:2 Lee/PROPN/flat/4",
			"Ann<president/appos", "Ann Lee Person",
		},
		{
			"a title with its body is none of a person where nobody is named",
			"she/PRON/nsubj/2 is/AUX/cop/2 Chair/PROPN/root/-1=Person:5 of/ADP/case/6 the/DET/det/6 Harbour/PROPN/compound/6 Council/PROPN/nmod/2",
			"", "Harbour Council Organization",
		},
		{
			"a newspaper with two nouns is one",
			"she/PRON/nsubj/1 joined/VERB/root/-1 the/DET/det/3 Post/PROPN/obj/1=Organization:1 and/CCONJ/cc/5 Courier/PROPN/conj/3",
			"", "Post and Courier Organization",
		},
		{
			"of two subjects of a verb of saying the first is that of the clause it reports",
			"Two/NUM/nummod/1 shells/NOUN/nsubj/7 hit/VERB/ccomp/7 a/DET/det/4 market/NOUN/obj/2 ,/PUNCT/punct/2 police/NOUN/nsubj/7 say/VERB/root/-1",
			"shells<hit/nsubj", "",
		},
		{
			"the clause in the passive has its subject in the passive",
			"Ann/PROPN/nsubj/7=Person:2 Lee/PROPN/flat/0 was/AUX/aux:pass/3 arrested/VERB/ccomp/7 ,/PUNCT/punct/3 her/PRON/nmod:poss/6 lawyer/NOUN/nsubj/7 say/VERB/root/-1",
			"Ann<arrested/nsubj:pass", "Ann Lee Person",
		},
		{
			"a clause with a subject of its own takes no other",
			"Reports/NOUN/nsubj/2 police/NOUN/nsubj/2 say/VERB/root/-1 nobody/PRON/nsubj/4 fled/VERB/ccomp/2",
			"", "",
		},
		{
			"a role and the name right behind it are one subject",
			"her/PRON/nmod:poss/1 agent/NOUN/nsubj/4 Tom/PROPN/nsubj/4=Person:2 Ellis/PROPN/flat/2 say/VERB/root/-1",
			"agent<Tom/nmod:desc", "Tom Ellis Person",
		},
		{
			"a noun and a name behind a comma stay two",
			"crowds/NOUN/nsubj/3 ,/PUNCT/punct/3 Ellis/PROPN/nsubj/3=Person:1 fed/VERB/root/-1",
			"", "Ellis Person",
		},
		{
			"who is told stands behind the verb",
			"an/DET/det/1 official/NOUN/nsubj/2 tell/VERB/root/-1 Reuters/PROPN/nsubj/2=Organization:1",
			"Reuters<tell/iobj", "Reuters Organization",
		},
		{
			"the second name behind the verb and a comma describes the first",
			"say/VERB/root/-1 Ann/PROPN/nsubj/0=Person:2 Lee/PROPN/flat/1 ,/PUNCT/punct/0 Harbour/PROPN/compound/5 Professor/PROPN/nsubj/0",
			"Professor<Ann/appos", "Ann Lee Person",
		},
	}
	for _, c := range cases {
		t.Run(c.reason, func(t *testing.T) {
			a := mended(t, c.given)
			if diff := cmp.Diff(c.heads, changedHeads(c.given, a)); diff != "" {
				t.Errorf("heads (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.names, names(a)); diff != "" {
				t.Errorf("names (-want +got):\n%s", diff)
			}
		})
	}
}

func TestCapitals(t *testing.T) {
	cases := []struct{ reason, given, want string }{
		{"a word in capitals that stands where a noun does is a name",
			"he/PRON/nsubj/1 founded/VERB/root/-1 NeXT/ADJ/obj/1 in/ADP/case/4 may/NOUN/obl/1", "NeXT"},
		{"the noun of a people is none",
			"he/PRON/nsubj/1 met/VERB/root/-1 Kenyans/NOUN/obj/1 in/ADP/case/4 may/NOUN/obl/1", ""},
		{"headlines with capitals all over tell nothing",
			"Bank/NOUN/nsubj/1 Buys/VERB/root/-1 Rival/NOUN/obj/1", ""},
	}
	for _, c := range cases {
		var got []string
		for _, tok := range mended(t, c.given).Sentences[0].Tokens {
			if tok.UPOS == "PROPN" {
				got = append(got, tok.Form)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: got names %q, want %q", c.reason, got, c.want)
		}
	}
}

func TestNamesOfADocument(t *testing.T) {
	cases := []struct{ reason, first, second, want string }{
		{"the same words are of the type that was surest",
			"Lions/PROPN/nsubj/2=Organization:2 Bridge/PROPN/flat/0 fell/VERB/root/-1", "Lions/PROPN/nsubj/2=Facility:2 Bridge/PROPN/flat/0 and/CCONJ/cc/1 Lions/PROPN/conj/0=Facility:2 Bridge/PROPN/flat/3",
			"Facility; Facility Facility"},
		{"a town and its club may have one name",
			"Cork/PROPN/nsubj/1=Organization:1 won/VERB/root/-1", "Cork/PROPN/nsubj/1=City:1 celebrates/VERB/root/-1", "Organization; City"},
		{"two that stand alone elsewhere are two where they are joined",
			"Acme/PROPN/nsubj/1=Organization:1 sued/VERB/root/-1 Bolt/PROPN/obj/1=Organization:1", "Acme/PROPN/nsubj/3=Organization:3 and/CCONJ/cc/2 Bolt/PROPN/conj/0 met/VERB/root/-1",
			"Organization Organization; Organization Organization"},
		{"a name with an and stays one otherwise",
			"Acme/PROPN/nsubj/1=Organization:1 sued/VERB/root/-1", "Acme/PROPN/nsubj/3=Organization:3 and/CCONJ/cc/2 Sons/PROPN/conj/0 met/VERB/root/-1",
			"Organization; Organization"},
	}
	for _, c := range cases {
		a := &nlp.Analysis{Document: &nlp.Document{}, Sentences: []nlp.Sentence{sentence(c.first), sentence(c.second)}}
		for i := range a.Sentences {
			for n := range a.Sentences[i].Names {
				a.Sentences[i].Names[n].Score = 0.9
			}
		}
		if err := (mend.Step{}).Run(context.Background(), a); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range a.Sentences {
			var types []string
			for _, n := range s.Names {
				types = append(types, string(n.Type))
			}
			got = append(got, strings.Join(types, " "))
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: got %q, want %q", c.reason, got, c.want)
		}
	}
}
