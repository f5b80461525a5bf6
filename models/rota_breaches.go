package models

import (
	"slices"

	"github.com/maillage-dime/maillage/planner"
)

// breachKey is what makes two breaches the same conflict: everything but the amounts, and the other occurrence by value.
type breachKey struct {
	rule                             int
	code                             planner.Code
	ref, blocking                    planner.Ref
	professional, child, room, place string
	day                              int
}

func keyOf(b *planner.Breach) breachKey {
	key := breachKey{
		rule: b.Rule, code: b.Code, ref: planner.Ref{Activity: b.Activity, Occurrence: b.Occurrence},
		professional: b.Professional, child: b.Child, room: b.Room, place: b.Place, day: b.Day,
	}
	if b.Blocking != nil {
		key.blocking = *b.Blocking
	}
	return key
}

// excess is how far a breach is beyond its limit.
func excess(b *planner.Breach) int { return max(b.Amount-b.Limit, b.Limit-b.Amount) }

// newBreaches returns what a change breaks: conflicts that were not there or grow, and every conflict of what the user placed. Conflicts
// that were there because the records moved do not hold back other work on the rota.
func (w *compiledWeek) newBreaches(old, fresh []RotaOccurrence, asked []planner.Ref) []planner.Breach {
	breaches := w.breaches(fresh)
	if len(breaches) == 0 {
		return nil
	}
	known := map[breachKey]int{}
	for _, breach := range w.breaches(old) {
		known[keyOf(&breach)] = excess(&breach)
	}
	breaches = slices.DeleteFunc(breaches, func(b planner.Breach) bool {
		before, there := known[keyOf(&b)]
		concerned := slices.ContainsFunc(asked, func(ref planner.Ref) bool { return concerns(&b, ref) })
		return there && excess(&b) <= before && !concerned
	})
	for i := range breaches {
		turn(&breaches[i], asked)
	}
	return breaches
}

// turn makes a conflict of two occurrences say what is in the way of the one the user placed. The evaluation names the two in no
// particular order.
func turn(b *planner.Breach, asked []planner.Ref) {
	about := planner.Ref{Activity: b.Activity, Occurrence: b.Occurrence}
	if b.Blocking == nil || slices.Contains(asked, about) || !slices.Contains(asked, *b.Blocking) {
		return
	}
	b.Activity, b.Occurrence = b.Blocking.Activity, b.Blocking.Occurrence
	b.Blocking = &about
}

// concerns reports whether a breach is about an occurrence, as the one that breaks the rule or the one in its way.
func concerns(b *planner.Breach, ref planner.Ref) bool {
	return b.Activity == ref.Activity && b.Occurrence == ref.Occurrence || b.Blocking != nil && *b.Blocking == ref
}
