package nlp

import "testing"

func TestDateString(t *testing.T) {
	for want, d := range map[string]Date{
		"":            {},
		"2024":        {Year: 2024},
		"2024-01":     {2024, 1, 0},
		"2024-12-31":  {2024, 12, 31},
		"0987-03-04":  {987, 3, 4},
		"9999-10-09":  {9999, 10, 9},
		"12024-01-02": {12024, 1, 2},
		"12024-11":    {12024, 11, 0},
	} {
		if got := d.String(); got != want {
			t.Errorf("%+v is %q, want %q", d, got, want)
		}
		if back, err := ParseDate(want); want != "" && d.Year <= 9999 && (err != nil || back != d) {
			t.Errorf("%q is read as %+v, %v", want, back, err)
		}
	}
}
