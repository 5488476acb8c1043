package mend

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// done are verbs of what is done to somebody or something, which never stand
// without whom or what when they are active.
var done = words(`free jail arrest convict sentence acquit charge indict detain accuse suspend fine sack rescue injure wound hospitalise hospitalize
	deport extradite evacuate abduct kidnap murder assassinate appoint elect nominate crown oust impeach cancel postpone ban bar expel honour honor
	imprison execute exonerate remand evict displace strand disqualify dismiss destroy damage`)

// bareParticiples: a headline leaves out the auxiliary of the passive, so that
// "Two hostages freed after ten weeks" looks active.
func (m *mender) bareParticiples() {
	last := len(m.s.Tokens) - 1
	if m.tok(last).UPOS == "PUNCT" {
		return
	}
	for v := 1; v <= last; v++ {
		t := m.tok(v)
		if t.UPOS != "VERB" || t.XPOS != "VBD" || t.Head != nlp.Root || !done[tree.VerbLemma(t)] || m.has(v, "obj", "iobj", "ccomp", "xcomp", "aux", "aux:pass", "nsubj:pass") {
			continue
		}
		for s := range v {
			if x := m.tok(s); x.Head == v && x.Relation == "nsubj" {
				m.set(s, v, "nsubj:pass")
				t.XPOS, t.Features = "VBN", "Tense=Past|VerbForm=Part|Voice=Pass"
				break
			}
		}
	}
}
