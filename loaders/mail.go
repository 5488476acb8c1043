package loaders

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/emersion/go-message"
	_ "github.com/emersion/go-message/charset" // decodes the usual character sets
	"github.com/emersion/go-message/mail"
)

// mailMessage reads an internet message (RFC 5322): its plain text or, when
// there is none, its HTML. Attachments are noted and not read.
func mailMessage() Format {
	return Format{
		MediaType:  "message/rfc822",
		Name:       "eml",
		Extensions: []string{".eml", ".email"},
		Sniff:      sniffMail,
		Read:       whole(readMail),
	}
}

var (
	headerField = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9-]*):`)
	mailFields  = wordSet("from to cc subject date message-id received mime-version return-path delivered-to content-type reply-to sender in-reply-to references list-id dkim-signature content-transfer-encoding")
)

// sniffMail looks for a header with a sender and two more of the usual fields.
func sniffMail(head string) Confidence {
	known, from := 0, false
	for i, line := range strings.Split(head, "\n") {
		if line == "" {
			break
		}
		m := headerField.FindStringSubmatch(line)
		switch {
		case m == nil && (i == 0 || line[0] != ' ' && line[0] != '\t'):
			if i > 0 && len(head) >= headSize/2 && i >= strings.Count(head, "\n") {
				continue // cut off by the end of the head
			}
			return No
		case m == nil:
			continue
		}
		name := strings.ToLower(m[1])
		from = from || name == "from" || name == "received" || name == "return-path"
		if mailFields[name] {
			known++
		}
	}
	if from && known >= 3 {
		return Sure
	}
	return No
}

func readMail(in *Input, data []byte) (*Document, error) {
	e, err := message.Read(bytes.NewReader(data))
	if err != nil && !message.IsUnknownCharset(err) && !message.IsUnknownEncoding(err) {
		return nil, fmt.Errorf("mail: %w", err)
	}
	var m mailBody
	if err := m.collect(e, 0); err != nil {
		return nil, fmt.Errorf("mail: %w", err)
	}
	var doc *Document
	switch {
	case hasWords(m.plain):
		doc = &Document{Text: m.plain}
		readStructure(doc, splitBlocks(doc.Text))
	case hasWords(m.html):
		if doc, err = readHTML(in, []byte(m.html)); err != nil {
			return nil, err
		}
	default:
		return nil, fmt.Errorf("%w: the message has no text part", ErrNoText)
	}
	m.header(doc, mail.Header{Header: e.Header})
	doc.MediaType = "message/rfc822"
	return doc, nil
}

// mailBody gathers the readable parts of a message.
type mailBody struct {
	plain, html string
	notes       []string
}

// The bounds of a message's parts.
const (
	maxMailDepth = 20
	maxMailNotes = 10
)

func (m *mailBody) collect(e *message.Entity, depth int) error {
	if depth > maxMailDepth {
		return fmt.Errorf("%w: more than %d levels", ErrTooDeep, maxMailDepth)
	}
	if parts := e.MultipartReader(); parts != nil {
		for {
			part, err := parts.NextPart()
			if part == nil || err != nil && !message.IsUnknownCharset(err) && !message.IsUnknownEncoding(err) {
				if errors.Is(err, io.EOF) || m.plain+m.html != "" {
					return nil // a last part without its end is still text
				}
				return err
			}
			if err := m.collect(part, depth+1); err != nil {
				return err
			}
		}
	}
	return m.part(e)
}

func (m *mailBody) part(e *message.Entity) error {
	kind, params, err := e.Header.ContentType()
	if err != nil {
		kind = "text/plain"
	}
	disposition, dispositionParams, _ := e.Header.ContentDisposition()
	isText := kind == "text/plain" || kind == "text/html"
	if !isText || disposition == "attachment" {
		if strings.HasPrefix(kind, "image/") && disposition != "attachment" || len(m.notes) >= maxMailNotes {
			return nil
		}
		name := firstOf(dispositionParams["filename"], params["name"], kind)
		m.notes = append(m.notes, fmt.Sprintf("the attachment %q is not read", foldSpace(strings.ToValidUTF8(name, "\uFFFD"))))
		return nil
	}
	data, err := io.ReadAll(e.Body)
	if err != nil && len(data) == 0 {
		return err
	}
	if kind == "text/html" {
		setIfEmpty(&m.html, string(data))
		return nil
	}
	text, err := decode(data, nil)
	if err != nil {
		return err
	}
	setIfEmpty(&m.plain, text)
	return nil
}

var replyMark = regexp.MustCompile(`(?i)^(?:(?:re|fwd?|aw|wg)\s*:\s*)+`)

// header fills in what the message's header says. It is the sender's word and
// counts before what the text looks like.
func (m *mailBody) header(doc *Document, h mail.Header) {
	text := func(key string) string {
		s, _ := h.Text(key)
		return foldSpace(strings.ToValidUTF8(s, "\uFFFD"))
	}
	if subject := replyMark.ReplaceAllString(text("Subject"), ""); subject != "" {
		doc.Title = subject
	}
	setIfEmpty(&doc.Author, sender(h, text("From")))
	if date := metadataDate(text("Date")); date != "" {
		doc.Date, doc.DateFrom = date, FromMetadata
	} else if text("Date") != "" {
		doc.Notes = append(doc.Notes, fmt.Sprintf("Date %q is not understood as a date", text("Date")))
	}
	doc.Notes = append(doc.Notes, m.notes...)
}

// sender returns the names, or else the addresses, a message comes from.
func sender(h mail.Header, raw string) string {
	list, err := h.AddressList("From")
	if err != nil {
		return raw
	}
	var out []string
	for _, a := range list {
		out = append(out, foldSpace(strings.ToValidUTF8(firstOf(a.Name, a.Address), "\uFFFD")))
	}
	return strings.Join(out, ", ")
}
