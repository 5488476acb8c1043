package dating_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/dating"
	"github.com/kgbuild/kgbuild/graph/quadstore/quadstoretest"
	"github.com/kgbuild/kgbuild/graph/store/storetest"
	"github.com/kgbuild/kgbuild/nlp"
)

func TestClaim(t *testing.T) {
	r := quadstoretest.News()
	r.Documents[1].Date = nlp.Date{}
	d := dating.New(storetest.Open(t, r, quadstoretest.Predicates))
	got := make(map[graph.ClaimID]string)
	for i := range r.Claims {
		x, err := d.Claim(&r.Claims[i])
		if err != nil {
			t.Fatal(err)
		}
		got[r.Claims[i].ID] = x.Time.Start.String() + " " + string(x.Basis)
	}
	want := map[graph.ClaimID]string{
		"claim/0001": "2031-05-01 event", "claim/0002": "2031-05-01 event",
		"claim/0003": " ", // in the document without a date
		"claim/0004": "2031-05-01 event", "claim/0005": "2031-05-02 report", "claim/0006": "2031-05-02 report",
		"claim/0007": "2031-05-01 event", "claim/0008": " ",
		"claim/0009": "2031-05-02 stated", // although its event has a time
		"claim/0010": " ", "claim/0011": " ", "claim/0012": "2031-05-01 event", "claim/0013": "2031-05-02 report",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("datings differ (-want +got):\n%s", diff)
	}
	if _, err := d.Event("event/nowhere"); err == nil {
		t.Error("an event that is not there has a time")
	}
}

func date(t *testing.T, s string) nlp.Date {
	t.Helper()
	var d nlp.Date
	if err := d.UnmarshalText([]byte(s)); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestOverlap(t *testing.T) {
	for _, c := range []struct {
		a, b [2]string
		want bool
	}{
		{[2]string{"2031-05-01", "2031-05-01"}, [2]string{"2031-05-01", "2031-05-03"}, true},
		{[2]string{"2031-05-01", "2031-05-02"}, [2]string{"2031-05-03", "2031-05-03"}, false},
		{[2]string{"2031", "2031"}, [2]string{"2031-12-31", "2032"}, true},
		{[2]string{"2031-02", "2031-02"}, [2]string{"2031-03-01", ""}, false},
		{[2]string{"2031-02", "2031-02"}, [2]string{"2031-02-28", ""}, true},
		{[2]string{"2028-02", "2028-02"}, [2]string{"2028-02-29", ""}, true},
		{[2]string{"", "2030"}, [2]string{"2031-01-01", "2031-01-01"}, false},
		{[2]string{"2030", ""}, [2]string{"2031-01-01", "2031-01-01"}, true},
		{[2]string{"", ""}, [2]string{"2031-01-01", "2031-01-01"}, true},
	} {
		a := nlp.Interval{Start: date(t, c.a[0]), End: date(t, c.a[1])}
		b := nlp.Interval{Start: date(t, c.b[0]), End: date(t, c.b[1])}
		if dating.Overlap(a, b) != c.want || dating.Overlap(b, a) != c.want {
			t.Errorf("overlap of %v and %v is not %v", c.a, c.b, c.want)
		}
	}
	first, last := dating.Bounds(nlp.On(nlp.Date{Year: 2031, Month: 12}))
	if first.Format(time.DateOnly) != "2031-12-01" || last.Format(time.DateOnly) != "2031-12-31" {
		t.Errorf("December is %v to %v", first, last)
	}
}
