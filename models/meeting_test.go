package models_test

import (
	"slices"
	"testing"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/planner"
)

// tuesday asks for a slot on Tuesday of week 48.
func tuesday(required ...string) models.SlotRequest {
	return models.SlotRequest{Required: required, Duration: 60, From: "2026-11-24", To: "2026-11-24"}
}

func starts(answer models.SlotAnswer) []int {
	minutes := make([]int, len(answer.Slots))
	for i, slot := range answer.Slots {
		minutes[i] = slot.Start
	}
	return minutes
}

func TestSlotsCountPlansTravelAndBreaks(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		w.apply(draft.ID, set(w.needLina, 0, at(1, 10, 0), "anna"))
		find := func(change func(*models.SlotRequest)) []int {
			t.Helper()
			request := tuesday("anna")
			change(&request)
			answer, err := w.FindSlots(t.Context(), w.coordinator, request)
			w.must(err)
			return starts(answer)
		}
		free := find(func(*models.SlotRequest) {})
		if slices.Contains(free, 10*60) || slices.Contains(free, 9*60+15) || !slices.Contains(free, 9*60) || !slices.Contains(free, 11*60) {
			t.Fatalf("beside a draft's session at ten: %v", free)
		}
		w.publish(draft.ID)
		if published := find(func(*models.SlotRequest) {}); !slices.Equal(published, free) {
			t.Fatalf("published %v, as a draft %v", published, free)
		}
		away := find(func(r *models.SlotRequest) { r.Place = new("school") })
		if slices.Contains(away, 11*60+15) || slices.Contains(away, 8*60+15) || !slices.Contains(away, 11*60+30) || !slices.Contains(away, 8*60+30) {
			t.Fatalf("at the school: %v", away)
		}
		if slices.Contains(free, 12*60+30) || !slices.Contains(free, 12*60+15) || !slices.Contains(free, 13*60) {
			t.Fatalf("the break of midday: %v", free)
		}
		withContact := find(func(r *models.SlotRequest) { r.Contacts = []string{"contact"} })
		if len(withContact) == 0 || slices.Min(withContact) < 13*60 || slices.Max(withContact) > 16*60 {
			t.Fatalf("in the contact's hours: %v", withContact)
		}
		w.absent("anna", "2026-11-24", "2026-11-24")
		if ill := find(func(*models.SlotRequest) {}); len(ill) > 0 {
			t.Fatalf("ill: %v", ill)
		}
	})
}

func TestSlotAnswer(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		w.absent("bruno", "2026-11-24", "2026-11-24")
		request := models.SlotRequest{
			Required: []string{"anna", "carla"}, Useful: []string{"bruno"}, Duration: 60, Place: new("site"), RoomFeatures: []string{"mat"},
			From: "2026-11-20", To: "2026-11-29",
		}
		answer, err := w.FindSlots(t.Context(), w.coordinator, request)
		w.must(err)
		if answer.Needed != 2 || len(answer.Days) != 6 || len(answer.Days[0].Free) != 42 || len(answer.Proposals) != 5 {
			t.Fatalf("needed %d, %d days, %d proposals", answer.Needed, len(answer.Days), len(answer.Proposals))
		}
		for _, slot := range answer.Slots {
			if slot.Date <= "2026-11-22" {
				t.Fatalf("a slot in the past: %+v", slot)
			}
			if slot.Room == nil || *slot.Room != "room" || slices.Contains(slot.Busy, "bruno") != (slot.Date == "2026-11-24") {
				t.Fatalf("slot %+v", slot)
			}
		}
		strip := map[string][]int{}
		for _, day := range answer.Days {
			strip[day.Date] = day.Free
		}
		for _, slot := range answer.Slots {
			for minute := slot.Start; minute < slot.End; minute += 15 {
				if free := strip[slot.Date][(minute-480)/15]; free != answer.Needed {
					t.Fatalf("everybody can come %s at %d, the strip says %d", slot.Date, slot.Start, free)
				}
			}
		}
		days, times := map[string]bool{}, map[int]bool{}
		for i, at := range answer.Proposals {
			times[answer.Slots[at].Start/120] = true
			days[answer.Slots[at].Date] = true
			if i < 4 && len(answer.Slots[at].Busy) > 0 {
				t.Fatalf("proposal %d is on the day bruno is ill", i)
			}
		}
		if len(days) != 5 || len(times) < 3 {
			t.Fatalf("proposals on %d days, at %d times of the day", len(days), len(times))
		}
		if free := answer.Days[2].Free; answer.Days[2].Date != "2026-11-24" || slices.Max(free) != 2 || free[len(free)-1] != 0 {
			t.Fatalf("free on Tuesday: %v", free)
		}
	})
}

func TestSlotRequestsThatCannotBe(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		for name, change := range map[string]func(*models.SlotRequest){
			"nobody":         func(r *models.SlotRequest) { r.Required = nil },
			"unknown person": func(r *models.SlotRequest) { r.Required = []string{"zoe"} },
			"unknown place":  func(r *models.SlotRequest) { r.Place = new("moon") },
			"contact":        func(r *models.SlotRequest) { r.Contacts = []string{"nobody"} },
			"twice":          func(r *models.SlotRequest) { r.Useful = []string{"anna"} },
			"duration":       func(r *models.SlotRequest) { r.Duration = 50 },
			"seven weeks":    func(r *models.SlotRequest) { r.To = "2027-01-05" },
			"backwards":      func(r *models.SlotRequest) { r.To = "2026-11-23" },
			"no date":        func(r *models.SlotRequest) { r.From = "2026-02-30" },
			"far away":       func(r *models.SlotRequest) { r.From, r.To = "9999-12-31", "9999-12-31" },
		} {
			request := tuesday("anna")
			change(&request)
			if _, err := w.FindSlots(t.Context(), w.coordinator, request); models.CodeOf(err) != models.CodeInvalid {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}

func essAt(date string, start int, required ...string) models.NewPartnerMeeting {
	return models.NewPartnerMeeting{Title: "ESS", Child: new("noe"), Required: required, Duration: 60, Date: date, Start: start}
}

func TestPartnerMeetingStandsEverywhere(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		ctx := t.Context()
		before := w.draft()
		anna := w.subscribe("professional", "anna", models.FeedFull)
		fresh := essAt("2026-11-24", 14*60, "anna")
		fresh.Useful, fresh.Place, fresh.Room = []string{"bruno"}, new("site"), new("room")
		meeting, err := w.CreatePartnerMeeting(ctx, w.coordinator, fresh)
		w.must(err)
		if !slices.Equal(meeting.AttendeeIDs, []string{"bruno"}) {
			t.Fatalf("attendees %v", meeting.AttendeeIDs)
		}
		view := w.read(before.ID)
		if len(view.Occurrences) != 1 || !view.Occurrences[0].Locked || view.Occurrences[0].Start != at(1, 14, 0) || len(view.Breaches) > 0 {
			t.Fatalf("in the draft: %+v, breaches %v", view.Occurrences, view.Breaches)
		}
		for _, op := range []models.Operation{set(meeting.ID, 0, at(1, 15, 0)), {Kind: models.OperationUnlock, Activity: meeting.ID}} {
			_, err = w.ApplyOperations(ctx, w.manager, before.ID, 0, []models.Operation{op})
			w.wantBreach(err, planner.CodePinned)
		}
		_, err = w.ApplyOperations(ctx, w.manager, before.ID, 0, []models.Operation{set(w.needLina, 0, at(1, 14, 30), "anna")})
		w.wantBreach(err, planner.CodeProfessionalBusy)
		if _, there := w.feedOf(anna)["ESS"]; !there {
			t.Fatal("not in the calendar at once")
		}
		mine, err := w.MyWeek(ctx, w.anna, week48)
		w.must(err)
		if len(mine.Items) != 1 || !mine.Items[0].Fixed {
			t.Fatalf("my week %+v", mine.Items)
		}
		w.publish(before.ID)
		if entry := w.feedOf(anna)["ESS"]; entry.Sequence != 0 || entry.Cancelled {
			t.Fatalf("publication touched the meeting: %+v", entry)
		}
		_, err = w.CreatePartnerMeeting(ctx, w.coordinator, essAt("2026-11-24", 14*60+30, "anna"))
		w.wantBreach(err, planner.CodeProfessionalBusy)

		w.must(w.CancelPartnerMeeting(ctx, w.coordinator, meeting.ID))
		w.must(w.CancelPartnerMeeting(ctx, w.coordinator, meeting.ID))
		if entry := w.feedOf(anna)["ESS"]; !entry.Cancelled || entry.Sequence != 1 {
			t.Fatalf("after cancelling: %+v", entry)
		}
		if after := w.read(w.draft().ID); len(after.Occurrences) > 0 {
			t.Fatalf("after cancelling: %v", planned(after))
		}
		mine, err = w.MyWeek(ctx, w.anna, week48)
		w.must(err)
		if len(mine.Removed) != 1 || mine.Removed[0].Label != "ESS" {
			t.Fatalf("my week after cancelling: %+v", mine.Removed)
		}
	})
}

func TestSomebodyIllDoesNotUndoAPartnerMeeting(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		_, err := w.CreatePartnerMeeting(t.Context(), w.coordinator, essAt("2026-11-24", 14*60, "anna", "carla"))
		w.must(err)
		w.absent("anna", "2026-11-24", "2026-11-24")
		view := w.read(w.draft().ID)
		if len(view.Breaches) > 0 || len(view.Occurrences) != 1 || !slices.Equal(view.Occurrences[0].Staff, []string{"carla"}) {
			t.Fatalf("%v, breaches %v", planned(view), view.Breaches)
		}
	})
}

func TestMeetingsThatCannotBe(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		for name, change := range map[string]func(*models.NewPartnerMeeting){
			"blank title":    func(m *models.NewPartnerMeeting) { m.Title = "  " },
			"broken title":   func(m *models.NewPartnerMeeting) { m.Title = "\xff" },
			"unknown child":  func(m *models.NewPartnerMeeting) { m.Child = new("zoe") },
			"unknown room":   func(m *models.NewPartnerMeeting) { m.Place, m.Room = new("school"), new("room") },
			"room, no place": func(m *models.NewPartnerMeeting) { m.Room = new("room") },
			"off the grid":   func(m *models.NewPartnerMeeting) { m.Start = 14*60 + 5 },
			"past midnight":  func(m *models.NewPartnerMeeting) { m.Start = 23*60 + 45 },
		} {
			fresh := essAt("2026-11-24", 14*60, "anna")
			change(&fresh)
			if _, err := w.CreatePartnerMeeting(t.Context(), w.coordinator, fresh); models.CodeOf(err) != models.CodeInvalid {
				t.Errorf("%s: %v", name, err)
			}
		}
		_, err := w.CreatePartnerMeeting(t.Context(), w.coordinator, essAt("2026-12-25", 14*60, "anna"))
		w.wantBreach(err, planner.CodeOutsideHorizon)
		_, err = w.CreatePartnerMeeting(t.Context(), w.anna, essAt("2026-11-24", 14*60, "anna"))
		w.wantCode(err, models.CodeForbidden)
		w.wantCode(w.CancelPartnerMeeting(t.Context(), w.manager, "nothing"), models.CodeNotFound)
	})
}

func TestListPartnerMeetings(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		for _, fresh := range []models.NewPartnerMeeting{essAt("2026-11-26", 14*60, "carla"), essAt("2026-11-24", 14*60, "anna"), essAt("2026-12-03", 9*60, "anna")} {
			_, err := w.CreatePartnerMeeting(t.Context(), w.manager, fresh)
			w.must(err)
		}
		for _, want := range []struct {
			actor models.Actor
			count int
		}{{w.manager, 2}, {w.anna, 1}} {
			meetings, err := w.ListPartnerMeetings(t.Context(), want.actor, "2026-11-23", "2026-11-29")
			w.must(err)
			if len(meetings) != want.count || meetings[0].Date != "2026-11-24" {
				t.Errorf("%s lists %+v", want.actor.Role, meetings)
			}
		}
		_, err := w.ListPartnerMeetings(t.Context(), w.manager, "yesterday", "2026-11-29")
		w.wantCode(err, models.CodeInvalid)
	})
}
