package quadstore

import (
	"context"

	hkv "github.com/hidal-go/hidalgo/kv"
)

// limitedKV is a key-value store that can be read until ctx is done and fails
// from then on. Cayley's iterators never look at a context while they search
// without finding; a read that fails is what stops them.
type limitedKV struct {
	hkv.KV
	ctx context.Context
}

func (l limitedKV) Tx(ctx context.Context, rw bool) (hkv.Tx, error) {
	if rw {
		return nil, hkv.ErrReadOnly
	}
	if err := l.ctx.Err(); err != nil {
		return nil, err
	}
	tx, err := l.KV.Tx(ctx, false)
	if err != nil {
		return nil, err
	}
	return limitedTx{Tx: tx, ctx: l.ctx}, nil
}

func (l limitedKV) View(ctx context.Context, fn func(hkv.Tx) error) error {
	return hkv.View(ctx, l, fn)
}

func (l limitedKV) Update(context.Context, func(hkv.Tx) error) error { return hkv.ErrReadOnly }

// Close does nothing: the file belongs to the store, not to a view of it.
func (l limitedKV) Close() error { return nil }

type limitedTx struct {
	hkv.Tx
	ctx context.Context
}

func (t limitedTx) Get(ctx context.Context, k hkv.Key) (hkv.Value, error) {
	if err := t.ctx.Err(); err != nil {
		return nil, err
	}
	return t.Tx.Get(ctx, k)
}

func (t limitedTx) GetBatch(ctx context.Context, keys []hkv.Key) ([]hkv.Value, error) {
	if err := t.ctx.Err(); err != nil {
		return nil, err
	}
	return t.Tx.GetBatch(ctx, keys)
}

func (t limitedTx) Scan(ctx context.Context, opts ...hkv.IteratorOption) hkv.Iterator {
	return &limitedIterator{Iterator: t.Tx.Scan(ctx, opts...), ctx: t.ctx}
}

type limitedIterator struct {
	hkv.Iterator
	ctx context.Context
	err error
}

func (it *limitedIterator) Next(ctx context.Context) bool {
	if it.err = it.ctx.Err(); it.err != nil {
		return false
	}
	return it.Iterator.Next(ctx)
}

func (it *limitedIterator) Err() error {
	if it.err != nil {
		return it.err
	}
	return it.Iterator.Err()
}
