package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/score"
	"github.com/kgbuild/kgbuild/graph/store"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

// evalClaims scores the claims of the store against gold files of facts.
// Precision counts the predicates of the built-in codebook.
func evalClaims(opts evalOptions, files []string, s streams) error {
	r, err := openStore(opts.store)
	if err != nil {
		return err
	}
	defer r.Close()
	g, err := readGraph(r)
	if err != nil {
		return err
	}
	book, err := codebook.Builtin()
	if err != nil {
		return err
	}
	known := predicates(book)
	total := &score.Result{Document: "total"}
	var results []*score.Result
	for _, name := range files {
		gold, err := readGold(name)
		if err != nil {
			return err
		}
		result := score.Compare(g, gold, known)
		if result.Absent {
			fmt.Fprintf(s.err, "kgbuild: %s: the store does not hold %s\n", name, gold.Document)
		}
		total.Add(result)
		results = append(results, result)
	}
	results = append(results, total)
	if opts.output == jsonFormat {
		return writeScores(results, s.out)
	}
	if opts.show {
		showDifferences(r, results, s.out)
	}
	return scoreGrid(results).write(s.out, opts.output)
}

func readGold(name string) (*score.Gold, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return score.ReadGold(name, f)
}

// readGraph reads what scoring needs of the graph into memory.
func readGraph(r *store.Reader) (*graph.Resolution, error) {
	g := &graph.Resolution{}
	for d, err := range r.Documents() {
		if err != nil {
			return nil, err
		}
		g.Documents = append(g.Documents, *d)
	}
	for e, err := range r.Entities() {
		if err != nil {
			return nil, err
		}
		g.Entities = append(g.Entities, *e)
	}
	for c, err := range r.Claims() {
		if err != nil {
			return nil, err
		}
		g.Claims = append(g.Claims, *c)
	}
	return g, nil
}

func writeScores(results []*score.Result, w io.Writer) error {
	for _, r := range results {
		record := struct {
			*score.Result
			Precision float64 `json:"precision"`
			Recall    float64 `json:"recall"`
			F1        float64 `json:"f1"`
		}{r, r.Precision(), r.Recall(), r.F1()}
		if err := writeJSONLine(w, record); err != nil {
			return err
		}
	}
	return nil
}

func scoreGrid(results []*score.Result) *grid {
	g := &grid{columns: []string{"document", "precision", "recall", "F1", "stated right", "attribution right"}}
	for _, r := range results {
		g.add(r.Document,
			fmt.Sprintf("%.3f (%d/%d)", r.Precision(), r.Right, r.Judged),
			fmt.Sprintf("%.3f (%d/%d)", r.Recall(), r.Found, r.Core),
			fmt.Sprintf("%.3f", r.F1()),
			fmt.Sprintf("%d/%d", r.Stated, r.Found),
			fmt.Sprintf("%d/%d", r.Attributed, r.Attributing))
	}
	return g
}

func showDifferences(r *store.Reader, results []*score.Result, w io.Writer) {
	for _, result := range results {
		if len(result.Missed)+len(result.Wrong)+len(result.Misstated)+len(result.Misattributed) == 0 {
			continue
		}
		fmt.Fprintf(w, "%s\n", result.Document)
		for _, f := range result.Missed {
			fmt.Fprintf(w, "  missed  %s\n", factLine(f))
		}
		for _, c := range result.Wrong {
			fmt.Fprintf(w, "  wrong   %s\n", claimLine(r, c))
		}
		for _, m := range result.Misstated {
			fmt.Fprintf(w, "  stated wrongly  %s  is %s, %s\n", factLine(m.Fact), m.Fact.Polarity, m.Fact.Modality)
			showClaims(r, m.Claims, w)
		}
		for _, m := range result.Misattributed {
			fmt.Fprintf(w, "  attributed wrongly  %s  is said by %s\n", factLine(m.Fact), m.Fact.Attribution)
			showClaims(r, m.Claims, w)
		}
		fmt.Fprintln(w)
	}
}

func showClaims(r *store.Reader, claims []*graph.Claim, w io.Writer) {
	for _, c := range claims {
		fmt.Fprintf(w, "    as  %s\n", claimLine(r, c))
	}
}

func factLine(f *score.Fact) string {
	var alternatives []string
	for _, p := range f.Predicates {
		alternatives = append(alternatives, string(p))
	}
	return fmt.Sprintf("%s %s %s", f.Subject, strings.Join(alternatives, "|"), f.Object)
}

// claimLine is a claim as a sentence, how it is stated, and the text it stands in.
func claimLine(r *store.Reader, c *graph.Claim) string {
	sentence, err := r.Sentence(c)
	if err != nil {
		sentence = string(c.ID)
	}
	evidence := ""
	if len(c.Evidence) > 0 {
		evidence = flat(c.Evidence[0].Text)
	}
	return fmt.Sprintf("%s  [%s, %s]  «%s»", sentence, c.Polarity, c.Modality, evidence)
}
