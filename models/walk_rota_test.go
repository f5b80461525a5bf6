package models_test

import (
	"slices"
	"sync"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/planner"
)

func init() {
	walkedOperations = slices.Concat(walkedOperations, weekWalk(), draftWalk(), runWalk(), meetingWalk(), subscriptionWalk())
	for _, method := range []string{"EnqueueJob", "ClaimJob", "HeartbeatJob", "FinishJob", "FailJob"} {
		actorless[method] = "the program's own work"
	}
	for _, method := range []string{"LoadPlanRun", "ReportProgress", "SaveOutcome", "FailPlanRun"} {
		actorless[method] = "a worker who holds the lease of the run's job"
	}
	actorless["FeedEntries"] = "the token is the right"
}

// plannedWorld is what the walk of rotas needs beside the records: rotas of both houses, and the account of the walkers.
type plannedWorld struct {
	published, draft map[situation]models.Rota
	run              map[situation]models.PlanRun
	mine, another    models.CalendarSubscription
	foreign          models.CalendarSubscription
}

var plannedWorlds sync.Map // *recordWorld → *plannedWorld

// plan returns the rotas of a world, made at the first call.
func (w *recordWorld) plan() *plannedWorld {
	if known, ok := plannedWorlds.Load(w); ok {
		return known.(*plannedWorld) //nolint:forcetypeassert // nothing else is in it
	}
	ctx := w.t.Context()
	third := smallHouse("third-")
	third.Accounts[0].ID = "account"
	if err := w.FoundHouse(ctx, models.SystemActor(""), third); err != nil {
		w.t.Fatal(err)
	}
	p := &plannedWorld{published: map[situation]models.Rota{}, draft: map[situation]models.Rota{}, run: map[situation]models.PlanRun{}}
	for _, at := range facilityRow {
		p.published[at] = w.newDraft(at)
		kept(w.Publish(ctx, w.systemAt(at), p.published[at].ID, 0))
		p.draft[at] = w.newDraft(at)
		p.run[at] = kept(w.CreatePlanRun(ctx, w.systemAt(at), p.draft[at].ID, models.ScopeAll, 10))
	}
	subscribe := func(actor models.Actor, professional string) models.CalendarSubscription {
		subscription, _, err := w.AddSubscription(ctx, actor, models.SubjectProfessional, professional, "", models.FeedBusy)
		return kept(subscription, err)
	}
	own := w.systemAt(rowOther)
	own.AccountID = "account"
	p.mine, p.another = subscribe(own, w.here.own.professional.ID), subscribe(w.systemAt(rowOther), w.here.other.professional.ID)
	p.foreign = subscribe(w.systemAt(rowForeign), w.foreign.own.professional.ID)
	plannedWorlds.Store(w, p)
	return p
}

func (w *recordWorld) systemAt(at situation) models.Actor {
	return models.SystemActor(w.houseAt(at).facility.ID)
}

func (w *recordWorld) newDraft(at situation) models.Rota {
	return kept(w.CreateDraft(w.t.Context(), w.systemAt(at), week48, nil))
}

// newMeeting makes a partner meeting of a person, in a week of its own.
func (w *recordWorld) newMeeting(at situation) models.PartnerMeeting {
	return kept(w.CreatePartnerMeeting(w.t.Context(), w.systemAt(at), w.aMeeting(at)))
}

func (w *recordWorld) aMeeting(at situation) models.NewPartnerMeeting {
	w.counter++
	week := week48
	for range w.counter {
		week = week.Next()
	}
	holiday := func(h models.PublicHoliday) bool { return h.Date == week.Day(0) }
	if slices.ContainsFunc(models.PublicHolidays(week.Monday().Year(), "43"), holiday) {
		return w.aMeeting(at)
	}
	return models.NewPartnerMeeting{Title: "ESS", Required: []string{w.cornerAt(at).professional.ID}, Duration: 45, Date: week.Day(0), Start: 600}
}

func weekWalk() []walkedOperation {
	return []walkedOperation{
		{"ReadHouse", models.ResourceRota, models.ActionRead, nil, func(w *recordWorld, actor models.Actor, _ situation) error {
			_, err := w.ReadHouse(w.t.Context(), actor, week48)
			return err
		}},
		{"WeekView", models.ResourceRota, models.ActionRead, nil, func(w *recordWorld, actor models.Actor, _ situation) error {
			_, err := w.WeekView(w.t.Context(), actor, week48)
			return err
		}},
		{"Summaries", models.ResourceRota, models.ActionRead, nil, func(w *recordWorld, actor models.Actor, _ situation) error {
			_, err := w.Summaries(w.t.Context(), actor)
			return err
		}},
		{"ReadRota", models.ResourceRota, models.ActionRead, facilityRow, func(w *recordWorld, actor models.Actor, at situation) error {
			_, err := w.ReadRota(w.t.Context(), actor, w.plan().published[at].ID)
			return err
		}},
		{"MyWeek", models.ResourceMyWeek, models.ActionRead, nil, func(w *recordWorld, actor models.Actor, _ situation) error {
			_, err := w.MyWeek(w.t.Context(), actor, week48)
			return err
		}},
	}
}

// onDraft is a try on a draft.
func onDraft(method string, action models.Action, try func(w *recordWorld, actor models.Actor, rotaID string) error) walkedOperation {
	return walkedOperation{method, models.ResourceDraft, action, facilityRow, func(w *recordWorld, actor models.Actor, at situation) error {
		return try(w, actor, w.plan().draft[at].ID)
	}}
}

func draftWalk() []walkedOperation {
	read, change, publish := models.ActionRead, models.ActionChange, models.ActionPublish
	operation := models.Operation{Kind: models.OperationUnplan, Activity: "nothing"}
	return []walkedOperation{
		{"CreateDraft", models.ResourceDraft, change, facilityRow, func(w *recordWorld, actor models.Actor, at situation) error {
			id := w.plan().published[at].ID
			_, err := w.CreateDraft(w.t.Context(), actor, week48, &id)
			return err
		}},
		{"DeleteDraft", models.ResourceDraft, change, facilityRow, func(w *recordWorld, actor models.Actor, at situation) error {
			return w.DeleteDraft(w.t.Context(), actor, w.newDraft(at).ID)
		}},
		onDraft("ApplyOperations", change, func(w *recordWorld, actor models.Actor, rotaID string) error {
			_, err := w.ApplyOperations(w.t.Context(), actor, rotaID, -1, []models.Operation{operation})
			return err
		}),
		onDraft("Undo", change, func(w *recordWorld, actor models.Actor, rotaID string) error {
			_, err := w.Undo(w.t.Context(), actor, rotaID, 0)
			return err
		}),
		onDraft("Redo", change, func(w *recordWorld, actor models.Actor, rotaID string) error {
			_, err := w.Redo(w.t.Context(), actor, rotaID, 0)
			return err
		}),
		onDraft("CheckOperation", read, func(w *recordWorld, actor models.Actor, rotaID string) error {
			_, err := w.CheckOperation(w.t.Context(), actor, rotaID, models.Operation{Activity: w.here.own.meeting.ID})
			return err
		}),
		onDraft("Options", read, func(w *recordWorld, actor models.Actor, rotaID string) error {
			_, err := w.Options(w.t.Context(), actor, rotaID, planner.Ref{Activity: w.here.own.meeting.ID}, 0)
			return err
		}),
		onDraft("Reasons", read, func(w *recordWorld, actor models.Actor, rotaID string) error {
			_, err := w.Reasons(w.t.Context(), actor, rotaID)
			return err
		}),
		onDraft("PreviewPublication", publish, func(w *recordWorld, actor models.Actor, rotaID string) error {
			_, err := w.PreviewPublication(w.t.Context(), actor, rotaID)
			return err
		}),
		onDraft("Publish", publish, func(w *recordWorld, actor models.Actor, rotaID string) error {
			_, err := w.Publish(w.t.Context(), actor, rotaID, -1)
			return err
		}),
	}
}

func runWalk() []walkedOperation {
	return []walkedOperation{
		{"CreatePlanRun", models.ResourcePlanRun, models.ActionChange, facilityRow, func(w *recordWorld, actor models.Actor, at situation) error {
			_, err := w.CreatePlanRun(w.t.Context(), actor, w.plan().draft[at].ID, models.ScopeAll, 10)
			return err
		}},
		{"ReadPlanRun", models.ResourcePlanRun, models.ActionRead, facilityRow, func(w *recordWorld, actor models.Actor, at situation) error {
			_, err := w.ReadPlanRun(w.t.Context(), actor, w.plan().run[at].ID)
			return err
		}},
		{"RequestStop", models.ResourcePlanRun, models.ActionChange, facilityRow, func(w *recordWorld, actor models.Actor, at situation) error {
			_, err := w.RequestStop(w.t.Context(), actor, w.plan().run[at].ID)
			return err
		}},
	}
}

func meetingWalk() []walkedOperation {
	read, change := models.ActionRead, models.ActionChange
	return []walkedOperation{
		{"FindSlots", models.ResourcePartnerMeeting, change, facilityRow, func(w *recordWorld, actor models.Actor, at situation) error {
			_, err := w.FindSlots(w.t.Context(), actor, tuesday(w.cornerAt(at).professional.ID))
			return err
		}},
		{"CreatePartnerMeeting", models.ResourcePartnerMeeting, change, facilityRow, func(w *recordWorld, actor models.Actor, at situation) error {
			_, err := w.CreatePartnerMeeting(w.t.Context(), actor, w.aMeeting(at))
			return err
		}},
		{"CancelPartnerMeeting", models.ResourcePartnerMeeting, change, facilityRow, func(w *recordWorld, actor models.Actor, at situation) error {
			return w.CancelPartnerMeeting(w.t.Context(), actor, w.newMeeting(at).ID)
		}},
		{"ListPartnerMeetings", models.ResourcePartnerMeeting, read, []situation{rowOwn, rowOther, rowForeign}, func(w *recordWorld, actor models.Actor, at situation) error {
			meeting := w.newMeeting(at)
			meetings, err := w.ListPartnerMeetings(w.t.Context(), actor, meeting.Date, meeting.Date)
			if err == nil && !slices.ContainsFunc(meetings, func(m models.PartnerMeeting) bool { return m.ID == meeting.ID }) {
				err = models.NotFound(models.ResourcePartnerMeeting)
			}
			return err
		}},
	}
}

func subscriptionWalk() []walkedOperation {
	at := []situation{rowOwn, rowOther, rowForeign}
	row := func(w *recordWorld, at situation) models.CalendarSubscription {
		switch p := w.plan(); at {
		case rowOwn:
			return p.mine
		case rowForeign:
			return p.foreign
		default:
			return p.another
		}
	}
	return []walkedOperation{
		listed("ListSubscriptions", models.ResourceSubscription, at,
			func(w *recordWorld, at situation) string { return row(w, at).ID },
			func(s *models.CalendarSubscription) string { return s.ID }, (*models.Store).ListSubscriptions),
		{"AddSubscription", models.ResourceSubscription, models.ActionChange, everyRow, func(w *recordWorld, actor models.Actor, at situation) error {
			_, _, err := w.AddSubscription(w.t.Context(), actor, models.SubjectProfessional, w.cornerAt(at).professional.ID, "", models.FeedBusy)
			return err
		}},
		{"RevokeSubscription", models.ResourceSubscription, models.ActionChange, at, func(w *recordWorld, actor models.Actor, at situation) error {
			maker := w.systemAt(at)
			if at == rowOwn {
				maker.AccountID = "account"
			}
			w.plan()
			fresh, _, err := w.AddSubscription(w.t.Context(), maker, models.SubjectProfessional, w.cornerAt(at).professional.ID, "", models.FeedBusy)
			if err != nil {
				return err
			}
			return w.RevokeSubscription(w.t.Context(), actor, fresh.ID)
		}},
	}
}
