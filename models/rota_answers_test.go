package models_test

import (
	"slices"
	"testing"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/storetest"
	"github.com/maillage-dime/maillage/planner"
)

// asking turns a way into the operation that applies it.
func asking(o models.RotaOccurrence) models.Operation {
	return models.Operation{
		Kind: models.OperationSet, Activity: o.ActivityID, Occurrence: o.Occurrence, Start: &o.Start, Staff: o.Staff, Attendees: o.Attendees, Place: o.PlaceID, Room: o.RoomID,
	}
}

func TestEveryRecommendedWayCanBeApplied(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		rota := w.draft()
		w.apply(rota.ID, set(w.needLina, 0, at(0, 9, 0), "anna"), set(w.needOmar, 0, at(0, 10, 0), "anna"), set("team-meeting", 0, at(1, 9, 0), "anna"))
		for _, keep := range []planner.Keep{planner.KeepHour, planner.KeepStaff, planner.KeepNothing} {
			answer, err := w.Recommend(t.Context(), w.manager, rota.ID, planner.Ref{Activity: w.needLina}, keep)
			w.must(err)
			if len(answer.Ways) == 0 || answer.Found < len(answer.Ways) || answer.Revision != w.read(rota.ID).Rota.Revision {
				t.Fatalf("keeping %q: %+v", keep, answer)
			}
			way := answer.Ways[0]
			if hour, staff := way.Occurrence.Start == at(0, 9, 0), slices.Equal(way.Occurrence.Staff, []string{"anna"}); hour != (keep == planner.KeepHour) || staff != (keep == planner.KeepStaff) {
				t.Errorf("keeping %q: %+v", keep, way)
			}
			view := w.apply(rota.ID, asking(way.Occurrence))
			if !slices.ContainsFunc(view.Occurrences, func(o models.RotaOccurrence) bool {
				return o.ActivityID == w.needLina && o.Start == way.Occurrence.Start && slices.Equal(o.Staff, way.Occurrence.Staff)
			}) {
				t.Errorf("keeping %q, applied: %v", keep, planned(view))
			}
			_, err = w.Undo(t.Context(), w.manager, rota.ID, view.Rota.Revision, false)
			w.must(err)
		}
	})
}

func TestWhatIsLockedGivesWayOnlyWhenItIsReleased(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *models.Store) {
		w := worldOf(t, s, func(house *models.HouseRecords) {
			lina := &house.Needs[0]
			lina.Windows, lina.Seats = []models.WishedSpan{{DaySpan: models.DaySpan{Day: 0, From: 540, To: 600}}}, []models.SeatRequest{{OneOf: []string{"anna"}}}
		})
		rota := w.draft()
		w.apply(rota.ID, set(w.needOmar, 0, at(0, 9, 0), "anna"))
		ask := func() []models.RotaProposal {
			answer, err := w.Unblock(t.Context(), w.manager, rota.ID, planner.Ref{Activity: w.needLina})
			w.must(err)
			return answer.Proposals
		}
		free := ask()[0]
		if free.Change != nil || len(free.Steps) != 2 || free.Steps[0].After.Activity != w.needOmar || free.Steps[0].Before == nil {
			t.Fatalf("with nothing locked: %+v", free)
		}
		w.apply(rota.ID, models.Operation{Kind: models.OperationLock, Activity: w.needOmar})
		for _, locked := range ask() {
			moves := slices.ContainsFunc(locked.Steps, func(s planner.Step) bool { return s.After.Activity == w.needOmar })
			if released := locked.Change != nil && locked.Change.Kind == planner.RelaxPin; moves != released {
				t.Errorf("with Omar locked: %+v", locked)
			}
		}
		operations := []models.Operation{{Kind: models.OperationUnlock, Activity: w.needOmar}}
		for _, step := range free.Steps {
			o := step.After
			operations = append(operations, models.Operation{
				Kind: models.OperationSet, Activity: o.Activity, Occurrence: o.Occurrence, Start: &o.Start, Staff: o.Staff, Attendees: o.Attendees, Place: o.Place, Room: o.Room,
			})
		}
		before := w.read(rota.ID)
		after := w.apply(rota.ID, operations...)
		undone, err := w.Undo(t.Context(), w.manager, rota.ID, after.Rota.Revision, false)
		w.must(err)
		if len(after.Occurrences) != 2 || !slices.Equal(planned(undone), planned(before)) {
			t.Errorf("the whole chain is one step: %v, undone %v", planned(after), planned(undone))
		}
	})
}

func TestAnExplanationCountsWhatElseThereIs(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		rota := w.draft()
		w.apply(rota.ID, set(w.needSpeech, 0, at(1, 10, 0), "carla"))
		answer, err := w.Explain(t.Context(), w.manager, rota.ID, planner.Ref{Activity: w.needSpeech})
		w.must(err)
		if !answer.Planned || answer.Others == 0 || len(answer.Ways) != 2 || !slices.ContainsFunc(answer.Effects, func(e models.Effect) bool {
			return e.Term == "travel" && e.Amount > 0 && e.Cost == e.Amount
		}) {
			t.Errorf("why here: %+v", answer)
		}
		left, err := w.Explain(t.Context(), w.manager, rota.ID, planner.Ref{Activity: w.needLina})
		w.must(err)
		if left.Planned || len(left.Reasons) == 0 || len(left.Reasons[0].Slots) == 0 {
			t.Errorf("why not: %+v", left.Reasons)
		}
	})
}

func TestWeeksWithoutANeedAreCounted(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		week47, err := w.CreateDraft(t.Context(), w.manager, week48.Previous(), nil)
		w.must(err)
		w.apply(week47.ID, set(w.needOmar, 0, at(0, 9, 0), "anna"))
		w.publish(week47.ID)
		for child, missed := range map[string]int{"lina": 1, "omar": 0} {
			state, err := w.ChildState(t.Context(), w.manager, child, week48, "")
			w.must(err)
			own := slices.IndexFunc(state.Needs, func(n models.NeedState) bool { return n.Need.ChildID != nil })
			if len(state.Windows) != 5 || state.Windows[1].From != at(1, 9, 0) || state.Windows[1].To != at(1, 17, 0) {
				t.Errorf("%s can be met %+v", child, state.Windows)
			}
			if last := state.Weeks[len(state.Weeks)-2]; state.Needs[own].MissedWeeks != missed || last.PlannedMinutes == nil {
				t.Errorf("%s: missed %d, weeks %+v", child, state.Needs[own].MissedWeeks, state.Weeks)
			}
		}
	})
}

func TestWhatPeopleExpectIsToldWithWhatStandsAgainstIt(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		first := w.draft()
		w.apply(first.ID, set(w.needLina, 0, at(0, 9, 0), "anna"))
		w.publish(first.ID)
		second := w.draft()
		w.apply(second.ID, models.Operation{Kind: models.OperationUnplan, Activity: w.needLina}, set(w.needOmar, 0, at(0, 9, 0), "anna"))
		answer, err := w.Explain(t.Context(), w.manager, second.ID, planner.Ref{Activity: w.needLina})
		w.must(err)
		if answer.Was == nil || answer.Was.Start != at(0, 9, 0) || len(answer.Against) == 0 || answer.Against[0].Code != planner.CodeProfessionalBusy {
			t.Errorf("expected %+v, against %+v", answer.Was, answer.Against)
		}
	})
}
