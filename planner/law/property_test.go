package law_test

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/maillage-dime/maillage/planner/law"
)

// Rules of which more work only makes more of the value.
var maxima = []law.Code{"daily_work", "weekly_work", "weekly_mean", "week_days", "cycle_week", "contract_week", "public_holiday", "may_day", "sundays", "sundays_of_year"}

func drawSpans(t *rapid.T, label string) []law.Span {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) law.Span {
		from := rapid.IntRange(judged*7-14, judged*7+13).Draw(t, "day")*law.DayMinutes + 15*rapid.IntRange(0, 95).Draw(t, "quarter")
		return law.Span{From: from, To: from + 15*rapid.IntRange(1, 40).Draw(t, "length"), Kind: law.Kind(rapid.IntRange(0, 5).Draw(t, "kind"))}
	}), 0, 30).Draw(t, label)
}

func drawContract(t *rapid.T) law.Contract {
	return law.Contract{
		Convention: rapid.SampledFrom([]law.Convention{law.CCN66, law.CCN51, law.Other}).Draw(t, "convention"),
		Family:     rapid.SampledFrom([]law.Family{law.Educators, law.Doctors, law.OtherFamily}).Draw(t, "family"),
		PartTime:   rapid.Bool().Draw(t, "part time"), WeekMinutes: rapid.IntRange(0, 2100).Draw(t, "contract"),
	}
}

// Taking work away never makes a maximum be exceeded, nor exceeded by more.
func TestLessWorkNeverExceedsAMaximum(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		work, contract := drawSpans(r, "work"), drawContract(r)
		if len(work) == 0 {
			return
		}
		check := func(spans []law.Span) map[law.Key]int {
			in := input(t, law.Person{ID: "anna", Contracts: []law.Contract{contract}, Work: spans})
			in.Holidays = []string{monday}
			excess := map[law.Key]int{}
			for _, finding := range law.Check(in) {
				if slices.Contains(maxima, finding.Rule) {
					excess[finding.Key()] = finding.By
				}
			}
			return excess
		}
		all := check(slices.Clone(work))
		gone := rapid.IntRange(0, len(work)-1).Draw(r, "gone")
		for key, by := range check(slices.Delete(slices.Clone(work), gone, gone+1)) {
			if by > all[key] {
				r.Fatalf("%v is exceeded by %d, with more work by %d", key, by, all[key])
			}
		}
	})
}

// The order of spans and of people says nothing, and a span in two pieces is the same work.
func TestTheOrderOfSpansSaysNothing(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		work, contract := drawSpans(r, "work"), drawContract(r)
		check := func(spans []law.Span) []law.Finding {
			return law.Check(input(t, law.Person{ID: "anna", Contracts: []law.Contract{contract}, Work: spans}))
		}
		// Coordination and presence are counted by kind: where spans overlap, the first one's counts.
		for i := range work {
			if work[i].Kind != law.Meal {
				work[i].Kind = law.Direct
			}
		}
		want := check(slices.Clone(work))
		if got := check(rapid.Permutation(work).Draw(r, "order")); !reflect.DeepEqual(got, want) {
			r.Fatalf("in another order: %+v\nwant %+v", got, want)
		}
		var pieces []law.Span
		for _, span := range work {
			middle := (span.From + span.To) / 2
			pieces = append(pieces, law.Span{From: span.From, To: middle, Kind: span.Kind}, law.Span{From: middle, To: span.To, Kind: span.Kind})
		}
		if got := check(pieces); !reflect.DeepEqual(got, want) {
			r.Fatalf("in pieces: %+v\nwant %+v", got, want)
		}
	})
}

// The weekly work of the check is what a simple count of minutes says.
func TestWeeklyWorkIsTheMinutesWorked(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		work := drawSpans(r, "work")
		minutes := map[int]bool{}
		for _, span := range work {
			for minute := span.From; minute < span.To && span.Kind != law.Meal; minute++ {
				if minute/(7*law.DayMinutes) == judged {
					minutes[minute] = true
				}
			}
		}
		found := of(law.Check(input(t, law.Person{ID: "anna", Work: work})), "weekly_work")
		if len(found) > 0 != (len(minutes) > 2880) || len(found) > 0 && found[0].Value != len(minutes) {
			r.Fatalf("found %+v for %d minutes", found, len(minutes))
		}
	})
}

// No input makes the check panic.
func FuzzCheck(f *testing.F) {
	f.Add("2026-11-23", 7, 0, 7, int64(0), []byte{0, 10, 20, 1, 3, 9})
	f.Add("2026-10-19", 98, 84, 91, int64(1<<40), []byte{200, 255, 255, 5, 0, 0})
	f.Add("no date", -7, 9, -9, int64(-1), []byte{})
	f.Fuzz(func(t *testing.T, first string, days, from, to int, now int64, bytes []byte) {
		var spans []law.Span
		for chunk := range slices.Chunk(bytes, 3) {
			if len(chunk) == 3 {
				start := int(int8(chunk[0]))*720 + int(chunk[1])*11
				spans = append(spans, law.Span{From: start, To: start + int(int8(chunk[2]))*13, Kind: law.Kind(chunk[2] % 7)})
			}
		}
		in := &law.Input{
			FirstDay: first, Days: days, JudgedFrom: from, JudgedTo: to, Now: time.Unix(now, 0), Location: paris(t), Agreements: law.Agreements,
			People: []law.Person{
				{ID: "anna", Contracts: []law.Contract{half66, {From: "zz", To: "aa"}}, Work: spans, Announced: spans[:len(spans)/2]},
				{ID: "bruno", Contracts: []law.Contract{youth}, Work: spans},
			},
		}
		law.Check(in)
	})
}
