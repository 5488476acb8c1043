package loaders

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"syscall"
	"time"
)

// Network says whether and how documents are read from the web. The zero value
// does not allow it.
//
// Whatever a page or a name server says, nothing is read from this machine or
// a private network: every connection is checked for the address that it is
// made to, behind redirects too. Requests go straight to the hosts, without a
// proxy, one at a time a host with a pause between them, and only where the
// host's robots.txt lets them.
type Network struct {
	Allow bool
	// Hosts may be read though they are in the own network: names, addresses
	// ("10.0.0.7") and ranges ("10.0.0.0/24"). Pages of other hosts cannot
	// redirect to them.
	Hosts     []string
	UserAgent string        // "kgbuild"
	Pause     time.Duration // between two requests to a host; a second
	Timeout   time.Duration // for one request with all it sends; a minute
}

// The bounds of what is read from the web.
const (
	maxRedirects = 5
	maxRobots    = 512 << 10
	// maxPause bounds the pause that a robots.txt asks for.
	maxPause = time.Minute
)

func (n Network) withDefaults() Network {
	setIfEmpty(&n.UserAgent, "kgbuild")
	if n.Pause <= 0 {
		n.Pause = time.Second
	}
	if n.Timeout <= 0 {
		n.Timeout = time.Minute
	}
	return n
}

// fetcher reads from the web.
type fetcher struct {
	network  Network
	own      ownNetwork
	client   *http.Client
	resolver *net.Resolver         // nil for the system's
	public   func(netip.Addr) bool // [public], unless a test has another internet

	mu    sync.Mutex
	hosts map[string]*webHost // by scheme and host
}

func newFetcher(n Network) (*fetcher, error) {
	own, err := newOwnNetwork(n.Hosts)
	if err != nil {
		return nil, err
	}
	f := &fetcher{network: n.withDefaults(), own: own, public: public, hosts: make(map[string]*webHost)}
	f.client = &http.Client{
		Transport: &http.Transport{
			DialContext: f.dial,
			// A connection that is kept would not be checked again.
			DisableKeepAlives:      true,
			ForceAttemptHTTP2:      true,
			MaxResponseHeaderBytes: 256 << 10,
		},
		// Redirects are followed one by one, each with its own checks.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	return f, nil
}

// hop is one request on the way to a document.
type hop struct {
	host string
	// trusted is set as long as only the user and hosts of the own network have
	// said where to go.
	trusted bool
	own     bool // a connection to the own network was made
}

type hopKey struct{}

// errNotPublic is an address that must not be read.
type errNotPublic struct{ address netip.Addr }

func (e errNotPublic) Error() string {
	return fmt.Sprintf("the host leads to %s, an address inside a private network or on this machine", e.address)
}

func (f *fetcher) dial(ctx context.Context, network, address string) (net.Conn, error) {
	d := net.Dialer{Timeout: f.network.Timeout, Resolver: f.resolver, ControlContext: f.check}
	return d.DialContext(ctx, network, address)
}

// check looks at the very address that a connection is being made to, so that
// no second look-up of a name can give another one.
func (f *fetcher) check(ctx context.Context, _, address string, _ syscall.RawConn) error {
	a, err := netip.ParseAddrPort(address)
	if err != nil {
		return err
	}
	if f.public(a.Addr()) {
		return nil
	}
	if h, ok := ctx.Value(hopKey{}).(*hop); ok && h.trusted && f.own.has(h.host, a.Addr()) {
		h.own = true
		return nil
	}
	return errNotPublic{a.Addr()}
}

// fetched is what an address holds.
type fetched struct {
	body    []byte
	address *url.URL // behind redirects
	charset string   // as the server states it
}

// get reads an address, of at most limit bytes.
func (f *fetcher) get(ctx context.Context, address string, limit int64) (*fetched, error) {
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" {
		return nil, errors.New("not a valid address")
	}
	trusted := true
	for range maxRedirects + 1 {
		switch {
		case u.Scheme != "http" && u.Scheme != "https":
			return nil, fmt.Errorf("redirected to %q, which is no web page", u.Scheme+":")
		case u.User != nil:
			return nil, errors.New("an address with a name or password in it is not read")
		}
		host := f.host(u)
		allowed, err := host.allows(ctx, f, u, trusted)
		if err != nil {
			return nil, err
		}
		if !allowed {
			return nil, fmt.Errorf("the robots.txt of %s does not let it be read", u.Host)
		}
		a, err := host.request(ctx, f, u, trusted, limit)
		if err != nil {
			return nil, err
		}
		if a.location == nil {
			return a.document(limit)
		}
		u, trusted = a.location, a.trusted
	}
	return nil, fmt.Errorf("more than %d redirects", maxRedirects)
}

func (f *fetcher) host(u *url.URL) *webHost {
	f.mu.Lock()
	defer f.mu.Unlock()
	key := strings.ToLower(u.Scheme + "://" + u.Host)
	if f.hosts[key] == nil {
		f.hosts[key] = &webHost{pause: f.network.Pause}
	}
	return f.hosts[key]
}

// answer is what a host answered to one request.
type answer struct {
	status   int
	reason   string
	address  *url.URL
	location *url.URL // of a redirect
	trusted  bool     // for the next hop
	body     []byte   // one byte more than the limit when it is too long
	charset  string
}

func (a *answer) document(limit int64) (*fetched, error) {
	switch {
	case a.status != http.StatusOK:
		return nil, fmt.Errorf("the host answered %s", a.reason)
	case int64(len(a.body)) > limit:
		return nil, fmt.Errorf("%w: more than %d MiB", ErrTooLarge, limit>>20)
	}
	return &fetched{body: a.body, address: a.address, charset: a.charset}, nil
}

// ask sends one request.
func (f *fetcher) ask(ctx context.Context, u *url.URL, trusted bool, limit int64) (*answer, error) {
	ctx, cancel := context.WithTimeout(ctx, f.network.Timeout)
	defer cancel()
	h := &hop{host: u.Hostname(), trusted: trusted}
	request, err := http.NewRequestWithContext(context.WithValue(ctx, hopKey{}, h), http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("User-Agent", f.network.UserAgent)
	response, err := f.client.Do(request)
	if err != nil {
		return nil, webError(err)
	}
	defer response.Body.Close()
	a := &answer{status: response.StatusCode, reason: response.Status, address: u, trusted: trusted && h.own}
	if location := response.Header.Get("Location"); location != "" && response.StatusCode/100 == 3 {
		if a.location, err = u.Parse(location); err != nil {
			return nil, errors.New("redirected to what is not a valid address")
		}
		return a, nil
	}
	if _, params, err := mime.ParseMediaType(response.Header.Get("Content-Type")); err == nil {
		a.charset = params["charset"]
	}
	if a.body, err = io.ReadAll(io.LimitReader(response.Body, limit+1)); err != nil {
		return nil, webError(err)
	}
	return a, nil
}

// webError drops from an error what its reader knows: the request's address.
func webError(err error) error {
	var closed errNotPublic
	if errors.As(err, &closed) {
		return closed
	}
	var u *url.Error
	if errors.As(err, &u) {
		err = u.Err
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return errors.New("the host took too long")
	}
	return err
}
