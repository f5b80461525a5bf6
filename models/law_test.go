package models_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/storetest"
	"github.com/maillage-dime/maillage/planner"
	"github.com/maillage-dime/maillage/planner/law"
)

// lawWorld is a rotaWorld whose house the law has something to say of: Anna works half-time with three hours of interruption on Monday, the
// plan decides over Bruno's hours, and Carla is on call on Sunday evening and again on Monday morning.
func lawWorld(t *testing.T, s *models.Store) *rotaWorld {
	t.Helper()
	return worldOf(t, s, func(house *models.HouseRecords) {
		anna, bruno, carla := &house.Professionals[0], &house.Professionals[1], &house.Professionals[2]
		anna.Contracts[0].Minutes = 1050
		anna.WorkingPattern = []models.DaySpan{{Day: 0, From: 9 * 60, To: 12 * 60}, {Day: 0, From: 15 * 60, To: 18 * 60}, {Day: 1, From: 9 * 60, To: 17 * 60}}
		bruno.Limits = &models.WorkLimits{DaySpan: 1440, DayWork: 1440, Rest: 0, WeekWork: 6000, WeekDays: 7}
		carla.WorkingPattern = []models.DaySpan{{Day: 0, From: 7 * 60, To: 12 * 60}, {Day: 6, From: 14 * 60, To: 22 * 60}}
		carla.Lunch, carla.FromBase = nil, false
		call := demand("astreinte", 120, 2, models.SeatRequest{OneOf: []string{"carla"}})
		call.MinGapDays = 0
		house.Needs = append(house.Needs, models.Need{Record: models.Record{ID: "need-call"}, Demand: call, Kind: "support"})
	})
}

func eachLawWorld(t *testing.T, test func(t *testing.T, w *rotaWorld)) {
	t.Helper()
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *models.Store) { test(t, lawWorld(t, s)) })
}

// pressing returns the findings that publication has to do with, as short texts.
func pressing(findings []law.Finding) []string {
	texts := []string{}
	for _, finding := range findings {
		if finding.Severity != law.House {
			texts = append(texts, string(finding.Severity)+" "+string(finding.Rule)+" "+finding.Person+" "+finding.From)
		}
	}
	return texts
}

func TestWhatTheLawForbidsIsNotPublished(t *testing.T) {
	eachLawWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		view := w.apply(draft.ID, set(w.needLina, 0, at(0, 10, 0), "anna"), set(w.needOmar, 0, at(0, 15, 0), "anna"))
		want := []string{"legal part_time_interruption anna 2026-11-23", "agreement contract_grouping anna 2026-11-23"}
		if difference := cmp.Diff(want, pressing(view.Findings)); difference != "" {
			t.Fatal(difference)
		}
		if found := view.Findings[0]; found.Value != 180 || found.Limit != 120 || found.Article != "Code du travail, art. L.3123-30" {
			t.Fatalf("found %+v", found)
		}
		preview, err := w.PreviewPublication(t.Context(), w.manager, draft.ID)
		w.must(err)
		if difference := cmp.Diff(view.Findings, preview.Findings); difference != "" {
			t.Fatal(difference)
		}
		_, err = w.Publish(t.Context(), w.manager, draft.ID, view.Rota.Revision,
			models.SignedReason{Rule: "part_time_interruption", ProfessionalID: "anna", From: "2026-11-23", Reason: "Accord d’Anna"})
		w.wantCode(err, models.CodeRefused)
		if refusal, _ := errors.AsType[*models.Error](err); refusal.Key != models.KeyLegalFindings || refusal.Args["count"] != 1 {
			t.Fatalf("refused with %+v", refusal)
		}
		w.apply(draft.ID, models.Operation{Kind: models.OperationUnplan, Activity: w.needOmar})
		w.publish(draft.ID)
	})
}

func TestWhatAsksForConsentIsSigned(t *testing.T) {
	eachLawWorld(t, func(t *testing.T, w *rotaWorld) {
		first := w.draft()
		w.apply(first.ID, set(w.needOmar, 0, at(0, 9, 0), "bruno"), set(w.needLina, 0, at(1, 10, 0), "anna"))
		w.publish(first.ID) // nothing was announced before: no notice to keep
		second := w.draft()
		view := w.apply(second.ID, set(w.needOmar, 0, at(0, 10, 0)), set(w.needLina, 0, at(1, 11, 0)))
		if difference := cmp.Diff([]string{"agreement notice bruno 2026-11-23"}, pressing(view.Findings)); difference != "" {
			t.Fatal("who has fixed hours may do other things in them: ", difference)
		}
		publish := func(reasons ...models.SignedReason) error {
			_, err := w.Publish(t.Context(), w.manager, second.ID, view.Rota.Revision, reasons...)
			return err
		}
		reason := models.SignedReason{Rule: "notice", ProfessionalID: "bruno", From: "2026-11-23", Reason: "Accord de l’intéressé, le 20 novembre"}
		blank, other := reason, reason
		blank.Reason, other.ProfessionalID = " ", "anna"
		for want, err := range map[string]error{
			"reasons reason_required": publish(), "reasons[0].reason required": publish(blank), "reasons[1] unknown_value": publish(reason, other),
		} {
			w.wantCode(err, models.CodeInvalid)
			refusal, _ := errors.AsType[*models.Error](err)
			if got := refusal.Fields[0].Path + " " + refusal.Fields[0].Key; got != want {
				t.Fatalf("%s, want %s", got, want)
			}
		}
		w.must(publish(reason))
		signed := w.read(second.ID).Signed
		if len(signed) != 1 || signed[0].Reason != reason.Reason || signed[0].AccountID != "manager" || !signed[0].SignedAt.Equal(storetest.Start) ||
			signed[0].Value != 1 || signed[0].Limit != 7 || signed[0].Article != "Code du travail, art. L.3121-47" {
			t.Fatalf("signed %+v", signed)
		}
		trail, err := w.AuditTrail(t.Context(), models.SystemActor("facility"), models.ResourceRota, second.ID)
		w.must(err)
		if len(trail) != 1 || trail[0].Detail != "version 2, 2 changes, 1 signed reasons" {
			t.Fatalf("audit %+v", trail)
		}
		third := w.draft()
		if again := kept(w.PreviewPublication(t.Context(), w.manager, third.ID)).Before; len(again) != 1 || again[0].Reason != reason.Reason {
			t.Fatalf("to take up again: %+v", again)
		}
		seen, err := w.ReadRota(t.Context(), w.anna, second.ID)
		w.must(err)
		if len(seen.Findings) > 0 || len(seen.Signed) > 0 {
			t.Fatal("a professional reads of colleagues' hours")
		}
	})
}

// Who is away is not told of it, and asks for no notice.
func TestAnAbsenceNeedsNoNotice(t *testing.T) {
	eachLawWorld(t, func(t *testing.T, w *rotaWorld) {
		first := w.draft()
		w.apply(first.ID, set(w.needOmar, 0, at(0, 9, 0), "bruno"))
		w.publish(first.ID)
		w.absent("bruno", "2026-11-23", "2026-11-23")
		if found := pressing(w.read(w.draft().ID).Findings); len(found) > 0 {
			t.Fatalf("found %v", found)
		}
	})
}

func TestTheLawLooksOverTheEndsOfTheWeek(t *testing.T) {
	eachLawWorld(t, func(t *testing.T, w *rotaWorld) {
		before, err := w.CreateDraft(t.Context(), w.manager, week48.Previous(), nil)
		w.must(err)
		w.apply(before.ID, set("need-call", 0, at(6, 19, 30), "carla"))
		w.publish(before.ID)
		draft := w.draft()
		view := w.apply(draft.ID, set("need-call", 0, at(0, 8, 0), "carla"))
		if difference := cmp.Diff([]string{"legal daily_rest carla 2026-11-22"}, pressing(view.Findings)); difference != "" {
			t.Fatal(difference)
		}
		if found := view.Findings[0]; found.Value != 630 || found.Limit != 660 || found.By != 30 {
			t.Fatalf("found %+v", found)
		}
		view = w.apply(draft.ID, set("need-call", 0, at(0, 8, 30)))
		if found := pressing(view.Findings); len(found) > 0 {
			t.Fatalf("eleven hours of rest: found %v", found)
		}
	})
}

// What is planned is lawful to begin with: limits come from the law where the hours of a person leave room for more.
func TestLimitsComeFromTheLaw(t *testing.T) {
	eachLawWorld(t, func(t *testing.T, w *rotaWorld) {
		house, err := w.ReadHouse(t.Context(), w.manager, week48)
		w.must(err)
		long := &house.Professionals[slices.IndexFunc(house.Professionals, func(p models.Professional) bool { return p.ID == "carla" })]
		long.WorkingPattern = []models.DaySpan{{Day: 0, From: 10 * 60, To: 21*60 + 30}}
		problem, err := models.Compile(house, nil)
		w.must(err)
		of := func(id string) planner.Professional {
			return problem.Professionals[slices.IndexFunc(problem.Professionals, func(p planner.Professional) bool { return p.ID == id })]
		}
		if limits := of("anna").Limits; limits != nil {
			t.Errorf("Anna's hours decide by themselves, found %+v", limits)
		}
		if difference := cmp.Diff(&planner.Limits{DaySpan: 780, DayWork: 600, Rest: 660, WeekWork: 2880, WeekDays: 6}, of("bruno").Limits); difference != "" {
			t.Error(difference)
		}
		if difference := cmp.Diff(&planner.Lunch{From: 15*60 + 10, To: 16*60 + 20, Minutes: 20}, of("carla").Lunch); difference != "" {
			t.Error("a long day without meal has a break: ", difference)
		}
		if difference := cmp.Diff(&planner.Limits{DaySpan: 780, DayWork: 580, Rest: 660, WeekWork: 2760, WeekDays: 6}, of("carla").Limits); difference != "" {
			t.Error(difference)
		}
	})
}

// Nobody's date of birth is kept: a flag says who is under 18. Their days are shorter, in what is planned and in what is found.
func TestUnder18TheLawIsStricter(t *testing.T) {
	eachLawWorld(t, func(t *testing.T, w *rotaWorld) {
		w.changed("carla", func(carla *models.Professional) {
			carla.WorkingPattern = []models.DaySpan{{Day: 0, From: 14 * 60, To: 22*60 + 30}}
		})
		draft := w.draft()
		view := w.apply(draft.ID, set("need-call", 0, at(0, 14, 0), "carla"), set("need-call", 1, at(0, 20, 30), "carla"))
		if found := pressing(view.Findings); len(found) > 0 {
			t.Fatalf("found %v", found)
		}
		w.changed("carla", func(carla *models.Professional) { carla.Minor = true })
		want := []string{"legal daily_work carla 2026-11-23", "legal night_minor carla 2026-11-23"}
		if difference := cmp.Diff(want, pressing(w.read(draft.ID).Findings)); difference != "" {
			t.Error(difference)
		}
		people := w.problemOf(week48).Professionals
		carla := people[slices.IndexFunc(people, func(p planner.Professional) bool { return p.ID == "carla" })]
		if difference := cmp.Diff(&planner.Limits{DaySpan: 720, DayWork: 450, Rest: 720, WeekWork: 1920, WeekDays: 6}, carla.Limits); difference != "" {
			t.Error(difference)
		}
	})
}

// A semaine type is judged as if it went on: means, rests over the end of the week and Sundays know the weeks it makes. One of weeks A knows
// nothing of weeks B.
func TestAnOrdinaryWeekIsJudgedAsIfItWentOn(t *testing.T) {
	eachLawWorld(t, func(t *testing.T, w *rotaWorld) {
		w.changed("carla", func(carla *models.Professional) {
			carla.Contracts[0].Convention, carla.WorkingPattern = models.ConventionCCN51, []models.DaySpan{{Day: 6, From: 20 * 60, To: 22 * 60}}
			for day := range 5 {
				carla.WorkingPattern = append(carla.WorkingPattern, models.DaySpan{Day: day, From: 8 * 60, To: 17 * 60})
			}
		})
		needs := kept(w.ListNeeds(t.Context(), w.manager))
		call := needs[slices.IndexFunc(needs, func(n models.Need) bool { return n.ID == "need-call" })]
		call.Count = 11
		kept(w.UpdateNeed(t.Context(), w.manager, call))
		operations := []models.Operation{set("need-call", 10, at(6, 20, 0), "carla")}
		for day := range 5 { // nine hours each
			operations = append(operations, set("need-call", 2*day, at(day, 8, 0), "carla"), set("need-call", 2*day+1, at(day, 15, 0), "carla"))
		}
		for letter, want := range map[models.WeekLetter][]string{
			models.EveryWeek: {
				"legal daily_rest carla 2026-11-01", "legal weekly_mean carla 2026-11-02", "legal daily_rest carla 2026-11-08",
				"agreement fortnight_rest carla 2026-10-26", "agreement sundays carla 2026-11-08",
			},
			models.WeekA: {},
		} {
			template := kept(w.CreateTemplate(t.Context(), w.manager, models.WeekTemplate{Name: "Semaine type", Letter: letter, FromDate: "2026-11-02"}))
			draft := kept(w.CreateTemplateDraft(t.Context(), w.manager, template.ID, nil))
			if difference := cmp.Diff(want, pressing(w.apply(draft.ID, operations...).Findings)); difference != "" {
				t.Errorf("letter %q: %s", letter, difference)
			}
		}
	})
}

// What was published stays to be checked: a week that is over shows what the law finds in it, beside the reasons it was signed with.
func TestAWeekThatIsOverIsChecked(t *testing.T) {
	eachLawWorld(t, func(t *testing.T, w *rotaWorld) {
		w.changed("anna", func(anna *models.Professional) { anna.Contracts[0].Convention = models.ConventionCCN66 })
		draft := kept(w.CreateDraft(t.Context(), w.manager, models.Week{Year: 2026, Number: 38}, nil))
		view := w.apply(draft.ID, set("need-lina", 0, at(0, 10, 0), "anna"), set("need-omar", 0, at(0, 15, 0), "anna"))
		want := []string{"agreement contract_grouping anna 2026-09-14", "agreement short_sequence anna 2026-09-14"}
		if difference := cmp.Diff(want, pressing(view.Findings)); difference != "" {
			t.Fatal(difference)
		}
		var reasons []models.SignedReason
		for _, rule := range []string{"contract_grouping", "short_sequence"} {
			reasons = append(reasons, models.SignedReason{Rule: rule, ProfessionalID: "anna", From: "2026-09-14", Reason: "Accord d’Anna"})
		}
		_, err := w.Publish(t.Context(), w.manager, draft.ID, view.Rota.Revision, reasons...)
		w.must(err)
		over := w.read(draft.ID)
		if difference := cmp.Diff(view.Findings, over.Findings); difference != "" {
			t.Error(difference)
		}
		if len(over.Signed) != 2 {
			t.Errorf("signed %+v", over.Signed)
		}
		w.changed("anna", func(anna *models.Professional) {
			anna.Contracts[0].To = new("2026-09-30")
			anna.Contracts = append(anna.Contracts, models.Contract{From: new("2026-10-01"), Minutes: 2100, Convention: models.ConventionOther})
		})
		if difference := cmp.Diff(view.Findings, w.read(draft.ID).Findings); difference != "" {
			t.Error("the contract of today judges the past: ", difference)
		}
		w.changed("anna", func(anna *models.Professional) {
			anna.Contracts[0].To, anna.Contracts[1].From, anna.Contracts[1].Minutes = new("2026-09-13"), new("2026-09-14"), 1050
		})
		want = []string{"legal part_time_interruption anna 2026-09-14", "agreement contract_grouping anna 2026-09-14"}
		if difference := cmp.Diff(want, pressing(w.read(draft.ID).Findings)); difference != "" {
			t.Error("the contract in force judges the week: ", difference)
		}
	})
}

// changed changes a professional's record.
func (w *rotaWorld) changed(id string, change func(*models.Professional)) {
	w.t.Helper()
	all := kept(w.ListProfessionals(w.t.Context(), w.manager))
	person := all[slices.IndexFunc(all, func(p models.Professional) bool { return p.ID == id })]
	change(&person)
	kept(w.UpdateProfessional(w.t.Context(), w.manager, person))
}
