package quadstore

import "google.golang.org/protobuf/encoding/protowire"

// Fields of the records of Cayley's log (message Primitive). A record is a node
// when it has a value, and else a link between nodes. The time of writing is
// left out, so that the same quads give the same file.
const (
	fieldID        = 1
	fieldSubject   = 2
	fieldPredicate = 3
	fieldObject    = 4
	fieldLabel     = 5
	fieldValue     = 8
)

func appendNode(b []byte, id uint64, value []byte) []byte {
	b = protowire.AppendTag(b, fieldID, protowire.VarintType)
	b = protowire.AppendVarint(b, id)
	b = protowire.AppendTag(b, fieldValue, protowire.BytesType)
	return protowire.AppendBytes(b, value)
}

// link is a quad by the numbers of its values.
type link struct{ subject, predicate, object, label uint32 }

func (l link) appendRecord(b []byte, id uint64) []byte {
	b = protowire.AppendTag(b, fieldID, protowire.VarintType)
	b = protowire.AppendVarint(b, id)
	for i, n := range [4]uint32{l.subject, l.predicate, l.object, l.label} {
		if n != 0 {
			b = protowire.AppendTag(b, protowire.Number(fieldSubject+i), protowire.VarintType)
			b = protowire.AppendVarint(b, uint64(n))
		}
	}
	return b
}
