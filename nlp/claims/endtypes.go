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
	doers      = codebook.Types{nlp.Person: true, nlp.Organization: true, nlp.Country: true, nlp.Group: true}
	actors     = codebook.TypesThat(nlp.EntityType.CanAct)
	areas      = codebook.TypesThat(nlp.EntityType.IsArea) // can hold other places
	placeTypes = codebook.TypesThat(nlp.EntityType.IsPlace)
)
