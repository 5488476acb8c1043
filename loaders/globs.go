package loaders

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// glob is a pattern for files below a folder: "*.txt", "2024/**/*.html",
// "drafts/". One without a slash, other than at its end, fits names in any
// folder; one that ends with a slash fits folders only.
type glob struct {
	pattern string
	inAny   bool // the name alone counts
	folders bool // only folders fit
}

func parseGlob(s string) (glob, error) {
	g := glob{pattern: filepath.ToSlash(s)}
	if folder, ok := strings.CutSuffix(g.pattern, "/"); ok {
		g.pattern, g.folders = folder, true
	}
	g.inAny = !strings.Contains(g.pattern, "/")
	g.pattern = strings.TrimPrefix(g.pattern, "/")
	if g.pattern == "" || !doublestar.ValidatePattern(g.pattern) {
		return g, fmt.Errorf("%q is not a valid pattern", s)
	}
	return g, nil
}

func parseGlobs(all []string) ([]glob, error) {
	out := make([]glob, len(all))
	for i, s := range all {
		var err error
		if out[i], err = parseGlob(s); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// fits reports whether the glob fits a path relative to its folder, with
// slashes.
func (g glob) fits(rel string, folder bool) bool {
	if g.folders && !folder {
		return false
	}
	if g.inAny {
		rel = path.Base(rel)
	}
	ok, err := doublestar.Match(g.pattern, rel)
	return ok && err == nil
}

func anyFits(all []glob, rel string, folder bool) bool {
	for _, g := range all {
		if g.fits(rel, folder) {
			return true
		}
	}
	return false
}

// ignoreFile is the name of the files that say what of their folder is not to
// be read: a pattern a line, "#" for comments, "!" for what is to be read all
// the same. The last pattern that fits decides, and files further down count
// after those above.
const ignoreFile = ".kgbuildignore"

// maxIgnoreFile bounds an ignore file.
const maxIgnoreFile = 1 << 20

// ignoreRules are those of one folder.
type ignoreRules struct {
	folder string // relative to the root, "" for the root
	rules  []ignoreRule
}

type ignoreRule struct {
	glob
	keep bool
}

// readIgnoreFile returns the rules of a folder, or nil when it has none.
func readIgnoreFile(dir, rel string) (*ignoreRules, error) {
	name := filepath.Join(dir, ignoreFile)
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, failure(name, err)
	}
	defer f.Close()
	out := &ignoreRules{folder: rel}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, maxIgnoreFile)
	for number := 1; lines.Scan(); number++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		var r ignoreRule
		line, r.keep = strings.CutPrefix(line, "!")
		if r.glob, err = parseGlob(line); err != nil {
			return out, failure(fmt.Sprintf("%s:%d", name, number), err)
		}
		out.rules = append(out.rules, r)
	}
	if err := lines.Err(); err != nil {
		return out, failure(name, err)
	}
	return out, nil
}

// ignored reports whether the last rule that fits leaves a path out.
func ignored(all []*ignoreRules, rel string, folder bool) bool {
	out := false
	for _, r := range all {
		inside := rel
		if r.folder != "" {
			inside = strings.TrimPrefix(rel, r.folder+"/")
		}
		for _, rule := range r.rules {
			if rule.fits(inside, folder) {
				out = !rule.keep
			}
		}
	}
	return out
}
