package loaders

import (
	"fmt"
	"net/netip"
	"net/url"
	"strings"
)

// isAddress reports whether a path is an address on the web.
func isAddress(path string) bool {
	scheme, rest, ok := strings.Cut(path, "://")
	return ok && rest != "" && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}

// locatorOf writes an address so that spellings of one are the same: without a
// fragment and a standard port, scheme and host in lower case. It returns ""
// for what is no address on the web.
func locatorOf(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || !isAddress(u.Scheme+"://"+u.Host) {
		return ""
	}
	u.Scheme, u.Host = strings.ToLower(u.Scheme), strings.ToLower(u.Host)
	u.Host = strings.TrimSuffix(u.Host, map[string]string{"http": ":80", "https": ":443"}[u.Scheme])
	u.Fragment, u.RawFragment, u.User = "", "", nil
	if u.Path == "" {
		u.Path = "/"
	}
	return u.String()
}

// The addresses that belong to nobody on the internet, after the registries of
// special-purpose addresses that IANA keeps (RFC 6890).
var (
	closed4 = prefixes("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
		"192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
		"203.0.113.0/24", "224.0.0.0/3")
	// Of IPv6 only 2000::/3 is in use for the internet; inside it are tunnels,
	// which may lead anywhere, and addresses for documents and tests.
	open6   = netip.MustParsePrefix("2000::/3")
	closed6 = prefixes("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
	// nat64 holds IPv4 addresses in its last four bytes (RFC 6052).
	nat64 = netip.MustParsePrefix("64:ff9b::/96")
)

func prefixes(all ...string) []netip.Prefix {
	out := make([]netip.Prefix, len(all))
	for i, s := range all {
		out[i] = netip.MustParsePrefix(s)
	}
	return out
}

// public reports whether an address lies on the internet, and not in a private
// network, on this machine, or in a range with another purpose.
func public(a netip.Addr) bool {
	a = a.Unmap()
	if a.Zone() != "" {
		return false
	}
	if a.Is4() {
		return !anyContains(closed4, a)
	}
	if nat64.Contains(a) {
		b := a.As16()
		return public(netip.AddrFrom4([4]byte(b[12:])))
	}
	return open6.Contains(a) && !anyContains(closed6, a)
}

func anyContains(all []netip.Prefix, a netip.Addr) bool {
	for _, p := range all {
		if p.Contains(a) {
			return true
		}
	}
	return false
}

// ownNetwork is the part of the own network that the user lets be read.
type ownNetwork struct {
	names    map[string]bool
	prefixes []netip.Prefix
}

func newOwnNetwork(hosts []string) (ownNetwork, error) {
	own := ownNetwork{names: make(map[string]bool)}
	for _, h := range hosts {
		name := strings.Trim(strings.ToLower(strings.TrimSpace(h)), "[]")
		if p, err := netip.ParsePrefix(name); err == nil {
			own.prefixes = append(own.prefixes, p.Masked())
			continue
		}
		if a, err := netip.ParseAddr(name); err == nil {
			own.prefixes = append(own.prefixes, netip.PrefixFrom(a.Unmap(), a.Unmap().BitLen()))
			continue
		}
		if name == "" || strings.ContainsAny(name, "/: @?#*") {
			return own, fmt.Errorf("%q is no host name, address or range of addresses", h)
		}
		own.names[name] = true
	}
	return own, nil
}

// has reports whether an address, reached under a host name, may be read
// though it is not public.
func (o ownNetwork) has(name string, a netip.Addr) bool {
	return o.names[strings.ToLower(name)] || anyContains(o.prefixes, a.Unmap())
}
