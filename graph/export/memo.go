package export

// memo remembers what a function returned for the arguments of late: at least
// limit of them, at most twice as many.
type memo[K comparable, V any] struct {
	limit    int
	find     func(K) (V, error)
	new, old map[K]V
}

func newMemo[K comparable, V any](limit int, find func(K) (V, error)) *memo[K, V] {
	return &memo[K, V]{limit: limit, find: find, new: make(map[K]V)}
}

// get returns what the function returns for k. Errors are not remembered.
func (m *memo[K, V]) get(k K) (V, error) {
	if v, ok := m.new[k]; ok {
		return v, nil
	}
	v, ok := m.old[k]
	if !ok {
		var err error
		if v, err = m.find(k); err != nil {
			return v, err
		}
	}
	if len(m.new) == m.limit {
		m.new, m.old = make(map[K]V, m.limit), m.new
	}
	m.new[k] = v
	return v, nil
}
