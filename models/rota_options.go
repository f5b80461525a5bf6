package models

import (
	"context"
	"slices"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// OptionRow says when somebody could take a seat of an occurrence. Without any start, Reason is what stands most in the way.
type OptionRow struct {
	Professional string
	Starts       []int
	Reason       *planner.Breach
}

// Options returns for every professional of the house the hours at which they could sit on that seat, the rest of the draft as it is. Staff on
// other seats stays; the place and the room may be any allowed one that is free.
func (s *Store) Options(ctx context.Context, actor Actor, rotaID string, ref planner.Ref, seat int) ([]OptionRow, error) {
	var rows []OptionRow
	err := s.onDraft(ctx, actor, rotaID, func(_ context.Context, _ bun.Tx, state *rotaState) error {
		op := Operation{Kind: OperationSet, Activity: ref.Activity, Occurrence: ref.Occurrence}
		if err := state.validOperations([]Operation{op}); err != nil {
			return err
		}
		activity, _ := state.week.model.ActivityIndex(ref.Activity)
		var checks fieldChecks
		checks.within("seat", seat, 0, len(state.week.problem.Activities[activity].Seats)-1)
		if err := checks.error(); err != nil {
			return err
		}
		at := slices.IndexFunc(state.occurrences, func(o RotaOccurrence) bool { return o.ref() == ref })
		finder := optionFinder{chooser: state.week.newChooser(state.occurrences, activity), seat: int32(seat), op: op}
		if at >= 0 {
			finder.current = &state.occurrences[at]
		}
		finder.pinned = state.untouchable(&op, state.occurrences, at)
		finder.findSpots()
		for i := range state.week.problem.Professionals {
			rows = append(rows, finder.row(int32(i)))
		}
		return nil
	})
	return rows, err
}

// optionFinder looks for the options of one seat.
type optionFinder struct {
	*chooser
	seat    int32
	op      Operation
	current *RotaOccurrence
	pinned  *planner.Breach
	spots   []planner.Occurrence // lawful as far as people are not asked: start, place and room
	nowhere *planner.Breach      // why there is no spot, when there is none
}

// findSpots looks at every start of the week with every allowed place.
func (f *optionFinder) findSpots() {
	reasons := tally{}
	for start := 0; start < f.week.problem.Days*dayMinutes; start += planStep {
		for _, place := range f.places(&f.op, f.current) {
			spot := planner.Occurrence{Activity: f.op.Activity, Occurrence: f.op.Occurrence, Start: start, Staff: []string{}, Attendees: []string{}, Place: place}
			spot.Room = f.room(spot, &f.op, f.current)
			breaches := withoutSeats(f.board.Check(spot))
			if len(breaches) == 0 {
				f.spots = append(f.spots, spot)
			} else {
				reasons.add(breaches[0])
			}
		}
	}
	f.nowhere = reasons.most()
}

// row returns the options of one person.
func (f *optionFinder) row(person int32) OptionRow {
	professional := &f.week.problem.Professionals[person]
	row := OptionRow{Professional: professional.ID, Starts: []int{}}
	if f.pinned != nil {
		row.Reason = f.pinned
		return row
	}
	if code := f.week.model.Refusal(f.activity, f.seat, person); code != "" {
		row.Reason = &planner.Breach{Rule: 2, Code: code, Activity: f.op.Activity, Occurrence: f.op.Occurrence, Professional: professional.ID}
		return row
	}
	reasons := tally{}
	for _, spot := range f.spots {
		if len(row.Starts) > 0 && row.Starts[len(row.Starts)-1] == spot.Start {
			continue // another place will do
		}
		spot.Staff = f.staffWith(professional.ID)
		if breaches := f.objections(spot); len(breaches) == 0 {
			row.Starts = append(row.Starts, spot.Start)
		} else {
			reasons.add(breaches[0])
		}
	}
	if len(row.Starts) == 0 {
		if row.Reason = reasons.most(); row.Reason == nil {
			row.Reason = f.nowhere
		}
	}
	return row
}

// staffWith returns the present staff with the person on the seat; of an occurrence that is not planned, the person alone.
func (f *optionFinder) staffWith(person string) []string {
	if f.current == nil || len(f.current.Staff) <= int(f.seat) {
		return []string{person}
	}
	staff := slices.Clone(f.current.Staff)
	staff[f.seat] = person
	return staff
}

// objections returns what stands against a spot with its people. While the other seats are still open, only what concerns the person counts.
func (f *optionFinder) objections(spot planner.Occurrence) []planner.Breach {
	breaches := f.board.Check(spot)
	if len(spot.Staff) < len(f.week.problem.Activities[f.activity].Seats) {
		breaches = withoutSeats(breaches)
	}
	return breaches
}

// withoutSeats drops what is said about the seats themselves.
func withoutSeats(breaches []planner.Breach) []planner.Breach {
	return slices.DeleteFunc(breaches, func(b planner.Breach) bool { return b.Rule == ruleSeats })
}

// ruleSeats is the number of the model's rule about seats.
const ruleSeats = 2

// tally counts refusals by what they say; the first of the most frequent ones is the most telling.
type tally struct {
	order  []breachKey
	count  map[breachKey]int
	sample map[breachKey]planner.Breach
}

func (t *tally) add(b planner.Breach) {
	if t.count == nil {
		t.count, t.sample = map[breachKey]int{}, map[breachKey]planner.Breach{}
	}
	key := keyOf(&b)
	key.day = 0
	if t.count[key]++; t.count[key] == 1 {
		t.order = append(t.order, key)
		t.sample[key] = b
	}
}

func (t *tally) most() *planner.Breach {
	var best *planner.Breach
	most := 0
	for _, key := range t.order {
		if t.count[key] > most {
			sample := t.sample[key]
			most, best = t.count[key], &sample
		}
	}
	return best
}

// LeftOut is an occurrence of a draft that is not planned, with why.
type LeftOut struct {
	planner.Unplanned
	Expected
}

// Expected is where people expect an occurrence that is not planned, in what is published or else in the template: Was says when and with whom,
// and Against what stands against that now: nothing, when somebody took it off by hand.
type Expected struct {
	Was     *RotaOccurrence
	Against []planner.Breach
}

// Reasons returns every occurrence of a draft that is not planned, with why.
func (s *Store) Reasons(ctx context.Context, actor Actor, rotaID string) ([]LeftOut, error) {
	var reasons []LeftOut
	err := s.onDraft(ctx, actor, rotaID, func(_ context.Context, _ bun.Tx, state *rotaState) error {
		reasons = state.leftOut()
		return nil
	})
	return reasons, err
}

func (r *rotaState) leftOut() []LeftOut {
	plan, known := r.week.plan(r.occurrences), byRef(r.week.here(r.week.house.known()))
	unplanned := slices.DeleteFunc(planner.ExplainUnplanned(r.week.model, plan), func(u planner.Unplanned) bool {
		return !r.week.asks(planner.Ref{Activity: u.Activity, Occurrence: u.Occurrence})
	})
	board := planner.NewBoard(r.week.model, plan)
	left := make([]LeftOut, len(unplanned))
	for i, one := range unplanned {
		left[i] = LeftOut{Unplanned: one, Expected: expectedOf(board, known[planner.Ref{Activity: one.Activity, Occurrence: one.Occurrence}])}
	}
	return left
}

// expectedOf says what stands on the board against what people expect; was is nil where they expect nothing.
func expectedOf(board *planner.Board, was *RotaOccurrence) Expected {
	expected := Expected{Was: was, Against: []planner.Breach{}}
	if was != nil {
		expected.Against = append(expected.Against, board.Check(planned(was))...)
	}
	return expected
}
