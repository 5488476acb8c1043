package gizmo

import (
	"errors"
	"strings"

	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/parser"
)

// Unfinished reports whether a script ends in the middle: with an open
// bracket, string over several lines or comment, or after a dot. Such a script
// may become right when more is written; one that is wrong does not.
func Unfinished(script string) bool {
	_, err := parser.ParseFile(nil, "", script, 0, parser.WithDisableSourceMaps)
	var list parser.ErrorList
	if !errors.As(err, &list) || len(list) == 0 {
		return false
	}
	if openComment(script) {
		return true
	}
	return strings.Contains(list[0].Message, "Unexpected end of input") ||
		strings.Contains(list[0].Message, "Unterminated template literal")
}

// openComment reports whether a script whose last comment is a block does not
// close it.
func openComment(script string) bool {
	i := strings.LastIndex(script, "/*")
	return i >= 0 && !strings.Contains(script[i:], "*/") &&
		!strings.Contains(script[strings.LastIndexByte(script[:i], '\n')+1:i], "//")
}

// Declares reports whether a script ends with a declaration, which has no value.
func Declares(script string) bool {
	tree, err := parser.ParseFile(nil, "", script, 0, parser.WithDisableSourceMaps)
	if err != nil || len(tree.Body) == 0 {
		return false
	}
	switch tree.Body[len(tree.Body)-1].(type) {
	case *ast.VariableStatement, *ast.LexicalDeclaration, *ast.FunctionDeclaration, *ast.ClassDeclaration:
		return true
	}
	return false
}
