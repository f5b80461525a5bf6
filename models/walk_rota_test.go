package models_test

import (
	"slices"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/planner"
)

func init() {
	walkedOperations = slices.Concat(walkedOperations, draftWalk(), publicationWalk(), runWalk(), meetingWalk(), subscriptionWalk())
}

// laterWeek is a week in which nobody of the world is away.
var laterWeek = models.Week{Year: 2026, Number: 49}

// draftAt returns a fresh draft, publishedAt a published rota.
func (w *recordWorld) draftAt(at situation) models.Rota {
	return kept(w.CreateDraft(w.t.Context(), w.houseAt(at).administrator, laterWeek, nil))
}

func (w *recordWorld) publishedAt(at situation) models.Rota {
	h := w.houseAt(at)
	if h.published.ID == "" {
		h.published = w.draftAt(at)
		kept(w.Publish(w.t.Context(), h.administrator, h.published.ID, h.published.Revision))
	}
	return h.published
}

// onRotas is an operation on a rota of this facility or the other.
func onRotas(
	method string, resource models.Resource, action models.Action, rota func(*recordWorld, situation) models.Rota,
	try func(w *recordWorld, actor models.Actor, rotaID string) error,
) walkedOperation {
	return walkedOperation{method, resource, action, facilityRow, func(w *recordWorld, actor models.Actor, at situation) error {
		return try(w, actor, rota(w, at).ID)
	}}
}

func (w *recordWorld) anOperation() models.Operation {
	return models.Operation{Kind: models.OperationUnplan, Activity: w.here.own.duty.ID}
}

func draftWalk() []walkedOperation {
	reading := func(method string, try func(w *recordWorld, actor models.Actor, rotaID string) error) walkedOperation {
		return onRotas(method, models.ResourceDraft, models.ActionRead, (*recordWorld).draftAt, try)
	}
	changing := func(method string, try func(w *recordWorld, actor models.Actor, rotaID string) error) walkedOperation {
		return onRotas(method, models.ResourceDraft, models.ActionChange, (*recordWorld).draftAt, try)
	}
	return []walkedOperation{
		reading("CheckOperation", func(w *recordWorld, actor models.Actor, rotaID string) error {
			_, err := w.CheckOperation(w.t.Context(), actor, rotaID, w.anOperation())
			return err
		}),
		reading("Options", func(w *recordWorld, actor models.Actor, rotaID string) error {
			_, err := w.Options(w.t.Context(), actor, rotaID, planner.Ref{Activity: w.here.own.duty.ID}, 0)
			return err
		}),
		reading("Reasons", func(w *recordWorld, actor models.Actor, rotaID string) error {
			_, err := w.Reasons(w.t.Context(), actor, rotaID)
			return err
		}),
		reading("Explain", func(w *recordWorld, actor models.Actor, rotaID string) error {
			_, err := w.Explain(w.t.Context(), actor, rotaID, planner.Ref{Activity: w.here.own.duty.ID})
			return err
		}),
		reading("Recommend", func(w *recordWorld, actor models.Actor, rotaID string) error {
			_, err := w.Recommend(w.t.Context(), actor, rotaID, planner.Ref{Activity: w.here.own.duty.ID}, planner.KeepNothing)
			return err
		}),
		reading("Unblock", func(w *recordWorld, actor models.Actor, rotaID string) error {
			_, err := w.Unblock(w.t.Context(), actor, rotaID, planner.Ref{Activity: w.here.own.duty.ID})
			return err
		}),
		reading("Precheck", func(w *recordWorld, actor models.Actor, rotaID string) error {
			_, err := w.Precheck(w.t.Context(), actor, rotaID)
			return err
		}),
		reading("CompareRotas", func(w *recordWorld, actor models.Actor, rotaID string) error {
			_, err := w.CompareRotas(w.t.Context(), actor, rotaID, rotaID)
			return err
		}),
		changing("TakeDifferences", func(w *recordWorld, actor models.Actor, rotaID string) error {
			_, err := w.TakeDifferences(w.t.Context(), actor, rotaID, -1, rotaID, []planner.Ref{{Activity: w.here.own.duty.ID}})
			return err
		}),
		changing("CreateDraft", func(w *recordWorld, actor models.Actor, rotaID string) error {
			_, err := w.CreateDraft(w.t.Context(), actor, laterWeek, &rotaID)
			return err
		}),
		changing("ApplyOperations", func(w *recordWorld, actor models.Actor, rotaID string) error {
			_, err := w.ApplyOperations(w.t.Context(), actor, rotaID, -1, []models.Operation{w.anOperation()})
			return err
		}),
		changing("ApplyAllTheSame", func(w *recordWorld, actor models.Actor, rotaID string) error {
			_, err := w.ApplyAllTheSame(w.t.Context(), actor, rotaID, -1, []models.Operation{w.anOperation()}, "")
			return err
		}),
		changing("Undo", func(w *recordWorld, actor models.Actor, rotaID string) error {
			_, err := w.Undo(w.t.Context(), actor, rotaID, -1, false)
			return err
		}),
		changing("Redo", func(w *recordWorld, actor models.Actor, rotaID string) error {
			_, err := w.Redo(w.t.Context(), actor, rotaID, -1)
			return err
		}),
		reading("ListRestorePoints", func(w *recordWorld, actor models.Actor, rotaID string) error {
			_, err := w.ListRestorePoints(w.t.Context(), actor, rotaID)
			return err
		}),
		changing("KeepRestorePoint", func(w *recordWorld, actor models.Actor, rotaID string) error {
			_, err := w.KeepRestorePoint(w.t.Context(), actor, rotaID, "avant")
			return err
		}),
		changing("ReturnTo", func(w *recordWorld, actor models.Actor, rotaID string) error {
			_, err := w.ReturnTo(w.t.Context(), actor, rotaID, -1, "point")
			return err
		}),
		changing("DropRestorePoint", func(w *recordWorld, actor models.Actor, rotaID string) error {
			return w.DropRestorePoint(w.t.Context(), actor, rotaID, "point")
		}),
		changing("DeleteDraft", func(w *recordWorld, actor models.Actor, rotaID string) error {
			return w.DeleteDraft(w.t.Context(), actor, rotaID)
		}),
	}
}

func publicationWalk() []walkedOperation {
	return []walkedOperation{
		onRotas("PreviewPublication", models.ResourceDraft, models.ActionPublish, (*recordWorld).draftAt,
			func(w *recordWorld, actor models.Actor, rotaID string) error {
				_, err := w.PreviewPublication(w.t.Context(), actor, rotaID)
				return err
			}),
		onRotas("Publish", models.ResourceDraft, models.ActionPublish, (*recordWorld).draftAt,
			func(w *recordWorld, actor models.Actor, rotaID string) error {
				_, err := w.Publish(w.t.Context(), actor, rotaID, -1)
				return err
			}),
		onRotas("PublishTelling", models.ResourceDraft, models.ActionPublish, (*recordWorld).draftAt,
			func(w *recordWorld, actor models.Actor, rotaID string) error {
				_, err := w.PublishTelling(w.t.Context(), actor, rotaID, -1, models.PublicationWords{})
				return err
			}),
		{"Versions", models.ResourceDraft, models.ActionRead, nil, func(w *recordWorld, actor models.Actor, _ situation) error {
			_, err := w.Versions(w.t.Context(), actor, laterWeek)
			return err
		}},
		onRotas("ReadRota", models.ResourceRota, models.ActionRead, (*recordWorld).publishedAt,
			func(w *recordWorld, actor models.Actor, rotaID string) error {
				_, err := w.ReadRota(w.t.Context(), actor, rotaID)
				return err
			}),
		onRotas("RotaRevision", models.ResourceRota, models.ActionRead, (*recordWorld).publishedAt,
			func(w *recordWorld, actor models.Actor, rotaID string) error {
				_, err := w.RotaRevision(w.t.Context(), actor, rotaID)
				return err
			}),
		onRotas("PrintRota", models.ResourceRota, models.ActionRead, (*recordWorld).publishedAt,
			func(w *recordWorld, actor models.Actor, rotaID string) error {
				_, err := w.PrintRota(w.t.Context(), actor, rotaID, "team")
				return err
			}),
		{"ReadHouse", models.ResourceRota, models.ActionRead, nil, func(w *recordWorld, actor models.Actor, _ situation) error {
			_, err := w.ReadHouse(w.t.Context(), actor, laterWeek)
			return err
		}},
		{"WeekView", models.ResourceRota, models.ActionRead, nil, func(w *recordWorld, actor models.Actor, _ situation) error {
			_, err := w.WeekView(w.t.Context(), actor, laterWeek)
			return err
		}},
		{"WeekStandings", models.ResourceRota, models.ActionRead, nil, func(w *recordWorld, actor models.Actor, _ situation) error {
			_, err := w.WeekStandings(w.t.Context(), actor, laterWeek)
			return err
		}},
		{"Summaries", models.ResourceRota, models.ActionRead, nil, func(w *recordWorld, actor models.Actor, _ situation) error {
			_, err := w.Summaries(w.t.Context(), actor)
			return err
		}},
		{"MyWeek", models.ResourceMyWeek, models.ActionRead, []situation{rowOwn}, func(w *recordWorld, actor models.Actor, _ situation) error {
			_, err := w.MyWeek(w.t.Context(), actor, laterWeek)
			return err
		}},
		{"LookAtMyWeek", models.ResourceMyWeek, models.ActionChange, []situation{rowOwn}, func(w *recordWorld, actor models.Actor, _ situation) error {
			return w.LookAtMyWeek(w.t.Context(), actor, laterWeek, 0)
		}},
		{"FoundHouse", models.ResourceInstallation, models.ActionChange, nil, func(w *recordWorld, actor models.Actor, _ situation) error {
			facility := aFacility("Ailleurs")
			facility.ID = models.NewID()
			return w.FoundHouse(w.t.Context(), actor, &models.HouseRecords{Facility: facility})
		}},
	}
}

func runWalk() []walkedOperation {
	run := func(w *recordWorld, at situation) models.PlanRun {
		h := w.houseAt(at)
		if h.run.ID == "" {
			h.run = kept(w.CreatePlanRun(w.t.Context(), h.administrator, w.draftAt(at).ID, models.RunRequest{Scope: models.ScopeGaps, Seconds: 5}))
		}
		return h.run
	}
	return []walkedOperation{
		onRotas("CreatePlanRun", models.ResourcePlanRun, models.ActionChange, (*recordWorld).draftAt,
			func(w *recordWorld, actor models.Actor, rotaID string) error {
				_, err := w.CreatePlanRun(w.t.Context(), actor, rotaID, models.RunRequest{Scope: models.ScopeGaps, Seconds: 5})
				return err
			}),
		{"ReadPlanRun", models.ResourcePlanRun, models.ActionRead, facilityRow, func(w *recordWorld, actor models.Actor, at situation) error {
			_, err := w.ReadPlanRun(w.t.Context(), actor, run(w, at).ID)
			return err
		}},
		{"ReadRunBest", models.ResourcePlanRun, models.ActionRead, facilityRow, func(w *recordWorld, actor models.Actor, at situation) error {
			_, err := w.ReadRunBest(w.t.Context(), actor, run(w, at).ID)
			return err
		}},
		{"RequestStop", models.ResourcePlanRun, models.ActionChange, facilityRow, func(w *recordWorld, actor models.Actor, at situation) error {
			_, err := w.RequestStop(w.t.Context(), actor, run(w, at).ID)
			return err
		}},
	}
}

func meetingWalk() []walkedOperation {
	fresh := func(w *recordWorld, at situation) models.NewPartnerMeeting {
		w.counter++
		return models.NewPartnerMeeting{
			Title: "Point", Required: []string{w.cornerAt(at).professional.ID}, Duration: 15, Date: laterWeek.Day(0), Start: 540 + w.counter%30*15,
		}
	}
	standing := func(w *recordWorld, at situation) models.PartnerMeeting {
		if w.meetings == nil {
			w.meetings = map[situation]models.PartnerMeeting{}
		}
		if _, known := w.meetings[at]; !known {
			w.meetings[at] = kept(w.CreatePartnerMeeting(w.t.Context(), w.houseAt(at).administrator, fresh(w, at)))
		}
		return w.meetings[at]
	}
	return []walkedOperation{
		{
			"ListPartnerMeetings", models.ResourcePartnerMeeting, models.ActionRead,
			[]situation{rowOwn, rowOther, rowForeign},
			func(w *recordWorld, actor models.Actor, at situation) error {
				wanted := standing(w, at).ID
				meetings, err := w.ListPartnerMeetings(w.t.Context(), actor, laterWeek.Day(0), laterWeek.Day(6))
				if err == nil && !slices.ContainsFunc(meetings, func(m models.PartnerMeeting) bool { return m.ID == wanted }) {
					err = models.NotFound(models.ResourcePartnerMeeting)
				}
				return err
			},
		},
		changing("FindSlots", models.ResourcePartnerMeeting, facilityRow, func(w *recordWorld, actor models.Actor, at situation) error {
			_, err := w.FindSlots(w.t.Context(), actor, models.SlotRequest{
				Required: []string{w.cornerAt(at).professional.ID}, Duration: 60, From: laterWeek.Day(0), To: laterWeek.Day(4),
			})
			return err
		}),
		changing("CreatePartnerMeeting", models.ResourcePartnerMeeting, facilityRow, func(w *recordWorld, actor models.Actor, at situation) error {
			_, err := w.CreatePartnerMeeting(w.t.Context(), actor, fresh(w, at))
			return err
		}),
		changing("CancelPartnerMeeting", models.ResourcePartnerMeeting, facilityRow, func(w *recordWorld, actor models.Actor, at situation) error {
			return w.CancelPartnerMeeting(w.t.Context(), actor, standing(w, at).ID)
		}),
	}
}

func subscriptionWalk() []walkedOperation {
	rows := []situation{rowOwn, rowOther, rowForeign}
	maker := func(w *recordWorld, at situation) models.Actor {
		actor := w.houseAt(at).administrator
		if at == rowOther {
			actor.AccountID = "" // made by the program
		}
		return actor
	}
	standing := func(w *recordWorld, at situation) models.CalendarSubscription {
		subscription, _, err := w.AddSubscription(w.t.Context(), maker(w, at), models.SubjectProfessional, w.cornerAt(at).professional.ID, "Agenda", models.FeedBusy)
		return kept(subscription, err)
	}
	return []walkedOperation{
		listed("ListSubscriptions", models.ResourceSubscription, rows,
			func(w *recordWorld, at situation) string { return standing(w, at).ID },
			func(c *models.CalendarSubscription) string { return c.ID }, (*models.Store).ListSubscriptions),
		changing("AddSubscription", models.ResourceSubscription, rows, func(w *recordWorld, actor models.Actor, at situation) error {
			_, _, err := w.AddSubscription(w.t.Context(), actor, models.SubjectProfessional, w.cornerAt(at).professional.ID, "Agenda", models.FeedBusy)
			return err
		}),
		changing("RevokeSubscription", models.ResourceSubscription, rows, func(w *recordWorld, actor models.Actor, at situation) error {
			return w.RevokeSubscription(w.t.Context(), actor, standing(w, at).ID)
		}),
	}
}
