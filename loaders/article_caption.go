package loaders

import (
	"regexp"
	"strings"
)

const pictureAgencies = `AP Photo|Reuters|REUTERS|AFP|EPA|EPA-EFE|EFE|Getty Images|Getty|Shutterstock|iStock|Alamy|Wikimedia Commons|Wikimedia|Unsplash|Flickr|Pixabay|Pexels|AAP|Anadolu(?: Agency| Images)?|Xinhua|TASS|Sipa|Zuma|ZUMA Press|Bloomberg|NurPhoto|PA Images|PA Wire|PA|dpa|DPA|Picture Alliance|WANA|ISNA|IRNA|Tasnim|Handout|File|Stringer`

const pictureWord = `(?:[Ff]ile |FILE |AP |[Cc]over |[Ss]tock |[Hh]andout )?(?:[Pp]hoto|PHOTO|[Pp]hotos|[Pp]hotograph|[Ii]mage|IMAGE|[Ii]mages|[Pp]icture|[Pp]ictures|[Pp]ic|[Ii]llustration|[Gg]raphic|[Vv]ideo|[Cc]redit|CREDIT|[Ss]creenshot|[Ss]creengrab)(?: [Cc]redit)?`

// The forms of a credit to a photographer at the end of a caption.
var creditForms = []*regexp.Regexp{
	// (Photo by Ann Lee/AFP via Getty Images), [Image: Ann Lee]
	regexp.MustCompile(`[(\[]` + pictureWord + `(?:\s+(?:by|courtesy|from|via|provided|credit|taken|shows|of)\b|\s*[:/|–—-])[^()\[\]]{1,160}[)\]]\.?$`),
	// (Ann Lee/Reuters), [Ann Lee via Getty Images]
	regexp.MustCompile(`[(\[](?:[^()\[\]]{0,80}(?:/|\bvia |\bfor |, ?|\|\s?))?(?:` + pictureAgencies + `)(?:\s*(?:/|via |\|)\s*[^()\[\]]{1,60})?[)\]]\.?$`),
	// … in March. Photo: Ann Lee
	regexp.MustCompile(`(?:^|[.!?”"’)\]]\s+|\s[|•]\s*)` + pictureWord + `(?:\s+(?:by|courtesy(?: of)?|from|via)\b|\s*[:/©])\s*\S[^.!?]{1,80}\.?$`),
	// … in March. REUTERS/Ann Lee; … in March. Ann Lee/AFP via Getty Images
	regexp.MustCompile(`(?:^|[.!?”"’)\]]\s+)(?:[\p{Lu}][\p{L}'’.-]*(?:\s[\p{Lu}][\p{L}'’.-]*){0,3}\s?/\s?)?(?:` + pictureAgencies + `)(?:(?:\s*/\s*|\s+via\s+|\s*\|\s*)[^.!?]{2,60})?\.?$`),
	regexp.MustCompile(`(?:^|[.!?”"’)\]]\s+)©\s*\S[^.!?]{1,60}$`),
}

var captionStart = regexp.MustCompile(`^(?:FILE(?: PHOTO)?|File(?: photo| picture| image)?|IN PICTURES|PHOTO|Photo|Pictured|PICTURED|Image|IMAGE|Caption)\s*(?:[:–—|]|-\s)\s*\S`)

// maxCaptionWords is more than captions have; longer paragraphs that end with
// an agency's name are read as articles.
const maxCaptionWords = 90

// credit recognises a caption by the credit it ends with, or by how it begins,
// and divides the block into the caption and the credit.
func (a *article) credit(i int) bool {
	b := &a.blocks[i]
	s := a.str(i)
	if wordCount(s) > maxCaptionWords {
		return false
	}
	for _, form := range creditForms {
		m := form.FindStringIndex(s)
		if m == nil {
			continue
		}
		// The match may begin with the end of the sentence before.
		at := m[0]
		if rest := strings.TrimLeft(s[at:], ".!?”\"’)]|• \t\n\u00A0"); at > 0 && !strings.HasPrefix(s[at:], "(") && !strings.HasPrefix(s[at:], "[") {
			at = len(s) - len(rest)
		}
		b.pieces = []Part{
			{b.start, b.start + at, Caption},
			{b.start + at, b.end, Byline},
		}
		return true
	}
	if captionStart.MatchString(s) {
		b.kind = Caption
		return true
	}
	return false
}
