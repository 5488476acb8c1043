package main

import (
	"context"
	"fmt"

	"github.com/urfave/cli/v2"

	"github.com/kgbuild/kgbuild/graph/store"
)

func backupCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "backup",
		Usage:     "copy a store and check the copy",
		ArgsUsage: "FOLDER",
		Description: "Copies the store to a folder that is not there yet, and checks the copy. The store may be read and\n" +
			"written meanwhile.\n\n" +
			"EXAMPLE:\n   kgbuild backup /media/disk/kgbuild-2024-01-31.db",
		Flags: []cli.Flag{storeFlag()},
		Action: func(c *cli.Context) error {
			if c.NArg() != 1 {
				return usagef("backup wants one folder, which must not be there yet")
			}
			return runBackup(c.Context, c.Path("store"), c.Args().First(), s)
		},
	}
}

func runBackup(ctx context.Context, dir, dest string, s streams) error {
	if err := mustExist(dir); err != nil {
		return err
	}
	checked, err := store.Backup(ctx, dir, dest)
	if err != nil {
		return err
	}
	fmt.Fprintf(s.out, "copied to %s: %s\n", dest, checkedLine(checked))
	return nil
}
