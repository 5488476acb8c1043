package loaders

import (
	"strings"
	"testing"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

const (
	russian  = "Правительство страны сообщило в понедельник, что переговоры с соседним государством начнутся на следующей неделе в столице."
	japanish = "政府は月曜日、来週首都で隣国との交渉を始めると発表した。大統領は記者団に対し、合意は近いと述べた。"
	chinese  = "政府周一宣布，与邻国的谈判将于下周在首都开始。总统对记者说，双方已经接近达成协议，希望尽快签字。"
)

func TestDecode(t *testing.T) {
	utf16be := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	utf16le := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	for _, c := range []struct {
		name, text, before string
		encoding           encoding.Encoding
		declared           string
	}{
		{"UTF-8", "Ça va – “oui”", "", encoding.Nop, ""},
		{"UTF-8 with mark", "Ça va", "\xEF\xBB\xBF", encoding.Nop, ""},
		{"UTF-16 LE with mark", "Ça va", "\xFF\xFE", utf16le, ""},
		{"UTF-16 BE with mark", "Ça va", "\xFE\xFF", utf16be, ""},
		{"UTF-16 LE of Chinese with mark", chinese, "\xFF\xFE", utf16le, ""},
		{"UTF-16 LE without mark", "The minister left.", "", utf16le, ""},
		{"UTF-16 BE without mark", "The minister left.", "", utf16be, ""},
		{"Windows-1252", "Le café était fermé “hier” – à 12 € près, dit-il.", "", charmap.Windows1252, ""},
		{"Windows-1251 detected", russian, "", charmap.Windows1251, ""},
		{"KOI8-R detected", russian, "", charmap.KOI8R, ""},
		{"Shift-JIS detected", japanish, "", japanese.ShiftJIS, ""},
		{"GBK detected", chinese, "", simplifiedchinese.GBK, ""},
		{"ISO 8859-2 declared", "Wałęsa i Kwaśniewski", "", charmap.ISO8859_2, "iso-8859-2"},
		{"valid UTF-8 in spite of a declaration", "Wałęsa", "", encoding.Nop, "windows-1252"},
	} {
		t.Run(c.name, func(t *testing.T) {
			data, err := c.encoding.NewEncoder().String(c.text)
			if err != nil {
				t.Fatal(err)
			}
			var declared encoding.Encoding
			if c.declared != "" {
				declared, _ = charset.Lookup(c.declared)
			}
			got, err := decode([]byte(c.before+data), declared)
			if err != nil || got != c.text {
				t.Errorf("got %q, %v; want %q", got, err, c.text)
			}
		})
	}
}

func TestPlausibleLatin(t *testing.T) {
	for _, good := range []string{"café", "École à Paris", "l’été", "Ø of 3", "£5", "5 £", "20 °C is 68°F"[:2] + "%", "½ price", "façade", "MÜLLER", "Müller", "naïve — yes", "© 2020", "San José"} {
		if !plausibleLatin(good) {
			t.Errorf("%q is plausible", good)
		}
	}
	for _, bad := range []string{"ÿþ", "cafÃ(", "x ÿ x", "the € minister", "abc × abc", "Ã", "sÃo"} {
		if plausibleLatin(bad) {
			t.Errorf("%q is not plausible", bad)
		}
	}
}

// A head cut inside a character must not change what is detected.
func TestDecodeHeadCut(t *testing.T) {
	if got := decodeHead([]byte("abc\r\ndé"[:len("abc\r\ndé")-1])); got != "abc\nd" {
		t.Errorf("got %q", got)
	}
	wide, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(`{"text":"x"}`)
	if got := decodeHead([]byte(wide)); !strings.HasPrefix(got, `{"text"`) {
		t.Errorf("got %q", got)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("caf\xe9"))
	f.Add([]byte("\xff\xfea\x00"))
	f.Add([]byte("\xef\xbb\xbfabc\r\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		text, err := decode(data, nil)
		if err != nil {
			return
		}
		if strings.ContainsAny(text, "\r\x00") || strings.ToValidUTF8(text, "") != text {
			t.Errorf("%q decodes to %q", data, text)
		}
	})
}
