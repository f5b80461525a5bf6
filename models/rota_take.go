package models

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// Taking is what came of taking differences over from another rota.
type Taking struct {
	View  *RotaView
	Taken int
	Left  []LeftBehind // what could not be taken, in order of activity and number
}

// LeftBehind is a difference that could not be taken over, with what stands against it.
type LeftBehind struct {
	planner.Ref
	Breaches []planner.Breach
}

// TakeDifferences makes a draft like another rota it can be compared with, in the occurrences named: as many of them as can stand together
// with the rest of the draft, all as one step to undo. Who joins or leaves a group is taken with the group. What is locked stays. Occurrences in
// which the two do not differ, and those that only one of the two asks for, are no concern of it. It is refused as stale when the draft is no
// longer at the revision.
func (s *Store) TakeDifferences(ctx context.Context, actor Actor, rotaID string, revision int, otherID string, refs []planner.Ref) (*Taking, error) {
	if len(refs) > mostOperations {
		return nil, TooLarge("rota.too_many_operations", mostOperations)
	}
	taking := &Taking{}
	var err error
	taking.View, err = s.changeRota(ctx, actor, rotaID, revision, func(ctx context.Context, tx bun.Tx, now time.Time, state *rotaState) (rotaStep, error) {
		other, err := s.loadBeside(ctx, tx, actor, state, otherID)
		if err != nil {
			return rotaStep{}, err
		}
		own := state.exceptions
		together := newTakenTogether(own, other.exceptions)
		wanted, _ := together.parted(state.differencesTo(other), refs...)
		wanted = slices.DeleteFunc(wanted, func(d RotaDifference) bool { return !d.Asked })
		if err := state.except(ctx, tx, exceptionsTaken(own, other, together.with(refsOf(wanted)...))); err != nil {
			return rotaStep{}, err
		}
		taken, left := state.takeable(wanted, together)
		taking.Taken, taking.Left = len(taken), left
		occurrences := state.taking(taken)
		if err := state.except(ctx, tx, exceptionsTaken(own, other, together.with(refsOf(taken)...))); err != nil {
			return rotaStep{}, err
		}
		occurrences = state.week.stillAsked(occurrences)
		return state.stepTo(ctx, tx, now, actor, operationsKind, occurrences, refsOf(taken))
	})
	return taking, err
}

// takeable parts differences into those that can be taken over together and those that cannot. One at a time the one with the greatest part in
// what would break is left, with what is taken with it.
func (r *rotaState) takeable(wanted []RotaDifference, together takenTogether) (taken []RotaDifference, left []LeftBehind) {
	left = []LeftBehind{}
	leave := func(reason func(d *RotaDifference) []planner.Breach, refs ...planner.Ref) {
		var leaving []RotaDifference
		leaving, taken = together.parted(taken, refs...)
		for i := range leaving {
			left = append(left, LeftBehind{leaving[i].Ref, reason(&leaving[i])})
		}
	}
	taken = wanted
	if pinned := lockedAmong(wanted); len(pinned) > 0 {
		leave(func(d *RotaDifference) []planner.Breach {
			day := d.start() / dayMinutes
			if d.Base != nil {
				day = d.Base.Start / dayMinutes
			}
			return []planner.Breach{{Rule: 10, Code: planner.CodePinned, Activity: d.Activity, Occurrence: d.Occurrence, Day: day}}
		}, pinned...)
	}
	for len(taken) > 0 {
		breaches := r.week.newBreaches(r.occurrences, r.taking(taken), refsOf(taken))
		if len(breaches) == 0 {
			break
		}
		worst := worstDifference(taken, breaches)
		leave(func(d *RotaDifference) []planner.Breach { return breachesOf(d, breaches) }, taken[worst].Ref)
	}
	slices.SortFunc(left, func(one, other LeftBehind) int {
		return cmp.Or(cmp.Compare(one.Activity, other.Activity), cmp.Compare(one.Occurrence, other.Occurrence))
	})
	return taken, left
}

// taking returns the rota's occurrences with differences taken over.
func (r *rotaState) taking(differences []RotaDifference) []RotaOccurrence {
	var out, in []RotaOccurrence
	for _, difference := range differences {
		if difference.Base != nil {
			out = append(out, *difference.Base)
		}
		if difference.Other != nil {
			row := *difference.Other
			row.RotaID, row.Locked = r.rota.ID, false
			in = append(in, row)
		}
	}
	return r.replaced(out, in)
}

// worstDifference returns the position of the difference with the greatest part in what breaks; where none has any, of the last.
func worstDifference(differences []RotaDifference, breaches []planner.Breach) int {
	worst, most := len(differences)-1, 0
	for i := range differences {
		parts := 0
		for b := range breaches {
			parts += differences[i].partIn(&breaches[b])
		}
		if parts > most {
			worst, most = i, parts
		}
	}
	return worst
}

// partIn returns how much a difference has to do with a breach; 0: nothing. Of what is taken out, nothing stands any more but who did it.
func (d *RotaDifference) partIn(b *planner.Breach) int {
	if d.Other != nil {
		return partIn(d.Other, b)
	}
	return partIn(d.Base, b)
}

// breachesOf returns what breaks through a difference, told as what is in its way; all of it where no breach concerns it in particular.
func breachesOf(d *RotaDifference, breaches []planner.Breach) []planner.Breach {
	own := slices.DeleteFunc(slices.Clone(breaches), func(b planner.Breach) bool { return d.partIn(&b) == 0 })
	if len(own) == 0 {
		own = slices.Clone(breaches)
	}
	for i := range own {
		turn(&own[i], []planner.Ref{d.Ref})
	}
	return own
}

func refsOf(differences []RotaDifference) []planner.Ref {
	refs := make([]planner.Ref, len(differences))
	for i := range differences {
		refs[i] = differences[i].Ref
	}
	return refs
}
