package loaders

import (
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

// The bodies of news pages are found as well as the extractor's authors say of
// it. The measure is that of the Article Extraction Benchmark: runs of four
// words, with every page of equal weight.
func TestArticleBodies(t *testing.T) {
	root := os.Getenv("KGBUILD_DATA")
	if root == "" {
		t.Skip("KGBUILD_DATA is not set")
	}
	dir := filepath.Join(root, "article-extraction")
	raw, err := os.ReadFile(filepath.Join(dir, "ground-truth.json"))
	if err != nil {
		t.Fatal(err)
	}
	var truth map[string]struct {
		ArticleBody string
		URL         string
	}
	if err := json.Unmarshal(raw, &truth); err != nil {
		t.Fatal(err)
	}
	var sum score
	titled, dated, sourced, addressed, datesInURL, sameDates := 0, 0, 0, 0, 0, 0
	for name, want := range truth {
		d := loadPage(t, filepath.Join(dir, "html", name+".html.gz"))
		var body string
		if d != nil {
			body = bodyOf(d)
			if d.Title != "" {
				titled++
			}
			if d.Date != "" {
				dated++
			}
			if d.Source != "" {
				sourced++
			}
			if strings.HasSuffix(siteOf(d.URL), siteOf(want.URL)) && siteOf(d.URL) != "" {
				addressed++
			}
			if m := dateInURL.FindStringSubmatch(want.URL); m != nil {
				datesInURL++
				if string(d.Date) == string(metadataDate(m[1]+"-"+m[2]+"-"+m[3])) {
					sameDates++
				}
			}
		}
		s := shinglesInCommon(want.ArticleBody, body)
		sum.both, sum.extra, sum.missed = sum.both+s.both, sum.extra+s.extra, sum.missed+s.missed
	}
	precision, recall := sum.both/(sum.both+sum.extra), sum.both/(sum.both+sum.missed)
	f1 := 2 * precision * recall / (precision + recall)
	t.Logf("%d pages: precision %.3f, recall %.3f, F1 %.3f; with title %d, date %d, source %d, address of the right site %d; date as in the address %d of %d",
		len(truth), precision, recall, f1, titled, dated, sourced, addressed, sameDates, datesInURL)
	if len(truth) < 62 || f1 < 0.96 || titled < 62 || dated < 54 || sourced < 58 || sameDates < datesInURL-1 {
		t.Errorf("worse than it was")
	}
}

func loadPage(t *testing.T, path string) *Document {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	docs, errs := readAll(t, Options{Stdin: z, Format: "html"}, "-")
	if len(docs) != 1 {
		t.Logf("%s: %v", path, errs)
		return nil
	}
	return docs[0]
}

// bodyOf returns the text of an article without its headline, bylines and
// captions.
func bodyOf(d *Document) string {
	runes := []rune(d.Text)
	var b strings.Builder
	for _, p := range d.Parts {
		switch p.Kind {
		case Body, Heading, ListItem:
			b.WriteString(string(runes[p.Start:p.End]) + "\n")
		}
	}
	return b.String()
}

type score struct{ both, extra, missed float64 }

// shinglesInCommon compares the runs of four words of two texts, each as often
// as it occurs; the three figures add up to 1.
func shinglesInCommon(want, got string) score {
	count := func(text string) map[string]int {
		words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' })
		out := make(map[string]int)
		n := min(4, max(1, len(words)))
		for i := range len(words) - n + 1 {
			out[strings.Join(words[i:i+n], " ")]++
		}
		return out
	}
	a, b := count(want), count(got)
	var s score
	for k, n := range a {
		s.both += float64(min(n, b[k]))
		s.missed += float64(max(0, n-b[k]))
	}
	for k, n := range b {
		s.extra += float64(max(0, n-a[k]))
	}
	total := s.both + s.extra + s.missed
	if total == 0 {
		return s
	}
	return score{s.both / total, s.extra / total, s.missed / total}
}
