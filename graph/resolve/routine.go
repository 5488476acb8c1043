package resolve

import "slices"

// Events of some kinds come in rows: goals and injuries. Articles of one story
// tell of several in the same words, so that neither these nor the place tell
// which is meant.

// routine reports whether an event is one of such a row and has no name.
func (u *unit) routine() bool { return !u.named() && words("routine")[u.event.noun] }

// toldApart reports whether something befell different people, or nothing says
// of two occurrences, one of them of a routine kind, that they are the same of
// their row: neither the time nor two who took part.
func (r *resolver) toldApart(a, b *occurrence) bool {
	if !a.routine && !b.routine || len(shared(a.names, b.names)) > 0 {
		return false
	}
	if words("befalling")[r.units[a.unit].event.noun] {
		return apart(a.patients, b.patients)
	}
	if a.when.known && b.when.known {
		return max(a.when.length(), b.when.length()) > monthLong
	}
	if sameReports(a, b) && r.sameStory(a, b) >= oneStoryLikeness {
		return false
	}
	return len(shared(a.takingPart(), b.takingPart())) < 2
}

func (o *occurrence) takingPart() []unitID { return union(slices.Clone(o.agents), o.patients) }

// sameReports reports whether the one was told when the other happened, or both
// were told at the same time.
func sameReports(a, b *occurrence) bool {
	x, y := a.when, b.when
	if !x.known {
		x = a.reported
	}
	if !y.known {
		y = b.reported
	}
	return x.known && y.known && x.gap(y) == 0 && max(x.length(), y.length()) <= monthLong
}
