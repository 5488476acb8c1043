#!/usr/bin/env bash
# Opens the exports of a store with the programs that they are written for, and
# checks that nothing was merged or lost on the way. Exits 1 when something was.
#
#   graph/export/peers/clients.sh [STORE]
#
# Without a store the articles of testdata are read into one. The clients come
# from PyPI and Maven, about 300 MB, into $KGBUILD_PEERS (default: a folder in
# the user's cache); a client whose language is not installed is passed over
# with a line that says so. Needs bash and Go; python3 for NetworkX, igraph,
# rdflib, pyoxigraph and pyshacl; java 17, javac and mvn for Gephi, Jena, Neo4j.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
root="$(cd "$here/../../.." && pwd)"
peers="${KGBUILD_PEERS:-${XDG_CACHE_HOME:-$HOME/.cache}/kgbuild-peers}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
mkdir -p "$peers"
failed=0

say() { printf '\n== %s\n' "$*"; }
check() { # what got want
  if [ "$2" = "$3" ]; then printf 'ok     %s: %s\n' "$1" "$2"; else
    printf 'FAILED %s: %s, want %s\n' "$1" "$2" "$3"
    failed=1
  fi
}
has() { command -v "$1" >/dev/null || {
  printf 'passed over: %s is not installed\n' "$1"
  return 1
}; }
# fetch NAME: the archives of NAME.pom.xml into $peers/NAME.
fetch() {
  [ -e "$peers/$1/.done" ] && return
  mvn -q -B -f "$here/$1.pom.xml" dependency:copy-dependencies -DoutputDirectory="$peers/$1" </dev/null
  touch "$peers/$1/.done"
}
field() { tr ' ' '\n' <<<"$2" | sed -n "s/^$1=//p"; }

say "exports"
(cd "$root" && go build -o "$work/kgbuild" ./cmd/kgbuild)
store="${1:-$work/kgbuild.db}"
if [ $# = 0 ]; then "$work/kgbuild" ingest -q --store "$store" "$root/testdata/articles" >/dev/null; fi
for f in jsonl:jsonl graphml:graphml gexf:gexf cytoscape:cyjs neo4j:zip nquads:nq trig:trig turtle:ttl jsonld:jsonld dot:dot; do
  "$work/kgbuild" export --store "$store" --format "${f%:*}" -o "$work/graph.${f#*:}"
done
for f in graphml gexf; do "$work/kgbuild" export --store "$store" --format $f --edges folded -o "$work/folded.$f"; done
"$work/kgbuild" export --store "$store" --format neo4j -o "$work/neo4j/"
ls -s --block-size=1K "$work" | sed -n 's/^ *\([0-9]*\) \(graph\.\)/\1 KiB \2/p'

has python3 || exit 1
if [ ! -e "$peers/python/.done" ]; then
  python3 -m venv "$peers/python"
  "$peers/python/bin/pip" -q install -r "$here/requirements.txt"
  touch "$peers/python/.done"
fi
say "NetworkX, igraph"
"$peers/python/bin/python" "$here/networks.py" "$work" || failed=1
read -r nodes edges statements <"$work/counts"
say "pyoxigraph, rdflib, pyshacl"
"$peers/python/bin/python" "$here/rdf.py" "$work" "$root/docs/vocabulary.shacl.ttl" || failed=1

say "Graphviz"
if has gc; then
  check "gc: nodes and edges of dot" "$(gc -n -e "$work/graph.dot" | awk '{print $1, $2}')" "$nodes $edges"
fi

if ! has java || ! has javac || ! has mvn; then exit $failed; fi

say "Gephi toolkit 0.10.1"
fetch gephi
jar=("$peers"/gephi/gephi-toolkit-*-all.jar)
mkdir -p "$work/classes"
javac -cp "${jar[0]}" -d "$work/classes" "$here/Gephi.java"
gephi() { java -cp "$work/classes:${jar[0]}" Gephi "$1" "$2" 2>/dev/null | tail -1; }
timed="$(grep -c '<edge .*\(start\|end\)="[0-9]' "$work/graph.gexf" || true)"
timedNodes="$(grep -c '<node .*start="[0-9]' "$work/graph.gexf" || true)"
for f in graphml gexf; do
  got="$(gephi "$work/graph.$f" keep)"
  check "Gephi: nodes and edges of $f" "$(field nodes "$got") $(field edges "$got")" "$nodes $edges"
  check "Gephi: labels of $f" "$(field nodeLabels "$got") $(field edgeLabels "$got")" "$nodes $edges"
  check "Gephi: typed attributes of $f" \
    "$(field node.mentions "$got") $(field node.value "$got") $(field edge.confidence "$got") $(field edge.symmetric "$got") $(field node.type "$got")" \
    "Integer Double Double Boolean String"
  check "Gephi: weight of $f" "$(field weight "$got")" "$edges"
  check "Gephi: complaints about $f" "$(field issues "$got")" 0
done
check "Gephi: nodes and edges of gexf with a time" "$(field nodeTimes "$got") $(field edgeTimes "$got")" "$timedNodes $timed"
check "Gephi: nodes of gexf with a colour" "$(field coloured "$got")" "$nodes"
got="$(gephi "$work/folded.gexf" merge)"
check "Gephi: folded edges of gexf, merged as by default" "$(field edges "$got")" "$statements"
got="$(gephi "$work/folded.graphml" keep)"
check "Gephi: folded edges of graphml" "$(field edges "$got")" "$statements"

say "Apache Jena 5.2.0"
fetch jena
lines="$(wc -l <"$work/graph.nq")"
for f in nq trig ttl jsonld; do
  check "riot --validate: complaints about $f" "$(java -cp "$peers/jena/*" riotcmd.riot --validate "$work/graph.$f" 2>&1 | grep -vc SLF4J || true)" 0
  check "riot --count $f" "$(java -cp "$peers/jena/*" riotcmd.riot --count "$work/graph.$f" 2>&1 | sed -n 's/^[^:]*graph\.[^:]*://p' | grep -o '[0-9][0-9,]*' | tr -d , | awk '{s+=$1} END{print s}')" "$lines"
done
check "shacl validate" "$(java -cp "$peers/jena/*" shacl.shacl validate --text --shapes "$root/docs/vocabulary.shacl.ttl" --data "$work/graph.ttl" 2>/dev/null | tail -1)" Conforms

say "Neo4j 5.26.0"
fetch neo4j
mkdir -p "$work/home/conf"
touch "$work/home/conf/neo4j.conf"
NEO4J_HOME="$work/home" NEO4J_CONF="$work/home/conf" java \
  --add-opens=java.base/java.nio=ALL-UNNAMED --add-opens=java.base/java.lang=ALL-UNNAMED --add-opens=java.base/sun.nio.ch=ALL-UNNAMED \
  -cp "$peers/neo4j/*" org.neo4j.cli.AdminTool database import full neo4j \
  --report-file="$work/import.report" --nodes="$work/neo4j/nodes.csv" --relationships="$work/neo4j/relationships.csv" >"$work/import.log" 2>&1 || cat "$work/import.log"
check "database import full: nodes and relationships" \
  "$(sed -n 's/^ *\([0-9]*\) nodes$/\1/p' "$work/import.log") $(sed -n 's/^ *\([0-9]*\) relationships$/\1/p' "$work/import.log")" "$nodes $edges"

exit $failed
