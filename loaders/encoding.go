package loaders

import (
	"bytes"
	"fmt"
	"net/http"
	"strings"
	"unicode/utf8"

	"github.com/wlynxg/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// decode turns bytes into valid UTF-8 with line feeds as line ends and without
// a byte order mark. In order: a byte order mark decides; valid UTF-8 is
// UTF-8; then what declared names, if anything; then what the detector finds,
// provided that the result reads like text. Everything else is an error:
// damaged UTF-8 must not pass as some eight-bit encoding.
func decode(data []byte, declared encoding.Encoding) (string, error) {
	text, err := decodeBytes(data, declared)
	if err != nil {
		return "", err
	}
	if strings.ContainsRune(text, 0) {
		return "", fmt.Errorf("%w: it holds the character NUL", ErrBinary)
	}
	return normaliseLineEnds(text), nil
}

func decodeBytes(data []byte, declared encoding.Encoding) (string, error) {
	if e, mark := byteOrderMark(data); e != nil {
		return decodeMarked(data[len(mark):], e)
	}
	if e := unmarkedUTF16(data); e != nil { // may be valid UTF-8 full of zeros
		return decodeMarked(data, e)
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	if bytes.IndexByte(data, 0) >= 0 {
		return "", ErrBinary
	}
	if declared != nil {
		if text, ok := decodeWith(data, declared); ok {
			return text, nil
		}
	}
	if text, ok := decodeDetected(data); ok {
		return text, nil
	}
	at := firstInvalid(data)
	return "", fmt.Errorf("%w: byte %d (0x%02X) is not UTF-8 and no other encoding fits", ErrEncoding, at, data[at])
}

// decodeMarked decodes what the bytes themselves say they are; a mismatch is
// an error, as there is nothing better to try.
func decodeMarked(data []byte, e encoding.Encoding) (string, error) {
	if e == unicode.UTF8 {
		if !utf8.Valid(data) {
			at := firstInvalid(data)
			return "", fmt.Errorf("%w: byte %d (0x%02X) is not UTF-8 though the byte order mark says so", ErrEncoding, at, data[at])
		}
		return string(data), nil
	}
	text, ok := decodeWith(data, e)
	if !ok || !readsAsWide(text) {
		return "", fmt.Errorf("%w: not UTF-16 or UTF-32 though its beginning says so", ErrEncoding)
	}
	return text, nil
}

func byteOrderMark(data []byte) (encoding.Encoding, []byte) {
	for _, m := range []struct {
		mark     string
		encoding encoding.Encoding
	}{
		{"\xEF\xBB\xBF", unicode.UTF8},
		{"\xFF\xFE\x00\x00", utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)},
		{"\x00\x00\xFE\xFF", utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)},
		{"\xFF\xFE", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
		{"\xFE\xFF", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
	} {
		if bytes.HasPrefix(data, []byte(m.mark)) {
			return m.encoding, data[:len(m.mark)]
		}
	}
	return nil, nil
}

// unmarkedUTF16 recognises UTF-16 without a mark by the zero bytes that Latin
// text has at every second place.
func unmarkedUTF16(data []byte) encoding.Encoding {
	sample := data[:min(len(data), 1<<10)&^1]
	if len(sample) < 4 {
		return nil
	}
	var zeros [2]int
	for i, b := range sample {
		if b == 0 {
			zeros[i%2]++
		}
	}
	half := len(sample) / 2
	switch {
	case zeros[1] > half*7/10 && zeros[0] == 0:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case zeros[0] > half*7/10 && zeros[1] == 0:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// readsAsWide tells wide text from other bytes behind a chance mark: text has
// spaces, line ends or East Asian punctuation, and bytes taken in pairs give
// characters from everywhere.
func readsAsWide(text string) bool {
	total, common := 0, 0
	for _, r := range text {
		total++
		if r < 0x600 || r >= 0x2010 && r <= 0x2030 || r >= 0x3000 && r <= 0x30FF || r >= 0xFF00 && r <= 0xFFEF {
			common++
		}
	}
	return total == 0 || common*20 >= total
}

// decodeWith decodes data and reports whether every byte had a meaning.
func decodeWith(data []byte, e encoding.Encoding) (string, bool) {
	out, err := e.NewDecoder().Bytes(data)
	if err != nil || !utf8.Valid(out) || bytes.ContainsRune(out, utf8.RuneError) {
		return "", false
	}
	for _, r := range string(out) {
		if r >= 0x80 && r < 0xA0 { // control characters of no text
			return "", false
		}
	}
	return string(out), true
}

// Bytes above 127 are rare in languages written with Latin letters. Up to this
// share of all letters, only Windows-1252 is considered, and each of its
// characters has to make sense where it stands.
const latinShare = 0.25

// detectorConfidence is what the detector must reach for other scripts.
const detectorConfidence = 0.5

func decodeDetected(data []byte) (string, bool) {
	high, letters := 0, 0
	for _, b := range data {
		switch {
		case b >= 0x80:
			high++
			letters++
		case b|0x20 >= 'a' && b|0x20 <= 'z':
			letters++
		}
	}
	if float64(high) <= latinShare*float64(letters) {
		e, _ := charset.Lookup("windows-1252")
		text, ok := decodeWith(data, e)
		return text, ok && plausibleLatin(text)
	}
	found := chardet.Detect(data)
	if found.Confidence < detectorConfidence {
		return "", false
	}
	e, _ := charset.Lookup(found.Encoding)
	if e == nil {
		return "", false
	}
	return decodeWith(data, e)
}

func firstInvalid(data []byte) int {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size <= 1 {
			return i
		}
		i += size
	}
	return 0
}

func normaliseLineEnds(s string) string {
	if !strings.ContainsRune(s, '\r') {
		return s
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
}

// binaryType returns what the bytes are when they are no text in any encoding,
// such as "image/png", and "" for text.
func binaryType(head []byte) string {
	if e, _ := byteOrderMark(head); e != nil || unmarkedUTF16(head) != nil {
		return ""
	}
	control := 0
	for _, b := range head {
		if b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1B {
			control++
		}
	}
	kind, _, _ := strings.Cut(http.DetectContentType(head), ";")
	if bytes.IndexByte(head, 0) >= 0 || control*10 > len(head) {
		return kind
	}
	if strings.HasPrefix(kind, "text/") || kind == "application/octet-stream" || kind == "application/json" {
		return ""
	}
	// The signatures of some pictures and sounds are letters with which a text
	// may begin ("BMW", "ID3"); the rest of their headers is not.
	if control == 0 && !strings.HasPrefix(kind, "application/") {
		return ""
	}
	return kind
}

// decodeHead decodes the beginning of an input for the formats to look at. It
// never fails: what cannot be decoded is left out.
func decodeHead(head []byte) string {
	e, mark := byteOrderMark(head)
	head = head[len(mark):]
	if e == nil {
		e = unmarkedUTF16(head)
	}
	if e != nil {
		if out, err := e.NewDecoder().Bytes(head[:len(head)&^3]); err == nil {
			head = out
		}
	}
	return normaliseLineEnds(strings.ToValidUTF8(string(head), ""))
}
