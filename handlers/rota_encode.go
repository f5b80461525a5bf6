package handlers

import (
	"slices"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/planner"
)

// rotaEncoder holds what the parts of a rota's answer share.
type rotaEncoder struct {
	view    *models.RotaView
	planned map[planner.Ref]bool
	changes map[planner.Ref]planner.Change // since the version it is compared with
	fixed   map[string]bool                // activities that are meetings with partners
}

func encodeRota(view *models.RotaView, summary rotaSummaryJSON, actor models.Actor) rotaJSON {
	e := &rotaEncoder{view: view, planned: map[planner.Ref]bool{}, changes: map[planner.Ref]planner.Change{}, fixed: map[string]bool{}}
	for i := range view.Occurrences {
		e.planned[refOf(&view.Occurrences[i])] = true
	}
	for _, change := range view.Changes() {
		e.changes[change.Ref()] = change
	}
	for i := range view.House.PartnerMeetings {
		e.fixed[view.House.PartnerMeetings[i].ID] = true
	}
	encoded := rotaJSON{
		Summary: summary, FirstDay: view.Problem.FirstDay, Days: view.Problem.Days, Grid: view.Problem.Step(), Finest: view.Problem.Grid,
		Activities: e.activities(), Occurrences: each(view.Occurrences, e.occurrence), Unplanned: e.unplanned(),
		Cancelled: each(view.Cancelled, encodeCancelled), Removed: e.removed(), OffTemplate: list(view.OffTemplate), Lapsed: list(view.Lapsed),
		Breaches: list(view.Breaches), Kept: each(view.Kept, encodeKept), Findings: list(view.Findings), Signed: each(view.Signed, encodeSigned), People: e.people(),
		Undo: encodeStep(view.Undo, view.UndoKind), Redo: encodeStep(view.Redo, view.RedoKind),
		Can: rotaCanJSON{
			Edit:    view.Rota.State == models.RotaDraft && models.Allowed(actor, models.ResourceDraft, models.ActionChange) > models.ScopeNone,
			Publish: view.Rota.State == models.RotaDraft && models.Allowed(actor, models.ResourceDraft, models.ActionPublish) > models.ScopeNone,
		},
	}
	encoded.Counters = countersJSON{
		Wanted: len(encoded.Occurrences) + len(encoded.Unplanned), Planned: len(encoded.Occurrences), Unplanned: len(encoded.Unplanned),
		Conflicts: len(encoded.Breaches), Law: pressing(view.Findings), Changes: len(e.changes),
	}
	return encoded
}

func encodeStep(there bool, kind string) *stepJSON {
	if !there {
		return nil
	}
	return &stepJSON{Kind: kind}
}

// activities are those of the week's problem with what people call them. Children whom the caller may not know are left out.
func (e *rotaEncoder) activities() []activityJSON {
	infos, known := e.view.House.Activities(), map[string]bool{}
	for i := range e.view.House.Children {
		known[e.view.House.Children[i].ID] = true
	}
	return each(e.view.Problem.Activities, func(activity *planner.Activity) activityJSON {
		info := infos[activity.ID]
		encoded := activityJSON{
			ID: activity.ID, Kind: string(activity.Kind), Label: info.Label, ShortLabel: info.ShortLabel, Modality: activity.Modality,
			Children: slices.DeleteFunc(slices.Clone(list(activity.Children)), func(child string) bool { return !known[child] }),
			Group:    info.Group, CopyOf: info.CopyOf, Instead: e.instead(info.Instead, known), Duration: activity.Duration, Count: activity.Count, Optional: list(activity.Optional), Places: list(activity.Places),
			Seats: each(activity.Seats, func(seat *planner.Seat) seatJSON {
				return seatJSON{Professions: list(seat.Professions), OneOf: list(seat.OneOf)}
			}),
			Fixed: e.fixed[activity.ID],
		}
		if info.AboutChild != nil && known[*info.AboutChild] {
			encoded.AboutChild = info.AboutChild
		}
		if activity.Room != nil {
			encoded.Room = &roomRequestJSON{Features: list(activity.Room.Features), Seats: activity.Room.Seats}
		}
		return encoded
	})
}

// instead is what an activity stands in for, without children whom the caller may not know.
func (e *rotaEncoder) instead(of *models.Instead, known map[string]bool) *insteadJSON {
	if of == nil {
		return nil
	}
	return &insteadJSON{
		Activity: of.Activity, Occurrence: of.Occurrence, Duration: of.Duration,
		Children: slices.DeleteFunc(slices.Clone(list(of.ChildIDs)), func(child string) bool { return !known[child] }),
	}
}

func (e *rotaEncoder) occurrence(row *models.RotaOccurrence) occurrenceJSON {
	ref := refOf(row)
	encoded := occurrenceJSON{
		Activity: row.ActivityID, Occurrence: row.Occurrence, Start: row.Start, Staff: list(row.Staff), Attendees: list(row.Attendees),
		Place: row.PlaceID, Room: row.RoomID, Locked: row.Locked, Fixed: e.fixed[row.ActivityID],
		Travel: each(e.view.TravelBefore[ref], func(leg *planner.Leg) legJSON { return legJSON(*leg) }),
	}
	if change, changed := e.changes[ref]; changed {
		encoded.Change = &changeJSON{Kind: string(change.Kind), Old: encodeOld(change.Before)}
	}
	return encoded
}

func (e *rotaEncoder) unplanned() []planner.Ref {
	missing := []planner.Ref{}
	for i := range e.view.Problem.Activities {
		activity := &e.view.Problem.Activities[i]
		for number := range activity.Count {
			if ref := (planner.Ref{Activity: activity.ID, Occurrence: number}); !e.planned[ref] && e.view.Asks(ref) {
				missing = append(missing, ref)
			}
		}
	}
	return missing
}

func (e *rotaEncoder) removed() []removedJSON {
	removed := []removedJSON{}
	for i := range e.view.Previous {
		ref := refOf(&e.view.Previous[i])
		if change := e.changes[ref]; change.Kind == planner.Removed {
			removed = append(removed, removedJSON{Activity: ref.Activity, Occurrence: ref.Occurrence, Old: *encodeOld(change.Before)})
		}
	}
	return removed
}

// people tells of everybody of the week how much is planned and when they are there.
func (e *rotaEncoder) people() []personWeekJSON {
	minutes := e.plannedMinutes()
	contracts := make(map[string]int, len(e.view.House.Professionals))
	for i := range e.view.House.Professionals {
		person := &e.view.House.Professionals[i]
		contracts[person.ID] = person.ContractMinutes(e.view.House.Week)
	}
	return each(e.view.Problem.Professionals, func(person *planner.Professional) personWeekJSON {
		return personWeekJSON{
			Professional: person.ID, PlannedMinutes: minutes[person.ID], ContractMinutes: contracts[person.ID],
			Available: each(person.Available, func(span *planner.Span) []int { return []int{span.From, span.To} }),
			Absences: each(e.view.House.Away(person.ID), func(away *models.AwaySpan) absentSpanJSON {
				return absentSpanJSON{From: away.From, To: away.To, Kind: away.Kind}
			}),
		}
	})
}

func (e *rotaEncoder) plannedMinutes() map[string]int {
	duration, minutes := map[string]int{}, map[string]int{}
	for i := range e.view.Problem.Activities {
		duration[e.view.Problem.Activities[i].ID] = e.view.Problem.Activities[i].Duration
	}
	for i := range e.view.Occurrences {
		row := &e.view.Occurrences[i]
		for _, person := range slices.Concat(row.Staff, row.Attendees) {
			minutes[person] += duration[row.ActivityID]
		}
	}
	return minutes
}

// encodeOld is what an occurrence was, or nothing when it was not.
func encodeOld(old *planner.Occurrence) *oldJSON {
	if old == nil {
		return nil
	}
	return &oldJSON{Start: old.Start, Staff: list(old.Staff), Place: old.Place, Room: old.Room}
}

func refOf(row *models.RotaOccurrence) planner.Ref {
	return planner.Ref{Activity: row.ActivityID, Occurrence: row.Occurrence}
}

func occurrenceOf(row *models.RotaOccurrence) planner.Occurrence {
	return planner.Occurrence{
		Activity: row.ActivityID, Occurrence: row.Occurrence, Start: row.Start, Staff: row.Staff, Attendees: row.Attendees,
		Place: row.PlaceID, Room: row.RoomID,
	}
}

func encodeCancelled(cancelled *models.CancelledOccurrence) cancelledJSON {
	return cancelledJSON{
		Activity: cancelled.ActivityID, Occurrence: cancelled.Occurrence, Reason: cancelled.Reason, By: cancelled.By, At: cancelled.CancelledAt.UTC(),
	}
}

func encodeKept(kept *models.ShownKept) keptJSON {
	return keptJSON{
		Activity: kept.ActivityID, Occurrence: kept.Occurrence, Code: string(kept.Code), Professional: kept.ProfessionalID, Day: kept.Day,
		By: kept.By, At: kept.KeptAt.UTC(), Reason: kept.Reason, SignedBy: kept.Signer, SignedAt: inUTC(kept.SignedAt),
	}
}
