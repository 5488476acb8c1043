package loaders

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/temoto/robotstxt"
)

// webHost is a host that is asked one thing at a time.
type webHost struct {
	mu     sync.Mutex
	last   time.Time // of the last answer
	pause  time.Duration
	robots *robotstxt.RobotsData // nil before it was asked for
}

// request asks the host once the pause since its last answer is over.
func (h *webHost) request(ctx context.Context, f *fetcher, u *url.URL, trusted bool, limit int64) (*answer, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.ask(ctx, f, u, trusted, limit)
}

func (h *webHost) ask(ctx context.Context, f *fetcher, u *url.URL, trusted bool, limit int64) (*answer, error) {
	if wait := h.pause - time.Since(h.last); !h.last.IsZero() && wait > 0 {
		timer := time.NewTimer(wait)
		defer timer.Stop()
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-timer.C:
		}
	}
	a, err := f.ask(ctx, u, trusted, limit)
	h.last = time.Now()
	return a, err
}

// allows reports whether the host's robots.txt (RFC 9309) lets an address be
// read. Without a robots.txt everything may be; when the host fails to say,
// nothing.
func (h *webHost) allows(ctx context.Context, f *fetcher, u *url.URL, trusted bool) (bool, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	agent, _, _ := strings.Cut(f.network.UserAgent, "/")
	if h.robots == nil {
		robots, err := h.readRobots(ctx, f, u, trusted)
		if err != nil {
			return false, fmt.Errorf("robots.txt: %w", err)
		}
		h.robots = robots
		h.pause = max(h.pause, min(robots.FindGroup(agent).CrawlDelay, maxPause))
	}
	return h.robots.TestAgent(u.RequestURI(), agent), nil
}

func (h *webHost) readRobots(ctx context.Context, f *fetcher, u *url.URL, trusted bool) (*robotstxt.RobotsData, error) {
	at := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	for range maxRedirects + 1 {
		var a *answer
		var err error
		if strings.EqualFold(at.Host, u.Host) {
			a, err = h.ask(ctx, f, at, trusted, maxRobots)
		} else {
			a, err = f.ask(ctx, at, trusted, maxRobots)
		}
		switch {
		case err != nil:
			return nil, err
		case a.location == nil && a.status/100 == 3:
			return robotstxt.FromStatusAndBytes(http.StatusNotFound, nil)
		case a.location == nil:
			return robotstxt.FromStatusAndBytes(a.status, rulesOnly(a.body[:min(len(a.body), maxRobots)]))
		}
		at, trusted = a.location, a.trusted
	}
	return nil, fmt.Errorf("more than %d redirects", maxRedirects)
}

var robotsRule = regexp.MustCompile(`(?i)^\s*(user-agent|allow|disallow|crawl-delay)\s*:\s*([^#]*)`)

// rulesOnly leaves out the lines of a robots.txt that are no rules, which the
// parser would take for a reason to understand none of it.
func rulesOnly(data []byte) []byte {
	var out bytes.Buffer
	began := false
	for line := range bytes.Lines(data) {
		m := robotsRule.FindSubmatch(bytes.TrimPrefix(line, []byte("\xEF\xBB\xBF")))
		if m == nil || !utf8.Valid(m[2]) {
			continue
		}
		name, value := strings.ToLower(string(m[1])), strings.TrimSpace(string(m[2]))
		began = began || name == "user-agent"
		if name == "crawl-delay" {
			if seconds, err := strconv.ParseFloat(value, 64); err != nil || seconds < 0 || seconds > 1e6 {
				continue
			}
		}
		if began {
			fmt.Fprintf(&out, "%s: %s\n", name, value)
		}
	}
	return out.Bytes()
}
