package planner

// mostAlternatives is how many alternatives an explanation names.
const mostAlternatives = 2

// Explanation says why an occurrence is where it is, or why it is not planned.
type Explanation struct {
	Ref
	Planned      bool             `json:"planned"`
	LeftOut      int64            `json:"left_out"`               // what leaving it out costs, at the second level
	Terms        map[string]int64 `json:"terms,omitempty"`        // planned: what it adds to each soft term; negative where it saves
	Breaches     []Breach         `json:"breaches,omitempty"`     // planned: the rules it breaks where it is
	Others       int              `json:"others,omitempty"`       // planned: how many other lawful ways there are
	Weighed      []Weighing       `json:"weighed,omitempty"`      // planned: how those compare with it, for each soft term in which one differs
	Alternatives []Alternative    `json:"alternatives,omitempty"` // planned: the best other ways, best first
	// Reasons are why it is not planned or, of a planned one, why it is not planned otherwise: see [ExplainUnplanned].
	Reasons []Reason `json:"reasons,omitempty"`
}

// Weighing compares the other lawful ways to plan an occurrence with the present one on a soft term: how many cost more of it, how many less.
type Weighing struct {
	Term   string `json:"term"`
	Worse  int    `json:"worse"`
	Better int    `json:"better"`
}

// Alternative is another lawful way to plan an occurrence with the rest of the plan as it stands.
type Alternative struct {
	Occurrence Occurrence       `json:"occurrence"`
	Soft       int64            `json:"soft"`  // the change of the soft cost; negative is better than now
	Terms      map[string]int64 `json:"terms"` // the change of each term that changes
}

// Explain answers for one occurrence. For a planned one the alternatives are the two best of [Recommend]. Of an occurrence that does not exist it says [CodeUnknownID].
func Explain(m *Model, plan *Plan, ref Ref) Explanation {
	explanation := Explanation{Ref: ref}
	activity, known := m.activities[ref.Activity]
	if !known || ref.Occurrence < 0 || ref.Occurrence >= m.Problem.Activities[activity].Count {
		explanation.Reasons = []Reason{{Code: CodeUnknownID}}
		return explanation
	}
	board := NewBoard(m, plan)
	explanation.LeftOut = m.LeftOutCost[activity]
	explanation.Reasons = board.reasons(activity, ref.Occurrence, true)
	present := board.agenda.planned[m.FirstOccurrence[activity]+int32(ref.Occurrence)]
	if present == nil {
		return explanation
	}
	explanation.Planned = true
	explanation.Breaches = board.Check(m.occurrence(present))
	explanation.Terms = newPrices(board, activity, ref.Occurrence).of(present).named()
	best, weighing := &bestWays{limit: mostAlternatives}, weigher{}
	board.eachWay(activity, ref.Occurrence, KeepNothing, func(other way) {
		best.add(other)
		weighing.add(&other.soft)
	})
	explanation.Others, explanation.Weighed = weighing.ways, weighing.terms()
	for _, other := range best.recommendations(m) {
		explanation.Alternatives = append(explanation.Alternatives, Alternative{other.Occurrence, other.Soft, other.Terms})
	}
	return explanation
}

// weigher counts ways, and for each soft term those that cost more of it than the plan and less.
type weigher struct {
	ways          int
	worse, better [TermCount]int
}

func (w *weigher) add(change *costs) {
	w.ways++
	for t := range TermCount {
		if change[t] > 0 {
			w.worse[t]++
		} else if change[t] < 0 {
			w.better[t]++
		}
	}
}

// terms returns the terms in which a way differs.
func (w *weigher) terms() (terms []Weighing) {
	for t := range TermCount {
		if w.worse[t]+w.better[t] > 0 {
			terms = append(terms, Weighing{Term: t.String(), Worse: w.worse[t], Better: w.better[t]})
		}
	}
	return terms
}

// occurrence returns the booking as plans write it.
func (m *Model) occurrence(b *booking) Occurrence {
	o := Occurrence{
		Activity: m.Problem.Activities[b.activity].ID, Occurrence: b.number, Start: b.start,
		Staff: make([]string, len(b.staff)), Attendees: make([]string, len(b.attendees)),
	}
	for i, person := range b.staff {
		o.Staff[i] = m.Problem.Professionals[person].ID
	}
	for i, person := range b.attendees {
		o.Attendees[i] = m.Problem.Professionals[person].ID
	}
	if b.place != Nowhere {
		o.Place = &m.Problem.Places[b.place].ID
	}
	if b.room != Nowhere {
		o.Room = &m.Problem.Rooms[b.room].ID
	}
	return o
}
