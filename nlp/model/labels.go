package model

import (
	"fmt"
	"strings"
)

// labels is the lists of labels that the heads choose from.
type labels struct {
	xpos, upos, feats, name, relation []string
	lemma                             []script
	root                              int   // index of the relation of the root
	before                            []int // for an inside tag of a name: its begin tag; -1 for the others
}

func (l *labels) load(lists map[string][]string) error {
	var lemma []string
	for _, list := range []struct {
		name string
		to   *[]string
	}{
		{"xpos", &l.xpos}, {"upos", &l.upos}, {"feats", &l.feats}, {"lemma", &lemma}, {"name", &l.name}, {"rel", &l.relation},
	} {
		*list.to = lists[list.name]
		if len(*list.to) == 0 {
			return fmt.Errorf("%w: no labels %s", ErrFile, list.name)
		}
	}
	l.lemma = make([]script, len(lemma))
	for i, s := range lemma {
		var err error
		if l.lemma[i], err = parseScript(s); err != nil {
			return err
		}
	}
	l.root = -1
	for i, r := range l.relation {
		if r == "root" {
			l.root = i
		}
	}
	if l.root < 0 || len(l.relation) < 2 {
		return fmt.Errorf("%w: relations without root", ErrFile)
	}
	return l.loadNames()
}

// loadNames links every inside tag with its begin tag.
func (l *labels) loadNames() error {
	index := make(map[string]int, len(l.name))
	for i, tag := range l.name {
		index[tag] = i
	}
	l.before = make([]int, len(l.name))
	outside := false
	for i, tag := range l.name {
		l.before[i] = -1
		outside = outside || tag == "O"
		if kind, ok := strings.CutPrefix(tag, "I-"); ok {
			begin, ok := index["B-"+kind]
			if !ok {
				return fmt.Errorf("%w: name tag %s without B-%s", ErrFile, tag, kind)
			}
			l.before[i] = begin
		}
	}
	if !outside {
		return fmt.Errorf("%w: name tags without O", ErrFile)
	}
	return nil
}
