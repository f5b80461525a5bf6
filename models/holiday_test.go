package models_test

import (
	"slices"
	"testing"

	"github.com/maillage-dime/maillage/models"
)

func dates(year int, department string) []string {
	var dates []string
	for _, holiday := range models.PublicHolidays(year, department) {
		dates = append(dates, holiday.Date)
	}
	return dates
}

func TestPublicHolidays(t *testing.T) {
	t.Parallel()
	want := []string{
		"2027-01-01", "2027-03-29", "2027-05-01", "2027-05-06", "2027-05-08", "2027-05-17", "2027-07-14", "2027-08-15", "2027-11-01", "2027-11-11", "2027-12-25",
	}
	if got := dates(2027, "63"); !slices.Equal(got, want) {
		t.Errorf("2027: %v", got)
	}
	// Easter Mondays at the edges of the rule: the earliest and the latest of two centuries, and around leap years.
	for year, monday := range map[int]string{2008: "2008-03-24", 2011: "2011-04-25", 2024: "2024-04-01", 2038: "2038-04-26", 2000: "2000-04-24", 2100: "2100-03-29"} {
		if !slices.Contains(dates(year, "63"), monday) {
			t.Errorf("Easter Monday of %d is not %s: %v", year, monday, dates(year, "63"))
		}
	}
	for department, own := range map[string][]string{
		"67": {"2026-04-03", "2026-12-26"}, "57": {"2026-04-03", "2026-12-26"}, "971": {"2026-05-27"}, "972": {"2026-05-22"}, "973": {"2026-06-10"},
		"974": {"2026-12-20"}, "976": {"2026-04-27"}, "977": {"2026-10-09"}, "978": {"2026-05-28"}, "2A": {}, "": {},
	} {
		common, got := dates(2026, "63"), dates(2026, department)
		extra := slices.DeleteFunc(slices.Clone(got), func(date string) bool { return slices.Contains(common, date) })
		if !slices.Equal(extra, own) && len(extra)+len(own) > 0 || !slices.IsSorted(got) {
			t.Errorf("département %q has %v of its own, want %v", department, extra, own)
		}
	}
}
