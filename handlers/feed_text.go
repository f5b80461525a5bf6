package handlers

import (
	"strings"

	"github.com/maillage-dime/maillage/handlers/ical"
	"github.com/maillage-dime/maillage/models"
)

// The texts of calendars. They are French, because a calendar program says nothing of its reader's language. The levels busy and work name no
// child, no school and nobody who attends.
const (
	textBusy    = "Occupé"
	textOpen    = "Ouvrir le planning" + noBreakSpace + ": "
	textRemoved = "Ce rendez-vous est annulé."
	feedProduct = "-//Maillage//Maillage//FR"
)

// textKinds is what the level work says of each kind of activity.
var textKinds = map[string]string{
	"session":   "Séance",
	"duty":      "Accompagnement du groupe",
	"meeting":   "Réunion d’équipe",
	"protected": "Temps de préparation",
	"support":   "Appui-ressource",
}

// feedEvent is how an entry looks at the level of its feed. The store has already left out what the level does not tell.
func feedEvent(entry *models.FeedEntry, detail models.FeedDetail, home string) ical.Event {
	event := ical.Event{
		UID: entry.UID, Sequence: entry.Sequence, LastModified: entry.LastModified, Start: entry.Start, End: entry.End,
		Cancelled: entry.Cancelled, Busy: true, Summary: textBusy, URL: home + "/mon-planning/" + models.WeekOf(entry.Start).String(),
	}
	switch detail {
	case models.FeedWork:
		event.Summary, event.Location = workSummary(entry), entry.PlaceCode
	case models.FeedFull:
		event.Summary, event.Location = fullSummary(entry), fullLocation(entry)
	case models.FeedBusy:
	}
	event.Description = textOpen + event.URL
	if entry.Cancelled {
		event.Description = textRemoved
	}
	return event
}

func workSummary(entry *models.FeedEntry) string {
	if text, known := textKinds[entry.Kind]; known {
		return text
	}
	return textBusy
}

// fullSummary is for people who chose to read names in their calendar: « Orthophonie, Li. M. ».
func fullSummary(entry *models.FeedEntry) string {
	names := make([]string, 0, len(entry.Children)+1)
	label := entry.Label
	if label == "" {
		label = workSummary(entry)
	}
	names = append(names, label)
	for i := range entry.Children {
		names = append(names, discreetName(&entry.Children[i]))
	}
	return strings.Join(names, ", ")
}

func fullLocation(entry *models.FeedEntry) string {
	switch {
	case entry.Place == nil:
		return entry.RoomName
	case entry.RoomName == "":
		return entry.Place.Name
	default:
		return entry.Place.Name + ", " + entry.RoomName
	}
}
