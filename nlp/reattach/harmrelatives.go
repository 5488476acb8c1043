package reattach

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// harmRelatives: what people died in is no inquiry or article but the event of harm
// that this is about ("an inquiry into the crash, in which 40 people died").
func (m *mender) harmRelatives() {
	for v := range m.s.Tokens {
		t := &m.s.Tokens[v]
		if t.Relation != "acl:relcl" || t.Head < 0 || t.Head > v || !harming[strings.ToLower(t.Lemma)] || !accounts[tree.Lemma(&m.s.Tokens[t.Head])] {
			continue
		}
		relative := false
		for k := t.Head + 1; k < v; k++ {
			relative = relative || m.s.Tokens[k].XPOS == "WDT" && m.s.Tokens[k].Head == v
		}
		for k := v - 1; relative && k > t.Head; k-- {
			if m.s.Tokens[k].UPOS == "NOUN" && m.s.Within(k, t.Head) && !m.s.Within(k, v) && harmfulNoun(tree.Lemma(&m.s.Tokens[k])) {
				m.set(v, k, "acl:relcl")
				break
			}
		}
	}
}

// harmfulNoun reports whether a noun tells of an event that people come to harm in.
func harmfulNoun(noun string) bool {
	kind, ok := gazetteer.EventType(noun)
	return ok && gazetteer.EventIsAny(kind, gazetteer.HarmfulEvents)
}

var (
	harming  = lexicon.Words("die kill injure wound hurt perish drown burn")
	accounts = lexicon.Words(`inquiry enquiry investigation probe report trial hearing inquest review lawsuit case article film documentary debate
		talk statement appeal commission committee panel book series ceremony service memorial anniversary response question`)
)
