package models_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/storetest"
	"github.com/maillage-dime/maillage/planner"
)

// problemOf compiles a week as the manager sees it.
func (w *rotaWorld) problemOf(week models.Week) *planner.Problem {
	w.t.Helper()
	return kept(models.Compile(kept(w.ReadHouse(w.t.Context(), w.manager, week)), nil))
}

// template keeps a template and publishes an ordinary week of it.
func (w *rotaWorld) template(row models.WeekTemplate, operations ...models.Operation) (models.WeekTemplate, models.Rota) {
	w.t.Helper()
	template := kept(w.CreateTemplate(w.t.Context(), w.manager, row))
	return template, w.publishTemplate(template.ID, operations...)
}

func (w *rotaWorld) publishTemplate(id string, operations ...models.Operation) models.Rota {
	w.t.Helper()
	draft := kept(w.CreateTemplateDraft(w.t.Context(), w.manager, id, nil))
	if len(operations) > 0 {
		w.apply(draft.ID, operations...)
	}
	w.publish(draft.ID)
	return w.read(draft.ID).Rota
}

// make makes a week and returns its draft.
func (w *rotaWorld) make(week models.Week) (models.MadeWeek, *models.RotaView) {
	w.t.Helper()
	made := kept(w.MakeWeek(w.t.Context(), w.manager, week))
	return made, w.read(made.Rota.ID)
}

// usual is a week of the world that fits every rule, and whole.
func usual() []models.Operation {
	return []models.Operation{
		set("need-lina", 0, at(0, 10, 0), "anna"), set("need-lina", 1, at(2, 10, 0), "anna"),
		set("need-omar", 0, at(1, 10, 0), "bruno"), set("need-omar", 1, at(3, 10, 0), "bruno"),
		set("need-speech", 0, at(1, 14, 0), "carla"), set("need-group", 0, at(3, 14, 0), "bruno"), set("team-meeting", 0, at(4, 9, 0), "anna"),
	}
}

func TestATemplateIsPlannedLikeAWeek(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		ctx := t.Context()
		w.absent("anna", "2026-11-09", "2026-11-15") // in the week the template is compiled for
		template, rota := w.template(models.WeekTemplate{Name: "Semaine type", Letter: models.WeekA, FromDate: "2026-11-02"}, usual()...)
		if template.NominalWeek().String() != "2026-W46" || rota.State != models.RotaPublished || *rota.TemplateID != template.ID {
			t.Fatalf("compiled for %s: %+v", template.NominalWeek(), rota)
		}
		view := w.read(rota.ID)
		if len(view.Occurrences) != 7 || view.House.Template == nil {
			t.Errorf("the template plans %v", planned(view))
		}
		for _, day := range view.House.Days() {
			if day.Closed != "" || day.SchoolHoliday {
				t.Errorf("the ordinary week has %+v", day) // the armistice is a Wednesday of week 46
			}
		}
		if overview := kept(w.WeekView(ctx, w.manager, template.NominalWeek())); overview.Published != nil || len(overview.Drafts) > 0 {
			t.Error("a template's rota stands among those of a week")
		}
		draft := kept(w.CreateTemplateDraft(ctx, w.manager, template.ID, nil))
		changed := w.apply(draft.ID, set("need-lina", 0, at(0, 11, 0), "anna"))
		if len(changed.Previous) != 7 || draft.Number != 2 {
			t.Errorf("draft %d is compared with %d", draft.Number, len(changed.Previous))
		}
		kept(w.Undo(ctx, w.manager, draft.ID, changed.Rota.Revision, false))
		if publication := w.publish(draft.ID); publication.Version != 2 || *publication.Replaces != 1 {
			t.Errorf("published as %d", publication.Version)
		}
		if _, err := w.ReadRota(ctx, w.anna, draft.ID); models.CodeOf(err) != models.CodeNotFound {
			t.Errorf("a professional reads the template: %v", err)
		}
		if my := kept(w.MyWeek(ctx, w.anna, template.NominalWeek())); len(my.Items) > 0 {
			t.Error("a template is in somebody's week")
		}
	})
}

func TestATemplateForEveryWeekPlansWhatHoldsInEveryWeek(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		needs := kept(w.ListNeeds(t.Context(), w.manager))
		for i := range needs {
			if needs[i].ID == "need-group" {
				needs[i].Letter = models.WeekB
				kept(w.UpdateNeed(t.Context(), w.manager, needs[i]))
			}
		}
		asks := func(letter models.WeekLetter) bool {
			template := kept(w.CreateTemplate(t.Context(), w.manager, models.WeekTemplate{Name: "T", Letter: letter, FromDate: "2026-11-02"}))
			draft := kept(w.CreateTemplateDraft(t.Context(), w.manager, template.ID, nil))
			return activityOf(w.read(draft.ID).Problem, "need-group") != nil
		}
		if asks(models.WeekA) || !asks(models.WeekB) || asks(models.EveryWeek) {
			t.Errorf("need of B weeks: A %v, B %v, every %v", asks(models.WeekA), asks(models.WeekB), asks(models.EveryWeek))
		}
	})
}

// A template for every week plans in the hours that weeks A and B have in common, never in what is refused or closed in one of them, and
// says whose hours differ.
func TestATemplateForEveryWeekPlansInTheHoursOfBoth(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		ctx := t.Context()
		span := func(letter models.WeekLetter, from, to int) models.DaySpan {
			return models.DaySpan{Letter: letter, Day: 0, From: from * 60, To: to * 60}
		}
		template := kept(w.CreateTemplate(ctx, w.manager, models.WeekTemplate{Name: "T", FromDate: "2026-11-02"}))
		w.changed("anna", func(p *models.Professional) {
			p.WorkingPattern = []models.DaySpan{span(models.EveryWeek, 8, 10), span(models.WeekA, 10, 16), span(models.WeekB, 10, 12), span(models.WeekB, 17, 18)}
		})
		w.changed("bruno", func(p *models.Professional) {
			p.WorkingPattern = []models.DaySpan{span(models.WeekA, 9, 12), span(models.WeekB, 9, 12)}
		})
		for _, child := range kept(w.ListChildren(ctx, w.manager)) {
			if child.ID == "lina" {
				child.Schedule = []models.ScheduleWindow{
					{DaySpan: span(models.WeekA, 9, 12), Places: []string{"site", "school"}}, {DaySpan: span(models.WeekB, 11, 14), Places: []string{"school"}},
				}
				kept(w.UpdateChild(ctx, w.manager, child))
			}
		}
		room := kept(w.ListRooms(ctx, w.manager))[0]
		room.Closed = []models.DaySpan{span(models.WeekB, 14, 15)}
		kept(w.UpdateRoom(ctx, w.manager, room))

		problem := w.read(kept(w.CreateTemplateDraft(ctx, w.manager, template.ID, nil)).ID).Problem
		if got, want := annaAvailable(problem), []planner.Span{{From: 480, To: 720}}; !slices.Equal(got, want) {
			t.Errorf("anna works %v", got)
		}
		at := slices.IndexFunc(problem.Children, func(c planner.Child) bool { return c.ID == "lina" })
		if got := problem.Children[at].Available; len(got) != 1 || got[0].From != 660 || got[0].To != 720 || !slices.Equal(got[0].Places, []string{"school"}) {
			t.Errorf("lina can be met %v", got)
		}
		at = slices.IndexFunc(problem.Rooms, func(r planner.Room) bool { return r.ID == room.ID })
		if got := problem.Rooms[at].Closed; !slices.Contains(got, planner.Span{From: 840, To: 900}) {
			t.Errorf("the room is closed %v", got)
		}
		uneven := kept(w.Templates(ctx, w.manager))[0].Uneven
		if !slices.Equal(uneven.Professionals, []string{"anna"}) || !slices.Equal(uneven.Children, []string{"lina"}) {
			t.Errorf("hours differ for %+v", uneven)
		}
	})
}

func TestAWeekIsMadeFromItsTemplate(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		ctx := t.Context()
		_, err := w.MakeWeek(ctx, w.manager, week48)
		w.wantCode(err, models.CodeConflict)
		_, rota := w.template(models.WeekTemplate{Name: "Semaine type", FromDate: "2026-11-02"}, usual()...)
		w.absent("anna", "2026-11-25", "2026-11-27") // her session with Lina on Wednesday, the team meeting on Friday
		made, view := w.make(week48)
		want := []string{
			"need-group/0 3.14:00 [bruno]", "need-lina/0 0.10:00 [anna]", "need-omar/0 1.10:00 [bruno]", "need-omar/1 3.10:00 [bruno]", "need-speech/0 1.14:00 [carla]",
		}
		if !slices.Equal(planned(view), want) || made.LeftOut != 2 || made.RunID == nil || made.Making != models.WeekMade {
			t.Errorf("made %+v with %v", made, planned(view))
		}
		if !view.Rota.Automatic || *view.Rota.MadeFromID != rota.ID || len(view.Problem.Published) != 7 {
			t.Errorf("the draft is %+v, %d expected", view.Rota, len(view.Problem.Published))
		}
		summary := kept(w.Summaries(ctx, w.manager, view.Rota))[0]
		if summary.MadeFrom == nil || summary.MadeFrom.PublishedAs != 1 || summary.Template.Name != "Semaine type" {
			t.Errorf("the summary names %+v", summary)
		}
		comparison := kept(w.CompareWithTemplate(ctx, w.manager, view.Rota.ID))
		var changes []string
		for _, change := range comparison.Changes {
			code := ""
			if len(change.Breaches) > 0 {
				code = string(change.Breaches[0].Code)
			}
			changes = append(changes, fmt.Sprintf("%s %s/%d %s", change.Kind, change.Activity, change.Occurrence, code))
		}
		if !slices.Equal(changes, []string{"removed need-lina/1 not_available", "removed team-meeting/0 not_available"}) {
			t.Errorf("the week differs by %v", changes)
		}
		_, err = w.MakeWeek(ctx, w.manager, week48.Previous().Previous())
		w.wantCode(err, models.CodeConflict)
		_, err = w.MakeWeek(ctx, w.coordinator, week48)
		w.wantCode(err, models.CodeForbidden)
	})
}

func TestTheRunOfAMadeWeekPlansInPlace(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		w.template(models.WeekTemplate{Name: "Semaine type", FromDate: "2026-11-02"}, usual()...)
		w.absent("anna", "2026-11-25", "2026-11-25")
		made, view := w.make(week48)
		input := kept(w.LoadPlanRun(t.Context(), *made.RunID, 1))
		plan := input.Start
		plan.Occurrences = append(slices.Clone(plan.Occurrences), planner.Occurrence{
			Activity: "need-lina", Occurrence: 1, Start: at(2, 10, 0), Staff: []string{"bruno"}, Attendees: []string{}, Place: new("site"),
		})
		saved := kept(w.SaveOutcome(t.Context(), *made.RunID, 1, &plan))
		after := w.read(made.Rota.ID)
		if saved.ID != made.Rota.ID || len(after.Occurrences) != len(view.Occurrences)+1 || after.Undo {
			t.Errorf("saved as %s: %v", saved.ID, planned(after))
		}
		if overview := kept(w.WeekView(t.Context(), w.manager, week48)); len(overview.Drafts) != 1 || overview.Template == nil {
			t.Errorf("%d drafts", len(overview.Drafts))
		}
	})
}

func TestWeeksFollowTheirTemplate(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		ctx := t.Context()
		facility := kept(w.FacilityByID(ctx, w.manager))
		facility.WeeksAhead = 4
		kept(w.UpdateFacility(ctx, models.Actor{FacilityID: w.facility, Role: models.RoleAdministrator}, facility))
		system := models.SystemActor(w.facility)
		weeks := kept(w.WeeksToKeep(ctx, system))
		if len(weeks) != 4 || weeks[0] != week48 || weeks[3].String() != "2026-W51" {
			t.Fatalf("the coming weeks are %v", weeks)
		}
		template, _ := w.template(models.WeekTemplate{Name: "Semaine type", FromDate: "2026-11-02"}, usual()...)
		keep := func() (makings []models.WeekMaking) {
			for _, week := range weeks {
				makings = append(makings, kept(w.KeepWeek(ctx, system, week)).Making)
			}
			return makings
		}
		wantMakings := func(what string, want ...models.WeekMaking) {
			t.Helper()
			if got := keep(); !slices.Equal(got, want) {
				t.Errorf("%s: %v", what, got)
			}
		}
		const made, renewed, same = models.WeekMade, models.WeekRenewed, models.WeekKept
		wantMakings("the first night", made, made, made, made)
		wantMakings("the second", same, same, same, same)
		drafts := func(week models.Week) []models.Rota { return kept(w.WeekView(ctx, w.manager, week)).Drafts }
		w.publish(drafts(weeks[0])[0].ID)
		touched := drafts(weeks[1])[0].ID
		w.apply(touched, set("need-lina", 0, at(0, 11, 0), "anna"))
		w.absent("bruno", weeks[2].Day(1), weeks[2].Day(1))
		wantMakings("after an absence", same, same, renewed, renewed)
		if got := len(w.read(drafts(weeks[2])[0].ID).Occurrences); got != 6 {
			t.Errorf("%d occurrences with Bruno away on Tuesday", got)
		}
		second := w.publishTemplate(template.ID, set("need-speech", 0, at(2, 14, 0), "carla"))
		wantMakings("after the template changed", same, made, renewed, renewed)
		wantMakings("and the night after", same, same, same, same)
		if got := drafts(weeks[1]); len(got) != 2 || *got[0].MadeFromID != second.ID || got[1].ID != touched || len(w.read(touched).Occurrences) != 7 {
			t.Errorf("the touched week has %d drafts", len(got))
		}
		if got := drafts(weeks[3]); len(got) != 1 || got[0].Number != 1 || *got[0].MadeFromID != second.ID {
			t.Errorf("the untouched week: %+v", got)
		}
		speech := planned(w.read(drafts(weeks[3])[0].ID))
		if !slices.Contains(speech, "need-speech/0 2.14:00 [carla]") {
			t.Errorf("the untouched week did not follow: %v", speech)
		}
		if got := kept(w.KeepWeek(ctx, system, week48.Previous())); got.Making != same {
			t.Errorf("the past: %s", got.Making)
		}
		if overview := kept(w.Templates(ctx, w.manager))[0]; overview.Published.PublishedAs != 2 || !overview.InForce || overview.Weeks != 3 {
			t.Errorf("the template: version %d, in force %v, %d weeks", overview.Published.PublishedAs, overview.InForce, overview.Weeks)
		}
	})
}

func TestWhichTemplateIsInForce(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		ctx := t.Context()
		w.template(models.WeekTemplate{Name: "toutes", FromDate: "2026-11-02", ToDate: new("2027-07-03")})
		w.template(models.WeekTemplate{Name: "A", Letter: models.WeekA, FromDate: "2026-11-02", ToDate: new("2027-07-03")})
		w.template(models.WeekTemplate{Name: "janvier", FromDate: "2027-01-04", ToDate: new("2027-01-17")})
		kept(w.CreateTemplate(ctx, w.manager, models.WeekTemplate{Name: "jamais publiée", FromDate: "2026-11-30"}))
		next := kept(w.CreateTemplate(ctx, w.manager, models.WeekTemplate{Name: "rentrée", FromDate: "2027-08-30"}))
		w.publishTemplate(next.ID)
		for week, want := range map[string]string{
			"2026-W44": "", "2026-W45": "toutes", "2026-W48": "A", "2026-W49": "toutes", "2026-W53": "toutes", "2027-W01": "janvier", "2027-W02": "janvier",
			"2027-W03": "toutes", "2027-W04": "A", "2027-W26": "A", "2027-W27": "", "2027-W35": "rentrée", "2028-W09": "rentrée",
		} {
			overview := kept(w.WeekView(ctx, w.manager, kept(models.ParseWeek(week))))
			got := ""
			if overview.Template != nil {
				got = overview.Template.Name
			}
			if got != want {
				t.Errorf("%s: %q, want %q", week, got, want)
			}
		}
		if overview := kept(w.WeekView(ctx, w.anna, week48)); overview.Template != nil {
			t.Error("a professional is told of the template")
		}
	})
}

func TestATemplateIsCopied(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		ctx := t.Context()
		source, _ := w.template(models.WeekTemplate{Name: "2026-2027", FromDate: "2026-11-02"}, usual()...)
		next := kept(w.CopyTemplate(ctx, w.manager, source.ID, models.WeekTemplate{Name: "2027-2028", FromDate: "2027-09-01"}))
		overview := kept(w.Templates(ctx, w.manager))
		if len(overview) != 2 || overview[0].ID != next.ID || overview[0].Published != nil || len(overview[0].Drafts) != 1 {
			t.Fatalf("the copy is %+v", overview)
		}
		if view := w.read(overview[0].Drafts[0].ID); len(view.Occurrences) != 7 || view.Rota.Week != "2027-W36" {
			t.Errorf("the copy plans %v in %s", planned(view), view.Rota.Week)
		}
		w.must(w.ArchiveTemplate(ctx, w.manager, source.ID, source.Version))
		_, err := w.MakeWeek(ctx, w.manager, week48)
		w.wantCode(err, models.CodeConflict)
	})
}

// oracle says which occurrences of a template stand in a week, by the simplest reading of the calendar: day by day, person by person. Who comes
// back from an absence, or leaves for one, does so at the site: the school is some minutes away.
func oracle(template []models.RotaOccurrence, week models.Week, calendar exceptions, toSchool int) map[planner.Ref]bool {
	standing := map[planner.Ref]bool{}
	children := map[string][]string{"need-lina": {"lina"}, "need-omar": {"omar"}, "need-group": {"lina", "omar"}, "need-speech": {"noe"}}
	for i := range template {
		o := &template[i]
		day, from := o.Start/1440, o.Start%1440
		length := map[string]int{"need-speech": 45, "need-group": 90}[o.ActivityID]
		if length == 0 {
			length = 60
		}
		date := week.Day(day)
		stands := !calendar.off[date] && (*o.PlaceID != "site" || !calendar.siteClosed[date]) && (*o.PlaceID != "school" || !calendar.vacation[date])
		for _, a := range calendar.absences {
			for _, who := range append(slices.Clone(o.Staff), children[o.ActivityID]...) {
				away := a.ProfessionalID != nil && *a.ProfessionalID == who || a.ChildID != nil && *a.ChildID == who
				margin := 0
				if a.ProfessionalID != nil && *o.PlaceID == "school" {
					margin = toSchool
				}
				begins, ends := a.FromDate+fmt.Sprintf(" %04d", a.FromMinute), a.ToDate+fmt.Sprintf(" %04d", a.ToMinute)
				if away && begins < date+fmt.Sprintf(" %04d", from+length+margin) && date+fmt.Sprintf(" %04d", from-margin) < ends {
					stands = false // the calendars drawn leave both children of the group there
				}
			}
		}
		standing[planner.Ref{Activity: o.ActivityID, Occurrence: o.Occurrence}] = stands
	}
	return standing
}

// travelBetween returns the minutes from one place to another.
func travelBetween(p *planner.Problem, from, to string) int {
	index := func(id string) int {
		return slices.IndexFunc(p.Places, func(place planner.Place) bool { return place.ID == id })
	}
	return p.Travel[index(from)][index(to)]
}

// exceptions are what a random calendar has.
type exceptions struct {
	off, siteClosed, vacation map[string]bool
	absences                  []models.Absence
}

// timesOf says when an absence takes somebody away, by counting the weeks.
func timesOf(a models.Absence) (times []models.Absence) {
	if a.RepeatUntil == nil {
		return []models.Absence{a}
	}
	first, last := kept(time.Parse(time.DateOnly, a.FromDate)), kept(time.Parse(time.DateOnly, a.ToDate))
	_, firstWeek := first.ISOWeek()
	for begins := first; begins.Format(time.DateOnly) <= *a.RepeatUntil; begins = begins.AddDate(0, 0, 7) {
		if _, week := begins.ISOWeek(); a.Repeats == models.RepeatLetter && week%2 != firstWeek%2 {
			continue
		}
		again := a
		again.FromDate, again.ToDate = begins.Format(time.DateOnly), begins.Add(last.Sub(first)).Format(time.DateOnly)
		times = append(times, again)
	}
	return times
}

// TestTemplateAndExceptionsMakeTheWeek asks for random calendars that a made week holds exactly what the oracle says of the template.
func TestTemplateAndExceptionsMakeTheWeek(t *testing.T) {
	t.Parallel()
	s := storetest.SQLite(t)
	w := newRotaWorld(t, s)
	facility := kept(w.FacilityByID(t.Context(), w.manager))
	_, rota := w.template(models.WeekTemplate{Name: "Semaine type", FromDate: "2026-11-02"}, usual()...)
	template := slices.Clone(w.read(rota.ID).Occurrences)
	administrator := models.Actor{FacilityID: w.facility, Role: models.RoleAdministrator}
	toSchool := travelBetween(w.problemOf(week48), "site", "school")
	rapid.Check(t, func(t *rapid.T) {
		ctx := w.t.Context()
		monday := time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC).AddDate(0, 0, 7*rapid.IntRange(0, 130).Draw(t, "weeks")) // over week 53 and a 29 February
		week := models.WeekOf(monday)
		facility.SchoolZone = rapid.SampledFrom([]string{"A", "B", "C", ""}).Draw(t, "zone")
		facility.Version = kept(w.FacilityByID(ctx, w.manager)).Version
		facility = kept(w.UpdateFacility(ctx, administrator, facility))
		calendar := exceptions{off: map[string]bool{}, siteClosed: map[string]bool{}, vacation: map[string]bool{}}
		var closings []models.ClosedDay
		var entered []models.Absence
		for range rapid.IntRange(0, 3).Draw(t, "closings") {
			first := monday.AddDate(0, 0, rapid.IntRange(-3, 6).Draw(t, "closing"))
			days := rapid.IntRange(1, 3).Draw(t, "days")
			row := closing(first.Format(time.DateOnly))
			row.ToDate = new(first.AddDate(0, 0, days-1).Format(time.DateOnly))
			set := calendar.off
			if rapid.Bool().Draw(t, "site") {
				row.PlaceID, set = new("site"), calendar.siteClosed
			}
			made, err := w.CreateClosedDay(ctx, w.manager, row)
			if models.CodeOf(err) == models.CodeConflict {
				continue // the same closing twice
			}
			closings = append(closings, kept(made, err))
			for day := range days {
				set[first.AddDate(0, 0, day).Format(time.DateOnly)] = true
			}
		}
		for range rapid.IntRange(0, 3).Draw(t, "absences") {
			from := monday.AddDate(0, 0, rapid.IntRange(-8, 6).Draw(t, "from"))
			absence := models.Absence{
				FromDate: from.Format(time.DateOnly), FromMinute: 60 * rapid.IntRange(0, 12).Draw(t, "hour"),
				ToDate: from.AddDate(0, 0, rapid.IntRange(0, 9).Draw(t, "length")).Format(time.DateOnly), ToMinute: 60 * rapid.IntRange(13, 24).Draw(t, "until"),
				Reason: models.AbsenceIllness,
			}
			who := rapid.SampledFrom([]string{"anna", "bruno", "carla", "noe"}).Draw(t, "who")
			if absence.ProfessionalID = &who; who == "noe" {
				absence.ProfessionalID, absence.ChildID = nil, &who
			}
			if repeats := rapid.SampledFrom([]models.AbsenceRepeat{models.RepeatNever, models.RepeatWeekly, models.RepeatLetter}).Draw(t, "repeats"); repeats != models.RepeatNever {
				begins := from.AddDate(0, 0, -7*rapid.IntRange(0, 5).Draw(t, "since"))
				ends := begins.AddDate(0, 0, rapid.IntRange(0, 6).Draw(t, "days away"))
				absence.FromDate, absence.ToDate, absence.Repeats = begins.Format(time.DateOnly), ends.Format(time.DateOnly), repeats
				absence.RepeatUntil = new(ends.AddDate(0, 0, rapid.IntRange(0, 40).Draw(t, "how long")).Format(time.DateOnly))
			}
			made := kept(w.CreateAbsence(ctx, w.manager, absence))
			entered, calendar.absences = append(entered, made), append(calendar.absences, timesOf(made)...)
		}
		for _, year := range []int{monday.Year(), monday.Year() + 1} {
			for _, holiday := range models.PublicHolidays(year, facility.Department) {
				calendar.off[holiday.Date] = true
			}
		}
		zones := map[string][][2]string{
			"A": {{"2027-02-13", "2027-02-28"}, {"2027-04-10", "2027-04-25"}}, "B": {{"2027-02-20", "2027-03-07"}, {"2027-04-17", "2027-05-02"}},
			"C": {{"2027-02-06", "2027-02-21"}, {"2027-04-03", "2027-04-18"}},
		}
		if own, there := zones[facility.SchoolZone]; there {
			for _, span := range append(own, [2]string{"2026-12-19", "2027-01-03"}, [2]string{"2027-07-03", "2027-08-31"}) {
				for day := range 7 {
					if date := week.Day(day); span[0] <= date && date <= span[1] {
						calendar.vacation[date] = true
					}
				}
			}
		}
		made := kept(w.MakeWeek(ctx, w.manager, week))
		has := map[planner.Ref]bool{}
		for _, o := range w.read(made.Rota.ID).Occurrences {
			has[planner.Ref{Activity: o.ActivityID, Occurrence: o.Occurrence}] = true
		}
		for ref, want := range oracle(template, week, calendar, toSchool) {
			if has[ref] != want {
				t.Errorf("%s: %s/%d stands: %v, the oracle says %v", week, ref.Activity, ref.Occurrence, has[ref], want)
			}
		}
		for _, row := range closings {
			w.must(w.ArchiveClosedDay(ctx, w.manager, row.ID, row.Version))
		}
		for _, row := range entered {
			w.must(w.ArchiveAbsence(ctx, w.manager, row.ID, row.Version))
		}
		w.must(w.DeleteDraft(ctx, w.manager, made.Rota.ID))
	})
}
