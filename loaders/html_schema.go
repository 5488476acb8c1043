package loaders

import (
	"encoding/json"
	"strings"
)

// addSchema collects the objects of a JSON-LD script; one that is not valid
// JSON says nothing.
func (m *pageMetadata) addSchema(script string) {
	var v any
	if json.Unmarshal([]byte(strings.TrimSpace(script)), &v) == nil {
		m.collect(v)
	}
}

func (m *pageMetadata) collect(v any) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			m.collect(e)
		}
	case map[string]any:
		m.schema = append(m.schema, v)
		m.collect(v["@graph"])
		m.collect(v["mainEntity"])
	}
}

// articleSchema returns the schema.org object that describes the article, or
// an empty one.
func (m *pageMetadata) articleSchema() map[string]any {
	for _, want := range []string{"Article", "Posting", "WebPage"} {
		for _, o := range m.schema {
			if strings.Contains(typeOf(o["@type"]), want) {
				return m.resolved(o)
			}
		}
	}
	return nil
}

// resolved replaces references ({"@id": …}) to author and publisher by the
// objects of the same page.
func (m *pageMetadata) resolved(o map[string]any) map[string]any {
	out := make(map[string]any, len(o))
	for k, v := range o {
		if ref, ok := v.(map[string]any); ok && ref["name"] == nil && ref["@id"] != nil {
			for _, other := range m.schema {
				if other["@id"] == ref["@id"] && other["name"] != nil {
					v = other
				}
			}
		}
		out[k] = v
	}
	return out
}

func typeOf(v any) string {
	if list, ok := v.([]any); ok {
		var all []string
		for _, e := range list {
			all = append(all, textOf(e))
		}
		return strings.Join(all, " ")
	}
	return textOf(v)
}

// names returns the names of people or organisations in schema.org's forms.
func names(v any) string { return noAddress(oneLine(textOf(v))) }
