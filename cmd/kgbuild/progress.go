package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"github.com/kgbuild/kgbuild/loaders"
)

// progress tells how far an ingest is: a bar on a terminal, otherwise a line a
// document, or JSON lines for a program that watches.
type progress struct {
	w     io.Writer
	quiet bool
	log   *slog.Logger             // nil unless JSON lines are wanted
	bar   *progressbar.ProgressBar // nil when w is no terminal

	reader    *loaders.Reader
	total     int64 // bytes to read; 0 when that is not known
	documents int
	began     time.Time
	last      time.Time // when the rate was last told
}

// rateEvery is how often the rate is told where there is no bar.
const rateEvery = 10 * time.Second

func newProgress(w io.Writer, opts ingestOptions) *progress {
	p := &progress{w: w, quiet: opts.quiet}
	if opts.logFormat == jsonLog {
		p.log = slog.New(slog.NewJSONHandler(w, nil))
	}
	return p
}

// begin starts counting. How much there is to read is looked up only where it
// will be told.
func (p *progress) begin(ctx context.Context, reader *loaders.Reader, paths []string) {
	p.reader, p.began, p.last = reader, time.Now(), time.Now()
	if p.quiet {
		return
	}
	p.total, _ = reader.Measure(ctx, paths...)
	if f, ok := p.w.(*os.File); ok && p.log == nil && term.IsTerminal(int(f.Fd())) {
		total := int64(-1)
		if p.total > 0 {
			total = p.total
		}
		p.bar = progressbar.NewOptions64(total,
			progressbar.OptionSetWriter(p.w),
			progressbar.OptionSetDescription("reading"),
			progressbar.OptionSetPredictTime(p.total > 0),
			progressbar.OptionThrottle(100*time.Millisecond),
			progressbar.OptionClearOnFinish(),
		)
	}
}

// step tells of one more input.
func (p *progress) step(r *reportRecord) {
	p.documents++
	if r.Status == statusFailed {
		p.fail(r)
	}
	switch {
	case p.quiet:
	case p.bar != nil:
		p.draw()
	case p.log != nil:
		if r.Status != statusFailed {
			p.log.Info("document", recordAttributes(r)...)
		}
		p.rate()
	default:
		if r.Status != statusFailed {
			fmt.Fprintf(p.w, "%s: %s\n", r.Path, whatBecame(r))
		}
		p.rate()
	}
}

// fail tells of an input that could not be read, however quiet the rest is.
func (p *progress) fail(r *reportRecord) {
	switch {
	case p.log != nil:
		p.log.Error("input failed", recordAttributes(r)...)
		return
	case p.bar != nil:
		_ = p.bar.Clear()
	}
	fmt.Fprintf(p.w, "kgbuild: %s: %s\n", r.Path, r.Reason)
}

func recordAttributes(r *reportRecord) []any {
	out := []any{slog.String("status", string(r.Status)), slog.String("path", r.Path)}
	if r.Reason != "" {
		out = append(out, slog.String("reason", r.Reason))
	}
	if d := r.Document; d != nil && r.Status == statusRead {
		out = append(out, slog.String("id", string(d.ID)), slog.Int("sentences", d.Sentences), slog.Int("claims", d.Claims))
	}
	return out
}

// whatBecame says in a few words what became of an input.
func whatBecame(r *reportRecord) string {
	switch {
	case r.Status == statusRead && r.Reason != "":
		return "stored, " + r.Reason
	case r.Reason != "":
		return r.Reason
	case r.Document == nil || !r.Document.Analysed:
		return "new"
	}
	what := count(r.Document.Claims, "claim") + " in " + count(r.Document.Sentences, "sentence")
	if len(r.Document.Replaces) > 0 {
		what += ", in place of an old version"
	}
	return what
}

// pace is how fast the run is.
type pace struct {
	perSecond float64
	share     float64       // of the input, 0 to 1; 0 when it is not known
	left      time.Duration // 0 when it is not known
}

func (p *progress) pace() pace {
	took := time.Since(p.began)
	out := pace{perSecond: float64(p.documents) / max(took.Seconds(), 1e-3)}
	if p.total > 0 && p.reader != nil {
		out.share = min(1, float64(p.reader.Consumed())/float64(p.total))
	}
	if out.share > 0 {
		out.left = time.Duration(float64(took) * (1 - out.share) / out.share).Round(time.Second)
	}
	return out
}

// rate tells every while how fast the run is.
func (p *progress) rate() {
	if time.Since(p.last) < rateEvery {
		return
	}
	p.last = time.Now()
	now := p.pace()
	if p.log != nil {
		p.log.Info("progress", "documents", p.documents, "per_second", now.perSecond, "share", now.share, "seconds_left", now.left.Seconds())
		return
	}
	fmt.Fprintf(p.w, "so far %s, %.1f a second%s\n", count(p.documents, "document"), now.perSecond, now.rest())
}

func (n pace) rest() string {
	if n.share == 0 {
		return ""
	}
	return fmt.Sprintf("; %.0f %% of the input, about %s left", 100*n.share, n.left)
}

// draw moves the bar. A bar that cannot be drawn is no reason to stop.
func (p *progress) draw() {
	p.bar.Describe(fmt.Sprintf("%s, %.1f a second", count(p.documents, "document"), p.pace().perSecond))
	if p.total > 0 {
		_ = p.bar.Set64(min(p.reader.Consumed(), p.total-1)) // a full bar would be taken away
		return
	}
	_ = p.bar.Add(1)
}

func (p *progress) done() {
	if p.bar != nil {
		_ = p.bar.Finish()
		p.bar = nil
	}
}
