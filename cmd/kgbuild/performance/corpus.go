package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// article is a line of the corpus.
type article struct {
	Title  string `json:"title"`
	Text   string `json:"text"`
	Date   string `json:"date"`
	Source string `json:"source"`
}

// baseArticles reads the news texts below folder: the documents of re3d, and
// the Wikinews articles of MEANTIME, whose tokens are put together again.
func baseArticles(folder string) ([]article, error) {
	var all []article
	files, err := filepath.Glob(filepath.Join(folder, "re3d", "*", "documents.jsonl"))
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		if err := eachLine(file, func(line string) error {
			var a article
			if err := json.Unmarshal([]byte(line), &a); err != nil {
				return err
			}
			all = append(all, a)
			return nil
		}); err != nil {
			return nil, err
		}
	}
	wikinews, err := meantime(filepath.Join(folder, "meantime", "meantime.conll"))
	if err != nil {
		return nil, err
	}
	if all = append(all, wikinews...); len(all) == 0 {
		return nil, errors.New("no articles")
	}
	return all, nil
}

func eachLine(path string, f func(string) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		if err := f(lines.Text()); err != nil {
			return fmt.Errorf("read %s: %w", path, err)
		}
	}
	return lines.Err()
}

// meantime reads a file of tokens: document, sentence, number and form, then
// what is of no use here. The first sentence is the title.
func meantime(path string) ([]article, error) {
	var all []article
	var sentence []string
	number := ""
	flush := func() {
		if len(sentence) == 0 {
			return
		}
		a := &all[len(all)-1]
		text := join(sentence)
		if a.Title == "" {
			a.Title = text
		}
		a.Text += text + "\n"
		sentence = nil
	}
	err := eachLine(path, func(line string) error {
		if strings.HasPrefix(line, "#begin document") {
			flush()
			all, number = append(all, article{Source: "Wikinews"}), ""
			return nil
		}
		fields := strings.Split(line, "\t")
		if len(fields) < 4 || len(all) == 0 {
			return nil
		}
		if fields[1] != number {
			flush()
			number = fields[1]
		}
		sentence = append(sentence, fields[3])
		return nil
	})
	flush()
	return all, err
}

// join puts tokens together with the spaces that print has.
func join(tokens []string) string {
	var b strings.Builder
	open := true
	for _, t := range tokens {
		if !open && !strings.ContainsAny(t[:1], ".,;:!?)%") && !strings.HasPrefix(t, "'") && t != "n't" {
			b.WriteByte(' ')
		}
		b.WriteString(t)
		open = t == "(" || t == "$" || t == "``"
	}
	return b.String()
}

// variation makes copies of articles with other names and dates.
type variation struct {
	lower map[string]bool // words that the articles also write in lower case
}

func newVariation(base []article) *variation {
	v := &variation{lower: make(map[string]bool)}
	for _, a := range base {
		for _, w := range words.FindAllString(a.Text, -1) {
			if unicode.IsLower([]rune(w)[0]) {
				v.lower[w] = true
			}
		}
	}
	return v
}

var (
	words = regexp.MustCompile(`\p{L}+`)
	years = regexp.MustCompile(`\b(19|20)\d\d\b`)
)

// apply returns copy number n of an article. A third of the names are the same
// in all copies, a third change with every copy, and the rest with every tenth,
// so that some things are spoken of everywhere and most in few articles.
// Countries and cities keep their names.
func (v *variation) apply(a article, n int) article {
	change := func(s string) string {
		s = words.ReplaceAllStringFunc(s, func(w string) string { return v.word(w, n) })
		return years.ReplaceAllStringFunc(s, func(y string) string {
			year, _ := strconv.Atoi(y)
			return strconv.Itoa(year - n%7)
		})
	}
	date := time.Date(2004, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(hash(a.Title, n)%7000))
	return article{Title: change(a.Title), Text: change(a.Text), Date: date.Format(time.DateOnly), Source: a.Source}
}

func (v *variation) word(w string, n int) string {
	r := []rune(w)
	if n == 0 || len(r) < 4 || !unicode.IsUpper(r[0]) || !unicode.IsLower(r[1]) || v.lower[strings.ToLower(w)] || ofTheWorld(w) {
		return w
	}
	switch hash(w, 0) % 3 {
	case 0:
		return w
	case 1:
		return invent(hash(w, n))
	}
	return invent(hash(w, 1_000_000+n/10))
}

func ofTheWorld(w string) bool {
	if _, err := time.Parse("January", w); err == nil {
		return true
	}
	if strings.HasSuffix(w, "day") {
		return true
	}
	_, country := gazetteer.CountryByName(w)
	_, people := gazetteer.CountryByDemonym(w)
	_, city := gazetteer.CityCountry(w)
	return country || people || city
}

func hash(s string, n int) uint64 {
	h := fnv.New64a()
	fmt.Fprintf(h, "%s %d", s, n)
	return h.Sum64()
}

// invent makes a name of two or three syllables.
func invent(h uint64) string {
	const first, second = "BDFGHKLMNPRSTVZ", "bdglmnrstvz"
	const vowels, last = "aeiou", "nrslm"
	take := func(from string) byte {
		c := from[h%uint64(len(from))]
		h /= uint64(len(from))
		return c
	}
	name := []byte{take(first), take(vowels), take(second), take(vowels), take(last)}
	if h%2 == 0 {
		name = append(name, take(second), take(vowels), take(last))
	}
	return string(name)
}

// writeCorpus writes n articles, one JSON object a line.
func writeCorpus(path string, base []article, n int) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	v := newVariation(base)
	w := bufio.NewWriter(f)
	encoder := json.NewEncoder(w)
	for i := range n {
		if err := encoder.Encode(v.apply(base[i%len(base)], i/len(base))); err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}
