package models

import (
	"slices"

	"github.com/maillage-dime/maillage/planner"
)

// takenTogether tells what is taken over from another rota only at once, by known names: a child who joins or leaves a group for this week is
// otherwise in two places, and taking one of them alone would have the child twice or nowhere.
type takenTogether map[planner.Ref][]planner.Ref

// newTakenTogether reads it from the exceptions of both rotas.
func newTakenTogether(rotas ...[]WeekException) takenTogether {
	together := takenTogether{}
	for _, exceptions := range rotas {
		for i := range exceptions {
			for _, group := range []*string{exceptions[i].JoinedID, exceptions[i].SplitID} {
				if group == nil {
					continue
				}
				apart, joined := exceptions[i].known(), standsFor(planner.Ref{Activity: *group})
				together[apart] = append(together[apart], joined)
				together[joined] = append(together[joined], apart)
			}
		}
	}
	return together
}

// with returns the known names of some occurrences and of all that is taken with them.
func (t takenTogether) with(refs ...planner.Ref) map[planner.Ref]bool {
	found := map[planner.Ref]bool{}
	for open := slices.Clone(refs); len(open) > 0; open = open[1:] {
		if known := standsFor(open[0]); !found[known] {
			found[known] = true
			open = append(open, t[known]...)
		}
	}
	return found
}

// parted parts differences into those that are taken with one of some occurrences and the others.
func (t takenTogether) parted(differences []RotaDifference, refs ...planner.Ref) (in, out []RotaDifference) {
	among := t.with(refs...)
	for i := range differences {
		if among[standsFor(differences[i].Ref)] {
			in = append(in, differences[i])
		} else {
			out = append(out, differences[i])
		}
	}
	return in, out
}

// exceptionsTaken returns what a rota that had its own exceptions has more after some occurrences, by known name, were taken over from another
// one: what the other one has more of them, and no longer what that has not.
func exceptionsTaken(own []WeekException, other *rotaState, taken map[planner.Ref]bool) []WeekException {
	among := func(exceptions []WeekException) []WeekException {
		return slices.DeleteFunc(slices.Clone(exceptions), func(e WeekException) bool { return !taken[e.known()] })
	}
	gone := exceptionsWithout(among(own), other.exceptions)
	return exceptionsReplaced(own, gone, among(other.exceptions))
}

// lockedAmong returns the occurrences of differences that are locked in the base.
func lockedAmong(differences []RotaDifference) []planner.Ref {
	var locked []planner.Ref
	for i := range differences {
		if base := differences[i].Base; base != nil && base.Locked {
			locked = append(locked, differences[i].Ref)
		}
	}
	return locked
}
