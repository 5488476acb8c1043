package loaders

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// readNames reads a folder and returns the paths of its documents and errors,
// and what was skipped, relative to it.
func readNames(t *testing.T, dir string, o Options) (docs, skipped []string) {
	t.Helper()
	rel := func(path string) string {
		return filepath.ToSlash(strings.TrimPrefix(path, dir+string(filepath.Separator)))
	}
	o.Skipped = func(path, reason string) { skipped = append(skipped, rel(path)+": "+reason) }
	found, errs := readAll(t, o, dir)
	for _, d := range found {
		docs = append(docs, rel(d.Path))
	}
	for _, err := range errs {
		docs = append(docs, "error: "+rel(err.Error()))
	}
	return docs, skipped
}

func TestIncludeAndExclude(t *testing.T) {
	dir := writeFiles(t, map[string]string{
		"a.txt": sentence, "b.md": sentence, "2024/01/c.txt": sentence, "2024/02/d.html": webPage, "2024/02/e.txt": sentence,
		"drafts/f.txt": sentence, "2023/drafts/g.txt": sentence, "drafts.txt": sentence,
	})
	for _, c := range []struct {
		name             string
		include, exclude []string
		want             string
	}{
		{"all", nil, nil, "2023/drafts/g.txt 2024/01/c.txt 2024/02/d.html 2024/02/e.txt a.txt b.md drafts/f.txt drafts.txt"},
		{"by extension", []string{"*.{md,html}"}, nil, "2024/02/d.html b.md"},
		{"by folder", []string{"2024/**"}, nil, "2024/01/c.txt 2024/02/d.html 2024/02/e.txt"},
		{"one level", []string{"2024/*/*.txt"}, nil, "2024/01/c.txt 2024/02/e.txt"},
		{"at the top", []string{"/*.txt"}, nil, "a.txt drafts.txt"},
		{"several", []string{"a.*", "**/0[2-9]/*"}, nil, "2024/02/d.html 2024/02/e.txt a.txt"},
		{"without folders of a name", nil, []string{"drafts/"}, "2024/01/c.txt 2024/02/d.html 2024/02/e.txt a.txt b.md drafts.txt"},
		{"without one folder", nil, []string{"/drafts"}, "2023/drafts/g.txt 2024/01/c.txt 2024/02/d.html 2024/02/e.txt a.txt b.md drafts.txt"},
		{"both", []string{"*.txt"}, []string{"2024/01", "dr*"}, "2024/02/e.txt a.txt"},
	} {
		t.Run(c.name, func(t *testing.T) {
			docs, _ := readNames(t, dir, Options{Include: c.include, Exclude: c.exclude})
			if diff := cmp.Diff(strings.Fields(c.want), docs); diff != "" {
				t.Error(diff)
			}
		})
	}
	// A file that is named is read, whatever the patterns say.
	if docs, errs := readAll(t, Options{Include: []string{"*.md"}}, filepath.Join(dir, "a.txt")); len(docs) != 1 || len(errs) != 0 {
		t.Errorf("%d documents, %v", len(docs), errs)
	}
	for _, bad := range []string{"", "/", "a[", "{a"} {
		if _, err := NewReader(Options{Include: []string{bad}}); err == nil {
			t.Errorf("%q was taken for a pattern", bad)
		}
	}
}

func TestIgnoreFiles(t *testing.T) {
	dir := writeFiles(t, map[string]string{
		".kgbuildignore": "# notes of mine\n*.md\n\nold/\n!keep.md\n/top.txt\n", "a.md": sentence, "keep.md": sentence, "top.txt": sentence,
		"x/top.txt": sentence, "x/old/b.txt": sentence, "x/.kgbuildignore": "c.txt\n!a.md\n", "x/c.txt": sentence, "x/a.md": sentence,
		"y/c.txt": sentence, "z/.kgbuildignore": "ok*\na[\n", "z/ok.txt": sentence, "z/.hidden": sentence,
	})
	docs, skipped := readNames(t, dir, Options{})
	want := []string{"keep.md", "x/a.md", "x/top.txt", "y/c.txt", `error: z/.kgbuildignore:2: "a[" is not a valid pattern`}
	if diff := cmp.Diff(want, docs); diff != "" {
		t.Error(diff)
	}
	want = []string{
		"a.md: ignored by a .kgbuildignore file", "top.txt: ignored by a .kgbuildignore file", "x/c.txt: ignored by a .kgbuildignore file",
		"x/old: ignored by a .kgbuildignore file", "z/.hidden: its name begins with a dot", "z/ok.txt: ignored by a .kgbuildignore file",
	}
	if diff := cmp.Diff(want, skipped); diff != "" {
		t.Error(diff)
	}
}

func TestSidecars(t *testing.T) {
	dir := writeFiles(t, map[string]string{
		"a.txt": "Bridge of Arn\n\n3 May 2020\n\n" + sentence, "a.meta.json": `{"title": "The bridge", "date": "2021-06-07", "author": ["Ann Lee", "Bo Chi"], "source": "Arn News", "url": "https://arn.example/1", "language": "en-GB"}`,
		"b.html": webPage, "b.html.meta.yaml": "date: 2022-01-02\nsource:\n", "b.meta.yml": "author: not this one",
		"c.txt": sentence, "c.meta.json": `{"titel": "x"}`,
		"d.txt": sentence, "d.meta.yaml": "date: sometime in May\n",
		"e.txt": sentence, "e.meta.json": "[1]",
		"f.meta.json": `{"text": "` + strings.TrimSpace(sentence) + `"}`, // belongs to nothing: a file like others
	})
	var got []string
	docs, errs := readAll(t, Options{Date: "1999", Source: "Desk", Language: "fr"}, dir)
	for _, d := range docs {
		got = append(got, strings.Join([]string{filepath.Base(d.Path), d.Title, string(d.Date), string(d.DateFrom), d.Author, d.Source, d.URL, d.Language}, "|"))
	}
	for _, err := range errs {
		got = append(got, strings.TrimPrefix(err.Error(), dir+string(filepath.Separator)))
	}
	want := []string{
		"a.txt|The bridge|2021-06-07|sidecar|Ann Lee, Bo Chi|Arn News|https://arn.example/1|en",
		"b.html|The bridge of Arn|2022-01-02|sidecar||Desk||fr",
		"c.txt||1999|option||Desk||fr",
		"d.txt||1999|option||Desk||fr",
		"e.txt||1999|option||Desk||fr",
		"f.meta.json#1||1999|option||Desk||fr",
		`c.meta.json: no field "titel" is known; there are author, date, language, source, title, url`,
		`d.meta.yaml: date "sometime in May" is not understood as a date`,
		"e.meta.json: not understood as metadata: json: cannot unmarshal array into Go value of type map[string]interface {}",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	// Found beside a file that is named, too; a change of it is one of the document.
	one, _ := readAll(t, Options{}, filepath.Join(dir, "a.txt"))
	if err := os.WriteFile(filepath.Join(dir, "a.meta.json"), []byte(`{"title": "Another"}`), 0o666); err != nil {
		t.Fatal(err)
	}
	two, _ := readAll(t, Options{}, filepath.Join(dir, "a.txt"))
	if len(one) != 1 || len(two) != 1 || one[0].SHA256 != docs[0].SHA256 || one[0].SHA256 == two[0].SHA256 || two[0].Title != "Another" || one[0].Locator != two[0].Locator {
		t.Errorf("%+v\n%+v", one, two)
	}
}

// Aliases of YAML could stand for more than any memory holds.
func TestSidecarBomb(t *testing.T) {
	var bomb strings.Builder
	bomb.WriteString("a0: &a0 [word]\n")
	for i := range 9 {
		bomb.WriteString(strings.NewReplacer("N", string(rune('1'+i)), "P", string(rune('0'+i))).Replace("aN: &aN [*aP,*aP,*aP,*aP,*aP,*aP,*aP,*aP,*aP]\n"))
	}
	bomb.WriteString("author: *a9\n")
	dir := writeFiles(t, map[string]string{"a.txt": sentence, "a.meta.yaml": bomb.String(), "b.md": "---\n" + bomb.String() + "---\n\n" + sentence})
	docs, errs := readAll(t, Options{}, dir)
	if len(docs) != 2 || len(errs) != 1 || !strings.Contains(errs[0].Error(), "a.meta.yaml: ") {
		t.Errorf("%d documents, %v", len(docs), errs)
	}
}

// What names a document across its versions.
func TestLocators(t *testing.T) {
	text := strings.TrimSpace(sentence)
	dir := writeFiles(t, map[string]string{
		"a.txt":   sentence,
		"b.jsonl": `{"text": "` + text + `"}` + "\n" + `{"text": "` + text + `", "url": "HTTPS://arn.example/1#x"}` + "\n",
		"e.json":  "{\n\"text\": \"" + text + "\"}\n", "f.json": `{"text": "` + text + `"}` + "\n\n",
		"g.json": `[{"text": "` + text + `"}]`, "h.json": "{\n\"text\": \"" + text + "\"}\n{\n\"text\": \"" + text + "\"}",
		"c.zip": string(zipOf(t, map[string]string{"in/d.txt": sentence})),
	})
	t.Chdir(dir)
	docs, errs := readAll(t, Options{Stdin: strings.NewReader(sentence)}, "./a.txt", "b.jsonl", "c.zip", "e.json", "f.json", "g.json", "h.json", "-")
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	here, err := filepath.Abs(".")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range docs {
		got = append(got, d.Path+" "+strings.Replace(d.Locator, here, "HERE", 1))
	}
	want := []string{"a.txt HERE/a.txt", "b.jsonl#1 ", "b.jsonl#2 https://arn.example/1", "c.zip#in/d.txt HERE/c.zip#in/d.txt",
		"e.json#1 HERE/e.json", "f.json#1 HERE/f.json", "g.json#1 ", "h.json#1 ", "h.json#2 ", "- "}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// What has been read adds up to what there was to read.
func TestMeasure(t *testing.T) {
	dir := writeFiles(t, map[string]string{"a.txt": sentence, "b.zip": string(zipOf(t, map[string]string{"c.txt": sentence, "d.bin": "\x00\x01"})), "e.bin": "\x00\x01", "f/g.txt": sentence})
	r, err := NewReader(Options{Exclude: []string{"g.*"}})
	if err != nil {
		t.Fatal(err)
	}
	total, ok := r.Measure(t.Context(), dir)
	last := int64(0)
	for range r.Read(t.Context(), dir) {
		if now := r.Consumed(); now < last {
			t.Errorf("%d bytes after %d", now, last)
		}
		last = r.Consumed()
	}
	if !ok || total == 0 || r.Consumed() != total {
		t.Errorf("%d of %d bytes, %v", r.Consumed(), total, ok)
	}
	for _, p := range []string{"-", "https://arn.example/"} {
		if _, ok := r.Measure(t.Context(), dir, p); ok {
			t.Errorf("%s has a size", p)
		}
	}
}

// Sidecars in a zip archive do as they do in a folder.
func TestSidecarsInZip(t *testing.T) {
	archive := zipOf(t, map[string]string{
		"in/a.txt": sentence, "in/a.meta.json": `{"date": "2021-06-07"}`, "b/a.txt": sentence,
		"c.txt": sentence, "c.meta.yaml": "dat: 1",
	})
	docs, errs := readAll(t, Options{Stdin: bytes.NewReader(archive)}, "-")
	got := make(map[string]string)
	for _, d := range docs {
		got[d.Path] = string(d.Date) + " " + string(d.DateFrom)
	}
	want := map[string]string{"-#in/a.txt": "2021-06-07 sidecar", "-#b/a.txt": " ", "-#c.txt": " "}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if len(errs) != 1 || !strings.HasPrefix(errs[0].Error(), `-#c.meta.yaml: no field "dat" is known`) {
		t.Errorf("errors %v", errs)
	}
}
