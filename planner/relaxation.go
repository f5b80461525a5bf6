package planner

import "slices"

// RelaxationKind is which rule of a problem gives way.
type RelaxationKind string

// The rules that may give way, one at a time.
const (
	RelaxActivityWindow RelaxationKind = "activity_window" // an activity may also be held from From to To
	RelaxChildWindow    RelaxationKind = "child_window"    // a child can also be met from From to To, at Place or at any place
	RelaxHours          RelaxationKind = "hours"           // a professional also works from From to To
	RelaxRoom           RelaxationKind = "room_opening"    // a room is also open from From to To
	RelaxGap            RelaxationKind = "min_gap_days"    // occurrences of an activity may be only Days days apart
	RelaxPin            RelaxationKind = "pin"             // a pinned occurrence may move
)

// Relaxation is one rule of a problem that gives way. Where hours or a window change, From and To are what they become, Was is the nearest of
// those there are, nil where that day has none, and Minutes is by how much it grows.
type Relaxation struct {
	Kind         RelaxationKind `json:"kind"`
	Activity     string         `json:"activity,omitempty"`
	Occurrence   *int           `json:"occurrence,omitempty"` // the pinned one
	Child        string         `json:"child,omitempty"`
	Professional string         `json:"professional,omitempty"`
	Room         string         `json:"room,omitempty"`
	Place        string         `json:"place,omitempty"`
	From         Minute         `json:"from,omitempty"`
	To           Minute         `json:"to,omitempty"`
	Was          *Span          `json:"was,omitempty"`
	Minutes      int            `json:"minutes,omitempty"`
	Days         *int           `json:"days,omitempty"`
}

// Apply returns the problem with the rule relaxed. The problem given is not changed; the two share what is the same in both.
func (r Relaxation) Apply(p *Problem) *Problem {
	relaxed := *p
	switch r.Kind {
	case RelaxActivityWindow:
		relaxed.Activities = replaced(p.Activities, func(a *Activity) bool { return a.ID == r.Activity }, func(a *Activity) {
			a.Windows = append(slices.Clone(a.Windows), ActivityWindow{From: r.From, To: r.To, Cost: r.windowCost(a)})
		})
	case RelaxChildWindow:
		relaxed.Children = replaced(p.Children, func(c *Child) bool { return c.ID == r.Child }, func(c *Child) {
			window := ChildWindow{From: r.From, To: r.To, Places: []string{}}
			if r.Place != "" {
				window.Places = append(window.Places, r.Place)
			}
			c.Available = append(slices.Clone(c.Available), window)
		})
	case RelaxHours:
		relaxed.Professionals = replaced(p.Professionals, func(x *Professional) bool { return x.ID == r.Professional }, func(x *Professional) {
			x.Available = append(slices.Clone(x.Available), Span{From: r.From, To: r.To})
		})
	case RelaxRoom:
		relaxed.Rooms = replaced(p.Rooms, func(x *Room) bool { return x.ID == r.Room }, func(x *Room) { x.Closed = opened(x.Closed, r.From, r.To) })
	case RelaxGap:
		relaxed.Activities = replaced(p.Activities, func(a *Activity) bool { return a.ID == r.Activity }, func(a *Activity) { a.MinGapDays = *r.Days })
	case RelaxPin:
		relaxed.Pinned = slices.DeleteFunc(slices.Clone(p.Pinned), func(o Occurrence) bool {
			return o.Ref() == Ref{Activity: r.Activity, Occurrence: *r.Occurrence}
		})
	}
	return &relaxed
}

// windowCost is what the widened window costs: as much as the one it grows from, or as the dearest where it is new.
func (r Relaxation) windowCost(a *Activity) (cost int64) {
	for _, window := range a.Windows {
		if r.Was != nil && *r.Was == (Span{window.From, window.To}) {
			return window.Cost
		}
		cost = max(cost, window.Cost)
	}
	return cost
}

// replaced returns the list with those that are meant changed.
func replaced[T any](list []T, meant func(*T) bool, change func(*T)) []T {
	list = slices.Clone(list)
	for i := range list {
		if meant(&list[i]) {
			change(&list[i])
		}
	}
	return list
}

// opened returns the closed spans without what lies between from and to.
func opened(closed []Span, from, to Minute) []Span {
	left := []Span{}
	for _, span := range closed {
		if !span.Overlaps(from, to) {
			left = append(left, span)
			continue
		}
		if span.From < from {
			left = append(left, Span{span.From, from})
		}
		if to < span.To {
			left = append(left, Span{to, span.To})
		}
	}
	return left
}

// relaxed returns the model of the relaxed problem. No relaxation changes who can sit where, which is what takes long to compile.
func (m *Model) relaxed(r Relaxation) *Model {
	relaxed := *m
	relaxed.Problem = r.Apply(m.Problem)
	relaxed.compilePeople()
	relaxed.pinned = relaxed.compileSettled(relaxed.Problem.Pinned)
	return &relaxed
}

// widened completes a relaxation that makes room from from to to: the nearest of the spans that start on that day grows, or there is a new one.
func (r Relaxation) widened(spans []Span, from, to Minute) Relaxation {
	r.From, r.To, r.Minutes, r.Was = from, to, to-from, nil
	for _, span := range spans {
		if dayOf(span.From) != dayOf(from) {
			continue
		}
		grown := Span{min(span.From, from), max(span.To, to)}
		if more := grown.To - grown.From - (span.To - span.From); r.Was == nil || more < r.Minutes {
			r.From, r.To, r.Minutes, r.Was = grown.From, grown.To, more, &span
		}
	}
	return r
}
