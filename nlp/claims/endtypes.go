package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

// Types of ends that several readers of claims ask for.
var (
	organizations = codebook.Types{nlp.Organization: true}
	persons       = codebook.Types{nlp.Person: true, nlp.Group: true} // one or several

	// doers do deeds, own things, and are praised and blamed for them.
	doers = codebook.Types{nlp.Person: true, nlp.Organization: true, nlp.Country: true, nlp.Group: true}
	// actors can speak and act; places do when they stand for those who are there.
	actors = codebook.Types{
		nlp.Person: true, nlp.Organization: true, nlp.Country: true, nlp.Group: true,
		nlp.City: true, nlp.Place: true, nlp.Facility: true,
	}

	areas      = codebook.Types{nlp.Country: true, nlp.City: true, nlp.Place: true} // can hold other places
	placeTypes = codebook.Types{nlp.Country: true, nlp.City: true, nlp.Place: true, nlp.Facility: true}
)
