package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/urfave/cli/v2"
)

// release is the version under which kgbuild is published.
const release = "0.1.0"

// version returns the release with the commit the program was built from, as
// far as the build knows it.
func version() string {
	v := release
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return v
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			v += "+" + s.Value[:12]
		}
	}
	return v
}

func versionCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "version",
		Usage:     "print the versions of program, model and codebook",
		ArgsUsage: " ",
		Description: "Prints what an analysis depends on, to be quoted beside results.\n\n" +
			"EXAMPLE:\n   kgbuild version --format json",
		Flags: []cli.Flag{formatFlag(tableFormat, jsonFormat)},
		Action: func(c *cli.Context) error {
			f, err := format(c, tableFormat, jsonFormat)
			if err != nil {
				return err
			}
			return runVersion(f, s)
		},
	}
}

func runVersion(format string, s streams) error {
	model, codebook, err := analyserVersions()
	if err != nil {
		return err
	}
	record := struct {
		Kgbuild  string `json:"kgbuild"`
		Model    string `json:"model"`
		Codebook string `json:"codebook"`
		Go       string `json:"go"`
		Platform string `json:"platform"`
	}{version(), model, codebook, runtime.Version(), runtime.GOOS + "/" + runtime.GOARCH}
	if format == jsonFormat {
		return writeJSONLine(s.out, record)
	}
	_, err = fmt.Fprintf(s.out, "kgbuild %s\nmodel %s\ncodebook %s\n%s %s\n",
		record.Kgbuild, record.Model, record.Codebook, record.Go, record.Platform)
	return err
}
