package main

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// storeFlag names the store's folder.
func storeFlag() cli.Flag {
	return &cli.PathFlag{
		Name:    "store",
		Aliases: []string{"s"},
		Usage:   "`FOLDER` of the store",
		EnvVars: []string{"KGBUILD_STORE"},
		Value:   "kgbuild.db",
	}
}

// formatFlag chooses among output formats; the first is the default.
func formatFlag(formats ...string) cli.Flag {
	return &cli.StringFlag{
		Name:    "format",
		Aliases: []string{"f"},
		Usage:   "output `FORMAT`: " + strings.Join(formats, ", "),
		Value:   formats[0],
	}
}

// format returns the chosen output format, or an error naming the choices.
func format(c *cli.Context, formats ...string) (string, error) {
	f := c.String("format")
	if !slices.Contains(formats, f) {
		return "", usagef("no format %q for %s; choose %s", f, c.Command.Name, strings.Join(formats, ", "))
	}
	return f, nil
}

// codebookFlag names codebook files that add to the built-in one.
func codebookFlag() cli.Flag {
	return &cli.StringSliceFlag{
		Name:    "codebook",
		Usage:   "`FILE` with further codebook entries (may be repeated)",
		EnvVars: []string{"KGBUILD_CODEBOOK"},
	}
}
