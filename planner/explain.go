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
	Alternatives []Alternative    `json:"alternatives,omitempty"` // planned: the best other ways, best first
	Reasons      []Reason         `json:"reasons,omitempty"`      // not planned: see [ExplainUnplanned]
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
	present := board.agenda.planned[m.FirstOccurrence[activity]+int32(ref.Occurrence)]
	if present == nil {
		explanation.Reasons = board.reasons(activity, ref.Occurrence)
		return explanation
	}
	explanation.Planned = true
	explanation.Breaches = board.Check(m.occurrence(present))
	explanation.Terms = newPrices(board, activity, ref.Occurrence).of(present).named()
	for _, other := range board.best(activity, ref.Occurrence, RecommendOptions{Limit: mostAlternatives}).recommendations(m) {
		explanation.Alternatives = append(explanation.Alternatives, Alternative{other.Occurrence, other.Soft, other.Terms})
	}
	return explanation
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
