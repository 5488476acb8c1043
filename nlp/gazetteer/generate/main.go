// Command generate writes data/countries.tsv, the table of countries, from
// public lists of codes and names and from kgbuild's own additions in
// data/peoples.txt. Run it in the gazetteer's folder with the folder of the
// lists in KGBUILD_DATA; it is needed only when the lists change.
package main

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	if err := run(os.Getenv("KGBUILD_DATA")); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

type row struct {
	code, name, capital                   string
	aliases, adjectives, people, metonyms []string
}

func run(data string) error {
	if data == "" {
		return fmt.Errorf("set KGBUILD_DATA to the folder that holds countries/")
	}
	rows, err := codes(filepath.Join(data, "countries", "country-codes.csv"))
	if err != nil {
		return err
	}
	if err := variants(filepath.Join(data, "countries", "cldr-en-territories.json"), rows); err != nil {
		return err
	}
	if err := additions(filepath.Join("data", "peoples.txt"), rows); err != nil {
		return err
	}
	return write(filepath.Join("data", "countries.tsv"), rows)
}

// codes reads the list of country codes: code, names, capital.
func codes(path string) (map[string]*row, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	column := make(map[string]int)
	for i, h := range records[0] {
		column[h] = i
	}
	rows := make(map[string]*row)
	for _, r := range records[1:] {
		get := func(h string) string { return strings.TrimSpace(r[column[h]]) }
		c := &row{
			code:    get("ISO3166-1-Alpha-2"),
			name:    get("CLDR display name"),
			capital: strings.TrimPrefix(get("Capital"), "East "),
		}
		if c.name == "" {
			c.name = get("official_name_en")
		}
		for _, h := range []string{"official_name_en", "UNTERM English Short", "UNTERM English Formal"} {
			c.aliases = append(c.aliases, clean(get(h)))
		}
		rows[c.code] = c
	}
	return rows, nil
}

// clean takes the article, remarks in brackets and marks off an official name.
func clean(name string) string {
	name, _, _ = strings.Cut(name, " (")
	name = strings.TrimSuffix(strings.TrimSpace(name), "*")
	return strings.TrimSpace(strings.TrimPrefix(name, "the "))
}

// variants adds the short and variant names of territories.
func variants(path string, rows map[string]*row) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var file struct {
		Main struct {
			En struct {
				LocaleDisplayNames struct {
					Territories map[string]string `json:"territories"`
				} `json:"localeDisplayNames"`
			} `json:"en"`
		} `json:"main"`
	}
	if err := json.Unmarshal(b, &file); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	for key, name := range file.Main.En.LocaleDisplayNames.Territories {
		code, _, _ := strings.Cut(key, "-")
		if c, ok := rows[code]; ok {
			c.aliases = append(c.aliases, name)
		}
	}
	return nil
}

// additions reads kgbuild's own lines: demonyms, further names, metonyms.
func additions(path string, rows map[string]*row) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		parts := strings.Split(line, "|")
		if len(parts) != 5 {
			return fmt.Errorf("%s:%d: %d fields instead of 5", path, n, len(parts))
		}
		code := strings.TrimSpace(parts[0])
		names := list(parts[3])
		c, ok := rows[code]
		if !ok {
			if len(names) == 0 {
				return fmt.Errorf("%s:%d: code %s is not known and has no name", path, n, code)
			}
			c = &row{code: code, name: names[0]}
			rows[code] = c
		}
		c.adjectives = list(parts[1])
		c.people = list(parts[2])
		c.aliases = append(c.aliases, names...)
		c.metonyms = list(parts[4])
	}
	return lines.Err()
}

func list(s string) []string {
	var out []string
	for part := range strings.SplitSeq(s, ";") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// shortNames are the names by which kgbuild calls countries whose first name
// in the lists is long or an abbreviation.
var shortNames = map[string]string{
	"US": "United States", "GB": "United Kingdom", "CD": "Democratic Republic of the Congo",
	"CG": "Republic of the Congo", "BA": "Bosnia and Herzegovina", "MM": "Myanmar",
	"CZ": "Czech Republic", "CI": "Ivory Coast", "HK": "Hong Kong", "MO": "Macao",
	"PS": "Palestine", "TT": "Trinidad and Tobago", "CN": "China", "CV": "Cape Verde",
}

func write(path string, rows map[string]*row) error {
	var out strings.Builder
	out.WriteString("# Made by generate; see SOURCES.md. code, name, aliases, adjectives, people, capital, metonyms\n")
	var keys []string
	for k := range rows {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		c := rows[k]
		if short, ok := shortNames[k]; ok {
			c.aliases = append(c.aliases, c.name)
			c.name = short
		}
		c.name = strings.ReplaceAll(c.name, "’", "'")
		if k == "PS" {
			c.capital = "Ramallah" // the seat of its government; Jerusalem is read as Israel's
		}
		fmt.Fprintf(&out, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", c.code, c.name, join(c.aliases, c.name),
			join(c.adjectives, ""), join(c.people, ""), c.capital, join(c.metonyms, ""))
	}
	return os.WriteFile(path, []byte(out.String()), 0o644)
}

// join sorts the distinct non-empty names other than skip.
func join(names []string, skip string) string {
	var out []string
	for _, n := range names {
		n = strings.ReplaceAll(n, "’", "'")
		// A two-letter code is taken as a name only where news does so.
		if n == "" || n == skip || len(n) == 2 && n != "US" && n != "UK" || slices.Contains(out, n) {
			continue
		}
		out = append(out, n)
	}
	slices.Sort(out)
	return strings.Join(out, ";")
}
