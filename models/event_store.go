package models

import (
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// eventDomain ends every UID. It is a name and not an address: the UID stays when the server moves.
const eventDomain = "@maillage"

// publishEvents brings the calendars of the week in line with the rota: new occurrences get a UID for good, changed ones a new sequence,
// removed ones are cancelled, and those that come back are revived under their UID. What
// stands in for another is the entry of that one. Partner meetings have their own.
func (r *rotaState) publishEvents(ctx context.Context, tx bun.IDB, now time.Time) error {
	infos := r.week.house.Activities()
	known := make(map[planner.Ref]*CalendarEvent, len(r.week.house.Events))
	for i := range r.week.house.Events {
		event := r.week.house.Events[i]
		known[planner.Ref{Activity: event.ActivityID, Occurrence: event.Occurrence}] = &event
	}
	var changed []CalendarEvent
	for i := range r.occurrences {
		o := &r.occurrences[i]
		wanted := r.week.event(r.rota.FacilityID, o, infos[o.ActivityID])
		ref := standsFor(o.ref())
		wanted.ActivityID, wanted.Occurrence = ref.Activity, ref.Occurrence
		event := known[ref]
		delete(known, ref)
		if event == nil {
			changed = append(changed, newEvent(wanted, now))
		} else if event.become(&wanted, now) {
			changed = append(changed, *event)
		}
	}
	for _, event := range r.week.house.Events {
		gone := known[planner.Ref{Activity: event.ActivityID, Occurrence: event.Occurrence}]
		if gone != nil && !r.week.isFixed(gone.ActivityID) && gone.cancel(now) {
			changed = append(changed, *gone)
		}
	}
	return saveEvents(ctx, tx, changed)
}

// event returns what calendars should show of an occurrence.
func (w *compiledWeek) event(facilityID string, o *RotaOccurrence, info ActivityInfo) CalendarEvent {
	activity, _ := w.model.ActivityIndex(o.ActivityID)
	compiled := &w.problem.Activities[activity]
	return CalendarEvent{
		FacilityID: facilityID, Week: w.house.Week.String(), ActivityID: o.ActivityID, Occurrence: o.Occurrence,
		Start: o.Start, Duration: compiled.Duration, Staff: slices.Concat(o.Staff, o.Attendees), ChildIDs: compiled.Children,
		PlaceID: o.PlaceID, RoomID: o.RoomID, Kind: string(compiled.Kind), Label: info.Label,
	}
}

// newEvent returns the event of something that was in no calendar yet.
func newEvent(wanted CalendarEvent, now time.Time) CalendarEvent {
	wanted.UID, wanted.LastModified = NewID()+eventDomain, now
	wanted.Staff, wanted.ChildIDs, wanted.Former = listOf(wanted.Staff), listOf(wanted.ChildIDs), []FormerStaff{}
	return wanted
}

// become changes the event into what is wanted and reports whether anything changed. The sequence grows when calendars have to move it, show
// it again, or when somebody leaves or comes back: for that person its state changes.
func (e *CalendarEvent) become(wanted *CalendarEvent, now time.Time) bool {
	moved := e.Start != wanted.Start || e.Duration != wanted.Duration || !equalReferences(e.PlaceID, wanted.PlaceID) || !equalReferences(e.RoomID, wanted.RoomID)
	left := slices.DeleteFunc(slices.Clone(e.Staff), func(person string) bool { return slices.Contains(wanted.Staff, person) })
	returned := func(former FormerStaff) bool { return slices.Contains(wanted.Staff, former.ProfessionalID) }
	if !moved && e.CancelledAt == nil && slices.Equal(e.Staff, wanted.Staff) && slices.Equal(e.ChildIDs, wanted.ChildIDs) && e.Kind == wanted.Kind && e.Label == wanted.Label {
		return false
	}
	before := *e
	if moved || e.CancelledAt != nil || len(left) > 0 || slices.ContainsFunc(e.Former, returned) {
		e.Sequence++
	}
	e.Former = slices.DeleteFunc(slices.Clone(e.Former), returned)
	for _, person := range left {
		e.Former = append(e.Former, FormerStaff{
			ProfessionalID: person, Sequence: e.Sequence, Start: before.Start, Duration: before.Duration,
			PlaceID: before.PlaceID, RoomID: before.RoomID, Since: now,
		})
	}
	e.Start, e.Duration, e.PlaceID, e.RoomID = wanted.Start, wanted.Duration, wanted.PlaceID, wanted.RoomID
	e.Staff, e.ChildIDs, e.Kind, e.Label = wanted.Staff, wanted.ChildIDs, wanted.Kind, wanted.Label
	e.LastModified, e.CancelledAt = now, nil
	return true
}

// cancel marks the event as cancelled and reports whether it was not before.
func (e *CalendarEvent) cancel(now time.Time) bool {
	if e.CancelledAt != nil {
		return false
	}
	e.Sequence++
	e.LastModified, e.CancelledAt = now, &now
	return true
}

// saveEvents writes new and changed events.
func saveEvents(ctx context.Context, tx bun.IDB, events []CalendarEvent) error {
	for chunk := range slices.Chunk(events, 200) {
		insert := tx.NewInsert().Model(&chunk).On("CONFLICT (uid) DO UPDATE")
		for _, column := range []string{
			"sequence", "start", "duration", "staff", "child_ids", "place_id", "room_id", "kind", "label", "last_modified", "cancelled_at", "former",
		} {
			insert = insert.Set("? = EXCLUDED.?", bun.Ident(column), bun.Ident(column))
		}
		if _, err := insert.Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}
