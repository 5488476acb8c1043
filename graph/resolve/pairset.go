package resolve

// pairSet is a set of pairs of units. The occurrences of a large corpus make a
// million pairs, for which a map takes most of the time of comparing them.
type pairSet struct {
	slots []uint64 // open addressing; 0 is a free place
	size  int
}

// add adds a pair, the smaller unit first, and reports whether it is new.
func (s *pairSet) add(a, b unitID) bool {
	if 2*s.size >= len(s.slots) {
		s.grow()
	}
	key := uint64(a)<<32 | uint64(b) // never 0, as b is greater than a
	at := s.place(key)
	if s.slots[at] == key {
		return false
	}
	s.slots[at] = key
	s.size++
	return true
}

// place returns where a key stands, or would.
func (s *pairSet) place(key uint64) uint64 {
	mask := uint64(len(s.slots) - 1)
	at := (key * 0x9E3779B97F4A7C15 >> 20) & mask
	for s.slots[at] != 0 && s.slots[at] != key {
		at = (at + 1) & mask
	}
	return at
}

func (s *pairSet) grow() {
	old := s.slots
	s.slots = make([]uint64, max(1<<10, 2*len(old)))
	for _, key := range old {
		if key != 0 {
			s.slots[s.place(key)] = key
		}
	}
}
