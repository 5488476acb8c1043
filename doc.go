// Package kgbuild is the root of a program that reads news articles and builds
// a knowledge graph from them. It holds no code; this page says where things
// are.
//
//	cmd/kgbuild  the program, one file a command; imports everything below
//	loaders      file formats → documents with metadata and parts
//	nlp          the words of the analysis and its pipeline; below it one package
//	             an idea: segment, syntax and model, timex, quantity, quote,
//	             gazetteer, mention, coref, event, codebook, claims,
//	             factuality, tuples
//	graph        the words of the graph; below it the observation log,
//	             corrections, resolution, the quad store, walkers and exports
//	queries      the named Gizmo queries that ship with the program
//	training     the program that trains the language model (Python)
//	testdata     articles and fixtures
//	docs         architecture and reference pages
//
// Imports point one way: cmd/kgbuild → graph, loaders, nlp, queries. Loaders
// and nlp know nothing of the store, and graph knows only the words of nlp.
// The linter enforces this (.golangci.yml).
package kgbuild
