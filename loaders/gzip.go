package loaders

import (
	"bytes"
	"compress/gzip"
	"context"
)

// gzipFile unpacks what gzip packed and reads what is inside.
func gzipFile() Format {
	return Format{
		MediaType:  "application/gzip",
		Name:       "gzip",
		Extensions: []string{".gz", ".tgz"},
		Magic:      magic("\x1f\x8b\x08"),
		Container:  true,
		Read:       readGzip,
	}
}

// magic recognises inputs that begin with certain bytes.
func magic(start string) func([]byte) Confidence {
	return func(head []byte) Confidence {
		if bytes.HasPrefix(head, []byte(start)) {
			return Sure
		}
		return No
	}
}

func readGzip(ctx context.Context, in *Input, yield Yield) {
	packed := &countingReader{r: in.Body}
	z, err := gzip.NewReader(packed)
	if err != nil {
		yield(nil, err)
		return
	}
	name := firstOf(z.Name, unpackedName(in.Path))
	u := &unpacking{in: in, packed: func() int64 { return packed.n }}
	in.Member(ctx, name, u.reader(z), yield)
}
