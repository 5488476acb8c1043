package main

import (
	"fmt"
	"os"
)

func main() {
	base, err := baseArticles(os.Getenv("KGBUILD_DATA"))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	for _, n := range []int{100, 1000, 10000} {
		if err := writeCorpus(fmt.Sprintf("/tmp/store/c%d.jsonl", n), base, n); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}
