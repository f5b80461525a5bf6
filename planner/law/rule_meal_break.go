package law

// The hours at which one eats: who works before and after them has a meal.
const (
	mealFrom = 11*60 + 30
	mealTo   = 14*60 + 30
)

// mealBreak is the free time of the meal on a day that is worked before and after it. Who eats with the children is at work meanwhile.
var mealBreak = Rule{
	Code: "meal_break", Severity: Consent, check: checkMealBreak,
	Limits: []Limit{{Value: 30, Unit: Minutes, Article: "CCN66, art. 20.6", Source: textCCN66, Scope: under66}},
}

func checkMealBreak(r *Rule, p *person) {
	if p.MealsAtWork {
		return
	}
	for i := range p.shifts {
		s := &p.shifts[i]
		from, to := s.day*DayMinutes+mealFrom, s.day*DayMinutes+mealTo
		l := p.limit(r, s.day)
		if l == nil || s.from > from || s.to < to {
			continue
		}
		if free := s.longestFree(from, to); free < l.Value {
			p.find(r, l, s.day, s.day, free)
		}
	}
}

// longestFree returns the longest gap or presence of a shift between two minutes.
func (s *shift) longestFree(from, to Minute) (longest int) {
	end := s.from
	for _, span := range s.work {
		longest = max(longest, min(span.From, to)-max(end, from))
		if span.Kind == Presence {
			longest = max(longest, min(span.To, to)-max(span.From, from))
		}
		end = span.To
	}
	return longest
}
