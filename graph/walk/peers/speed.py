"""Asks kgbuild's walkers and pyoxigraph the same questions about the same graph in turns.

Prints, for each kind of question, the median and the 99th percentile of the CPU milliseconds that an answer takes,
and their ratio. Every answer is compared by its size.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time

import pyoxigraph as ox

BASE = "urn:kg:"
SYMMETRIC = ("met", "allied", "hostile")


def iri(name):
    return f"<{BASE}{name}>"


# What is asked of a claim, and whether it says that something is or may be so.
CLAIM = "?c :subject ?s ; :predicate ?p ; :object ?o ; :polarity ?pol ; :modality ?mod ; :document ?d ; :evidence ?ev ."
ASSERTED = 'FILTER(?mod = "certain" || ?mod = "possible")'


class Peer:
    """Answers questions with SPARQL, and finds shortest paths with SPARQL or with the store's own interface."""

    def __init__(self, folder):
        self.store = ox.Store(os.path.join(folder, "oxigraph"))
        if len(self.store) == 0:
            self.store.bulk_load(path=os.path.join(folder, "quads.nq"), format=ox.RdfFormat.N_QUADS)
            self.store.optimize()

    def select(self, query):
        return [tuple(row) for row in self.store.query(f"PREFIX : <{BASE}> " + query)]

    def neighbours(self, a, _):
        a = iri(a)
        rows = self.select(
            f"SELECT ?p ?o ?g WHERE {{ GRAPH ?g {{ {{ {a} ?p ?o FILTER(isIRI(?o)) }} UNION {{ ?o ?p {a} FILTER(?o != {a}) }} }} }}"
        )
        return len(rows)

    def claim(self, a, _):
        rows = self.select(f"SELECT ?s ?p ?o WHERE {{ GRAPH {iri(a)} {{ ?s ?p ?o FILTER(isIRI(?o)) }} }}")
        return len(rows)

    def two_steps(self, a, b):
        a, b = iri(a), iri(b)
        rows = self.select(
            f"SELECT DISTINCT ?x WHERE {{ {{ GRAPH ?g {{ {a} ?p {b} }} }} UNION "
            f"{{ GRAPH ?g {{ {a} ?p ?x }} GRAPH ?h {{ ?x ?q {b} }} FILTER(?x != {a} && ?x != {b}) }} }}"
        )
        return len(rows)

    def three_steps(self, a, b):
        a, b = iri(a), iri(b)
        rows = self.select(
            f"SELECT DISTINCT ?x ?y WHERE {{ {{ GRAPH ?g {{ {a} ?p {b} }} }} UNION "
            f"{{ GRAPH ?g {{ {a} ?p ?x }} GRAPH ?h {{ ?x ?q {b} }} FILTER(?x != {a} && ?x != {b}) }} UNION "
            f"{{ GRAPH ?g {{ {a} ?p ?x }} GRAPH ?h {{ ?x ?q ?y }} GRAPH ?i {{ ?y ?r {b} }} "
            f"FILTER(?x != {a} && ?x != {b} && ?y != {a} && ?y != {b} && ?x != ?y) }} }}"
        )
        return len(rows)

    def search(self, a, b, beside):
        """Searches breadth-first from both ends, always where fewer are waiting."""
        if a == b:
            return 0
        near, far = ({a}, {a}, 0), ({b}, {b}, 0)  # seen, frontier, level
        while near[1] and far[1]:
            if len(far[1]) < len(near[1]):
                near, far = far, near
            seen, frontier, level = near
            reached = beside(frontier) - seen
            if reached & far[1]:
                return level + 1 + far[2]
            near = (seen | reached, reached, level + 1)
        return -1

    def shortest_path(self, a, b):
        def beside(frontier):
            values = " ".join(str(n) for n in frontier)
            return {
                row[0]
                for row in self.select(
                    f"SELECT DISTINCT ?o WHERE {{ VALUES ?s {{ {values} }} "
                    "GRAPH ?g { { ?s ?p ?o } UNION { ?o ?p ?s } } FILTER(isIRI(?o)) }"
                )
            }

        return self.search(ox.NamedNode(BASE + a), ox.NamedNode(BASE + b), beside)

    def shortest_path_api(self, a, b):
        default = ox.DefaultGraph()

        def beside(frontier):
            out = set()
            for n in frontier:
                for q in self.store.quads_for_pattern(n, None, None, None):
                    if q.graph_name != default and isinstance(q.object, ox.NamedNode):
                        out.add(q.object)
                for q in self.store.quads_for_pattern(None, None, n, None):
                    if q.graph_name != default:
                        out.add(q.subject)
            return out

        return self.search(ox.NamedNode(BASE + a), ox.NamedNode(BASE + b), beside)

    def timeline(self, a, _):
        a = iri(a)
        rows = self.select(
            "SELECT ?c ?s ?p ?o ?pol ?mod ?ev ?t1 ?t2 ?t3 ?t4 WHERE { "
            f"{{ SELECT DISTINCT ?c WHERE {{ {{ ?c :subject {a} }} UNION {{ ?c :object {a} }} }} }} {CLAIM} "
            "OPTIONAL { ?c :time ?t1 } OPTIONAL { ?s :time ?t2 } OPTIONAL { ?o :time ?t3 } OPTIONAL { ?d :date ?t4 } }"
        )
        for (k,) in self.select(f"SELECT ?k WHERE {{ GRAPH ?g {{ ?k :concerns {a} }} }}"):
            rows += self.select(f"SELECT ?c ?s ?p ?o ?pol ?mod ?ev WHERE {{ ?c :object {k} . {CLAIM} }}")

        def when(row):
            known = [t.value for t in row[7:11] if t is not None]
            return known[0] if known else "~"

        return len(sorted(rows, key=lambda row: (when(row), row[2].value, row[0].value)))

    def contradictions(self, _a, _b):
        return self.figures() + self.responsibility() + self.negations()

    def figures(self):
        values = {}
        for row in self.select(
            "SELECT ?s ?p ?o ?q ?date ?c ?ev WHERE { ?c :qualifier ?q . " + CLAIM + ASSERTED
            + ' FILTER(?pol = "positive") OPTIONAL { ?d :date ?date } }'
        ):
            values.setdefault((row[0].value, row[1].value), set()).add(row[2].value)
        return sum(1 for v in values.values() if len(v) > 1)

    def responsibility(self):
        # The store's planner is slow to join the two sides, so they meet here.
        held, denied = {}, set()
        for p in ("carried_out", "claimed"):
            rows = self.select(f"SELECT ?o ?s ?pol ?mod ?c ?ev ?d WHERE {{ ?c :predicate :{p} . {CLAIM} {ASSERTED} }}")
            for o, s, pol, *_ in rows:
                if pol.value == "positive":
                    held.setdefault(o.value, set()).add(s.value)
                else:
                    denied.add((o.value, s.value))
        for o, s, *_ in self.select(
            f'SELECT ?o ?s ?c ?ev ?d WHERE {{ ?c :predicate :denied . {CLAIM} FILTER(?pol = "positive" && ?mod = "certain") }}'
        ):
            denied.add((o.value, s.value))
        return len({o for o, s in denied if s in held.get(o, ())})

    def negations(self):
        # The inner SELECT keeps the planner from going through all claims for each that negates something.
        found = set()
        only = "FILTER(" + " || ".join(f"?p = :{p}" for p in SYMMETRIC) + ")"
        for ends, which in ("?c :subject ?s ; :object ?o", ""), ("?c :subject ?o ; :object ?s", only):
            for row in self.select(
                'SELECT ?s ?p ?o ?t1 ?t2 ?c ?n ?ev ?nev WHERE { ?n :polarity "negative" . ?n :subject ?s . ?n :object ?o . '
                "?n :predicate ?p . ?n :modality ?nm . ?n :evidence ?nev "
                "FILTER(isIRI(?o) && ?p != :carried_out && ?p != :claimed) "
                f'{{ SELECT * WHERE {{ {ends} ; :predicate ?p ; :polarity "positive" ; :modality ?mod ; :evidence ?ev . {ASSERTED} {which} }} }} '
                'FILTER(?nm = "certain" || ?nm = "possible") '
                "OPTIONAL { ?c :time ?t1 } OPTIONAL { ?n :time ?t2 } }"
            ):
                s, p, o = (x.value for x in row[:3])
                both_ways = p.removeprefix(BASE) in SYMMETRIC
                if row[3] is not None and row[4] is not None and row[3] != row[4]:
                    continue
                found.add((*(sorted((s, o)) if both_ways else (s, o)), p))
        return len(found)


# How often each side answers a question in a row, so that the clock can tell.
TIMES = {"neighbours": 3, "claim": 20, "two steps": 3, "three steps": 1, "shortest path": 1, "timeline": 1, "contradictions": 1}


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("walker", help="the program of the folder walker, built")
    parser.add_argument("folder", help="what 'walker make' made")
    options = parser.parse_args()
    peer = Peer(options.folder)
    server = subprocess.Popen(
        [options.walker, "serve", options.folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )

    def walk(q):
        server.stdin.write(json.dumps({**q, "times": TIMES[q["kind"]]}) + "\n")
        server.stdin.flush()
        size, cpu, wall = server.stdout.readline().split()
        return int(size), float(cpu) * 1000, float(wall) * 1000

    def ask(kind, method, q):
        start = time.process_time()
        for _ in range(TIMES[kind]):
            size = method(q.get("a"), q.get("b"))
        return size, (time.process_time() - start) * 1000 / TIMES[kind]

    results, wrong = {}, 0
    with open(os.path.join(options.folder, "questions.json"), encoding="utf-8") as f:
        questions = json.load(f)
    for i, q in enumerate(questions):
        kind = q["kind"]
        if i % 50 == 0:
            print(f"{i} of {len(questions)}", file=sys.stderr)
        if kind in ("two steps", "three steps") and q["a"] == q["b"]:
            continue
        method = getattr(peer, kind.replace(" ", "_"))
        if i % 2:
            theirs, cpu = ask(kind, method, q)
            ours, walker, wall = walk(q)
        else:
            ours, walker, wall = walk(q)
            theirs, cpu = ask(kind, method, q)
        if kind == "shortest path":
            other, api = ask(kind, peer.shortest_path_api, q)
            cpu, theirs = min(cpu, api), theirs if theirs == other else None
        if ours != theirs:
            wrong += 1
            print(f"{q}: {ours} and {theirs}", file=sys.stderr)
        results.setdefault(kind, []).append((ours, walker, cpu, wall))
    server.stdin.close()
    server.wait()
    print("| question | asked | size of the answer | walker, CPU ms | pyoxigraph, CPU ms | ratio of medians | walker, wall ms |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for kind, rows in results.items():
        sizes, walker, cpu, wall = zip(*rows)
        pair = lambda v: f"{statistics.median(v):.3g} · {percentile(v, 0.99):.3g}"
        ratio = statistics.median(walker) / statistics.median(cpu)
        print(f"| {kind} | {len(rows)} | {statistics.median(sizes):.0f} · {max(sizes)} | {pair(walker)} | {pair(cpu)} | {ratio:.2f} | {pair(wall)} |")
    if wrong:
        sys.exit(f"{wrong} answers differ")


if __name__ == "__main__":
    main()
