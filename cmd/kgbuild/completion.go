package main

import (
	"fmt"

	"github.com/urfave/cli/v2"
)

// The scripts hand the words typed so far to the program itself, which lists
// what may come next (the flag --generate-bash-completion).
const bashCompletion = `_kgbuild() {
  local cur words
  cur="${COMP_WORDS[COMP_CWORD]}"
  words=("${COMP_WORDS[@]:0:$COMP_CWORD}")
  COMPREPLY=($(compgen -W "$("${words[@]}" "$cur" --generate-bash-completion 2>/dev/null | cut -d: -f1)" -- "$cur"))
  if [ ${#COMPREPLY[@]} -eq 0 ]; then COMPREPLY=($(compgen -f -- "$cur")); fi
}
complete -o nospace -o filenames -F _kgbuild kgbuild
`

const zshCompletion = `#compdef kgbuild
_kgbuild() {
  local -a opts
  opts=("${(@f)$(${words[@]:0:#words[@]-1} ${words[-1]} --generate-bash-completion 2>/dev/null)}")
  if [[ -n "${opts[1]}" ]]; then _describe 'values' opts; else _files; fi
}
compdef _kgbuild kgbuild
`

const fishCompletion = `complete -c kgbuild -a '(set -l w (commandline -opc); $w --generate-bash-completion 2>/dev/null | string split -m1 -f1 :)'
`

func completionCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "completion",
		Usage:     "print the shell's completion script",
		ArgsUsage: "bash|zsh|fish",
		Description: "Prints a script that completes commands and flags.\n\n" +
			"EXAMPLE:\n   source <(kgbuild completion bash)",
		Action: func(c *cli.Context) error { return runCompletion(c.Args().First(), s) },
	}
}

func runCompletion(shell string, s streams) error {
	script := map[string]string{"bash": bashCompletion, "zsh": zshCompletion, "fish": fishCompletion}[shell]
	if script == "" {
		return usagef("completion wants the name of a shell: bash, zsh or fish")
	}
	_, err := fmt.Fprint(s.out, script)
	return err
}
