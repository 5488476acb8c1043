package resolve

import (
	"encoding/binary"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/extsort"
	"github.com/kgbuild/kgbuild/nlp"
)

// mentionMemory is how many bytes of mentions are held before they go to a
// temporary file.
const mentionMemory = 8 << 20

// mentions gathers the mentions of all entities, document by document, and
// gives them back entity by entity.
type mentions struct {
	docs      []document
	roots     []unitID // in the order of their entities' ids
	rank      []uint32 // by root
	mentioned []bool   // by root: whether an article mentions it, as the caller says
	sorted    *extsort.Records
	words     map[string]string
	// Room to work in.
	key, value []byte
}

func newMentions(r *resolver, folder string) *mentions {
	m := &mentions{
		docs: r.docs, roots: r.labelled(), rank: make([]uint32, len(r.units)),
		mentioned: make([]bool, len(r.units)), sorted: extsort.NewRecords(folder, mentionMemory), words: make(map[string]string),
	}
	slices.SortStableFunc(m.roots, func(x, y unitID) int {
		return strings.Compare(string(r.labels[x].id), string(r.labels[y].id))
	})
	for i, root := range m.roots {
		m.rank[root] = uint32(i)
	}
	return m
}

// The key of a mention: its entity's rank, document and place, and behind these
// 16 bytes its kind.
const mentionPlace = 16

// add takes in a mention of the entity at root in the document number doc.
func (m *mentions) add(root unitID, doc int32, n *passedMention) error {
	key := binary.BigEndian.AppendUint32(m.key[:0], m.rank[root])
	key = binary.BigEndian.AppendUint32(key, uint32(doc))
	key = binary.BigEndian.AppendUint32(key, uint32(n.at.start))
	key = binary.BigEndian.AppendUint32(key, uint32(n.at.end))
	key = append(key, n.kind...)
	m.key, m.value = key, append(m.value[:0], n.rest...)
	return m.sorted.Add(m.key, m.value)
}

// appendMentionRest writes what [mentions] keeps of a mention beside its place
// and kind.
func appendMentionRest(b []byte, n *nlp.Mention) []byte {
	b = binary.AppendUvarint(b, uint64(len(n.Text)))
	return append(append(b, n.Text...), n.Because...)
}

// byEntity returns a function that gives the mentions of an entity, by document
// and place. It is called with roots in the order of their ids, and passes over
// those left out.
func (m *mentions) byEntity() (next func(unitID) ([]graph.Mention, error), stop func()) {
	pull, stop := iter.Pull2(m.sorted.Sorted())
	record, err, more := pull()
	return func(root unitID) ([]graph.Mention, error) {
		var out []graph.Mention
		for ; more && err == nil; record, err, more = pull() {
			rank := binary.BigEndian.Uint32(record.Key)
			if rank > m.rank[root] {
				break
			}
			if rank < m.rank[root] {
				continue
			}
			mention, bad := m.decode(record)
			if bad != nil {
				return nil, bad
			}
			out = append(out, mention)
		}
		return out, err
	}, stop
}

func (m *mentions) decode(r extsort.Record) (graph.Mention, error) {
	length, n := binary.Uvarint(r.Value)
	if n <= 0 || uint64(len(r.Value)-n) < length {
		return graph.Mention{}, fmt.Errorf("a mention cannot be read back")
	}
	text := r.Value[n:]
	return graph.Mention{
		Document: m.docs[binary.BigEndian.Uint32(r.Key[4:])].id,
		Start:    nlp.Offset(binary.BigEndian.Uint32(r.Key[8:])),
		End:      nlp.Offset(binary.BigEndian.Uint32(r.Key[12:])),
		Kind:     nlp.MentionKind(m.word(r.Key[mentionPlace:])),
		Text:     string(text[:length]),
		Because:  m.word(text[length:]),
	}, nil
}

// word returns one of the few words that kinds and reasons are made of.
func (m *mentions) word(b []byte) string {
	w, known := m.words[string(b)]
	if !known {
		w = string(b)
		m.words[w] = w
	}
	return w
}
