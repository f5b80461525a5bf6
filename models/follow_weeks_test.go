package models_test

import (
	"encoding/json"
	"slices"
	"testing"
	"time"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/storetest"
	"github.com/maillage-dime/maillage/planner"
)

// asked takes the jobs that make weeks from the queue and returns what they are asked.
func (w *rotaWorld) asked() (asked []models.MakeWeeksArguments) {
	w.t.Helper()
	for {
		job := kept(w.ClaimJob(w.t.Context(), "test", []string{models.JobKindMakeWeeks}, time.Hour))
		if job == nil {
			return asked
		}
		var arguments models.MakeWeeksArguments
		w.must(json.Unmarshal(job.Arguments, &arguments))
		w.must(w.FinishJob(w.t.Context(), job))
		asked = append(asked, arguments)
	}
}

// aheadOf makes the coming weeks from an ordinary week, as the first night does, and returns them.
func (w *rotaWorld) aheadOf(count int) []models.Week {
	w.t.Helper()
	ctx := w.t.Context()
	facility := kept(w.FacilityByID(ctx, w.manager))
	facility.WeeksAhead = count
	kept(w.UpdateFacility(ctx, models.Actor{FacilityID: w.facility, Role: models.RoleAdministrator}, facility))
	w.template(models.WeekTemplate{Name: "Semaine type", FromDate: "2026-11-02"}, usual()...)
	weeks := kept(w.WeeksToKeep(ctx, models.SystemActor(w.facility)))
	for _, week := range weeks {
		kept(w.KeepWeek(ctx, models.SystemActor(w.facility), week))
	}
	w.asked()
	return weeks
}

func TestWeeksFollowAbsencesAndClosings(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		ctx := t.Context()
		w.absent("anna", "2026-11-24", "2026-11-24")
		if got := w.asked(); len(got) > 0 {
			t.Errorf("without weeks made from a template an absence asks for %v", got)
		}
		weeks := w.aheadOf(4)
		wantAsked := func(what string, want ...models.MakeWeeksArguments) {
			t.Helper()
			if got := w.asked(); !slices.Equal(got, want) {
				t.Errorf("%s asks for %v, want %v", what, got, want)
			}
		}
		span := func(from, to string) models.MakeWeeksArguments {
			return models.MakeWeeksArguments{FacilityID: w.facility, From: from, To: to, KeptOnly: true}
		}
		absence := w.absent("anna", "2026-12-08", "2026-12-08")
		w.absent("bruno", "2026-12-10", "2026-12-11")
		wantAsked("two absences in one week", span("2026-W50", "2026-W50"))
		absence.ToDate = "2026-12-15"
		absence = kept(w.UpdateAbsence(ctx, w.manager, absence))
		wantAsked("a longer absence", span("2026-W50", "2026-W51"))
		absence.Repeats, absence.RepeatUntil, absence.ToDate = models.RepeatWeekly, new("2027-01-05"), "2026-12-08"
		absence = kept(w.UpdateAbsence(ctx, w.manager, absence))
		wantAsked("one that comes back", span("2026-W50", "2027-W01"))
		w.must(w.ArchiveAbsence(ctx, w.manager, absence.ID, absence.Version))
		wantAsked("one that is gone", span("2026-W50", "2027-W01"))
		request := kept(w.CreateAbsence(ctx, w.anna, models.Absence{
			ProfessionalID: new("anna"), FromDate: "2026-12-03", ToDate: "2026-12-04", ToMinute: 720, Reason: models.AbsenceLeave,
		}))
		wantAsked("a request")
		request = kept(w.DecideAbsence(ctx, w.manager, request.ID, request.Version, true))
		wantAsked("its acceptance", span("2026-W49", "2026-W49"))
		request = kept(w.Absences().Undo(ctx, w.manager, request.ID, request.Version))
		wantAsked("the acceptance taken back", span("2026-W49", "2026-W49"))
		kept(w.DecideAbsence(ctx, w.manager, request.ID, request.Version, false))
		wantAsked("a refusal")
		closed := kept(w.CreateClosedDay(ctx, w.manager, closing("2026-12-07")))
		closed.Date = "2026-11-30"
		kept(w.UpdateClosedDay(ctx, w.manager, closed))
		wantAsked("a closing moved", span("2026-W50", "2026-W50"), span("2026-W49", "2026-W50"))
		room := kept(w.ListRooms(ctx, w.manager))[0]
		room.Name += " bleue"
		room = kept(w.UpdateRoom(ctx, w.manager, room))
		wantAsked("a room's name")
		room.Closed = []models.DaySpan{{Day: 1, From: 480, To: 720}}
		kept(w.UpdateRoom(ctx, w.manager, room))
		wantAsked("its closed hours", models.MakeWeeksArguments{FacilityID: w.facility})

		arguments := span("2026-W40", "2026-W50")
		if got := kept(arguments.Narrow(weeks)); !slices.Equal(got, weeks[:3]) {
			t.Errorf("of the weeks kept %v are looked at", got)
		}
	})
}

// Whatever happens after a week was made: nobody's work is written over, what cannot stand is shown with its reason, and planning again
// leaves it out, for the tray to say why.
func TestWhatNoLongerStands(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		ctx := t.Context()
		weeks := w.aheadOf(3)
		newest := func(week models.Week) models.Rota { return kept(w.WeekView(ctx, w.manager, week)).Drafts[0] }
		published, touched, untouched := newest(weeks[0]), newest(weeks[1]), newest(weeks[2])
		w.publish(published.ID)
		w.apply(touched.ID, set("need-lina", 0, at(0, 11, 0), "anna"))
		for _, week := range weeks { // everybody who could meet Lina is away on Wednesday
			w.absent("anna", week.Day(2), week.Day(2))
			w.absent("bruno", week.Day(2), week.Day(2))
		}
		for _, arguments := range w.asked() {
			for _, week := range kept(arguments.Narrow(kept(w.WeeksToKeep(ctx, models.SystemActor(w.facility))))) {
				kept(w.KeepWeek(ctx, models.SystemActor(w.facility), week))
			}
		}
		if got := w.read(untouched.ID); len(got.Occurrences) != 6 || len(got.Breaches) > 0 {
			t.Errorf("the untouched week plans %v against %v", planned(got), got.Breaches)
		}
		for what, rota := range map[string]string{"published": published.ID, "touched": touched.ID} {
			view := w.read(rota)
			if len(view.Occurrences) != 7 || len(view.Breaches) != 1 || view.Breaches[0].Code != planner.CodeNotAvailable || view.Breaches[0].Professional != "anna" {
				t.Errorf("%s: %d occurrences against %v", what, len(view.Occurrences), view.Breaches)
			}
		}
		again := func(what, rota string) {
			t.Helper()
			reasons := kept(w.Reasons(ctx, w.manager, rota))
			if len(reasons) != 1 || reasons[0].Activity != "need-lina" || reasons[0].Was == nil || reasons[0].Was.Start != at(2, 10, 0) {
				t.Fatalf("%s: the tray holds %+v", what, reasons)
			}
			if against := reasons[0].Against; len(against) != 1 || against[0].Code != planner.CodeNotAvailable || against[0].Professional != "anna" {
				t.Errorf("%s: the tray says %+v", what, against)
			}
		}
		repaired := kept(w.CreateDraft(ctx, w.manager, weeks[0], &published.ID))
		again("a draft of what is published", repaired.ID)
		run := w.run(touched.ID, models.ScopeGaps)
		input := kept(w.LoadPlanRun(ctx, run.ID, 1))
		again("what is proposed", kept(w.SaveOutcome(ctx, run.ID, 1, &input.Start)).ID)
		made := kept(w.MakeWeek(ctx, w.manager, weeks[1]))
		again("the week made again", made.Rota.ID)
		if made.LeftOut != 1 || made.Making != models.WeekMade {
			t.Errorf("made again: %+v", made)
		}
		comparison := kept(w.CompareWithTemplate(ctx, w.manager, made.Rota.ID))
		if len(comparison.Changes) != 1 || len(comparison.Changes[0].Breaches) == 0 {
			t.Errorf("it differs from the template by %+v", comparison.Changes)
		}
	})
}

func TestADecisionIsTakenBackAndTakenAgain(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		ctx := t.Context()
		works := func() bool { return len(annaAvailable(w.problemOf(week48))) == 5 }
		absence := kept(w.CreateAbsence(ctx, w.anna, models.Absence{
			ProfessionalID: new("anna"), FromDate: "2026-11-24", ToDate: "2026-11-24", ToMinute: 1440, Reason: models.AbsenceLeave,
		}))
		absence = kept(w.DecideAbsence(ctx, w.manager, absence.ID, absence.Version, true))
		if works() || absence.Decider == "" {
			t.Fatalf("accepted, she works %v; decided by %q", works(), absence.Decider)
		}
		undo := func(actor models.Actor) models.Absence {
			return kept(w.Absences().Undo(ctx, actor, absence.ID, absence.Version))
		}
		if absence = undo(w.manager); absence.State != models.StateRequested || absence.DecidedBy != nil || absence.DecidedAt != nil || absence.Decider != "" || !works() {
			t.Errorf("the decision taken back leaves %+v", absence)
		}
		absence = undo(w.manager)
		if absence.State != models.StateAccepted || *absence.DecidedBy != w.manager.AccountID || !absence.DecidedAt.Equal(storetest.Start) || works() {
			t.Errorf("taken again it is %+v", absence)
		}
		read := kept(w.Absences().Read(ctx, w.manager, absence.ID)).Record
		if listed := kept(w.ListAbsences(ctx, w.manager)); read.Decider != absence.Decider || listed[0].Decider != absence.Decider {
			t.Errorf("decided by %q, read %q, listed %q", absence.Decider, read.Decider, listed[0].Decider)
		}
		_, err := w.Absences().Undo(ctx, w.anna, absence.ID, absence.Version)
		w.wantCode(err, models.CodeConflict)
		_, err = w.Absences().Undo(ctx, w.coordinator, absence.ID, absence.Version)
		w.wantCode(err, models.CodeNotFound)
	})
}

func TestAWeekSaysThatItIsBeingMade(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		ctx := t.Context()
		making := func(actor models.Actor, week models.Week) bool { return kept(w.WeekView(ctx, actor, week)).Making }
		facility := kept(w.FacilityByID(ctx, w.manager))
		facility.WeeksAhead = 2
		kept(w.UpdateFacility(ctx, models.Actor{FacilityID: w.facility, Role: models.RoleAdministrator}, facility))
		weeks := kept(w.WeeksToKeep(ctx, models.SystemActor(w.facility)))
		if making(w.manager, weeks[0]) {
			t.Error("without a template a week is being made")
		}
		w.template(models.WeekTemplate{Name: "Semaine type", FromDate: "2026-11-02"}, usual()...)
		if !making(w.manager, weeks[0]) || !making(w.manager, weeks[1]) || making(w.manager, weeks[1].Next()) || making(w.manager, weeks[0].Previous()) {
			t.Error("published, the template is not about the coming weeks")
		}
		if making(w.anna, weeks[0]) {
			t.Error("who reads what is published is told of drafts")
		}
		job := kept(w.ClaimJob(ctx, "test", []string{models.JobKindMakeWeeks}, time.Hour))
		kept(w.KeepWeek(ctx, models.SystemActor(w.facility), weeks[0]))
		if making(w.manager, weeks[0]) || !making(w.manager, weeks[1]) {
			t.Error("under way: the week that is there, or the one that is not yet")
		}
		w.must(w.FinishJob(ctx, job))
		if making(w.manager, weeks[1]) {
			t.Error("the work is done")
		}
		w.must(w.RequestWeeks(ctx, w.manager, weeks[1].Next(), weeks[1].Next()))
		if making(w.manager, weeks[1]) || !making(w.manager, weeks[1].Next()) {
			t.Error("asked for one week, another is being made")
		}
	})
}
