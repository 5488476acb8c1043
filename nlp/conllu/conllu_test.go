package conllu_test

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/conllu"
)

func read(t testing.TB, text string) []conllu.Sentence {
	t.Helper()
	s, err := conllu.ReadAll(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func write(t testing.TB, s []conllu.Sentence) string {
	t.Helper()
	var b strings.Builder
	if err := conllu.Write(&b, s); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func sample(t testing.TB) string {
	t.Helper()
	data, err := os.ReadFile("testdata/sample.conllu")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestRoundTrip(t *testing.T) {
	text := sample(t)
	if diff := cmp.Diff(text, write(t, read(t, text))); diff != "" {
		t.Errorf("file (-want +got):\n%s", diff)
	}
}

func TestAnalysis(t *testing.T) {
	docs := conllu.Documents(read(t, sample(t)))
	if len(docs) != 2 || docs[0].Name != "one" || docs[1].Name != "two" {
		t.Fatalf("%d documents", len(docs))
	}
	a, err := docs[0].Analysis()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := a.Document.Text.String(), "A café’s title\n\nThey  don't \"know\" Ann Lee. No."; got != want {
		t.Errorf("text %q, want %q", got, want)
	}
	wantDoc := &nlp.Document{Title: "A title", Date: nlp.Date{Year: 2024, Month: 1, Day: 4}, Blocks: []nlp.Block{
		{Span: nlp.Span{Start: 0, End: 14}, Kind: nlp.TitleBlock},
		{Span: nlp.Span{Start: 16, End: 47}, Kind: nlp.BodyBlock},
	}}
	if diff := cmp.Diff(wantDoc, a.Document, cmpopts.IgnoreFields(nlp.Document{}, "Text")); diff != "" {
		t.Errorf("document (-want +got):\n%s", diff)
	}
	for _, s := range a.Sentences {
		for _, tok := range s.Tokens {
			if got := a.Document.Text.Slice(tok.Span); got != tok.Form {
				t.Errorf("token %q is %q in the text", tok.Form, got)
			}
		}
	}
	second := a.Sentences[1]
	if !second.Tokens[2].Continues || second.Tokens[1].SpaceAfter || !second.Tokens[2].SpaceAfter {
		t.Errorf("don't: %+v", second.Tokens[1:3])
	}
	if diff := cmp.Diff([]nlp.Name{{Tokens: nlp.Range{First: 6, End: 8}, Type: nlp.Person, Score: 1}}, second.Names); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
	for _, l := range []nlp.Layer{nlp.SentenceLayer, nlp.SyntaxLayer, nlp.NameLayer} {
		if !a.Has(l) {
			t.Errorf("no layer %s", l)
		}
	}
	plain, err := docs[1].Analysis()
	if err != nil {
		t.Fatal(err)
	}
	if plain.Has(nlp.SyntaxLayer) || plain.Has(nlp.NameLayer) || !plain.Has(nlp.SentenceLayer) {
		t.Error("words without tags and heads give the wrong layers")
	}
}

// TestFromAnalysis writes an analysis and reads the same one back.
func TestFromAnalysis(t *testing.T) {
	a, err := conllu.Documents(read(t, sample(t)))[0].Analysis()
	if err != nil {
		t.Fatal(err)
	}
	text := write(t, conllu.FromAnalysis(a, "one"))
	for _, want := range []string{
		"# newdoc id = one\n# title = A title\n# date = 2024-01-04\n# newpar\n# block = title\n# sent_id = 1\n",
		"2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tTokenRange=22:27\n",
		"7\tAnn\tAnn\tPROPN\tNNP\t_\t4\tobj\t_\tNER=B-Person|TokenRange=35:38\n",
		"8\tLee\tLee\tPROPN\tNNP\t_\t7\tflat\t_\tNER=I-Person|SpaceAfter=No|TokenRange=39:42\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	back, err := conllu.Documents(read(t, text))[0].Analysis()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(a.Sentences, back.Sentences); diff != "" {
		t.Errorf("sentences (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(a.Document.Blocks, back.Document.Blocks); diff != "" {
		t.Errorf("blocks (-want +got):\n%s", diff)
	}
}

func TestAnnotate(t *testing.T) {
	doc := conllu.Documents(read(t, sample(t)))[0]
	a, err := doc.Analysis()
	if err != nil {
		t.Fatal(err)
	}
	a.Sentences[1].Tokens[0].UPOS = "NOUN"
	a.Sentences[1].Names = nil
	if err := doc.Annotate(a); err != nil {
		t.Fatal(err)
	}
	text := write(t, doc.Sentences)
	for _, want := range []string{"# custom comment", "1\tThey\tthey\tNOUN", "7\tAnn\tAnn\tPROPN\tNNP\t_\t4\tobj\t_\tKeep=1|TokenRange=35:38"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	a.Sentences = a.Sentences[1:]
	if err := doc.Annotate(a); err == nil {
		t.Error("fewer sentences: no error")
	}
}

func TestReadFile(t *testing.T) {
	const text = "# sent_id = a\n1\tAnn\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
	dir := t.TempDir()
	plain, packed, broken := filepath.Join(dir, "a.conllu"), filepath.Join(dir, "a.conllu.gz"), filepath.Join(dir, "b.conllu.gz")
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for path, content := range map[string][]byte{plain: []byte(text), packed: z.Bytes(), broken: []byte(text)} {
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, path := range []string{plain, packed} {
		got, err := conllu.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(read(t, text), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", path, diff)
		}
	}
	for _, path := range []string{broken, filepath.Join(dir, "none")} {
		if _, err := conllu.ReadFile(path); err == nil || !strings.Contains(err.Error(), path) {
			t.Errorf("error %v, want one that names %s", err, path)
		}
	}
}

func TestReadings(t *testing.T) {
	const words = "1\tAnn\t_\t_\t_\t_\t_\t_\t_\t_\n2\tmet\t_\t_\t_\t_\t_\t_\t_\t_\n3\tBob\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
	text := "# reading = 1 | met | 3 | 0.98765\n#reading=0|praised|2|1\n# readings = many\n" + words + words
	doc := conllu.Documents(read(t, text))[0]
	a, err := doc.Analysis()
	if err != nil {
		t.Fatal(err)
	}
	want := []nlp.Reading{
		{Subject: nlp.Speaker, Object: 1, Predicate: "praised", Probability: 1},
		{Subject: 0, Object: 2, Predicate: "met", Probability: 0.98765},
	}
	if diff := cmp.Diff(want, a.Sentences[0].Readings); diff != "" {
		t.Errorf("readings (-want +got):\n%s", diff)
	}
	if got := a.Sentences[1].Readings; got != nil {
		t.Errorf("a sentence without comments has the readings %+v", got)
	}
	back, err := conllu.Documents(read(t, write(t, conllu.FromAnalysis(a, ""))))[0].Analysis()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(a.Sentences, back.Sentences); diff != "" {
		t.Errorf("sentences (-want +got):\n%s", diff)
	}
	a.Sentences[0].Readings = want[:1]
	if err := doc.Annotate(a); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"readings = many", "reading = 0 | praised | 2 | 1"}, doc.Sentences[0].Comments); diff != "" {
		t.Errorf("comments (-want +got):\n%s", diff)
	}
	for _, test := range []struct{ reading, want string }{
		{"1 | met | 3", "3 fields, not 4"},
		{"1 | met | 4 | 0.9", `"4" is no word of 3`},
		{"-1 | met | 3 | 0.9", `"-1" is no word of 3`},
		{"x | met | 3 | 0.9", `"x" is no word of 3`},
		{"3 | met | 3 | 0.9", "subject and object are the same"},
		{"1 | met | 3 | 1.5", `"1.5" is no probability`},
		{"1 | met | 3 | NaN", `"NaN" is no probability`},
	} {
		doc := conllu.Documents(read(t, "# reading = "+test.reading+"\n"+words))[0]
		want := "conllu sentence at line 1: \"reading = " + test.reading + "\": " + test.want
		if _, err := doc.Analysis(); err == nil || err.Error() != want {
			t.Errorf("error %v, want %s", err, want)
		}
	}
}

func TestNames(t *testing.T) {
	const line = "%d\tx\t_\t_\t_\t_\t_\t_\t_\t"
	for _, test := range []struct{ tags, want string }{
		{"B-PER I-PER O S-GPE", "Person 0-2, Place 3-4"},
		{"B-ORG E-ORG B-ORG", "Organization 0-2, Organization 2-3"},
		{"I-Country I-Country I-City", "Country 0-2, City 2-3"},
		{"B-DATE I-DATE O O", ""},
	} {
		var b strings.Builder
		for i, tag := range strings.Fields(test.tags) {
			b.WriteString(strings.Replace(line, "%d", string(rune('1'+i)), 1) + "ner=" + tag + "\n")
		}
		a, err := conllu.Documents(read(t, b.String()))[0].Analysis()
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, n := range a.Sentences[0].Names {
			got = append(got, string(n.Type)+" "+string(rune('0'+n.Tokens.First))+"-"+string(rune('0'+n.Tokens.End)))
		}
		if s := strings.Join(got, ", "); s != test.want {
			t.Errorf("%s: %s, want %s", test.tags, s, test.want)
		}
		if !a.Has(nlp.NameLayer) {
			t.Errorf("%s: no name layer", test.tags)
		}
	}
}

func TestErrors(t *testing.T) {
	const rest = "\t_\t_\t_\t_\t_\t_\t_\t_\n"
	for _, test := range []struct{ text, want string }{
		{"1\ta\tb\n", "conllu line 1: 3 columns, not 10 parted by tabs"},
		{"# c\n2\ta" + rest, "conllu line 2: word number 2 where 1 is due"},
		{"x\ta" + rest, `conllu line 1: word number "x" is no number`},
		{"1\t" + rest, "conllu line 1: empty form"},
		{"1\ta\t_\t_\t_\t_\tx\t_\t_\t_\n", `conllu line 1: head "x" is no number`},
		{"1\ta\t_\t_\t_\t_\t7\t_\t_\t_\n\n", "conllu line 2: head 7 of word 1 in a sentence of 1 words"},
		{"1-3\ta" + rest + "1\ta" + rest + "\n", "conllu line 3: range 1-3 goes beyond the sentence's 1 words"},
		{"2-1\ta" + rest, `conllu line 1: range "2-1" is not two rising numbers`},
		{"1\t\xff" + rest, "conllu line 1: not valid UTF-8"},
		{strings.Repeat("x", conllu.MaxLine+1), "conllu line 1: longer than 1048576 bytes"},
	} {
		_, err := conllu.ReadAll(strings.NewReader(test.text))
		if err == nil || err.Error() != test.want {
			t.Errorf("%.40q: %v, want %s", test.text, err, test.want)
		}
	}
}

func TestTrees(t *testing.T) {
	for _, test := range []struct{ heads, want string }{
		{"0 1", ""},
		{"2 1", "conllu sentence at line 1: 0 roots, not one"},
		{"0 0", "conllu sentence at line 1: 2 roots, not one"},
		{"0 3 2", "conllu sentence at line 1: the heads of word 2 go round in a circle"},
		{"0 _", "conllu sentence at line 1: 1 of 2 words have no head"},
		{"_ _", ""},
	} {
		var b strings.Builder
		for i, h := range strings.Fields(test.heads) {
			b.WriteString(string(rune('1'+i)) + "\ta\t_\tX\tX\t_\t" + h + "\tdep\t_\t_\n")
		}
		_, err := conllu.Documents(read(t, b.String()))[0].Analysis()
		if got := errorText(err); got != test.want {
			t.Errorf("heads %s: %s, want %s", test.heads, got, test.want)
		}
	}
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// FuzzRead checks that what can be read can be analysed or is refused, and that
// writing it and reading it again changes nothing.
func FuzzRead(f *testing.F) {
	f.Add(sample(f))
	f.Add("1-2\tab\t_\t_\t_\t_\t_\t_\t_\t_\n1\tc\t_\tX\t_\t_\t0\troot\t_\tNER=I-PER\n2\td\t_\tX\t_\t_\t1\tdep\t_\tSpaceAfter=No\n\n")
	f.Fuzz(func(t *testing.T, text string) {
		sentences, err := conllu.ReadAll(strings.NewReader(text))
		if err != nil {
			return
		}
		once := write(t, sentences)
		again, err := conllu.ReadAll(strings.NewReader(once))
		if err != nil {
			t.Fatalf("written file cannot be read: %v\n%s", err, once)
		}
		if twice := write(t, again); twice != once {
			t.Fatalf("second writing differs:\n%q\n%q", once, twice)
		}
		for _, d := range conllu.Documents(sentences) {
			a, err := d.Analysis()
			if err != nil {
				continue
			}
			for _, s := range a.Sentences {
				for _, tok := range s.Tokens {
					if a.Document.Text.Check(tok.Span) != nil {
						t.Fatalf("span %v", tok.Span)
					}
				}
			}
			conllu.FromAnalysis(a, d.Name)
		}
	})
}

// TestTreebanks writes the development sets' analyses and finds the words as
// they were.
func TestTreebanks(t *testing.T) {
	dir := os.Getenv("KGBUILD_DATA")
	if dir == "" {
		t.Skip("KGBUILD_DATA is not set to the data folder")
	}
	for _, file := range []string{"ud-ewt/en_ewt-ud-dev.conllu", "ud-gum/en_gum-ud-dev-open.conllu"} {
		data, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range conllu.Documents(read(t, string(data))) {
			a, err := d.Analysis()
			if err != nil {
				t.Fatalf("%s: %v", file, err)
			}
			back := conllu.FromAnalysis(a, d.Name)
			for i := range back {
				want, got := columns(d.Sentences[i].Words), columns(back[i].Words)
				if !slices.Equal(want, got) {
					t.Fatalf("%s line %d (-want +got):\n%s", file, d.Sentences[i].Line, cmp.Diff(want, got))
				}
				if got, _ := back[i].Comment("text"); got != strings.TrimSpace(text(d.Sentences[i])) {
					t.Errorf("%s line %d: text %q", file, d.Sentences[i].Line, got)
				}
			}
		}
	}
}

// columns returns the words without the columns that an analysis does not keep.
func columns(words []conllu.Word) []conllu.Word {
	out := slices.Clone(words)
	for i := range out {
		out[i].Misc, out[i].Enhanced = "", ""
	}
	return out
}

func text(s conllu.Sentence) string {
	v, _ := s.Comment("text")
	return v
}
