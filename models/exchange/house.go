package exchange

import (
	"context"

	"github.com/maillage-dime/maillage/models"
)

// House is all records of a facility that a workbook holds or names, without those archived.
type House struct {
	Version       int    // of the facility when the records were read
	Today         string // civil date of the facility when they were; of several contracts it says which one a row is about
	Units         []models.ServiceUnit
	Modalities    []models.CareModality
	Places        []models.Place
	Rooms         []models.Room
	Teams         []models.Team
	Professionals []models.Professional
	Children      []models.Child
	Groups        []models.ChildGroup
	Needs         []models.Need
	Meetings      []models.RecurringMeeting
	Duties        []models.StandingDuty
	Absences      []models.Absence
	Partners      []models.Partner
	Contacts      []models.PartnerContact
	ClosedDays    []models.ClosedDay
	Travel        []models.TravelOverride
}

// ReadHouse reads what the actor may know of the house. The version is read first: should a record move in between, whatever is made from
// the house is stale.
func ReadHouse(ctx context.Context, store *models.Store, actor models.Actor) (*House, error) {
	facility, err := store.FacilityByID(ctx, actor)
	if err != nil {
		return nil, err
	}
	today, err := store.Today(&facility)
	if err != nil {
		return nil, err
	}
	h := &House{Version: facility.Revision, Today: today}
	r := listing{ctx: ctx, actor: actor}
	h.Units = listed(&r, store.Units())
	h.Modalities = listed(&r, store.Modalities())
	h.Places = listed(&r, store.Places())
	h.Rooms = listed(&r, store.Rooms())
	h.Teams = listed(&r, store.Teams())
	h.Professionals = listed(&r, store.Professionals())
	h.Children = listed(&r, store.Children())
	h.Groups = listed(&r, store.Groups())
	h.Needs = listed(&r, store.Needs())
	h.Meetings = listed(&r, store.RecurringMeetings())
	h.Duties = listed(&r, store.Duties())
	h.Absences = listed(&r, store.Absences())
	h.Partners = listed(&r, store.Partners())
	h.Contacts = listed(&r, store.Contacts())
	h.ClosedDays = listed(&r, store.ClosedDays())
	h.Travel = listed(&r, store.TravelOverrides())
	return h, r.err
}

// listing keeps the first error of a row of lists. What the actor may not read at all is empty.
type listing struct {
	ctx   context.Context //nolint:containedctx // lives as long as one call
	actor models.Actor
	err   error
}

func listed[T any](l *listing, records models.Records[T]) []T {
	if l.err != nil {
		return nil
	}
	shown, err := records.List(l.ctx, l.actor, false)
	if err != nil && models.CodeOf(err) != models.CodeForbidden {
		l.err = err
	}
	rows := make([]T, len(shown))
	for i := range shown {
		rows[i] = shown[i].Record
	}
	return rows
}
