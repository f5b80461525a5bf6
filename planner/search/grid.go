package search

import "github.com/maillage-dime/maillage/planner"

// gridOf returns the minutes of a slot: the step of the starts that are proposed, as long as all that stands already keeps to it; else the grid
// of the problem. So only a week in which somebody wished an odd minute pays for narrower slots.
func gridOf(p *planner.Problem, standing []planner.Occurrence) int {
	for i := range standing {
		if standing[i].Start%p.Step() != 0 {
			return p.Grid
		}
	}
	return p.Step()
}

// proposedStarts returns what takes out of an activity's starts those between two steps, but for those at which it stands already.
func (t *tables) proposedStarts(standing []planner.Occurrence) func(activity int32, starts mask) {
	if t.step == 1 {
		return func(int32, mask) {}
	}
	steps := make(mask, t.words)
	for slot := int32(0); slot < t.slots; slot += t.step {
		steps.setRange(slot, slot+1)
	}
	where := map[int32][]int32{}
	for i := range standing {
		activity, known := t.model.ActivityIndex(standing[i].Activity)
		if start := int32(standing[i].Start); known && start%t.grid == 0 && start >= 0 && start/t.grid < t.slots {
			where[activity] = append(where[activity], start/t.grid)
		}
	}
	return func(activity int32, starts mask) {
		for word := range starts {
			kept := steps[word]
			for _, slot := range where[activity] {
				if int(slot>>6) == word {
					kept |= 1 << (slot & 63)
				}
			}
			starts[word] &= kept
		}
	}
}
