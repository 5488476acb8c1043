package loaders

import (
	"errors"
	"fmt"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/token"
)

// unmarshalYAML reads named values. It contains what the parser makes of files
// from anywhere, and refuses aliases, a few of which can stand for more values
// than any memory holds.
func unmarshalYAML(text string) (fields map[string]any, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	for _, t := range lexer.Tokenize(text) {
		if t.Type == token.AliasType || t.Type == token.MergeKeyType {
			return nil, errors.New("aliases are not read")
		}
	}
	err = yaml.Unmarshal([]byte(text), &fields)
	return fields, err
}
