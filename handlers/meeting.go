package handlers

import (
	"context"
	"time"

	"github.com/maillage-dime/maillage/models"
)

func (a *API) findSlots(ctx context.Context, who caller, input *bodyOf[findSlotsJSON]) (*answer[slotsJSON], error) {
	required, useful := decodeInvited(input.Body.Professionals)
	found, err := a.Store.FindSlots(ctx, who.actor, models.SlotRequest{
		Required: required, Useful: useful, Contacts: texts(input.Body.Contacts), Duration: input.Body.Duration,
		Place: optionalText(input.Body.Place), RoomFeatures: texts(input.Body.RoomFeatures), From: input.Body.From, To: input.Body.To,
	})
	if err != nil {
		return nil, err
	}
	return answerWith(slotsJSON{
		Needed: found.Needed, Days: each(found.Days, encodeSlotDay), Slots: each(found.Slots, encodeSlot), Proposals: list(found.Proposals),
	}), nil
}

func (a *API) createMeeting(ctx context.Context, who caller, input *bodyOf[createMeetingJSON]) (*answer[meetingJSON], error) {
	required, useful := decodeInvited(input.Body.Professionals)
	meeting, err := a.Store.CreatePartnerMeeting(ctx, who.actor, models.NewPartnerMeeting{
		Title: string(input.Body.Title), Child: optionalText(input.Body.Child), Required: required, Useful: useful,
		Contacts: texts(input.Body.Contacts), Duration: input.Body.Duration, Place: optionalText(input.Body.Place), Room: optionalText(input.Body.Room),
		Date: input.Body.Date, Start: input.Body.Start,
	})
	if err != nil {
		return nil, err
	}
	return answerWith(encodeMeeting(&meeting)), nil
}

func (a *API) listMeetings(ctx context.Context, who caller, input *listMeetingsInput) (*answer[meetingsJSON], error) {
	meetings, err := a.Store.ListPartnerMeetings(ctx, who.actor, input.From, input.To)
	if err != nil {
		return nil, err
	}
	return answerWith(meetingsJSON{Meetings: each(meetings, encodeMeeting)}), nil
}

func (a *API) cancelMeeting(ctx context.Context, who caller, input *meetingPath) (*nothing, error) {
	return nil, a.Store.CancelPartnerMeeting(ctx, who.actor, string(input.ID))
}

// The words for how much somebody is needed at a meeting.
const (
	needRequired = "required"
	needUseful   = "useful"
)

func decodeInvited(invited []invitedJSON) (required, useful []string) {
	for _, person := range invited {
		if person.Need == needRequired {
			required = append(required, string(person.ID))
		} else {
			useful = append(useful, string(person.ID))
		}
	}
	return required, useful
}

func encodeInvited(required, useful []string) []invitedJSON {
	invited := make([]invitedJSON, 0, len(required)+len(useful))
	for _, id := range required {
		invited = append(invited, invitedJSON{ID: identifier(id), Need: needRequired})
	}
	for _, id := range useful {
		invited = append(invited, invitedJSON{ID: identifier(id), Need: needUseful})
	}
	return invited
}

func encodeSlotDay(day *models.SlotDay) slotDayJSON {
	return slotDayJSON{Date: day.Date, Week: day.Week.String(), Closed: notEmpty(day.Closed), From: day.From, To: day.To, Free: list(day.Free)}
}

func encodeSlot(slot *models.Slot) slotJSON {
	return slotJSON{Date: slot.Date, Start: slot.Start, End: slot.End, Room: slot.Room, Free: list(slot.Free), Busy: list(slot.Busy)}
}

func encodeMeeting(meeting *models.PartnerMeeting) meetingJSON {
	return meetingJSON{
		ID: meeting.ID, Title: meeting.Title, Child: meeting.ChildID, Professionals: encodeInvited(meeting.RequiredIDs, meeting.UsefulIDs),
		Contacts: list(meeting.ContactIDs), Duration: meeting.Duration, Place: meeting.PlaceID, Room: meeting.RoomID,
		Date: meeting.Date, Week: weekOf(meeting.Date), Start: meeting.Start, CreatedAt: meeting.CreatedAt.UTC(),
	}
}

// weekOf returns the week of a civil date as the store keeps it.
func weekOf(date string) string {
	day, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return ""
	}
	return models.WeekOf(day).String()
}
