package models

import (
	"hash/fnv"
	"slices"

	"github.com/maillage-dime/maillage/planner"
)

// unwishedCost is what hours cost that are possible but not wished: as much as two minutes of a session of middling priority left out are
// far from worth, so that a wish never leaves anything unplanned.
const unwishedCost = 30

// times returns how often the week asks for a demand.
func (c *compiler) times(id string, d *Demand) int { return d.timesIn(id, c.house.Letter()) }

// timesIn returns how often a demand is asked for in a week of a letter in which it holds. What is asked each fortnight is shared between its two weeks; an odd time falls to one
// letter or the other by the demand's id, so that not all of a house fall in the same week. An ordinary week that stands for both letters
// keeps room for the fuller one.
func (d *Demand) timesIn(id string, letter WeekLetter) int {
	if d.Rhythm != EachFortnight || d.Letter != EveryWeek {
		return d.Count
	}
	half, odd := d.Count/2, d.Count%2
	hash := fnv.New32a()
	_, _ = hash.Write([]byte(id)) // never fails
	fuller := []WeekLetter{WeekA, WeekB}[hash.Sum32()%2]
	if letter == fuller || letter == EveryWeek {
		return half + odd
	}
	return half
}

// wished takes the refused hours out of an activity's windows and makes those dearer that are not wished. It reports false when no window is
// left.
func (c *compiler) wished(d *Demand, windows []planner.ActivityWindow, days []bool) ([]planner.ActivityWindow, bool) {
	wishes, refusals := c.weekly(d.WishedSpans), c.ever(d.RefusedSpans)
	if len(wishes)+len(refusals) == 0 {
		return windows, true
	}
	if len(windows) == 0 {
		windows = allowedRuns(days)
	}
	left := []planner.ActivityWindow{}
	for _, window := range windows {
		spans := []planner.Span{{From: window.From, To: window.To}}
		for _, refused := range refusals {
			spans = subtractSpan(spans, refused)
		}
		for _, span := range spans {
			left = append(left, dearerUnlessWished(span, window.Cost, wishes)...)
		}
	}
	return left, len(left) > 0
}

// dearerUnlessWished returns the wished parts of a span at its cost and, when there are wishes at all, the whole of it at more.
func dearerUnlessWished(span planner.Span, cost int64, wishes []planner.Span) []planner.ActivityWindow {
	if len(wishes) == 0 {
		return []planner.ActivityWindow{{From: span.From, To: span.To, Cost: cost}}
	}
	windows := []planner.ActivityWindow{{From: span.From, To: span.To, Cost: cost + unwishedCost}}
	for _, wish := range wishes {
		if span.Overlaps(wish.From, wish.To) {
			windows = append(windows, planner.ActivityWindow{From: max(span.From, wish.From), To: min(span.To, wish.To), Cost: cost})
		}
	}
	return windows
}

// outside returns the minutes of the whole week that lie outside some hours; none when there are no hours: then there is no outside.
func (c *compiler) outside(hours []DaySpan) []planner.Span {
	if len(hours) == 0 {
		return nil
	}
	closed := []planner.Span{{From: 0, To: weekMinutes}}
	for _, open := range c.weekly(hours) {
		closed = subtractSpan(closed, open)
	}
	return closed
}

// refuse takes the people a demand refuses off the seats of the activities of a problem. Who can sit on a seat is the planner's to say: the
// seat then names those among them who are not refused.
func (c *compiler) refuse(p *planner.Problem) error {
	demands := c.refusing()
	if len(demands) == 0 {
		return nil
	}
	asked := *p
	asked.Activities = slices.DeleteFunc(slices.Clone(p.Activities), func(a planner.Activity) bool { return demands[a.ID] == nil })
	asked.Pinned, asked.Published = []planner.Occurrence{}, []planner.Occurrence{}
	model, err := planner.Compile(&asked)
	if err != nil {
		return err
	}
	for i := range p.Activities {
		activity := &p.Activities[i]
		demand := demands[activity.ID]
		if demand == nil {
			continue
		}
		refused := func(person string) bool { return slices.Contains(demand.RefusedIDs, person) }
		index, _ := model.ActivityIndex(activity.ID)
		for seat := range activity.Seats {
			able := []string{}
			for person := range p.Professionals {
				id := p.Professionals[person].ID
				if !refused(id) && model.Refusal(index, int32(seat), int32(person)) == "" {
					able = append(able, id)
				}
			}
			activity.Seats[seat].OneOf = able
			if len(able) == 0 { // nobody: the professions must not come back into force
				activity.Seats[seat].Professions = []string{}
			}
		}
		activity.Optional = slices.DeleteFunc(activity.Optional, refused)
		activity.Preferred = slices.DeleteFunc(activity.Preferred, refused)
	}
	return nil
}

// refusing returns the demands of the week that refuse people, by their id.
func (c *compiler) refusing() map[string]*Demand {
	demands := map[string]*Demand{}
	add := func(id string, d *Demand) {
		if len(d.RefusedIDs) > 0 {
			demands[id] = d
		}
	}
	for i := range c.house.Needs {
		add(c.house.Needs[i].ID, &c.house.Needs[i].Demand)
	}
	for i := range c.house.Duties {
		add(c.house.Duties[i].ID, &c.house.Duties[i].Demand)
	}
	for i := range c.house.Meetings {
		add(c.house.Meetings[i].ID, &c.house.Meetings[i].Demand)
	}
	return demands
}
