package loaders

import (
	"context"

	"github.com/klauspost/compress/zstd"
)

// zstdFile unpacks what zstd packed and reads what is inside.
func zstdFile() Format {
	return Format{
		MediaType:  "application/zstd",
		Name:       "zstd",
		Extensions: []string{".zst", ".tzst"},
		Magic:      magic("\x28\xb5\x2f\xfd"),
		Container:  true,
		Read:       readZstd,
	}
}

// zstdWindow is the largest window accepted, that of "zstd --long".
const zstdWindow = 128 << 20

func readZstd(ctx context.Context, in *Input, yield Yield) {
	packed := &countingReader{r: in.Body}
	z, err := zstd.NewReader(packed, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(zstdWindow))
	if err != nil {
		yield(nil, err)
		return
	}
	defer z.Close()
	u := &unpacking{in: in, packed: func() int64 { return packed.n }}
	in.Member(ctx, unpackedName(in.Path), u.reader(z), yield)
}
