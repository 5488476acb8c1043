package loaders

import (
	"fmt"
	"net/url"
	"strings"
)

// Fields names the fields of a record that hold a document. A name with dots
// ("meta.published") leads into nested objects when no field has the whole
// name. Empty names mean the defaults: text, title, date, author, source, url,
// language.
type Fields struct {
	Text, Title, Date, Author, Source, URL, Language string
}

func (f Fields) withDefaults() Fields {
	setIfEmpty(&f.Text, "text")
	setIfEmpty(&f.Title, "title")
	setIfEmpty(&f.Date, "date")
	setIfEmpty(&f.Author, "author")
	setIfEmpty(&f.Source, "source")
	setIfEmpty(&f.URL, "url")
	setIfEmpty(&f.Language, "language")
	return f
}

// record is a set of named values about one document.
type record struct {
	fields map[string]any
	doc    *Document
}

// fill puts the record's values, other than the text, into the document. A
// date that is not understood is left out and noted.
func (r record) fill(f Fields) {
	d := r.doc
	setIfEmpty(&d.Title, oneLine(r.str(f.Title)))
	setIfEmpty(&d.Author, oneLine(r.str(f.Author)))
	setIfEmpty(&d.Source, oneLine(r.str(f.Source)))
	setIfEmpty(&d.URL, strings.TrimSpace(r.str(f.URL)))
	setIfEmpty(&d.Language, languageCode(r.str(f.Language)))
	setIfEmpty(&d.Locator, locatorOf(d.URL))
	setIfEmpty(&d.Source, siteOf(d.URL))
	switch v := r.value(f.Date).(type) {
	case nil:
	case float64:
		r.date(f.Date, unixDate(v), v)
	case uint64:
		if v < 3000 { // a year in front matter, where YAML makes it a number
			r.date(f.Date, metadataDate(fmt.Sprint(v)), v)
		} else {
			r.date(f.Date, unixDate(float64(v)), v)
		}
	case string:
		if strings.TrimSpace(v) != "" {
			r.date(f.Date, metadataDate(v), v)
		}
	default:
		r.date(f.Date, "", v)
	}
}

func (r record) date(field string, d Date, given any) {
	if d == "" {
		r.doc.Notes = append(r.doc.Notes, fmt.Sprintf("%s %q is not understood as a date", field, fmt.Sprint(given)))
	}
	r.doc.setDate(d, FromMetadata)
}

// value returns the field, or nil.
func (r record) value(name string) any {
	if v, ok := r.fields[name]; ok {
		return v
	}
	var at any = r.fields
	for step := range strings.SplitSeq(name, ".") {
		object, ok := at.(map[string]any)
		if !ok {
			return nil
		}
		at = object[step]
	}
	return at
}

// str returns a field as text: a string, a list of them joined by ", ", or the
// name of an object.
func (r record) str(name string) string { return textOf(r.value(name)) }

func textOf(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case []any:
		var all []string
		for _, e := range v {
			if s := textOf(e); s != "" {
				all = append(all, s)
			}
		}
		return strings.Join(all, ", ")
	case map[string]any:
		return textOf(v["name"])
	}
	return ""
}

// siteOf returns the host of an address without "www.", or "".
func siteOf(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// languageCode cuts a language tag ("en-GB") to its language, or returns ""
// for what is no tag.
func languageCode(tag string) string {
	tag, _, _ = strings.Cut(strings.ToLower(strings.TrimSpace(tag)), "-")
	tag, _, _ = strings.Cut(tag, "_")
	if len(tag) < 2 || len(tag) > 3 || strings.Trim(tag, "abcdefghijklmnopqrstuvwxyz") != "" {
		return ""
	}
	return tag
}
