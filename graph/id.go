package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// DocumentID identifies a document: "doc/" and the first 16 hexadecimal digits
// of the SHA-256 of its content.
type DocumentID string

// EntityID identifies an entity or event across documents:
// "entity/islamic-state", "event/2024-01-03-kerman-bombing".
type EntityID string

// ClaimID identifies a claim: "claim/" and 16 hexadecimal digits.
type ClaimID string

// NewDocumentID returns the id of the document with this SHA-256 in
// hexadecimal.
func NewDocumentID(sha string) DocumentID {
	return DocumentID("doc/" + sha[:min(16, len(sha))])
}

// IsEvent reports whether the id is an event's.
func (id EntityID) IsEvent() bool { return strings.HasPrefix(string(id), "event/") }

// HashID returns 16 hexadecimal digits that depend on every part and on where
// one part ends and the next begins.
func HashID(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil))[:16]
}
