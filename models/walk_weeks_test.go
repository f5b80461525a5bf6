package models_test

import (
	"slices"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/planner"
)

func init() {
	walkedOperations = slices.Concat(walkedOperations, absenceDecisionWalk(), workedDayWalk(), schoolWalk(), templateWalk(), makingWalk(), goalProfileWalk())
}

func absenceDecisionWalk() []walkedOperation {
	return []walkedOperation{
		{"DecideAbsence", models.ResourceAbsence, models.ActionDecide, everyRow, func(w *recordWorld, actor models.Actor, at situation) error {
			_, err := w.DecideAbsence(w.t.Context(), actor, w.cornerAt(at).absence.ID, -1, true)
			return err
		}},
		{"AbsenceImpact", models.ResourceAbsence, models.ActionRead, everyRow, func(w *recordWorld, actor models.Actor, at situation) error {
			_, err := w.AbsenceImpact(w.t.Context(), actor, w.cornerAt(at).absence.ID)
			return err
		}},
		changing("ProposeRepair", models.ResourceDraft, nil, func(w *recordWorld, actor models.Actor, _ situation) error {
			_, err := w.ProposeRepair(w.t.Context(), actor, w.cornerAt(rowOwn).absence.ID, laterWeek, nil)
			return err
		}),
		changing("ApplyRepair", models.ResourceDraft, nil, func(w *recordWorld, actor models.Actor, _ situation) error {
			_, err := w.ApplyRepair(w.t.Context(), actor, laterWeek, models.NewID(), nil)
			return err
		}),
	}
}

func workedDayWalk() []walkedOperation {
	return append(recordWalk("WorkedDays", models.ResourceWorkedDay, everyRow, everyRow, everyRow,
		func(w *recordWorld, at situation) models.WorkedDay { return w.cornerAt(at).workedDay },
		func(w *recordWorld, at situation) models.WorkedDay { return aWorkedDay(w.cornerAt(at).professional.ID) },
		func(d *models.WorkedDay) *models.Record { return &d.Record }, (*models.Store).WorkedDays,
	), walkedOperation{"DecideWorkedDay", models.ResourceWorkedDay, models.ActionDecide, everyRow, func(w *recordWorld, actor models.Actor, at situation) error {
		_, err := w.DecideWorkedDay(w.t.Context(), actor, w.cornerAt(at).workedDay.ID, -1, true)
		return err
	}})
}

func schoolWalk() []walkedOperation {
	const file = "description;start_date;end_date;zones\nNoël;2027-12-18;2028-01-03;Zone A\n"
	return []walkedOperation{
		{"ReadYear", models.ResourceSchoolCalendar, models.ActionRead, nil, func(w *recordWorld, actor models.Actor, _ situation) error {
			_, err := w.ReadYear(w.t.Context(), actor, "2026-2027")
			return err
		}},
		changing("ImportSchoolHolidays", models.ResourceSchoolCalendar, nil, func(w *recordWorld, actor models.Actor, _ situation) error {
			_, err := w.ImportSchoolHolidays(w.t.Context(), actor, "a.csv", []byte(file), "")
			return err
		}),
	}
}

func aTemplate() models.WeekTemplate {
	return models.WeekTemplate{Name: "Semaine type", FromDate: "2026-09-01"}
}

// templateAt returns a template of this facility or the other.
func (w *recordWorld) templateAt(at situation) models.WeekTemplate {
	return kept(w.CreateTemplate(w.t.Context(), w.houseAt(at).administrator, aTemplate()))
}

func templateWalk() []walkedOperation {
	return slices.Concat(fourWalk("Template", "Templates", models.ResourceTemplate, facilityRow, []situation{rowOther}, facilityRow,
		(*recordWorld).templateAt, func(*recordWorld, situation) models.WeekTemplate { return aTemplate() },
		func(t *models.WeekTemplate) *models.Record { return &t.Record },
		(*models.Store).WeekTemplates, (*models.Store).ListTemplates, (*models.Store).CreateTemplate, (*models.Store).UpdateTemplate,
		(*models.Store).ArchiveTemplate,
	), []walkedOperation{
		{"WeekTemplates", models.ResourceTemplate, models.ActionRead, facilityRow, func(w *recordWorld, actor models.Actor, at situation) error {
			_, err := w.WeekTemplates().Read(w.t.Context(), actor, w.templateAt(at).ID)
			return err
		}},
		listed("Templates", models.ResourceTemplate, facilityRow, func(w *recordWorld, at situation) string { return w.templateAt(at).ID },
			func(t *models.TemplateOverview) string { return t.ID }, (*models.Store).Templates),
		changing("CreateTemplateDraft", models.ResourceTemplate, facilityRow, func(w *recordWorld, actor models.Actor, at situation) error {
			_, err := w.CreateTemplateDraft(w.t.Context(), actor, w.templateAt(at).ID, nil)
			return err
		}),
		changing("CopyTemplate", models.ResourceTemplate, facilityRow, func(w *recordWorld, actor models.Actor, at situation) error {
			_, err := w.CopyTemplate(w.t.Context(), actor, w.templateAt(at).ID, aTemplate())
			return err
		}),
		{"CompareWithTemplate", models.ResourceTemplate, models.ActionRead, facilityRow, func(w *recordWorld, actor models.Actor, at situation) error {
			_, err := w.CompareWithTemplate(w.t.Context(), actor, w.draftAt(at).ID)
			return err
		}},
		{"PreviewSeries", models.ResourceTemplate, models.ActionChange, facilityRow, func(w *recordWorld, actor models.Actor, at situation) error {
			_, err := w.PreviewSeries(w.t.Context(), actor, w.draftAt(at).ID, planner.Ref{})
			return err
		}},
		changing("ChangeSeries", models.ResourceTemplate, facilityRow, func(w *recordWorld, actor models.Actor, at situation) error {
			_, err := w.ChangeSeries(w.t.Context(), actor, w.draftAt(at).ID, planner.Ref{}, models.SeriesFrom)
			return err
		}),
	})
}

func goalProfileWalk() []walkedOperation {
	return recordWalk("GoalProfiles", models.ResourceGoalProfile, facilityRow, []situation{rowOther}, facilityRow,
		func(w *recordWorld, at situation) models.GoalProfile {
			return kept(w.GoalProfiles().Create(w.t.Context(), w.houseAt(at).administrator, aGoalProfile()))
		},
		func(*recordWorld, situation) models.GoalProfile { return aGoalProfile() },
		func(p *models.GoalProfile) *models.Record { return &p.Record }, (*models.Store).GoalProfiles)
}

// aGoalProfile returns one under a name no other has.
func aGoalProfile() models.GoalProfile {
	return models.GoalProfile{Name: "Peu de route " + models.NewID(), Goals: planner.Goals{FewTrips: 2}}
}

func makingWalk() []walkedOperation {
	making := func(method string, try func(w *recordWorld, actor models.Actor) error) walkedOperation {
		return changing(method, models.ResourceDraft, nil, func(w *recordWorld, actor models.Actor, _ situation) error { return try(w, actor) })
	}
	return []walkedOperation{
		making("MakeWeek", func(w *recordWorld, actor models.Actor) error {
			_, err := w.MakeWeek(w.t.Context(), actor, laterWeek)
			return err
		}),
		making("KeepWeek", func(w *recordWorld, actor models.Actor) error {
			_, err := w.KeepWeek(w.t.Context(), actor, laterWeek)
			return err
		}),
		making("RequestWeeks", func(w *recordWorld, actor models.Actor) error {
			return w.RequestWeeks(w.t.Context(), actor, laterWeek, laterWeek)
		}),
		{"WeeksToKeep", models.ResourceDraft, models.ActionRead, nil, func(w *recordWorld, actor models.Actor, _ situation) error {
			_, err := w.WeeksToKeep(w.t.Context(), actor)
			return err
		}},
	}
}
