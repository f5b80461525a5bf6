package models_test

import (
	"slices"
	"testing"

	"github.com/maillage-dime/maillage/models"
)

// annaAwayOnTuesday publishes Lina at ten and Omar at eleven on Tuesday, both with Anna, and takes Anna away for the day.
func annaAwayOnTuesday(t *testing.T, w *rotaWorld) (published string, absence models.Absence) {
	t.Helper()
	draft := w.draft()
	w.apply(draft.ID, set(w.needLina, 0, at(1, 10, 0), "anna"), set(w.needOmar, 0, at(1, 11, 0), "anna"))
	w.publish(draft.ID)
	absence = kept(w.CreateAbsence(t.Context(), w.manager, models.Absence{
		ProfessionalID: new("anna"), FromDate: "2026-11-24", ToDate: "2026-11-24", ToMinute: 1440, Reason: models.AbsenceIllness,
	}))
	return draft.ID, absence
}

// asChosen are the operations that make what a repair proposes.
func asChosen(repair *models.AbsenceRepair) []models.Operation {
	var operations []models.Operation
	for i := range repair.Lines {
		if after := repair.Lines[i].After; after != nil {
			operations = append(operations, models.Operation{
				Kind: models.OperationSet, Activity: after.ActivityID, Occurrence: after.Occurrence, Start: &after.Start, Staff: after.Staff,
				Attendees: after.Attendees, Place: after.PlaceID, Room: after.RoomID,
			})
		}
	}
	return operations
}

func TestARepairProposesWhatGoesTogether(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		published, absence := annaAwayOnTuesday(t, w)
		repair := kept(w.ProposeRepair(t.Context(), w.manager, absence.ID, week48, nil))
		if repair.Published.ID != published || len(repair.Lines) != 2 {
			t.Fatalf("%d lines of %s", len(repair.Lines), repair.Published.ID)
		}
		kinds := map[models.RepairKind]bool{}
		for i := range repair.Lines {
			line := &repair.Lines[i]
			if line.After == nil || len(line.Staff) != 1 || line.Staff[0] != "anna" || line.After.Start != line.Proposals[0].Occurrence.Start {
				t.Fatalf("proposed %+v", line)
			}
			for _, proposal := range line.Proposals {
				kinds[proposal.Kind] = true
				onTuesday := proposal.Occurrence.Start/1440 == 1
				if onTuesday && slices.Contains(proposal.Occurrence.Staff, "anna") {
					t.Errorf("anna is proposed while she is away: %+v", proposal)
				}
			}
		}
		if !kinds[models.RepairCover] || !kinds[models.RepairMove] || !kinds[models.RepairOther] {
			t.Errorf("only proposed %v", kinds)
		}
		rota := kept(w.ApplyRepair(t.Context(), w.manager, week48, published, asChosen(repair)))
		view := kept(w.ReadRota(t.Context(), w.manager, rota.ID))
		if len(view.Occurrences) != 2 || len(view.Breaches) != 0 || !view.Undo {
			t.Errorf("the draft holds %+v, broken %+v, to undo %v", view.Occurrences, view.Breaches, view.Undo)
		}
	})
}

func TestARepairGoesAroundWhatIsChosen(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		published, absence := annaAwayOnTuesday(t, w)
		propose := func(choices ...models.Operation) (*models.AbsenceRepair, error) {
			return w.ProposeRepair(t.Context(), w.manager, absence.ID, week48, choices)
		}
		brunoAtEleven := func(line *models.RepairLine) bool {
			return slices.ContainsFunc(line.Proposals, func(p models.RepairProposal) bool {
				return p.Occurrence.Start == at(1, 11, 0) && slices.Contains(p.Occurrence.Staff, "bruno")
			})
		}
		if free := kept(propose()); !brunoAtEleven(&free.Lines[1]) {
			t.Fatal("bruno does not cover at eleven")
		}
		later := kept(propose(set(w.needLina, 0, at(1, 11, 0), "bruno")))
		if later.Lines[0].After.Start != at(1, 11, 0) || brunoAtEleven(&later.Lines[1]) {
			t.Errorf("bruno holds %+v and covers too", later.Lines[0].After)
		}
		cancelled := kept(propose(models.Operation{Kind: models.OperationUnplan, Activity: w.needLina}))
		if cancelled.Lines[0].After != nil || len(cancelled.Lines[0].Proposals) == 0 || cancelled.Lines[1].After == nil {
			t.Errorf("cancelled as %+v", cancelled.Lines[0])
		}
		_, err := propose(set(w.needLina, 0, at(1, 10, 0), "anna"))
		w.wantCode(err, models.CodeRefused)
		_, err = w.ApplyRepair(t.Context(), w.manager, week48, published, []models.Operation{set(w.needLina, 0, at(1, 10, 0), "anna")})
		w.wantCode(err, models.CodeRefused)
		if week := kept(w.WeekView(t.Context(), w.manager, week48)); len(week.Drafts) != 0 {
			t.Errorf("a refused repair left %d drafts", len(week.Drafts))
		}
	})
}

func TestARepairIsOfWhatIsPublishedNow(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		published, absence := annaAwayOnTuesday(t, w)
		w.publish(w.draft().ID)
		_, err := w.ApplyRepair(t.Context(), w.manager, week48, published, nil)
		w.wantCode(err, models.CodeConflict)
		_, err = w.ProposeRepair(t.Context(), w.manager, absence.ID, models.Week{Year: 2027, Number: 2}, nil)
		w.wantCode(err, models.CodeConflict)
		request := kept(w.CreateAbsence(t.Context(), w.anna, models.Absence{
			ProfessionalID: new("anna"), FromDate: "2026-11-25", ToDate: "2026-11-25", ToMinute: 1440, Reason: models.AbsenceLeave,
		}))
		_, err = w.ProposeRepair(t.Context(), w.manager, request.ID, week48, nil)
		w.wantCode(err, models.CodeConflict)
	})
}
