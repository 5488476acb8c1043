package mend

import (
	"context"

	"github.com/kgbuild/kgbuild/nlp"
)

// Step mends every sentence of an analysis.
type Step struct{}

// Name implements [nlp.Step].
func (Step) Name() string { return "mend" }

// Needs implements [nlp.Step].
func (Step) Needs() []nlp.Layer { return []nlp.Layer{nlp.SyntaxLayer, nlp.NameLayer} }

// Gives implements [nlp.Step].
func (Step) Gives() []nlp.Layer { return nil }

// Run changes the heads, relations, lemmas and names of a's sentences in place.
func (Step) Run(ctx context.Context, a *nlp.Analysis) error {
	for i := range a.Sentences {
		if err := ctx.Err(); err != nil {
			return err
		}
		if len(a.Sentences[i].Tokens) > 0 {
			mend(&a.Sentences[i])
		}
	}
	shortCompanies(a)
	agreeOnNames(a)
	return nil
}

// mend applies the rules to a sentence, one after the other.
func mend(s *nlp.Sentence) {
	m := mender{s: s}
	for _, rule := range []func(){
		m.dateline, m.agedNouns, m.plurals, m.formerHolders, m.makers, m.opposition, m.wouldBe, m.verbs, m.swornIn, m.governing, m.capitals, m.headNouns, m.lowerFronts, m.saidNames,
		m.companyForms, m.ampersands, m.cutCompanies, m.calledCompanies, m.whoPersons,
		m.acronyms, m.listedNames, m.wellKnown, m.partedNames, m.possessiveNames, m.officeNames, m.joinedPortfolios, m.countryBranches, m.misreadBodies, m.looseNames, m.sides,
		m.abbreviations, m.titleNames, m.titleNouns, m.seats,
		m.affiliations, m.cutNames, m.firstNames, m.surnames, m.hyphenated, m.ownedBodies, m.complements, m.splitNames, m.namesBehindRoles, m.namesBehindCompanies, m.descriptors,
		m.compatriots, m.holdersOfSeveral, m.beforeNames, m.kindsBeforeNames, m.calledNames, m.rolesBeforeNames, m.listedPersons, m.joinedRoles, m.origins, m.doubleSubjects, m.frontedDescriptions,
		m.attributive, m.falsePassives, m.accusedObjects, m.accusedOfBeing, m.accusations, m.loneReceivers,
		m.paidReceivers, m.doubleObjects, m.thanksTo,
		m.strandedSubjects, m.chosen, m.chosenRoles, m.succeedingAs, m.betweenPairs,
		m.calledPredicates, m.sources, m.headlines, m.bareParticiples,
		m.inverted, m.towns, m.seatTowns, m.abbreviatedStates, m.demonyms, m.demonymUnions, m.settlementsBeside, m.storms, m.recalledStorms, m.ships, m.partsOfTowns, m.counties,
		m.deedNouns, m.harmDeeds, m.tearGas, m.doersBehind, m.shotDead, m.fearedFates, m.sharedFates, m.deadObjects, m.lateObjects,
		m.clauseSubjects, m.crossedObliques, m.lateSubjects, m.lostPredicates, m.swallowedVerbs,
		m.massEvents, m.objectPredicates, m.raisedObjects, m.tellingAppositions, m.dueTo, m.arrangedVerbs,
		m.holdersBehind, m.bearersBehind, m.membersBehind, m.generals, m.ledBodies,
	} {
		rule()
	}
}

// mender is one sentence while it is mended.
type mender struct {
	s *nlp.Sentence
}

func (m *mender) tok(i int) *nlp.Token { return &m.s.Tokens[i] }

// set hangs token i on head. A head that is below i takes i's place first, so
// that no rule closes a circle.
func (m *mender) set(i, head int, rel nlp.Relation) {
	if head >= 0 && m.s.Within(head, i) {
		m.s.Tokens[head].Head, m.s.Tokens[head].Relation = m.s.Tokens[i].Head, m.s.Tokens[i].Relation
	}
	m.s.Tokens[i].Head, m.s.Tokens[i].Relation = head, rel
}
