package main

import (
	"fmt"
	"runtime"
	"strings"
)

// row is a line of a table: what it says, and its value for a measurement.
type row struct {
	name  string
	value func(*measurement) string
}

func perSecond(n int, c cost) float64 { return float64(n) / c.cpu.Seconds() }

func (m *measurement) perDocument() float64 { return m.ingest.cpu.Seconds() / float64(m.documents) }

var rows = []row{
	{"tokens", func(m *measurement) string { return fmt.Sprint(m.tokens) }},
	{"claims · quads", func(m *measurement) string { return fmt.Sprintf("%d · %d", m.claims, m.quads) }},
	{"tokens a CPU second, end to end", func(m *measurement) string { return fmt.Sprintf("%.0f", perSecond(m.tokens, m.ingest)) }},
	{"tokens a CPU second, analysis alone (`annotate`)", func(m *measurement) string {
		if m.analysis.cpu == 0 {
			return "–"
		}
		return fmt.Sprintf("%.0f", perSecond(m.tokens, m.analysis))
	}},
	{"CPU milliseconds a document, end to end", func(m *measurement) string { return fmt.Sprintf("%.1f", 1000*m.perDocument()) }},
	{"peak memory of the ingest, MB", func(m *measurement) string { return megabytes(m.ingest.memory) }},
	{"the same corpus again: CPU seconds", func(m *measurement) string { return fmt.Sprintf("%.2f", m.again.cpu.Seconds()) }},
	{"`rebuild`: CPU seconds", func(m *measurement) string { return fmt.Sprintf("%.1f", m.rebuild.cpu.Seconds()) }},
	{"`rebuild`: peak memory, MB", func(m *measurement) string { return megabytes(m.rebuild.memory) }},
	{"ingest ÷ rebuild, CPU time", func(m *measurement) string {
		return fmt.Sprintf("%.1f", m.ingest.cpu.Seconds()/m.rebuild.cpu.Seconds())
	}},
	{"bytes on disk a claim: log · graph", func(m *measurement) string {
		return fmt.Sprintf("%d · %d", m.logBytes/int64(m.claims), m.graphBytes/int64(m.claims))
	}},
}

func megabytes(n int64) string { return fmt.Sprintf("%.0f", float64(n)/1e6) }

// write returns the section.
func write(all []measurement, base int) string {
	var b strings.Builder
	fmt.Fprintf(&b, `## From documents to a graph

Written by one command, which needs the public corpora in the folder KGBUILD_DATA:

    KGBUILD_DATA=… go run ./cmd/kgbuild/performance -o docs/performance.md

The corpora are %d news texts (re3d, MEANTIME's Wikinews articles), repeated with other names and dates. Times are CPU times, which
other work on the machine lengthens but less than it lengthens waiting; %s/%s, %d processors.

`, base, runtime.GOOS, runtime.GOARCH, runtime.NumCPU())
	head, line := "| documents |", "| --- |"
	for _, m := range all {
		head += fmt.Sprintf(" %d |", m.documents)
		line += " --- |"
	}
	fmt.Fprintf(&b, "%s\n%s\n", head, line)
	for _, r := range rows {
		fmt.Fprintf(&b, "| %s |", r.name)
		for i := range all {
			fmt.Fprintf(&b, " %s |", r.value(&all[i]))
		}
		b.WriteString("\n")
	}
	b.WriteString("\n### Where the time goes\n\nShare of the ingest's CPU time. The model works in goroutines of its own and is nearly all of what is left; the rest of that is\nthe program's start and the runtime.\n\n")
	fmt.Fprintf(&b, "%s\n%s\n", strings.Replace(head, "documents", "stage", 1), line)
	for _, s := range stages {
		fmt.Fprintf(&b, "| %s |", s.name)
		for i := range all {
			fmt.Fprintf(&b, " %.1f %% |", 100*all[i].shares[s.name])
		}
		b.WriteString("\n")
	}
	b.WriteString("| what is left: the model |")
	for i := range all {
		left := 1.0
		for _, share := range all[i].shares {
			left -= share
		}
		fmt.Fprintf(&b, " %.1f %% |", 100*left)
	}
	b.WriteString("\n")
	if len(all) >= 2 {
		b.WriteString(ratios(&all[len(all)-2], &all[len(all)-1]))
	}
	return b.String()
}

// ratios compares the two largest corpora with what is asked for.
func ratios(small, large *measurement) string {
	var b strings.Builder
	fmt.Fprintf(&b, "\n### What is asked for\n\n| ratio | measured | asked |\n| --- | --- | --- |\n")
	for _, r := range []struct {
		name     string
		measured float64
		asked    string
	}{
		{fmt.Sprintf("speed end to end of %d ÷ analysis alone of %d", large.documents, small.documents), perSecond(large.tokens, large.ingest) / perSecond(small.tokens, small.analysis), "≥ 0.6"},
		{fmt.Sprintf("peak memory, %d ÷ %d", large.documents, small.documents), float64(large.ingest.memory) / float64(small.ingest.memory), "≤ 1.3"},
		{fmt.Sprintf("time a document, %d ÷ %d", large.documents, small.documents), large.perDocument() / small.perDocument(), "≤ 1.3"},
		{fmt.Sprintf("ingest ÷ rebuild, %d", large.documents), large.ingest.cpu.Seconds() / large.rebuild.cpu.Seconds(), "≥ 20"},
	} {
		fmt.Fprintf(&b, "| %s | %.2f | %s |\n", r.name, r.measured, r.asked)
	}
	return b.String()
}
