package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Backup copies the store in dir to dest, where nothing may be, and checks the
// copy. Readers and a writer may go on meanwhile: the copy holds the current
// graph, and the log as it was when it was copied, which is at least what the
// graph knows. What the log lacks of a record that is just being written is
// left out. After an error nothing is left at dest.
func Backup(ctx context.Context, dir, dest string) (*Checked, error) {
	dir, dest = filepath.Clean(dir), filepath.Clean(dest)
	if _, err := checkFormat(dir); err != nil {
		return nil, err
	}
	if _, err := os.Lstat(dest); err == nil {
		return nil, fmt.Errorf("back up to %s: there is something already", dest)
	} else if !errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("back up to %s: %w", dest, err)
	}
	// Under another name until it is whole.
	partial := dest + temporary
	if err := os.Mkdir(partial, 0o755); err != nil {
		return nil, fmt.Errorf("back up to %s: %w", dest, err)
	}
	checked, err := backUp(ctx, dir, partial)
	if err == nil {
		err = os.Rename(partial, dest)
	}
	if err == nil {
		err = syncFolder(filepath.Dir(dest))
	}
	if err != nil {
		_ = os.RemoveAll(partial)
		return nil, fmt.Errorf("back up %s to %s: %w", dir, dest, err)
	}
	return checked, nil
}

func backUp(ctx context.Context, dir, dest string) (*Checked, error) {
	copyOf := func(names ...string) error {
		name := filepath.Join(names...)
		return copyFile(ctx, filepath.Join(dir, name), filepath.Join(dest, name))
	}
	// An open reader keeps its generation from being removed.
	r, err := Open(dir)
	switch {
	case errors.Is(err, ErrNoGraph):
	case err != nil:
		return nil, err
	default:
		defer r.Close()
		folder := filepath.Base(generationFolder(dir, r.generation))
		if err := os.MkdirAll(filepath.Join(dest, graphFolder, folder), 0o755); err != nil {
			return nil, err
		}
		for _, name := range []string{quadsFile, recordsFile, manifestFile} {
			if err := copyOf(graphFolder, folder, name); err != nil {
				return nil, err
			}
		}
		if err := replaceFile(filepath.Join(dest, currentFile), fmt.Appendln(nil, r.generation)); err != nil {
			return nil, err
		}
	}
	for _, name := range []string{logFile, formatFile} {
		if err := copyOf(name); err != nil {
			return nil, err
		}
	}
	if err := copyOf(correctionsFile); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	for _, folder := range []string{filepath.Join(dest, graphFolder), dest} {
		if err := syncFolder(folder); err != nil && !errors.Is(err, os.ErrNotExist) {
			return nil, err
		}
	}
	var faults []error
	checked, err := Check(ctx, dest, func(err error) { faults = append(faults, err) })
	if err != nil {
		return nil, err
	}
	return checked, errors.Join(faults...)
}

// copyFile copies what a file holds at the moment and forces it to the disk.
func copyFile(ctx context.Context, from, to string) (err error) {
	if err := ctx.Err(); err != nil {
		return err
	}
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	info, err := in.Stat()
	if err != nil {
		return err
	}
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, io.LimitReader(in, info.Size()))
	if err == nil {
		err = out.Sync()
	}
	return errors.Join(err, out.Close())
}
