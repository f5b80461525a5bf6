package law

import (
	"cmp"
	"slices"
	"time"
)

// How pieces of work are gathered. None of these is a limit of the law: they say what one calls a day's work.
const (
	// longestPause is the longest gap that is still a break or a meal; a longer one interrupts the day (CCN66, art. 20.5).
	longestPause = 60
	// nightPause is the shortest gap over midnight that ends the work of a day: a shorter one is a pause of the night.
	nightPause = 3 * 60
	// shortestRest is the shortest gap within a day that can only be a rest between two days of work.
	shortestRest = 9 * 60
)

// person is somebody's hours, gathered by days of work and by weeks, with the findings so far.
type person struct {
	*Person
	in       *frame
	work     []Span  // effective work, disjoint, in order
	meals    []Span  // in order
	shifts   []shift // in order
	byDay    []int   // [civil day]: minutes of effective work
	byNight  []int   // [civil day]: of them, between 21:00 and 6:00, on the day they fall on
	byWeek   []int   // [week]: minutes of effective work
	findings []Finding
}

// shift is the work of one day: what is done between two rests. It belongs to the day on which it starts.
type shift struct {
	day      int
	from, to Minute
	work     []Span
}

// sequence is work of a shift without interruption.
type sequence struct{ from, to Minute }

// gather sorts the person's spans. What lies outside the days of the input is left out.
func (f *frame) gather(p *Person) *person {
	g := &person{Person: p, in: f, byDay: make([]int, f.days), byNight: make([]int, f.days), byWeek: make([]int, f.days/daysInWeek)}
	g.work, g.meals = f.split(p.Work)
	g.shifts = shiftsOf(g.work)
	for _, span := range g.work {
		for day := span.From / DayMinutes; day < f.days && day*DayMinutes < span.To; day++ {
			start := day * DayMinutes
			minutes := f.clock.elapsed(max(span.From, start), min(span.To, start+DayMinutes))
			g.byDay[day] += minutes
			g.byWeek[day/daysInWeek] += minutes
			g.byNight[day] += f.overlap(span, start, start+nightEnd) + f.overlap(span, start+nightStart, start+DayMinutes)
		}
	}
	return g
}

// split returns the work, each minute once, and the meals, both in order.
func (f *frame) split(spans []Span) (work, meals []Span) {
	work = make([]Span, 0, len(spans))
	for _, span := range spans {
		span.From, span.To = max(0, span.From), min(f.days*DayMinutes, span.To)
		switch {
		case span.From >= span.To:
		case span.Kind.works():
			work = append(work, span)
		default:
			meals = append(meals, span)
		}
	}
	byStart := func(a, b Span) int { return cmp.Or(a.From-b.From, a.To-b.To, int(a.Kind)-int(b.Kind)) }
	if !slices.IsSortedFunc(work, byStart) {
		slices.SortFunc(work, byStart)
	}
	slices.SortFunc(meals, byStart)
	kept, end := work[:0], 0
	for _, span := range work {
		if span.From = max(span.From, end); span.From < span.To {
			kept, end = append(kept, span), span.To
		}
	}
	return kept, meals
}

// overlap returns the minutes that go by in the part of a span between two minutes.
func (f *frame) overlap(span Span, from, to Minute) int {
	if from, to = max(span.From, from), min(span.To, to); from < to {
		return f.clock.elapsed(from, to)
	}
	return 0
}

// shiftsOf gathers work, disjoint and in order, by days of work.
func shiftsOf(work []Span) (shifts []shift) {
	first := 0
	for i := range work {
		if i+1 < len(work) {
			gap := work[i+1].From - work[i].To
			sameDay := work[i+1].From/DayMinutes == work[first].From/DayMinutes
			if gap < nightPause || sameDay && gap < shortestRest {
				continue
			}
		}
		shifts = append(shifts, shift{day: work[first].From / DayMinutes, from: work[first].From, to: work[i].To, work: work[first : i+1]})
		first = i + 1
	}
	return shifts
}

// sequences returns the work of a day between its interruptions.
func (s *shift) sequences() []sequence {
	list := []sequence{{s.work[0].From, s.work[0].To}}
	for _, span := range s.work[1:] {
		if last := &list[len(list)-1]; span.From-last.to <= longestPause {
			last.to = span.To
		} else {
			list = append(list, sequence{span.From, span.To})
		}
	}
	return list
}

// contractOn returns the contract of a day; of a day without one, a contract that says nothing.
func (p *person) contractOn(day int) *Contract {
	if c := InForce(p.Contracts, p.in.dates[day]); c != nil {
		return c
	}
	return &noContract
}

// contractDay returns the day whose contract decides over a week: the first with one.
func (p *person) contractDay(week int) int {
	first, last := daysOfWeek(week)
	for day := first; day <= last; day++ {
		if InForce(p.Contracts, p.in.dates[day]) != nil {
			return day
		}
	}
	return first
}

// weekLimit returns the limit of a rule in force for the person in a week, or nil.
func (p *person) weekLimit(r *Rule, week int) *Limit { return p.limit(r, p.contractDay(week)) }

// contractMinutes returns the hours of the person's contracts in a week: see [WeekMinutes].
func (p *person) contractMinutes(week int) int {
	first, _ := daysOfWeek(week)
	return WeekMinutes(p.Contracts, p.in.dates[first])
}

var noContract = Contract{Convention: Other, Family: OtherFamily}

// limit returns the limit of a rule in force for the person on a day, or nil.
func (p *person) limit(r *Rule, day int) *Limit {
	return r.limit(p.contractOn(day), p.in.dates[day], p.in.Agreements)
}

// find adds a finding about the days from first to last, both included, unless none of them is judged.
func (p *person) find(r *Rule, l *Limit, first, last, value int) {
	if last < p.in.JudgedFrom || first >= p.in.JudgedTo {
		return
	}
	p.findings = append(p.findings, Finding{
		Rule: r.Code, Article: l.Article, Source: l.Source, Severity: r.Severity, Person: p.ID,
		From: p.in.dates[max(0, first)], To: p.in.dates[min(last, p.in.days-1)],
		Value: value, Limit: l.Value, By: max(value-l.Value, l.Value-value), Unit: l.Unit, Beside: l.Beside, Weeks: l.Weeks,
	})
}

// judgedWeeks calls visit with every week of which a day is judged.
func (p *person) judgedWeeks(visit func(week int)) {
	for week := range p.in.days / daysInWeek {
		if (week+1)*daysInWeek > p.in.JudgedFrom && week*daysInWeek < p.in.JudgedTo {
			visit(week)
		}
	}
}

// daysOfWeek returns the first and the last day of a week.
func daysOfWeek(week int) (first, last int) {
	return week * daysInWeek, week*daysInWeek + daysInWeek - 1
}

// frame is the input with what all people share.
type frame struct {
	*Input
	days     int // whole weeks
	clock    clock
	dates    []string
	holidays []bool // [day]
	today    int    // the day on which hours would be announced, which may lie outside
}

func newFrame(in *Input) *frame {
	f := &frame{Input: in, days: max(0, min(in.Days, mostDays)) / daysInWeek * daysInWeek}
	first, err := time.Parse(time.DateOnly, in.FirstDay)
	if err != nil || weekday(first) != 0 {
		return nil
	}
	f.clock = newClock(first, f.days, in.Location)
	f.dates, f.holidays = make([]string, f.days), make([]bool, f.days)
	for day := range f.dates {
		f.dates[day] = first.AddDate(0, 0, day).Format(time.DateOnly)
		f.holidays[day] = slices.Contains(in.Holidays, f.dates[day])
	}
	now := in.Now
	if in.Location != nil {
		now = now.In(in.Location)
	}
	f.today = int(time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC).Sub(first) / (24 * time.Hour))
	return f
}

// mostDays bounds what one check looks at: two years.
const mostDays = 2 * 53 * daysInWeek

// weekday returns 0 for Monday to 6 for Sunday.
func weekday(day time.Time) int { return (int(day.Weekday()) + 6) % 7 }
