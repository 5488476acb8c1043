package loaders

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/dns/dnsmessage"
)

const webPage = "<html><head><title>The bridge of Arn</title></head><body><article><h1>The bridge of Arn</h1><p>" +
	sentence + "</p><p>" + sentence + "</p></article></body></html>"

// site is a web server for tests on this machine.
type site struct {
	*httptest.Server
	mu       sync.Mutex
	requests []string
	busy     int
	together int // the most requests at a time
}

// newSite serves pages by path. Without one of its own, robots.txt is missing.
func newSite(t *testing.T, pages map[string]http.HandlerFunc) *site {
	t.Helper()
	s := &site{}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.requests = append(s.requests, r.URL.RequestURI())
		s.busy++
		s.together = max(s.together, s.busy)
		s.mu.Unlock()
		defer func() {
			s.mu.Lock()
			s.busy--
			s.mu.Unlock()
		}()
		if page := pages[r.URL.Path]; page != nil {
			page(w, r)
			return
		}
		http.NotFound(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

func page(content string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, content) }
}

func redirect(to string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, to, http.StatusFound) }
}

// onThisMachine lets tests read from the machine that they run on.
var onThisMachine = Network{Allow: true, Hosts: []string{"127.0.0.1"}, Pause: time.Nanosecond, Timeout: 20 * time.Second}

func TestReadAddress(t *testing.T) {
	agent := ""
	latin := strings.ReplaceAll(webPage, "Arn", "\xc4rn")
	s := newSite(t, map[string]http.HandlerFunc{
		"/2024/05/06/bridge.html": func(w http.ResponseWriter, r *http.Request) {
			agent = r.UserAgent()
			fmt.Fprint(w, webPage)
		},
		"/moved": redirect("/2024/05/06/bridge.html"),
		"/plain": page(sentence),
		"/pack":  func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(gzipOf(sentence)) },
		"/latin1": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html; charset=ISO-8859-1")
			fmt.Fprint(w, latin)
		},
		"/wrong": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "image/png")
			fmt.Fprint(w, webPage)
		},
	})
	network := onThisMachine
	network.UserAgent = "kgbuild/9 (+https://example.org)"
	docs, errs := readAll(t, Options{Network: network}, s.URL+"/moved#top", s.URL+"/plain", s.URL+"/pack", s.URL+"/latin1", s.URL+"/wrong")
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	var got []string
	for _, d := range docs {
		got = append(got, strings.ReplaceAll(strings.Join([]string{d.Path, d.Locator, d.URL, d.Source, d.MediaType, d.Title}, " | "), s.URL, "S"))
	}
	want := []string{
		"S/moved#top | S/moved | S/2024/05/06/bridge.html | 127.0.0.1 | text/html | The bridge of Arn",
		"S/plain | S/plain | S/plain | 127.0.0.1 | text/plain | ",
		"S/pack#pack | S/pack#pack | S/pack | 127.0.0.1 | text/plain | ",
		"S/latin1 | S/latin1 | S/latin1 | 127.0.0.1 | text/html | The bridge of Ärn",
		"S/wrong | S/wrong | S/wrong | 127.0.0.1 | text/html | The bridge of Arn",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if agent != network.UserAgent {
		t.Errorf("user agent %q", agent)
	}
}

// webErrors reads addresses of which each gives an error, and returns them
// without the address of the site.
func webErrors(t *testing.T, s *site, n Network, limits Limits, addresses ...string) []string {
	t.Helper()
	docs, errs := readAll(t, Options{Network: n, Limits: limits}, addresses...)
	for _, d := range docs {
		t.Errorf("read %s", d.Path)
	}
	var got []string
	for _, err := range errs {
		got = append(got, strings.ReplaceAll(strings.ReplaceAll(err.Error(), s.URL, "S"), s.Listener.Addr().String(), "HOST"))
	}
	return got
}

func TestAddressErrors(t *testing.T) {
	hang := make(chan struct{})
	t.Cleanup(func() { close(hang) })
	s := newSite(t, map[string]http.HandlerFunc{
		"/robots.txt": page("garbage\nDisallow: /everything\nUser-agent: other\nDisallow: /\n\nUser-agent: *\nCrawl-delay: soon\nDisallow: /private\nAllow: /private/open\n"),
		"/loop":       redirect("/loop"),
		"/file":       redirect("file:///etc/passwd"),
		"/private/x":  page(webPage),
		"/sneak":      redirect("/private/x"),
		"/fail":       func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "no", http.StatusInternalServerError) },
		"/large":      page(strings.Repeat(sentence, 40_000)),
		"/bomb": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			_, _ = w.Write(gzipOf(strings.Repeat("a ", 8<<20)))
		},
		"/slow": func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprint(w, "The")
			w.(http.Flusher).Flush()
			select {
			case <-hang:
			case <-r.Context().Done():
			}
		},
	})
	short := onThisMachine
	short.Timeout = 300 * time.Millisecond
	got := webErrors(t, s, onThisMachine, Limits{Fetched: 1 << 20}, s.URL+"/missing", s.URL+"/loop", s.URL+"/file", s.URL+"/private/x", s.URL+"/sneak", s.URL+"/fail", s.URL+"/large", s.URL+"/bomb",
		strings.Replace(s.URL, "//", "//me:secret@", 1))
	got = append(got, webErrors(t, s, short, Limits{}, s.URL+"/slow")...)
	want := []string{
		"S/missing: the host answered 404 Not Found",
		"S/loop: more than 5 redirects",
		`S/file: redirected to "file:", which is no web page`,
		"S/private/x: the robots.txt of HOST does not let it be read",
		"S/sneak: the robots.txt of HOST does not let it be read",
		"S/fail: the host answered 500 Internal Server Error",
		"S/large: too large: more than 1 MiB",
		"S/bomb: too large: more than 1 MiB",
		"http://me:secret@HOST: an address with a name or password in it is not read",
		"S/slow: the host took too long",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// Without permission there is no request at all, and an address in the own
// network needs one of its own, however it is reached.
func TestPrivateNetworks(t *testing.T) {
	inner := newSite(t, map[string]http.HandlerFunc{"/secret": page(webPage)})
	port := inner.Listener.Addr().(*net.TCPAddr).Port
	open := Network{Allow: true, Pause: time.Nanosecond}
	for _, c := range []struct {
		network Network
		address string
		want    string
	}{
		{Network{}, inner.URL + "/secret", "reading from the network is not allowed"},
		{open, inner.URL + "/secret", "the host leads to 127.0.0.1, an address inside a private network or on this machine"},
		{open, fmt.Sprintf("http://localhost:%d/secret", port), "an address inside a private network"},
		{open, fmt.Sprintf("http://[::ffff:127.0.0.1]:%d/secret", port), "an address inside a private network"},
		{open, fmt.Sprintf("http://2130706433:%d/secret", port), "robots.txt: "}, // the same in one number
		{open, fmt.Sprintf("http://0.0.0.0:%d/secret", port), "an address inside a private network"},
		{Network{Allow: true, Hosts: []string{"wiki.example", "10.0.0.0/8"}, Pause: time.Nanosecond}, inner.URL + "/secret", "an address inside a private network"},
	} {
		errs := webErrors(t, inner, c.network, Limits{}, c.address)
		if len(errs) != 1 || !strings.Contains(errs[0], c.want) {
			t.Errorf("%s: %v, want %q", c.address, errs, c.want)
		}
	}
	if len(inner.requests) != 0 {
		t.Errorf("requests were made: %v", inner.requests)
	}
}

// A site outside must not lead a reader into the own network, even to hosts
// there that the user may read; hosts inside may lead to one another.
func TestRedirectInside(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.2:0")
	if err != nil {
		t.Skip(err)
	}
	var asked []string
	inner := &httptest.Server{Listener: listener, Config: &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if asked = append(asked, r.URL.Path); r.URL.Path != "/page" {
			http.NotFound(w, r)
			return
		}
		fmt.Fprint(w, webPage)
	})}}
	inner.Start()
	defer inner.Close()
	outer := newSite(t, map[string]http.HandlerFunc{"/to": redirect(inner.URL + "/page"), "/twice": redirect("/to")})
	robots := newSite(t, map[string]http.HandlerFunc{"/robots.txt": redirect(inner.URL + "/page"), "/page": page(webPage)})
	read := func(hosts []string, outside string, address string) error {
		f, err := newFetcher(Network{Allow: true, Hosts: hosts, Pause: time.Nanosecond})
		if err != nil {
			t.Fatal(err)
		}
		f.public = func(a netip.Addr) bool { return a.String() == outside }
		_, err = f.get(t.Context(), address, 1<<20)
		return err
	}
	var closed errNotPublic
	for _, hosts := range [][]string{nil, {"127.0.0.2"}} {
		for _, address := range []string{outer.URL + "/to", outer.URL + "/twice", robots.URL + "/page"} {
			if err := read(hosts, "127.0.0.1", address); !errors.As(err, &closed) {
				t.Errorf("%s, with leave to read %v: %v", address, hosts, err)
			}
		}
	}
	if len(asked) != 0 {
		t.Errorf("inside, %v were asked for", asked)
	}
	if err := read([]string{"127.0.0.0/8"}, "", outer.URL+"/to"); err != nil {
		t.Errorf("from inside to inside: %v", err)
	}
}

// A name server that gives another address the second time gains nothing: what
// counts is the address that the connection is made to.
func TestRebinding(t *testing.T) {
	s := newSite(t, map[string]http.HandlerFunc{"/page": page(webPage)})
	server, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Skip(err)
	}
	defer server.Close()
	answers := make(chan netip.Addr, 10)
	go serveNames(server, answers)
	f, err := newFetcher(Network{Allow: true, Hosts: []string{"127.0.0.1"}, Pause: time.Nanosecond})
	if err != nil {
		t.Fatal(err)
	}
	f.resolver = &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, "udp", server.LocalAddr().String())
	}}
	ask := func(answer string) error {
		answers <- netip.MustParseAddr(answer)
		u := &url.URL{Scheme: "http", Host: fmt.Sprintf("news.example:%d", s.Listener.Addr().(*net.TCPAddr).Port), Path: "/page"}
		_, err := f.ask(context.Background(), u, true, 1<<20)
		return err
	}
	if err := ask("127.0.0.1"); err != nil {
		t.Skipf("no name server can be had: %v", err)
	}
	var closed errNotPublic
	for _, answer := range []string{"127.0.0.2", "10.1.2.3", "169.254.169.254", "192.168.0.1"} {
		if err := ask(answer); !errors.As(err, &closed) {
			t.Errorf("%s: %v", answer, err)
		}
	}
	if len(s.requests) != 1 {
		t.Errorf("%d requests, want one", len(s.requests))
	}
}

// serveNames answers questions for IPv4 addresses with the next of answers,
// and all others with none.
func serveNames(server net.PacketConn, answers <-chan netip.Addr) {
	b := make([]byte, 1500)
	for {
		n, from, err := server.ReadFrom(b)
		if err != nil {
			return
		}
		var m dnsmessage.Message
		if m.Unpack(b[:n]) != nil || len(m.Questions) != 1 {
			continue
		}
		q := m.Questions[0]
		m.Response, m.Authoritative, m.Additionals = true, true, nil
		if q.Type == dnsmessage.TypeA {
			m.Answers = []dnsmessage.Resource{{
				Header: dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class},
				Body:   &dnsmessage.AResource{A: (<-answers).As4()},
			}}
		}
		if out, err := m.Pack(); err == nil {
			_, _ = server.WriteTo(out, from)
		}
	}
}

func TestPublicAddresses(t *testing.T) {
	for address, want := range map[string]bool{
		"93.184.215.14": true, "8.8.8.8": true, "2606:2800:21f::1": true, "64:ff9b::8.8.8.8": true, "::ffff:8.8.8.8": true, "172.32.0.1": true, "100.128.0.1": true,
		"127.0.0.1": false, "127.255.0.9": false, "10.0.0.1": false, "172.16.0.1": false, "172.31.255.255": false, "192.168.1.1": false,
		"169.254.169.254": false, "100.64.0.1": false, "0.0.0.0": false, "255.255.255.255": false, "224.0.0.1": false, "198.18.0.1": false, "192.0.2.1": false,
		"::1": false, "::": false, "::ffff:127.0.0.1": false, "::ffff:10.0.0.1": false, "::127.0.0.1": false, "fe80::1": false, "fe80::1%eth0": false,
		"fc00::1": false, "fd12:3456::1": false, "fec0::1": false, "ff02::1": false, "64:ff9b::10.0.0.1": false, "64:ff9b::127.0.0.1": false,
		"64:ff9b:1::8.8.8.8": false, "2002:7f00:1::": false, "2001::1": false, "2001:db8::1": false, "3fff::1": false, "100::1": false, "5f00::1": false,
	} {
		if got := public(netip.MustParseAddr(address)); got != want {
			t.Errorf("%s: public %v", address, got)
		}
	}
}

// One request at a time goes to a host, whoever asks, with a pause between.
func TestOneRequestAtATime(t *testing.T) {
	s := newSite(t, map[string]http.HandlerFunc{"/robots.txt": page("User-agent: *\nCrawl-delay: 0.02\n"), "/a": page(webPage)})
	f, err := newFetcher(onThisMachine)
	if err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	start := time.Now()
	for i := range 5 {
		all.Go(func() {
			if _, err := f.get(context.Background(), fmt.Sprintf("%s/a?%d", s.URL, i), 1<<20); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if took := time.Since(start); took < 5*20*time.Millisecond {
		t.Errorf("six requests took %v", took)
	}
	if s.together != 1 || len(s.requests) != 6 {
		t.Errorf("%d requests, %d together", len(s.requests), s.together)
	}
}

// A host that fails to give its robots.txt is not read.
func TestRobotsFailure(t *testing.T) {
	s := newSite(t, map[string]http.HandlerFunc{
		"/robots.txt": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusServiceUnavailable) },
		"/a":          page(webPage),
	})
	want := []string{"S/a: the robots.txt of HOST does not let it be read"}
	if diff := cmp.Diff(want, webErrors(t, s, onThisMachine, Limits{}, s.URL+"/a")); diff != "" {
		t.Error(diff)
	}
}

func TestNetworkOptions(t *testing.T) {
	for _, host := range []string{"", "http://x", "10.0.0.0/99", "a b", "*.example"} {
		if _, err := NewReader(Options{Network: Network{Allow: true, Hosts: []string{host}}}); err == nil {
			t.Errorf("%q was taken for a host", host)
		}
	}
}

func TestLocatorOf(t *testing.T) {
	for address, want := range map[string]string{
		"HTTP://News.Example:80/A?b#c": "http://news.example/A?b", "https://a.example:443": "https://a.example/", "https://a.example:8443/": "https://a.example:8443/",
		"http://me:pw@a.example/": "http://a.example/", "ftp://a.example/": "", "/blog/1": "", "": "", "http://": "",
	} {
		if got := locatorOf(address); got != want {
			t.Errorf("%q: %q, want %q", address, got, want)
		}
	}
}
