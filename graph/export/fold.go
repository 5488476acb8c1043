package export

import (
	"iter"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/extsort"
)

// foldMemory is how many bytes of what is sorted are held before they go to a
// temporary file: 26 for each claim.
const foldMemory = 16 << 20

// fold makes one edge of all claims that make the same statement, in the order
// of the edges' ids. The claims are read once to sort them by statement, and
// again one by one; only those of one statement are in memory.
func (b *networkBuilder) fold() {
	sorted := extsort.NewRecords("", foldMemory)
	defer func() { b.writer.fail(sorted.Close()) }()
	b.eachClaim(b.writer, func(c *graph.Claim) {
		b.writer.fail(sorted.Add([]byte(b.statementID(c)+string(c.ID)), nil))
	})
	var (
		id         string
		statements [][]*graph.Claim // with that id: one, unless two share a hash
	)
	flush := func() {
		for _, claims := range statements {
			b.claims(edgeID(id, len(statements), claims[0]), claims)
		}
		statements = statements[:0]
	}
	each(b.writer, b.inOrder(sorted), func(c *hashed) {
		if c.hash != id {
			flush()
			id = c.hash
		}
		for i, claims := range statements {
			if claims[0].Statement(b.options.Predicates) == c.Statement(b.options.Predicates) {
				statements[i] = append(claims, c.Claim)
				return
			}
		}
		statements = append(statements, []*graph.Claim{c.Claim})
	})
	if b.writer.err == nil {
		flush()
	}
}

// statementID returns the hash of what a claim says, of fixed length.
func (b *networkBuilder) statementID(c *graph.Claim) string {
	s := c.Statement(b.options.Predicates)
	return graph.HashID(s.Subject, string(s.Predicate), s.Object, string(s.Polarity), string(s.Modality))
}

// edgeID returns the id of the edge of a statement: its hash, with the first
// claim behind it where the hash alone would not tell it from others.
func edgeID(hash string, sharing int, first *graph.Claim) string {
	if sharing > 1 {
		return "statement/" + hash + "/" + string(first.ID)
	}
	return "statement/" + hash
}

// hashed is a claim with the hash of its statement.
type hashed struct {
	*graph.Claim
	hash string
}

// inOrder ranges over the claims that sorted names behind their statements.
func (b *networkBuilder) inOrder(sorted *extsort.Records) iter.Seq2[*hashed, error] {
	length := len(graph.HashID())
	return func(yield func(*hashed, error) bool) {
		for record, err := range sorted.Sorted() {
			c := new(hashed)
			if err == nil {
				c.hash = string(record.Key[:length])
				c.Claim, err = b.Claim(graph.ClaimID(record.Key[length:]))
			}
			if !yield(c, err) || err != nil {
				return
			}
		}
	}
}
