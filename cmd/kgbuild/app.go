package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"
)

// newApp returns the program's commands, reading and writing through s.
func newApp(s streams) *cli.App {
	app := &cli.App{
		Name:  "kgbuild",
		Usage: "build a knowledge graph from news articles and ask it questions",
		Description: "Reads articles, finds who did, said and denied what, and keeps every claim with\n" +
			"its source, its certainty and its sentence. Everything runs on this machine.\n\n" +
			"EXAMPLE:\n" +
			"   kgbuild ingest articles/\n" +
			"   kgbuild query 'entity(\"United Nations\").out(\"<condemned>\").all()'\n" +
			"   kgbuild show \"United Nations\"",
		Version:                version(),
		EnableBashCompletion:   true,
		UseShortOptionHandling: true,
		Reader:                 s.in,
		Writer:                 s.out,
		ErrWriter:              s.err,
		ExitErrHandler:         func(*cli.Context, error) {},
		OnUsageError:           onUsageError,
		Action: func(c *cli.Context) error {
			if name := c.Args().First(); name != "" {
				return usagef("no command %q; see 'kgbuild help'", name)
			}
			return cli.ShowAppHelp(c)
		},
		Commands: []*cli.Command{
			ingestCommand(s),
			watchCommand(s),
			importCommand(s),
			queryCommand(s),
			consoleCommand(s),
			showCommand(s),
			pathCommand(s),
			whyCommand(s),
			betweenCommand(s),
			timelineCommand(s),
			contradictionsCommand(s),
			corroborationCommand(s),
			sourcesCommand(s),
			communitiesCommand(s),
			centralCommand(s),
			sampleCommand(s),
			statsCommand(s),
			exportCommand(s),
			withdrawCommand(s),
			rebuildCommand(s),
			checkCommand(s),
			backupCommand(s),
			annotateCommand(s),
			evalCommand(s),
			codebookCommand(s),
			completionCommand(s),
			versionCommand(s),
		},
	}
	cli.VersionFlag = &cli.BoolFlag{Name: "version", Usage: "print the version", DisableDefaultText: true}
	for _, c := range app.Commands {
		finish(c)
	}
	return app
}

// finish gives a command, and those below it, what all of them share.
func finish(c *cli.Command) {
	c.OnUsageError = onUsageError
	c.Description = strings.TrimSpace(c.Description) +
		"\n\nEXIT STATUS:\n   0 done; 1 something failed, standard error says what; 2 wrong usage"
	for _, sub := range c.Subcommands {
		finish(sub)
	}
}

func onUsageError(c *cli.Context, err error, _ bool) error {
	name := "kgbuild"
	if c.Command != nil && c.Command.Name != "" {
		name = strings.TrimSpace("kgbuild " + c.Command.Name)
	}
	return usageError{fmt.Errorf("%w; see '%s --help'", err, name)}
}

// flagsFirst moves a command's flags before its other arguments, which the
// flag library asks for and people forget. What follows "--" stays.
func flagsFirst(app *cli.App, args []string) []string {
	if len(args) < 2 {
		return args
	}
	command, start := app.Command(args[1]), 2
	if command == nil {
		return args
	}
	for len(args) > start {
		sub := subcommand(command, args[start])
		if sub == nil {
			break
		}
		command, start = sub, start+1
	}
	takesValue := make(map[string]bool)
	for _, f := range command.Flags {
		_, boolean := f.(*cli.BoolFlag)
		for _, name := range f.Names() {
			takesValue[name] = !boolean
		}
	}
	var flags, rest []string
	for i := start; i < len(args); i++ {
		arg := args[i]
		if arg == "--" {
			rest = append(rest, args[i:]...)
			break
		}
		if !strings.HasPrefix(arg, "-") || arg == "-" {
			rest = append(rest, arg)
			continue
		}
		flags = append(flags, arg)
		name := strings.TrimLeft(arg, "-")
		if takesValue[name] && i+1 < len(args) {
			i++
			flags = append(flags, args[i])
		}
	}
	out := append([]string{}, args[:start]...)
	return append(append(out, flags...), rest...)
}

func subcommand(c *cli.Command, name string) *cli.Command {
	for _, sub := range c.Subcommands {
		if sub.HasName(name) {
			return sub
		}
	}
	return nil
}
