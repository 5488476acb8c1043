package loaders

import "testing"

func TestFindDates(t *testing.T) {
	for _, c := range []struct {
		text string
		want Date
	}{
		{"Thursday, January 4, 2024", "2024-01-04"},
		{"Thu., Jan. 4th, 2024", "2024-01-04"},
		{"Sept. 11, 2001", "2001-09-11"},
		{"4 January 2024", "2024-01-04"},
		{"Thursday 4th of January, 2024", "2024-01-04"},
		{"04-Jan-2024", "2024-01-04"},
		{"2024-01-04T10:00:00Z", "2024-01-04"},
		{"2024/1/4", "2024-01-04"},
		{"2024.01.04", "2024-01-04"},
		{"25/12/2023", "2023-12-25"},
		{"12/25/2023", "2023-12-25"},
		{"04/04/2024", "2024-04-04"},
		{"04/01/2024", "2024"},                // day and month cannot be told apart
		{"Thursday 04/01/2024", "2024-01-04"}, // by the weekday they can
		{"Monday 04/01/2024", "2024-04-01"},
		{"January 2024", "2024-01"},
		{"Fri, 05 Jan 2024 08:00:00 GMT", "2024-01-05"},
		{"June 30, 1908", "1908-06-30"},
		{"February 30, 2024", ""},
		{"2024-13-01", ""},
		{"January 3", ""}, // no year
		{"in 2022", ""},
		{"version 1.2.2024a", ""},
		{"on the 4th (local time)", ""},
		{"", ""},
	} {
		var got Date
		if found := findDates(c.text); len(found) > 0 {
			got = found[0].date
		}
		if got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestMetadataDate(t *testing.T) {
	for text, want := range map[string]Date{
		"2024": "2024", "2024-02": "2024-02", "20240104": "2024-01-04", "20240104T101500Z": "2024-01-04", " 2024-01-04 10:11:12 ": "2024-01-04",
		"2024-01-04T23:30:00-08:00": "2024-01-04", "some day": "", "12345678": "", "": "",
	} {
		if got := metadataDate(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	for n, want := range map[float64]Date{1704326400: "2024-01-04", 1704326400000: "2024-01-04", -1e12: "", 1e300: ""} {
		if got := unixDate(n); got != want {
			t.Errorf("%v: got %q, want %q", n, got, want)
		}
	}
}

func TestDateLine(t *testing.T) {
	for _, yes := range []string{
		"Friday, July 21, 2017", "December 10, 2013", "January 5, 2024 | 2 Comments »", "Published: 4 Jan 2024 12:30 GMT", "Posted on January 4, 2024 at 3:15 p.m. EST", "Updated 2024-01-04T10:00+02:00", "2024-01-04", "Last updated on Thu 4 January 2024 12.30 GMT · 3 min read",
		"Lima, 12 February 2019", "SHIMLA, India, June 11, 2019 -", "New York, Friday, July 21, 2017",
	} {
		if !dateLine(yes) {
			t.Errorf("%q is a date line", yes)
		}
	}
	for _, no := range []string{
		"On January 4, 2024 the council met", "January 4", "The war of 4 January 2024", "By Ann Lee, January 4, 2024", "", "Paris, 13 November 2015 saw three attacks", "Attack of 13 November 2015",
	} {
		if dateLine(no) {
			t.Errorf("%q is no date line", no)
		}
	}
}

func FuzzFindDates(f *testing.F) {
	f.Add("Thursday, January 4, 2024 and 4/1/2024")
	f.Fuzz(func(t *testing.T, s string) {
		at := 0
		for _, d := range findDates(s) {
			if d.start < at || d.end <= d.start || d.end > len(s) {
				t.Fatalf("%+v after %d in %q", d, at, s)
			}
			at = d.end
			if _, err := ParseDate(string(d.date)); err != nil {
				t.Fatal(err)
			}
		}
		metadataDate(s)
	})
}
