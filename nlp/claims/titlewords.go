package claims

import (
	"unicode"
	"unicode/utf8"

	"github.com/kgbuild/kgbuild/nlp"
)

// titleRoles are the nouns that end a title beside a name, by their lemma, with
// what their bearer is to the body that the title names.
var titleRoles = roleTable(map[nlp.Predicate]string{
	"leads": `president minister premier chancellor chief ceo cfo coo chairman chairwoman chairperson chair commander captain mayor
		governor director leader head boss manager coach editor editor-in-chief principal headmaster headmistress headteacher dean
		rector provost secretary secretary-general director-general sheriff treasurer speaker commissioner pm superintendent
		archbishop bishop abbot imam patriarch chancellor vice-chancellor vice-president vice-chairman co-chair co-chairman convenor
		convener coordinator co-ordinator administrator publisher conductor skipper chieftain moderator warden overseer
		undersecretary undersheriff custodian marshal prefect king queen emir sultan taoiseach tánaiste`,
	"founded":         "founder co-founder",
	"owns":            "owner co-owner proprietor",
	"spokesperson_of": "spokesman spokeswoman spokesperson publicist",
	"works_for": `officer official executive adviser advisor aide analyst economist professor lecturer researcher scientist scholar
		engineer lawyer attorney counsel barrister solicitor prosecutor judge justice magistrate detective inspector sergeant
		lieutenant colonel major general admiral brigadier constable corporal agent correspondent reporter journalist columnist
		ambassador envoy consultant fellow strategist deputy trooper ombudsman curator historian physician surgeon nurse
		epidemiologist geologist seismologist meteorologist forecaster pathologist coroner investigator negotiator diplomat
		representative trainer pastor priest chaplain vicar controller adjutant assistant comptroller auditor registrar clerk
		photographer producer technician pilot engineer presenter newsreader speechwriter`,
})

// titleModifiers stand before the noun of a title and are part of it.
var titleModifiers = words(`vice deputy assistant associate senior junior chief executive general managing acting interim former ex then
	late new newly-elected newly-appointed current outgoing incoming ousted first second national regional state local district
	provincial federal press lead principal longtime long-time veteran caretaker incumbent embattled retired prime
	grand top honorary designate elect permanent private presiding supreme editorial athletic athletics creative artistic musical
	music technical sporting financial operating marketing legal medical scientific technology information communications policy
	research development strategy strategic commercial investment political military public relations media human resources
	operations security programme program project campaign country area sales head lt. lt maj. maj brig. staff sub-inspector
	detective station house full foreign affairs interior finance defence defense health justice home transport
	transportation education environment environmental energy trade culture cultural sports sport agriculture labour labor economy
	economic economics commerce treasury heritage ict employment welfare housing tourism fisheries mining oil petroleum railway
	railways water science industry industries internal external veterans immigration homeland cabinet works infrastructure
	planning budget social family youth women gender religious religious-affairs rural urban food emergency business city county
	homicide fire traffic crime intelligence counter-terrorism forensic criminal civil special crown prosecuting duty
	commanding division bureau line beat investigative high broadcasting aviation integration equality innovation digital
	climate natural prisons pensions families children lands disability indigenous shipping ports roads forestry
	forests skills universities schools higher consumer corrections relief rehabilitation reconstruction privatisation
	privatization migration maritime telecommunications postal`)

// portfolioLinks join the nouns of a portfolio: "trade and industry minister".
var portfolioLinks = words("and &")

// ofTitles are what a title goes on to with "of" or "for" without naming a body.
var ofTitles = words(`police state staff detectives defence defense finance health education justice interior transport agriculture
	commerce labour labor energy war trade culture home foreign public prosecutions operations research marketing communications
	security environment industry planning sport sports works housing science technology affairs investigation investigations
	development athletics the exchequer parliament children schools women veterans treasury social media policy medicine
	tourism fisheries mining oil petroleum water railways information immigration employment welfare religious higher
	secondary primary infrastructure aviation shipping digital economy youth gender budget territories communities`)

// desks are what the editors of parts of a paper are called by.
var desks = words(`film sports sport political politics business news foreign literary fashion city features diplomatic economics
	education health science technology opinion arts night picture home world money legal crime religion travel food
	culture defence defense contributing copy environment metro national`)

// titleRole returns the predicate of a noun that ends a title, and its lemma.
func (t *tree) titleRole(i int) (nlp.Predicate, string) {
	if i < 0 || i >= len(t.s.Tokens) || t.plural(i) || t.is(i, "VERB") {
		return "", ""
	}
	before := ""
	if i > 0 {
		before = t.form(i - 1)
	}
	switch f := t.form(i); {
	case f == "capt." || f == "cmdr.":
		return "works_for", "officer" // a rank, and no captain of a side
	case f == "editor" && desks[before]:
		return "works_for", f // of a part of the paper
	case f == "general" && generals[before]:
		return "leads", before + "-general"
	case f == "general" && i > 1 && before == "-" && generals[t.form(i-2)]:
		return "leads", t.form(i-2) + "-general"
	case f == "executive" && before == "chief":
		return "leads", f
	case f == "officer" && officerOf[before]:
		return "leads", f
	case f == "secretary" && before == "press", f == "officer" && before == "press":
		return "spokesperson_of", f
	case f == "commissioner" && before == "high":
		return "spokesperson_of", f
	case f == "chief" && i+2 < len(t.s.Tokens) && t.form(i+1) == "of" && t.form(i+2) == "staff":
		return "works_for", f
	}
	for _, w := range [...]string{t.lemma(i), t.form(i)} {
		if p := titleRoles[w]; p != "" {
			return p, w
		}
	}
	return "", ""
}

// generals are the words that make a general no soldier: "director general".
var generals = words("director secretary attorney governor inspector auditor")

// officerOf are the words that make an officer the head of something: "chief
// executive officer".
var officerOf = words("executive financial operating marketing technology")

// capitalised reports whether a token begins with a capital.
func (t *tree) capitalised(i int) bool {
	first, _ := utf8.DecodeRuneInString(t.tok(i).Form)
	return unicode.IsUpper(first)
}
