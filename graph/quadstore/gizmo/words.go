package gizmo

// Place says where a word of the language stands.
type Place string

// The places of words.
const (
	Start  Place = "start"  // begins a path or stands alone: entity("Iran")
	Step   Place = "step"   // lengthens a path: .out("<allied>")
	Final  Place = "final"  // runs a path: .all()
	Value  Place = "value"  // an argument that is no plain string: gt(5)
	Member Place = "member" // of g: g.V()
)

// Word is a word of the language with its help.
type Word struct {
	Name    string
	Place   Place
	Usage   string // with its arguments
	Help    string // what it does, in a line
	Example string
}

// Words lists every word once, by place and then in the order of use. Cayley's
// other spellings – As, Intersect, Union, Difference, capital letters – are
// understood too.
func Words() []Word { return words }

var words = []Word{
	{"entity", Start, `entity(NAME, …)`, "whatever goes by a name, alias or id, in any case", `entity("Iran").out("<allied>").unique()`},
	{"g", Start, "g", "begins paths, and prints: g.V, g.M, g.emit", `g.emit(entity("Iran").out("<allied>").count())`},
	{"params", Start, "params.NAME", "a parameter of a named query", `entity(params.who).out("<blamed>").all()`},

	{"V", Member, "g.V(NODE, …)", "nodes by their ids; all nodes without arguments", `g.V("<claimed>").in("<predicate>")`},
	{"M", Member, "g.M()", "a path to use in others, with follow", `entity("Iran").follow(g.M().out("<allied>"))`},
	{"emit", Member, "g.emit(VALUE)", "prints a value: a number, text, list or object", `g.emit({year: 2024})`},

	{"out", Step, "out(PREDICATE, TAG)", "follows edges or properties forward; the tag keeps the predicate", `entity("Hamas").out("<allied>")`},
	{"in", Step, "in(PREDICATE, TAG)", "follows them backward", `entity("Kerman bombing").in("<claimed>")`},
	{"both", Step, "both(PREDICATE, TAG)", "follows them either way", `entity("Iran").both("<hostile>")`},
	{"has", Step, "has(PREDICATE, VALUE|FILTER, …)", "keeps nodes that have such a value", `g.V().has("<type>", "Event").has("<time>", gte("2024"))`},
	{"hasR", Step, "hasR(PREDICATE, VALUE, …)", "keeps nodes that are such a value of something", `g.V("<allied>").hasR("<predicate>")`},
	{"is", Step, "is(NODE, …)", "keeps these nodes", `entity("Iran").out().is("<entity/hamas>")`},
	{"filter", Step, "filter(FILTER, …)", "keeps values that fit filters", `g.V().filter(like("Islamic%"))`},
	{"tag", Step, "tag(NAME)", "keeps the node as a column, and a place to go back to", `entity("Iran").tag("who").out("<allied>")`},
	{"back", Step, "back(TAG)", "goes back to the node with the tag", `entity("IS").tag("x").out("<claimed>").in("<condemned>").back("x")`},
	{"save", Step, "save(PREDICATE, TAG)", "keeps a property as a column; nodes without it go", `g.V().has("<type>", "Event").save("<time>", "when")`},
	{"saveOpt", Step, "saveOpt(PREDICATE, TAG)", "as save; nodes without it stay", `g.V().has("<type>", "Event").saveOpt("<time>", "when")`},
	{"saveR", Step, "saveR(PREDICATE, TAG)", "as save, backward", `entity("Hamas").saveR("<allied>", "ally")`},
	{"saveOptR", Step, "saveOptR(PREDICATE, TAG)", "as saveOpt, backward", `entity("Hamas").saveOptR("<claimed>", "by")`},
	{"and", Step, "and(PATH)", "keeps what the other path leads to as well", `entity("US").out("<denied>").and(entity("Israel").out("<denied>"))`},
	{"or", Step, "or(PATH)", "adds what the other path leads to", `entity("US").or(entity("Israel")).out("<denied>")`},
	{"except", Step, "except(PATH)", "takes away what the other path leads to", `entity("Iran").both("<allied>").except(entity("Hamas"))`},
	{"unique", Step, "unique()", "lists each node once, not once a claim", `entity("IS").out("<claimed>").unique()`},
	{"order", Step, "order()", "sorts, as text", `g.V().has("<type>", "Event").out("<time>").order()`},
	{"limit", Step, "limit(N)", "keeps the first N", `g.V().has("<type>", "Person").limit(5)`},
	{"skip", Step, "skip(N)", "leaves the first N out", `g.V().has("<type>", "Person").skip(5).limit(5)`},
	{"follow", Step, "follow(PATH)", "goes along a path made with g.M()", `entity("Iran").follow(g.M().out("<allied>"))`},
	{"followR", Step, "followR(PATH)", "goes along it backward", `entity("Hamas").followR(g.M().out("<allied>"))`},
	{"followRecursive", Step, "followRecursive(PREDICATE|PATH, DEPTH, TAG)", "goes along it again and again; the tag keeps how often", `entity("Shiraz").followRecursive("<located_in>", 3)`},
	{"labelContext", Step, "labelContext(PATH, TAG)", "follows only edges whose claim the path leads to, and keeps the claim; null ends it", `entity("IS").labelContext(g.V(), "claim").out("<claimed>")`},
	{"labels", Step, "labels()", "the claims of all edges that begin at the node", `entity("Hamas").labels().unique()`},
	{"inPredicates", Step, "inPredicates()", "the predicates that lead to the node", `entity("Hamas").inPredicates()`},
	{"outPredicates", Step, "outPredicates()", "the predicates that lead away from it", `entity("Hamas").outPredicates()`},
	{"saveInPredicates", Step, "saveInPredicates(TAG)", "keeps the predicates that lead to it as a column", `entity("Hamas").saveInPredicates("p")`},
	{"saveOutPredicates", Step, "saveOutPredicates(TAG)", "keeps the predicates that lead away as a column", `entity("Hamas").saveOutPredicates("p")`},

	{"all", Final, "all()", "prints a row for each result; what a script ends with is run so", `entity("Iran").out("<allied>").all()`},
	{"getLimit", Final, "getLimit(N)", "prints the first N", `entity("Iran").out("<allied>").getLimit(3)`},
	{"count", Final, "count()", "the number of results", `entity("Iran").out("<allied>").unique().count()`},
	{"toArray", Final, "toArray(N)", "the nodes as a list", `g.emit(entity("Iran").out("<allied>").toArray().length)`},
	{"tagArray", Final, "tagArray(N)", "the rows, with tags, as a list of objects", `g.emit(entity("IS").tag("who").tagArray())`},
	{"toValue", Final, "toValue()", "the first node, or null", `g.emit(entity("Iran").out("<name>").toValue())`},
	{"tagValue", Final, "tagValue()", "the first row, or null", `g.emit(entity("Iran").tag("who").tagValue())`},
	{"forEach", Final, "forEach(N, FUNCTION)", "calls a function with each row; map is the same", `entity("Iran").out("<allied>").unique().forEach(function (row) { g.emit(row.id) })`},

	{"gt", Value, "gt(VALUE)", "a filter: greater; also gte, lt, lte", `g.V().has("<predicate>", "<death_toll>").has("<object>", gt(50))`},
	{"gte", Value, "gte(VALUE)", "a filter: greater or equal", `g.V().has("<confidence>", gte(0.9))`},
	{"lt", Value, "lt(VALUE)", "a filter: less", `g.V().has("<confidence>", lt(0.5))`},
	{"lte", Value, "lte(VALUE)", "a filter: less or equal", `g.V().has("<time>", lte("2020"))`},
	{"like", Value, "like(PATTERN)", "a filter: % stands for anything, ? for one character", `g.V().has("<name>", like("%Guard%"))`},
	{"regex", Value, "regex(PATTERN, true)", "a filter: a regular expression; true to match ids too", `g.V().has("<name>", regex("(?i)brigade"))`},
	{"iri", Value, "iri(ID)", "a node, from text in a variable", `g.V(iri("entity/hamas"))`},
	{"str", Value, "str(TEXT)", "a text, even one in angle brackets", `g.V(str("<b>"))`},
	{"lang", Value, "lang(TEXT, LANGUAGE)", "a text in a language", `g.V(lang("Eisen", "de"))`},
	{"typed", Value, "typed(TEXT, TYPE)", "a value of another type", `g.V(typed("x", "y"))`},
	{"raw", Value, "raw(TEXT)", "a value as N-Quads write it", `g.V(raw("<entity/hamas>"))`},
	{"bnode", Value, "bnode(ID)", "a blank node; kgbuild makes none", `g.V(bnode("x"))`},
}
