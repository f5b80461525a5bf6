package models_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/maillage-dime/maillage/models"
)

func TestParseWeek(t *testing.T) {
	t.Parallel()
	for text, monday := range map[string]string{
		"2026-W48": "2026-11-23", "2026-W53": "2026-12-28", "2027-W01": "2027-01-04", "2020-W53": "2020-12-28", "2000-W01": "2000-01-03", "2100-W52": "2100-12-27",
	} {
		week, err := models.ParseWeek(text)
		if err != nil || week.String() != text || week.Monday().Format(time.DateOnly) != monday {
			t.Errorf("%s: %v on %s, %v", text, week, week.Monday().Format(time.DateOnly), err)
		}
	}
	for _, text := range []string{
		"9999-W99", "2027-W53", "2026-W54", "2026-W00", "1999-W52", "2101-W01", "2026-w48", "2026W48", "2026-W8", "2026-W048", "+026-W48", "2026-W+8", "", "٢٠٢٦-W48", "2026-W48\n",
	} {
		if _, err := models.ParseWeek(text); models.CodeOf(err) != models.CodeInvalid {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestWeeksFollowEachOther(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		day := time.Date(2000, 1, 10, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 36_000).Draw(t, "day"))
		week := models.WeekOf(day)
		if week.Next().Previous() != week || week.Next().Monday().Sub(week.Monday()) != 7*24*time.Hour {
			t.Fatalf("%s is not between its neighbours", week)
		}
		if monday := week.Monday(); monday.Weekday() != time.Monday || day.Before(monday) || !day.Before(monday.AddDate(0, 0, 7)) {
			t.Fatalf("%s is not in %s", day, week)
		}
		if parsed, err := models.ParseWeek(week.String()); err != nil || parsed != week {
			t.Fatalf("%s parses to %v, %v", week, parsed, err)
		}
		if (week.Letter() == models.WeekA) != (week.Number%2 == 0) {
			t.Fatalf("%s is %s", week, week.Letter())
		}
	})
}

func TestPlanningWeek(t *testing.T) {
	t.Parallel()
	paris, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		t.Fatal(err)
	}
	for instant, want := range map[string]string{
		"2026-11-20T22:59:00Z": "2026-W47", // Friday, 23:59 in Paris
		"2026-11-20T23:00:00Z": "2026-W48", // Saturday, 00:00 in Paris
		"2026-11-22T12:00:00Z": "2026-W48",
		"2026-11-23T12:00:00Z": "2026-W48",
		"2027-01-02T12:00:00Z": "2027-W01", // the Saturday of week 53
	} {
		now, err := time.Parse(time.RFC3339, instant)
		if err != nil {
			t.Fatal(err)
		}
		if got := models.PlanningWeek(now, paris).String(); got != want {
			t.Errorf("%s: %s, want %s", instant, got, want)
		}
	}
}

// TestInstantsOfDaylightWeeks walks the two weeks of a year in which clocks change: minutes of a plan are what the clock on the wall shows.
func TestInstantsOfDaylightWeeks(t *testing.T) {
	t.Parallel()
	paris, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"2026-W12", "2026-W13", "2026-W43", "2026-W44"} {
		week, err := models.ParseWeek(text)
		if err != nil {
			t.Fatal(err)
		}
		for minute := 0; minute < 7*24*60; minute += 15 {
			if day, hour := minute/1440, minute%1440/60; day == 6 && (hour == 2) {
				continue // the hour that is skipped or comes twice
			}
			got := week.Instant(minute, paris)
			if want := week.Day(minute/1440) + " " + time.Date(2000, 1, 1, 0, minute%1440, 0, 0, time.UTC).Format("15:04"); got.Format("2006-01-02 15:04") != want {
				t.Fatalf("%s minute %d is %s, want %s", text, minute, got, want)
			}
		}
	}
}
