package loaders

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"sync/atomic"
)

// Options say how inputs are read. The zero value reads with the built-in
// defaults.
type Options struct {
	// Format forces a media type or format name; empty means to look.
	Format string
	// Date, Source and Language are given to documents that state none; the
	// language is then not detected.
	Date     Date
	Source   string
	Language string
	// Include and Exclude choose among the files of folders. A pattern has *,
	// ** for any folders, ?, [a-z] and {a,b}; one without a slash fits names in
	// any folder. What a pattern of Exclude fits is left out, with all below it.
	Include, Exclude []string
	Network          Network
	// Known, unless nil, is asked by their hash for documents before they are
	// decoded. One that it knows is passed over; see [Document].
	Known func(sha256 string) bool
	// Skipped, unless nil, is told of files and folders that are passed over.
	Skipped func(path, reason string)
	// Fields names the fields of records; empty names mean the defaults.
	Fields Fields
	Limits Limits
	Stdin  io.Reader // what "-" reads; os.Stdin when nil
}

// Limits bound what a hostile or mistaken input can cost. Zero values mean the
// defaults.
type Limits struct {
	Document int64 // bytes of one document; 16 MiB
	Fetched  int64 // bytes behind one address on the web; 64 MiB
	Depth    int   // levels of inputs inside inputs; 4
	// The rest holds for everything inside one file.
	Members  int64 // inputs inside it; a million
	Unpacked int64 // bytes unpacked from it, at all levels together; 64 GiB
	Ratio    int64 // how many times its size a part may unpack to; 250
}

// The defaults of [Limits]. A document of 16 MiB is a book of 8,000 pages;
// texts are rarely packed to less than a fiftieth.
const (
	DefaultDocumentLimit = 16 << 20
	DefaultFetchedLimit  = 64 << 20
	DefaultDepthLimit    = 4
	DefaultMemberLimit   = 1_000_000
	DefaultUnpackedLimit = 64 << 30
	DefaultRatioLimit    = 250
)

func (l Limits) withDefaults() Limits {
	orDefault := func(field *int64, value int64) {
		if *field <= 0 {
			*field = value
		}
	}
	orDefault(&l.Document, DefaultDocumentLimit)
	orDefault(&l.Fetched, DefaultFetchedLimit)
	orDefault(&l.Members, DefaultMemberLimit)
	orDefault(&l.Unpacked, DefaultUnpackedLimit)
	orDefault(&l.Ratio, DefaultRatioLimit)
	if l.Depth <= 0 {
		l.Depth = DefaultDepthLimit
	}
	return l
}

// Reader reads documents from paths. It may be used by several goroutines as
// long as they do not share standard input.
type Reader struct {
	registry         *Registry
	options          Options
	include, exclude []glob
	web              *fetcher // nil when the network is not allowed
	consumed         atomic.Int64
}

// NewReader returns a reader with the built-in formats, or an error when the
// options name an unknown format or a date that is none.
func NewReader(options Options) (*Reader, error) {
	registry, err := NewRegistry(Builtin()...)
	if err != nil {
		return nil, err
	}
	return NewReaderWith(registry, options)
}

// NewReaderWith is [NewReader] with formats of the caller's choice.
func NewReaderWith(registry *Registry, options Options) (*Reader, error) {
	if options.Format != "" {
		if _, ok := registry.Lookup(options.Format); !ok {
			return nil, fmt.Errorf("format %q is not known; there are %v", options.Format, registry.MediaTypes())
		}
	}
	if options.Date != "" {
		if _, err := ParseDate(string(options.Date)); err != nil {
			return nil, err
		}
	}
	options.Fields = options.Fields.withDefaults()
	options.Limits = options.Limits.withDefaults()
	if options.Stdin == nil {
		options.Stdin = os.Stdin
	}
	r := &Reader{registry: registry, options: options}
	if options.Language != "" && languageCode(options.Language) == "" {
		return nil, fmt.Errorf("%q is no language code, such as en or en-GB", options.Language)
	}
	var err error
	if r.include, err = parseGlobs(options.Include); err != nil {
		return nil, err
	}
	if r.exclude, err = parseGlobs(options.Exclude); err != nil {
		return nil, err
	}
	if options.Network.Allow {
		if r.web, err = newFetcher(options.Network); err != nil {
			return nil, err
		}
	}
	return r, nil
}

func (r *Reader) skip(path, reason string) {
	if r.options.Skipped != nil {
		r.options.Skipped(path, reason)
	}
}

// Read returns the documents of files, folders, addresses on the web and, for
// "-", standard input, in the order of the paths; files of a folder come
// sorted by name. Each pair holds a document or an error, which is an
// [InputError], and then the rest goes on. When ctx ends, the last pair holds
// its error.
func (r *Reader) Read(ctx context.Context, paths ...string) iter.Seq2[*Document, error] {
	return func(yield func(*Document, error) bool) {
		for _, p := range paths {
			switch {
			case p == "-":
				if !r.read(ctx, r.outer(p, r.options.Stdin), "", yield) {
					return
				}
			case isAddress(p):
				if !r.readAddress(ctx, p, yield) {
					return
				}
			default:
				for file, err := range r.files(p) {
					if err != nil {
						if !yield(nil, err) {
							return
						}
						continue
					}
					if !r.readFile(ctx, file, yield) {
						return
					}
				}
			}
		}
	}
}

func (r *Reader) readFile(ctx context.Context, file File, yield Yield) bool {
	if err := ctx.Err(); err != nil {
		yield(nil, err)
		return false
	}
	f, err := os.Open(file.Path)
	if err != nil {
		return yield(nil, failure(file.Path, err))
	}
	defer f.Close()
	var s *sidecar
	if file.Sidecar != "" {
		if s, err = readSidecar(file.Sidecar); err != nil && !yield(nil, err) {
			return false
		}
	}
	m := &meter{consumed: &r.consumed, size: file.Size}
	defer m.finish()
	in := r.outer(file.Path, m.reader(f))
	in.source, in.meter, in.sidecar = f, m, s
	if in.locator, err = filepath.Abs(file.Path); err != nil {
		return yield(nil, failure(file.Path, err))
	}
	return r.read(ctx, in, file.Path, yield)
}

// readAddress reads what is at an address on the web.
func (r *Reader) readAddress(ctx context.Context, address string, yield Yield) bool {
	if r.web == nil {
		return yield(nil, failure(address, ErrNoNetwork))
	}
	got, err := r.web.get(ctx, address, r.options.Limits.Fetched)
	if err := ctx.Err(); err != nil {
		yield(nil, err)
		return false
	}
	if err != nil {
		return yield(nil, failure(address, err))
	}
	in := r.outer(address, bytes.NewReader(got.body))
	in.locator, in.charset = locatorOf(address), got.charset
	return r.read(ctx, in, got.address.Path, func(d *Document, err error) bool {
		if err == nil {
			setIfEmpty(&d.URL, got.address.String())
			setIfEmpty(&d.Source, siteOf(d.URL))
		}
		return yield(d, err)
	})
}

// outer makes the input of a file or stream that is in no other.
func (r *Reader) outer(path string, body io.Reader) *Input {
	return &Input{Path: path, Body: bufio.NewReaderSize(body, headSize), Options: &r.options, reader: r, source: body, spent: new(spending)}
}

// read reads one input and reports whether to go on with the next.
func (r *Reader) read(ctx context.Context, in *Input, name string, yield Yield) bool {
	path := in.Path
	format, err := r.formatOf(in, name)
	if err != nil {
		return yield(nil, failure(path, err))
	}
	on, got := true, false
	format.Read(ctx, in, func(d *Document, err error) bool {
		got = true
		switch {
		case ctx.Err() != nil:
			on = false
			yield(nil, ctx.Err())
		case err != nil:
			on = yield(nil, failure(path, err))
		default:
			r.complete(d, format, in)
			if in.sidecar != nil {
				in.sidecar.apply(d)
			}
			on = yield(d, nil)
		}
		return on
	})
	if on && !got {
		return yield(nil, failure(path, ErrNoText))
	}
	return on
}

// complete fills in what is the same for all formats.
func (r *Reader) complete(d *Document, format Format, in *Input) {
	if format.Container && d.Path != in.Path {
		return // complete since it was read as a member
	}
	setIfEmpty(&d.MediaType, format.MediaType)
	if d.Path == in.Path {
		setIfEmpty(&d.Locator, in.locator)
	}
	if d.Known {
		return
	}
	if len(d.Parts) > 0 {
		d.setLanguage(languageCode(r.options.Language))
	} else {
		setIfEmpty(&d.Language, languageCode(r.options.Language))
	}
	setIfEmpty(&d.Source, r.options.Source)
	d.setDate(r.options.Date, FromOption)
}

func (r *Reader) formatOf(in *Input, name string) (Format, error) {
	head, err := in.Body.Peek(headSize)
	if len(head) == 0 { // an error behind the first bytes is met again when they are read
		if err != nil && !errors.Is(err, io.EOF) {
			return Format{}, err
		}
		return Format{}, ErrEmpty
	}
	binary, isBinary := r.registry.detectBinary(head)
	if forced, ok := r.registry.Lookup(r.options.Format); ok && r.options.Format != "" {
		wrapped := isBinary && binary.Container && forced.Magic == nil
		if !wrapped && (!forced.Container || in.depth == 0) {
			return forced, nil
		}
	}
	if isBinary {
		return binary, nil
	}
	if what := binaryType(head); what != "" {
		return Format{}, fmt.Errorf("%w (%s)", ErrBinary, what)
	}
	format, ok := r.registry.Detect(decodeHead(head), filepath.Ext(name))
	if !ok {
		return Format{}, ErrFormat
	}
	return format, nil
}
