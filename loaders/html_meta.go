package loaders

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// pageMetadata is what a page says of itself outside its text. For each fact
// the most telling statement wins: schema.org, then OpenGraph and its like,
// then elements of the page.
type pageMetadata struct {
	title, author, source, url, language string
	date                                 Date

	metas                              map[string]string // <meta> by name or property, lower case
	schema                             []map[string]any  // schema.org objects of JSON-LD
	h1                                 []string
	times                              []string // datetime of <time> elements that speak of publication
	relAuthor, canonical, titleElement string
}

func readPageMetadata(root *html.Node) *pageMetadata {
	m := &pageMetadata{metas: make(map[string]string)}
	m.visit(root)
	article := m.articleSchema()
	m.title = firstOf(unescapeHTML(textOf(article["headline"])), m.meta("og:title", "twitter:title", "dc.title", "citation_title"), m.onlyH1(), m.titleElement)
	m.author = firstOf(names(article["author"]), noAddress(m.meta("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "citation_author", "byl")), m.relAuthor)
	m.author = cleanAuthor(m.author)
	m.source = firstOf(names(article["publisher"]), m.meta("og:site_name", "application-name", "dc.publisher", "citation_journal_title"))
	m.url = firstOf(m.canonical, m.meta("og:url", "twitter:url"), textOf(article["url"]))
	m.language = languageCode(firstOf(m.language, m.meta("og:locale", "content-language", "language", "dc.language"), textOf(article["inLanguage"])))
	m.date = m.published(article)
	return m
}

func (m *pageMetadata) fill(d *Document) {
	setIfEmpty(&d.Title, oneLine(m.title))
	setIfEmpty(&d.Author, oneLine(m.author))
	setIfEmpty(&d.Source, oneLine(m.source))
	setIfEmpty(&d.Language, m.language)
	if siteOf(m.url) != "" {
		setIfEmpty(&d.URL, m.url)
	}
	d.setDate(m.date, FromMetadata)
}

var dateInURL = regexp.MustCompile(`/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})(?:/|$|-)`)

// published returns the first date of publication that can be read; a date of
// modification does for a page that states no other.
func (m *pageMetadata) published(article map[string]any) Date {
	candidates := []string{textOf(article["datePublished"]),
		m.meta("article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "published", "publication_date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "citation_publication_date", "date", "article.published", "cxenseparse:recs:publishtime", "article:published")}
	candidates = append(candidates, m.times...)
	if u := dateInURL.FindStringSubmatch(m.url); u != nil {
		candidates = append(candidates, u[1]+"-"+u[2]+"-"+u[3])
	}
	candidates = append(candidates, textOf(article["dateCreated"]), textOf(article["dateModified"]), m.meta("article:modified_time", "og:updated_time"))
	for _, c := range candidates {
		if d := metadataDate(c); len(d) == len("2006-01-02") {
			return d
		}
	}
	return ""
}

func (m *pageMetadata) meta(names ...string) string {
	for _, n := range names {
		if v := m.metas[n]; v != "" {
			return v
		}
	}
	return ""
}

func (m *pageMetadata) visit(n *html.Node) {
	if n.Type == html.ElementNode {
		m.element(n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		m.visit(c)
	}
}

func (m *pageMetadata) element(n *html.Node) {
	switch n.Data {
	case "html":
		m.language = attribute(n, "lang")
	case "meta":
		name := strings.ToLower(firstOf(attribute(n, "property"), attribute(n, "name"), attribute(n, "itemprop")))
		if content := strings.TrimSpace(attribute(n, "content")); name != "" && m.metas[name] == "" {
			m.metas[name] = content
		}
	case "link":
		if strings.EqualFold(attribute(n, "rel"), "canonical") {
			setIfEmpty(&m.canonical, attribute(n, "href"))
		}
	case "title":
		setIfEmpty(&m.titleElement, oneLine(textContent(n)))
	case "h1":
		m.h1 = append(m.h1, oneLine(textContent(n)))
	case "script":
		if strings.Contains(attribute(n, "type"), "ld+json") {
			m.addSchema(textContent(n))
		}
	case "time":
		if attribute(n, "pubdate") != "" || hasAttribute(n, "pubdate") || speaksOf(n, "publish", "posted", "entry-date", "dateline", "timestamp") {
			m.times = append(m.times, firstOf(attribute(n, "datetime"), textContent(n)))
		}
	}
	switch prop := attribute(n, "itemprop"); {
	case n.Data != "meta" && prop == "datePublished":
		m.times = append(m.times, firstOf(attribute(n, "datetime"), attribute(n, "content"), textContent(n)))
	case n.Data == "a" && attribute(n, "rel") == "author":
		setIfEmpty(&m.relAuthor, oneLine(textContent(n)))
	}
}

func noAddress(s string) string {
	if strings.Contains(s, "://") {
		return ""
	}
	return s
}

var (
	accountName  = regexp.MustCompile(`(?i)^(?:admin(?:istrator)?|staff|editor|webmaster|root|user|guest|author|anonymous|unknown|python-docx)$`)
	authorBefore = regexp.MustCompile(`(?i)^by:?\s+`)
)

// cleanAuthor drops "By", names of accounts, and the posts and employers that
// pages put behind their authors' names.
func cleanAuthor(s string) string {
	s = authorBefore.ReplaceAllString(oneLine(s), "")
	if accountName.MatchString(s) {
		return ""
	}
	var people []string
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(",;|", r) }) {
		part = strings.TrimSpace(part)
		if personName(part) && !roleWords.MatchString(part) && !mediaWords.MatchString(part) {
			people = append(people, part)
		}
	}
	if len(people) == 0 {
		return s
	}
	return strings.Join(people, ", ")
}

func (m *pageMetadata) onlyH1() string {
	if len(m.h1) == 1 {
		return m.h1[0]
	}
	return ""
}

func firstOf(all ...string) string {
	for _, s := range all {
		if strings.TrimSpace(s) != "" {
			return strings.TrimSpace(s)
		}
	}
	return ""
}
