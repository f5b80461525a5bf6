package models

import (
	"slices"

	"github.com/google/uuid"

	"github.com/maillage-dime/maillage/planner"
)

// longestPiece bounds a piece of protected time: longer ones find no place in a day.
const longestPiece = 120

// concerns reports whether the rule is for somebody in a week.
func (p *ProtectedTime) concerns(person *Professional, week Week) bool {
	return (p.Convention == "" || p.Convention == person.conventionIn(week)) &&
		(slices.Contains(p.Professions, person.Profession) || slices.Contains(p.ProfessionalIDs, person.ID))
}

// activityID names the protected time of one person under the rule: the same in every week.
func (p *ProtectedTime) activityID(person *Professional) string {
	return uuid.NewSHA1(uuid.NameSpaceOID, []byte(p.ID+" "+person.ID)).String()
}

// asks returns the minutes the rule keeps for somebody in a week, by the contract in force.
func (p *ProtectedTime) asks(person *Professional, week Week) int {
	if p.Minutes != nil {
		return *p.Minutes
	}
	if p.BasisPoints == nil {
		return 0
	}
	return (person.ContractMinutes(week)**p.BasisPoints + wholeContract - 1) / wholeContract
}

// protected returns the protected time of the week: one activity for each rule and person it is for. Who is away for a part of the week gets
// the same part of it; meetings one sits in count towards coordination.
func (c *compiler) protected() []planner.Activity {
	var activities []planner.Activity
	for i := range c.house.ProtectedTimes {
		rule := &c.house.ProtectedTimes[i]
		for j := range c.house.Professionals {
			person := &c.house.Professionals[j]
			if !rule.concerns(person, c.house.Week) {
				continue
			}
			if activity, asked := c.protectedFor(rule, person); asked {
				activities = append(activities, activity)
			}
		}
	}
	return activities
}

func (c *compiler) protectedFor(rule *ProtectedTime, person *Professional) (planner.Activity, bool) {
	days := make([]bool, c.days)
	for day := range days {
		date := c.calendar[day].Date
		days[day] = (rule.FromDate == nil || *rule.FromDate <= date) && (rule.ToDate == nil || date <= *rule.ToDate) && c.calendar[day].Closed == ""
	}
	minutes := rule.asks(person, c.house.Week)
	if rule.Kind == ProtectedCoordination {
		minutes -= c.meetingMinutes(person.ID)
	}
	if usual := length(c.usual[person.ID]); usual > 0 {
		minutes = minutes * length(c.available[person.ID]) / usual
	}
	if minutes <= 0 || !slices.Contains(days, true) || len(c.available[person.ID]) == 0 {
		return planner.Activity{}, false
	}
	pieces, duration := protectedPieces(minutes, rule.SmallestPiece)
	windows, gap := []planner.ActivityWindow{}, 1
	if slices.Contains(days, false) {
		windows = allowedRuns(days)
	}
	if pieces > workingDays {
		gap = 0
	}
	return planner.Activity{
		ID: rule.activityID(person), Kind: planner.Protected, Duration: duration, Count: pieces, MinGapDays: gap, Children: []string{},
		Seats:    []planner.Seat{{Professions: []string{}, Skills: []string{}, OneOf: []string{person.ID}}},
		Optional: []string{}, Places: []string{}, Windows: windows, Priority: rule.Priority, Preferred: []string{},
	}, true
}

// protectedPieces cuts minutes into equal pieces on the grid, none shorter than the smallest and none longer than the longest: the cut that
// keeps least beyond what is asked, with as few pieces as that takes.
func protectedPieces(minutes, smallest int) (pieces, duration int) {
	onGrid := func(minutes, pieces int) int { return (minutes + pieces*planStep - 1) / (pieces * planStep) * planStep }
	most := max(1, min(minutes/smallest, maxWeekNumber))
	for n := 1; n <= most; n++ {
		piece := onGrid(minutes, n)
		if piece > max(longestPiece, smallest) && n < most {
			continue
		}
		if pieces == 0 || n*piece < pieces*duration {
			pieces, duration = n, piece
		}
	}
	return pieces, max(duration, onGrid(min(minutes, smallest), 1))
}

// meetingMinutes returns how long somebody sits in meetings of the week that they have to be in.
func (c *compiler) meetingMinutes(person string) int {
	minutes := 0
	for i := range c.house.Meetings {
		meeting := &c.house.Meetings[i]
		if meeting.Kind == MeetingTogether && c.thisWeek(meeting.Letter) &&
			slices.ContainsFunc(meeting.Seats, func(s SeatRequest) bool { return len(s.OneOf) == 1 && s.OneOf[0] == person }) {
			minutes += meeting.Duration * c.times(meeting.ID, &meeting.Demand)
		}
	}
	for i := range c.house.PartnerMeetings {
		if slices.Contains(c.house.PartnerMeetings[i].RequiredIDs, person) {
			minutes += c.house.PartnerMeetings[i].Duration
		}
	}
	return minutes
}

// length returns the minutes of spans that do not overlap.
func length(spans []planner.Span) int {
	minutes := 0
	for _, span := range spans {
		minutes += span.To - span.From
	}
	return minutes
}
