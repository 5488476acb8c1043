package background

import (
	"net/url"
	"strings"
	"unicode"

	"github.com/kgbuild/kgbuild/nlp"
)

// Vocabularies differ in their namespaces more than in their words, so types
// and properties are known by their local names, whatever stands before them.

// nameProperties give names, the first of a thing its preferred one.
var nameProperties = map[string]bool{"preflabel": true, "label": true, "name": true, "title": true, "legalname": true}

// aliasProperties give further names.
var aliasProperties = map[string]bool{
	"altlabel": true, "hiddenlabel": true, "alternatename": true, "alternativename": true, "alias": true, "nick": true,
	"acronym": true, "abbreviation": true, "weakalias": true, "previousname": true,
}

// types are the entity types of classes.
var types = map[string]nlp.EntityType{
	"person": nlp.Person, "human": nlp.Person, "politician": nlp.Person, "officeholder": nlp.Person,
	"organization": nlp.Organization, "organisation": nlp.Organization, "formalorganization": nlp.Organization,
	"governmentorganization": nlp.Organization, "governmentagency": nlp.Organization, "publicbody": nlp.Organization,
	"corporation": nlp.Organization, "company": nlp.Organization, "legalentity": nlp.Organization, "ngo": nlp.Organization,
	"politicalparty": nlp.Organization, "newsmediaorganization": nlp.Organization, "newspaper": nlp.Organization,
	"militaryunit": nlp.Organization, "educationalorganization": nlp.Organization, "university": nlp.Organization,
	"country": nlp.Country, "sovereignstate": nlp.Country,
	"city": nlp.City, "town": nlp.City, "municipality": nlp.City, "capital": nlp.City,
	"place": nlp.Place, "location": nlp.Place, "spatialthing": nlp.Place, "administrativearea": nlp.Place, "state": nlp.Place,
	"region": nlp.Place, "province": nlp.Place, "feature": nlp.Place, "island": nlp.Place, "river": nlp.Place,
	"facility": nlp.Facility, "building": nlp.Facility, "civicstructure": nlp.Facility, "airport": nlp.Facility,
	"landmarksorhistoricalbuildings": nlp.Facility, "placeofworship": nlp.Facility, "hospital": nlp.Facility,
	"group": nlp.Group, "ethnicgroup": nlp.Group, "product": nlp.Product, "weapon": nlp.Product, "vessel": nlp.Product,
	"vehicle": nlp.Product, "airplane": nlp.Product, "event": nlp.Event, "concept": nlp.Concept,
}

// relation is the codebook's predicate of a property, from its subject to its
// object or, inverse, the other way.
type relation struct {
	predicate nlp.Predicate
	inverse   bool
}

var relations = map[string]relation{
	"member_of": {"member_of", false}, "affiliation": {"member_of", false}, "has_member": {"member_of", true}, "member": {"member_of", true},
	"parent_organization": {"part_of", false}, "sub_organization_of": {"part_of", false}, "parent": {"part_of", false},
	"sub_organization": {"part_of", true}, "has_sub_organization": {"part_of", true}, "department": {"part_of", true},
	"unit_of": {"part_of", false}, "has_unit": {"part_of", true}, "is_part_of": {"part_of", false}, "part_of": {"part_of", false}, "has_part": {"part_of", true},
	"works_for": {"works_for", false}, "employer": {"works_for", false}, "employee": {"works_for", true},
	"founder": {"founded", true}, "founded_by": {"founded", true}, "founded": {"founded", false}, "founder_of": {"founded", false},
	"owns": {"owns", false}, "owner_of": {"owns", false}, "owner": {"owns", true}, "owned_by": {"owns", true},
	"leader": {"leads", true}, "head": {"leads", true}, "head_of": {"leads", false}, "leader_of": {"leads", false},
	"birth_place": {"born_in", false}, "place_of_birth": {"born_in", false},
	"nationality": {"national_of", false}, "citizenship": {"national_of", false},
	"home_location": {"lives_in", false}, "residence": {"lives_in", false},
	"location": {"located_in", false}, "located_in": {"located_in", false}, "based_near": {"located_in", false},
	"contained_in_place": {"located_in", false}, "contains_place": {"located_in", true}, "has_place": {"located_in", false},
	"spouse": {"family_of", false}, "sibling": {"family_of", false}, "children": {"family_of", false}, "relative": {"family_of", false}, "related_to": {"family_of", false},
}

// structural are the namespaces whose properties speak of a file's own order
// rather than of the world.
var structural = []string{
	"http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/2000/01/rdf-schema#", "http://www.w3.org/2002/07/owl#",
	"http://www.w3.org/2004/02/skos/core#", "http://www.w3.org/ns/prov#", "http://www.w3.org/ns/oa#",
}

// ownPredicate begins the predicates of kgbuild's own exports.
const ownPredicate = "urn:kgbuild:predicate/"

// relationOf returns what a property between two things states; ok is false
// for one that says nothing of the world.
func relationOf(property string) (r relation, ok bool) {
	if own, found := strings.CutPrefix(property, ownPredicate); found {
		p, err := url.PathUnescape(own)
		return relation{nlp.Predicate(p), false}, err == nil && p != ""
	}
	for _, namespace := range structural {
		if strings.HasPrefix(property, namespace) {
			return relation{}, false
		}
	}
	words := snake(localName(property))
	if r, known := relations[words]; known {
		return r, true
	}
	return relation{nlp.Predicate(nlp.OpenPrefix + words), false}, words != ""
}

// localName returns what stands behind the last separator of an IRI.
func localName(iri string) string { return iri[strings.LastIndexAny(iri, "#/:")+1:] }

// snake writes memberOf, MemberOf and member-of as member_of.
func snake(s string) string {
	var b strings.Builder
	small := false
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			if small {
				b.WriteByte('_')
			}
			b.WriteRune(unicode.ToLower(r))
			small = false
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
			small = true
		default:
			if b.Len() > 0 && small {
				b.WriteByte('_')
			}
			small = false
		}
	}
	return strings.Trim(b.String(), "_")
}
