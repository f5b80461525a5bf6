package demo

import (
	"slices"

	"github.com/maillage-dime/maillage/models"
)

// purposes say what the meetings of the demo house are for; protected time has none.
var purposes = map[string]string{
	"Réunion d’équipe": "team", "Réunion de coordination": "team", "Analyse de la pratique": "practice_review", "Synthèse": "synthesis",
}

// addMeeting writes a meeting that comes back each week, of named people.
func (b *builder) addMeeting(label, short, kind string, minutes, count int, people []string, windows []models.WishedSpan, place string) *models.RecurringMeeting {
	meeting := demand(label, short, minutes, count, priorityMeeting)
	if kind == "protected" {
		meeting.Priority = priorityPrepared
		meeting.MinGapDays = 1
	}
	for _, id := range people {
		meeting.Seats = append(meeting.Seats, models.SeatRequest{OneOf: []string{id}})
	}
	meeting.Windows = append(meeting.Windows, windows...)
	if place != "" {
		meeting.PlaceIDs = b.placeIDs(place)
		meeting.Room = &models.RoomRequest{Features: []string{"réunion"}, Seats: min(len(people), 10)}
	}
	b.records.Meetings = append(b.records.Meetings, models.RecurringMeeting{
		Record: b.record("meeting", label, people[0]), Demand: meeting, Kind: kind, Purpose: purposes[label],
	})
	return &b.records.Meetings[len(b.records.Meetings)-1]
}

// addTeamMeetings writes the weekly coordination of each team, the practice review and the synthesis meetings about five children.
func (b *builder) addTeamMeetings() {
	b.addMeeting("Réunion d’équipe", "Équipe", "meeting", 90, 1, b.teamOn(mainstream, 1), everyDay(".x...", 540, 630), "PEU")
	b.addMeeting("Réunion d’équipe", "Équipe", "meeting", 30, 1, b.teamOn(dayCare, 0, "Perrot", "Jacquet", "Hamon"), everyDay("...x.", 975, 1005), "PEU")
	b.addMeeting("Réunion d’équipe", "Équipe", "meeting", 90, 1, b.teamOn(boarding, 1), everyDay(".x...", 840, 930), "CLO")
	b.addMeeting("Réunion d’équipe", "Équipe", "meeting", 60, 1, b.teamOn(transversal, 2), everyDay("..x..", 540, 600), "PEU")
	b.addMeeting("Réunion de coordination", "Coord.", "meeting", 60, 1, b.teamOn(resource, 0), everyDay("x....", 540, 600), "PEU")
	b.addMeeting("Analyse de la pratique", "Analyse", "meeting", 90, 1, b.staffIDs("Elbaz", "Carpentier", "Haddad", "Lenoir", "Caron"), everyDay("....x", 540, 675), "PEU")
	for n, child := range []int{2, 9, 16, 21, 27} {
		about := b.records.Children[child]
		people := append(b.staffIDs([]string{"Sénéchal", "Caron"}[n%2]), *about.KeyWorkerID, *about.CaseCoordinatorID)
		meeting := b.addMeeting("Synthèse", "Synth.", "meeting", 60, 1, people, everyDay(".x.x.", 780, 960), "PEU")
		meeting.ID = b.id("meeting", "Synthèse", about.ID)
		meeting.ChildID = &about.ID
	}
}

// addPreparation keeps time for preparation and writing, and for the coordination of pathways.
func (b *builder) addPreparation() {
	for i := range people {
		p := &people[i]
		id := b.professional[p.last]
		if minutes := p.extra; minutes > 0 {
			length := 45
			if minutes%45 != 0 {
				length = minutes
			}
			b.addMeeting("Préparation", "Prépa", "protected", length, minutes/length, []string{id}, nil, "")
		}
		if p.profession == coordinator {
			b.addMeeting("Coordination de parcours", "Parcours", "protected", 60, 4, []string{id}, nil, "")
		}
	}
}

// teamOn lists the people of a team who work on a day, but those named.
func (b *builder) teamOn(team string, day int, but ...string) []string {
	var ids []string
	for i := range people {
		if people[i].team == team && people[i].days[day] == 'x' && !slices.Contains(but, people[i].last) {
			ids = append(ids, b.professional[people[i].last])
		}
	}
	return ids
}
