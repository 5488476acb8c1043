package loaders

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// Format reads inputs of one media type.
type Format struct {
	MediaType  string   // "text/html"
	Name       string   // short name for options: "html"
	Extensions []string // file name extensions, lower case with the dot
	// Sniff judges by the beginning of an input, decoded, whether it is of
	// this format. It need not look at the name.
	Sniff func(head string) Confidence
	// Magic does the same for formats that are not text, by the bytes as they
	// are. A format has one of the two.
	Magic func(head []byte) Confidence
	// Container says that the format holds other inputs. A container is opened
	// even when the user names the format of what is inside.
	Container bool
	// Read calls yield for each document, or error, of the input in order and
	// stops when yield returns false. Errors that concern a part of the input
	// do not end the reading of the rest.
	Read func(ctx context.Context, in *Input, yield Yield)
}

// Yield receives a document or an error, and reports whether to go on.
type Yield func(*Document, error) bool

// Confidence is how sure a format is that an input is of its type, from 0 (it
// is not) to 100 (it can be nothing else).
type Confidence int

// The steps of confidence that the built-in formats use.
const (
	No       Confidence = 0
	Possible Confidence = 10 // any text
	Likely   Confidence = 50
	Sure     Confidence = 90
)

// nameBonus is added for a fitting file name: it decides between formats that
// content leaves open but never against clear content.
const nameBonus = 30

// Registry holds formats by media type. It does not change once made and may
// be used by several goroutines.
type Registry struct {
	formats []Format // by media type
}

// NewRegistry makes a registry. A media type, name or extension that two
// formats claim is an error.
func NewRegistry(formats ...Format) (*Registry, error) {
	seen := make(map[string]string)
	r := &Registry{formats: slices.Clone(formats)}
	slices.SortFunc(r.formats, func(a, b Format) int { return strings.Compare(a.MediaType, b.MediaType) })
	for _, f := range r.formats {
		for _, key := range append([]string{f.MediaType, f.Name}, f.Extensions...) {
			if key == "" || f.Sniff == nil && f.Magic == nil || f.Read == nil {
				return nil, fmt.Errorf("format %q: media type, name, sniffer and reader are needed", f.MediaType)
			}
			if other, taken := seen[key]; taken {
				return nil, fmt.Errorf("format %q: %q is taken by %q", f.MediaType, key, other)
			}
			seen[key] = f.MediaType
		}
	}
	return r, nil
}

// Builtin returns the formats that come with the package.
func Builtin() []Format {
	return []Format{
		plainText(), markdown(), htmlPage(), jsonLines(), jsonValues(), table(), conllu(),
		feed(), mailMessage(), mailbox(), webArchive(),
		docx(), odt(), epub(), pdfFile(),
		zipArchive(), tarArchive(), gzipFile(), zstdFile(),
	}
}

// MediaTypes lists the registered media types, sorted.
func (r *Registry) MediaTypes() []string {
	out := make([]string, len(r.formats))
	for i, f := range r.formats {
		out[i] = f.MediaType
	}
	return out
}

// Lookup returns the format with this media type or name.
func (r *Registry) Lookup(name string) (Format, bool) {
	for _, f := range r.formats {
		if f.MediaType == name || f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

// Detect returns the format that fits the beginning of an input best; the
// extension of the name, with its dot, decides where content alone does not.
func (r *Registry) Detect(head, extension string) (Format, bool) {
	var best Format
	var top Confidence
	extension = strings.ToLower(extension)
	for _, f := range r.formats {
		if f.Sniff == nil {
			continue
		}
		c := f.Sniff(head)
		if c > No && slices.Contains(f.Extensions, extension) {
			c += nameBonus
		}
		if c > top {
			best, top = f, c
		}
	}
	return best, top > No
}

// detectBinary returns the format whose magic bytes an input begins with.
func (r *Registry) detectBinary(head []byte) (Format, bool) {
	var best Format
	var top Confidence
	for _, f := range r.formats {
		if f.Magic == nil {
			continue
		}
		if c := f.Magic(head); c > top {
			best, top = f, c
		}
	}
	return best, top > No
}
