package models_test

import (
	"context"
	"slices"
	"time"

	"github.com/maillage-dime/maillage/models"
)

var (
	everyRow    = []situation{rowOwn, rowTeam, rowOther, rowForeign}
	facilityRow = []situation{rowOther, rowForeign} // things that are nobody's and no team's
)

func init() {
	walkedOperations = slices.Concat(walkedOperations, stateWalk(), facilityWalk(), placeWalk(), peopleWalk(), childWalk(), demandWalk(), partnerWalk(), accountWalk())
}

// houseAt and cornerAt return where a row of the situation is.
func (w *recordWorld) houseAt(at situation) *recordHouse {
	if at == rowForeign {
		return &w.foreign
	}
	return &w.here
}

func (w *recordWorld) cornerAt(at situation) *recordCorner {
	switch at {
	case rowOwn:
		return &w.here.own
	case rowTeam:
		return &w.here.team
	case rowForeign:
		return &w.foreign.own
	default:
		return &w.here.other
	}
}

// listed is a try to see a row in a list.
func listed[T any](
	method string, resource models.Resource, situations []situation, id func(*recordWorld, situation) string,
	of func(*T) string, list func(*models.Store, context.Context, models.Actor) ([]T, error),
) walkedOperation {
	return walkedOperation{method, resource, models.ActionRead, situations, func(w *recordWorld, actor models.Actor, at situation) error {
		wanted := id(w, at)
		rows, err := list(w.Store, w.t.Context(), actor)
		if err == nil && !slices.ContainsFunc(rows, func(row T) bool { return of(&row) == wanted }) {
			err = models.NotFound(resource)
		}
		return err
	}}
}

// archived is a try to archive a row at a version it never had: who is let in is told that it is stale, and nothing happens.
func archived(
	method string, resource models.Resource, situations []situation, id func(*recordWorld, situation) string,
	archive func(*models.Store, context.Context, models.Actor, string, int) error,
) walkedOperation {
	return changing(method, resource, situations, func(w *recordWorld, actor models.Actor, at situation) error {
		return archive(w.Store, w.t.Context(), actor, id(w, at), -1)
	})
}

func changing(
	method string, resource models.Resource, situations []situation, try func(w *recordWorld, actor models.Actor, at situation) error,
) walkedOperation {
	return walkedOperation{method, resource, models.ActionChange, situations, try}
}

// updated is a try to update a row at a version it never had.
func updated[T any](
	method string, resource models.Resource, situations []situation, row func(*recordWorld, situation) T,
	base func(*T) *models.Record, update func(*models.Store, context.Context, models.Actor, T) (T, error),
) walkedOperation {
	return changing(method, resource, situations, func(w *recordWorld, actor models.Actor, at situation) error {
		wanted := row(w, at)
		base(&wanted).Version = -1
		_, err := update(w.Store, w.t.Context(), actor, wanted)
		return err
	})
}

// made is a try to create a row that would stand in the situation.
func made[T any](
	method string, resource models.Resource, situations []situation, row func(*recordWorld, situation) T,
	create func(*models.Store, context.Context, models.Actor, T) (T, error),
) walkedOperation {
	return changing(method, resource, situations, func(w *recordWorld, actor models.Actor, at situation) error {
		_, err := create(w.Store, w.t.Context(), actor, row(w, at))
		return err
	})
}

// recordWalk is the walk of a kind of record: everything that can be done with one.
func recordWalk[T any](
	method string, resource models.Resource, read, create, change []situation,
	row func(*recordWorld, situation) T, fresh func(*recordWorld, situation) T, base func(*T) *models.Record,
	records func(*models.Store) models.Records[T],
) []walkedOperation {
	id := func(w *recordWorld, at situation) string {
		r := row(w, at)
		return base(&r).ID
	}
	reading := func(try func(models.Records[T], context.Context, models.Actor, string) error) walkedOperation {
		return walkedOperation{method, resource, models.ActionRead, read, func(w *recordWorld, actor models.Actor, at situation) error {
			return try(records(w.Store), w.t.Context(), actor, id(w, at))
		}}
	}
	changingAt := func(try func(models.Records[T], context.Context, models.Actor, string, int) (T, error)) walkedOperation {
		return archived(method, resource, change, id, func(s *models.Store, ctx context.Context, actor models.Actor, id string, version int) error {
			_, err := try(records(s), ctx, actor, id, version)
			return err
		})
	}
	return []walkedOperation{
		listed(method, resource, read, id, func(shown *models.Shown[T]) string { return base(&shown.Record).ID },
			func(s *models.Store, ctx context.Context, actor models.Actor) ([]models.Shown[T], error) {
				return records(s).List(ctx, actor, true)
			}),
		reading(func(r models.Records[T], ctx context.Context, actor models.Actor, id string) error {
			_, err := r.Read(ctx, actor, id)
			return err
		}),
		reading(func(r models.Records[T], ctx context.Context, actor models.Actor, id string) error {
			_, err := r.History(ctx, actor, id)
			return err
		}),
		made(method, resource, create, fresh, func(s *models.Store, ctx context.Context, actor models.Actor, row T) (T, error) {
			return records(s).Create(ctx, actor, row)
		}),
		updated(method, resource, change, row, base, func(s *models.Store, ctx context.Context, actor models.Actor, row T) (T, error) {
			return records(s).Update(ctx, actor, row)
		}),
		changingAt(models.Records[T].Archive), changingAt(models.Records[T].Restore), changingAt(models.Records[T].Undo),
	}
}

// fourWalk is the walk of a kind of record that has methods of the store's own beside: its list, create, update and archive.
func fourWalk[T any](
	name, plural string, resource models.Resource, read, create, change []situation,
	row func(*recordWorld, situation) T, fresh func(*recordWorld, situation) T, base func(*T) *models.Record,
	records func(*models.Store) models.Records[T],
	list func(*models.Store, context.Context, models.Actor) ([]T, error),
	creating, updating func(*models.Store, context.Context, models.Actor, T) (T, error),
	archive func(*models.Store, context.Context, models.Actor, string, int) error,
) []walkedOperation {
	id := func(w *recordWorld, at situation) string {
		r := row(w, at)
		return base(&r).ID
	}
	return append(recordWalk(plural, resource, read, create, change, row, fresh, base, records),
		listed("List"+plural, resource, read, id, func(r *T) string { return base(r).ID }, list),
		made("Create"+name, resource, create, fresh, creating),
		updated("Update"+name, resource, change, row, base, updating),
		archived("Archive"+name, resource, change, id, archive),
	)
}

func facilityWalk() []walkedOperation {
	return slices.Concat([]walkedOperation{
		{"Facilities", models.ResourceInstallation, models.ActionRead, nil, func(w *recordWorld, actor models.Actor, _ situation) error {
			_, err := w.Facilities(w.t.Context(), actor)
			return err
		}},
		{"CreateFacility", models.ResourceInstallation, models.ActionChange, nil, func(w *recordWorld, actor models.Actor, _ situation) error {
			_, err := w.CreateFacility(w.t.Context(), actor, aFacility("Ailleurs"))
			return err
		}},
		{"StartHouse", models.ResourceInstallation, models.ActionChange, nil, func(w *recordWorld, actor models.Actor, _ situation) error {
			_, err := w.StartHouse(w.t.Context(), actor, aFacility("Ailleurs"))
			return err
		}},
		{"FoundHouse", models.ResourceInstallation, models.ActionChange, nil, func(w *recordWorld, actor models.Actor, _ situation) error {
			return w.FoundHouse(w.t.Context(), actor, smallHouse(w.fresh("house-")))
		}},
		{"FacilityByID", models.ResourceFacility, models.ActionRead, nil, func(w *recordWorld, actor models.Actor, _ situation) error {
			_, err := w.FacilityByID(w.t.Context(), actor)
			return err
		}},
		changing("UpdateFacility", models.ResourceFacility, facilityRow, func(w *recordWorld, actor models.Actor, at situation) error {
			facility := w.houseAt(at).facility
			facility.Version = -1
			_, err := w.UpdateFacility(w.t.Context(), actor, facility)
			return err
		}),
		{"AuditTrail", models.ResourceAudit, models.ActionRead, facilityRow, func(w *recordWorld, actor models.Actor, at situation) error {
			trail, err := w.AuditTrail(w.t.Context(), actor, models.ResourcePlace, w.houseAt(at).site.ID)
			if err == nil && len(trail) == 0 {
				err = models.NotFound(models.ResourceAudit)
			}
			return err
		}},
	}, recordWalk("Settings", models.ResourceFacility, facilityRow, []situation{rowOther}, facilityRow,
		func(w *recordWorld, at situation) models.Facility { return w.houseAt(at).facility },
		func(*recordWorld, situation) models.Facility { return aFacility("Ailleurs") },
		func(f *models.Facility) *models.Record { return &f.Record }, (*models.Store).Settings,
	), recordWalk("Units", models.ResourceUnit, facilityRow, []situation{rowOther}, facilityRow,
		func(w *recordWorld, at situation) models.ServiceUnit { return w.houseAt(at).unit },
		func(*recordWorld, situation) models.ServiceUnit {
			return models.ServiceUnit{Name: "SESSAD", Kind: "sessad"}
		},
		func(u *models.ServiceUnit) *models.Record { return &u.Record }, (*models.Store).Units,
	), fourWalk("Modality", "Modalities", models.ResourceModality, facilityRow, nil, facilityRow,
		func(w *recordWorld, at situation) models.CareModality { return w.houseAt(at).modality },
		func(w *recordWorld, _ situation) models.CareModality {
			w.counter++
			return models.CareModality{Code: string([]byte{'A' + byte(w.counter/26%26), 'A' + byte(w.counter%26)}), Name: "Modalité"}
		},
		func(m *models.CareModality) *models.Record { return &m.Record },
		(*models.Store).Modalities, (*models.Store).ListModalities, (*models.Store).CreateModality, (*models.Store).UpdateModality, (*models.Store).ArchiveModality))
}

func placeWalk() []walkedOperation {
	return slices.Concat(fourWalk("Place", "Places", models.ResourcePlace, facilityRow, []situation{rowOther}, facilityRow,
		func(w *recordWorld, at situation) models.Place { return w.houseAt(at).site },
		func(*recordWorld, situation) models.Place {
			return models.Place{Kind: models.PlaceHome, Name: "Domicile"}
		},
		func(p *models.Place) *models.Record { return &p.Record },
		(*models.Store).Places, (*models.Store).ListPlaces, (*models.Store).CreatePlace, (*models.Store).UpdatePlace, (*models.Store).ArchivePlace,
	), fourWalk("Room", "Rooms", models.ResourceRoom, facilityRow, facilityRow, facilityRow,
		func(w *recordWorld, at situation) models.Room { return w.houseAt(at).room },
		func(w *recordWorld, at situation) models.Room {
			return models.Room{PlaceID: w.houseAt(at).site.ID, Name: w.fresh("Salle ")}
		},
		func(r *models.Room) *models.Record { return &r.Record },
		(*models.Store).Rooms, (*models.Store).ListRooms, (*models.Store).CreateRoom, (*models.Store).UpdateRoom, (*models.Store).ArchiveRoom,
	), closedDayWalk(), travelWalk())
}

func travelWalk() []walkedOperation {
	fresh := func(w *recordWorld, at situation) models.TravelOverride {
		h := w.houseAt(at)
		to := kept(w.CreatePlace(w.t.Context(), h.administrator, models.Place{Kind: models.PlaceHome, Name: "Domicile"}))
		return models.TravelOverride{FromPlaceID: h.site.ID, ToPlaceID: to.ID, Minutes: 12}
	}
	return recordWalk("TravelOverrides", models.ResourceTravel, facilityRow, facilityRow, facilityRow,
		func(w *recordWorld, at situation) models.TravelOverride {
			return kept(w.TravelOverrides().Create(w.t.Context(), w.houseAt(at).administrator, fresh(w, at)))
		}, fresh, func(o *models.TravelOverride) *models.Record { return &o.Record }, (*models.Store).TravelOverrides)
}

func closedDayWalk() []walkedOperation {
	day := func(w *recordWorld, at situation) models.ClosedDay {
		w.counter++
		date := time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, w.counter).Format("2006-01-02")
		return models.ClosedDay{PlaceID: &w.houseAt(at).site.ID, Date: date, Label: "Pont"}
	}
	kept := func(w *recordWorld, at situation) models.ClosedDay {
		return kept(w.CreateClosedDay(w.t.Context(), w.houseAt(at).administrator, day(w, at)))
	}
	return fourWalk("ClosedDay", "ClosedDays", models.ResourceClosedDay, facilityRow, facilityRow, facilityRow, kept, day,
		func(d *models.ClosedDay) *models.Record { return &d.Record },
		(*models.Store).ClosedDays, (*models.Store).ListClosedDays, (*models.Store).CreateClosedDay, (*models.Store).UpdateClosedDay, (*models.Store).ArchiveClosedDay)
}

func peopleWalk() []walkedOperation {
	teams := []situation{rowTeam, rowOther, rowForeign}
	teamAt := func(w *recordWorld, at situation) models.Team {
		if at == rowTeam {
			return w.here.teamOwn
		}
		return w.houseAt(at).teamOther
	}
	return slices.Concat(fourWalk("Team", "Teams", models.ResourceTeam, []situation{rowOther, rowForeign}, []situation{rowOther}, teams, teamAt,
		func(w *recordWorld, _ situation) models.Team {
			return models.Team{Code: w.fresh("E"), Name: "Équipe", Kind: models.TeamResource}
		},
		func(t *models.Team) *models.Record { return &t.Record },
		(*models.Store).Teams, (*models.Store).ListTeams, (*models.Store).CreateTeam, (*models.Store).UpdateTeam, (*models.Store).ArchiveTeam,
	), fourWalk("Professional", "Professionals", models.ResourceProfessional, everyRow, []situation{rowOther}, everyRow,
		func(w *recordWorld, at situation) models.Professional { return w.cornerAt(at).professional },
		func(w *recordWorld, at situation) models.Professional {
			return aProfessional(w.houseAt(at).site.ID, "Nora")
		},
		func(p *models.Professional) *models.Record { return &p.Record },
		(*models.Store).Professionals, (*models.Store).ListProfessionals, (*models.Store).CreateProfessional, (*models.Store).UpdateProfessional, (*models.Store).ArchiveProfessional,
	), []walkedOperation{
		listed("ListColleagues", models.ResourceColleague, facilityRow,
			func(w *recordWorld, at situation) string { return w.cornerAt(at).professional.ID },
			func(c *models.Colleague) string { return c.ID }, (*models.Store).ListColleagues),
	}, absenceWalk())
}

func absenceWalk() []walkedOperation {
	absences := []situation{rowOwn, rowTeam, rowOther, rowForeign}
	// A coordinator's own are those of the children they coordinate; what a professional reads are their own.
	ofChild := func(w *recordWorld, at situation) models.Absence {
		if at == rowTeam {
			return w.cornerAt(at).absence
		}
		return w.cornerAt(at).childAbsence
	}
	walk := fourWalk("Absence", "Absences", models.ResourceAbsence, absences, absences, absences, ofChild,
		func(w *recordWorld, at situation) models.Absence { return anAbsence(nil, &w.cornerAt(at).child.ID) },
		func(a *models.Absence) *models.Record { return &a.Record },
		(*models.Store).Absences, (*models.Store).ListAbsences, (*models.Store).CreateAbsence, (*models.Store).UpdateAbsence, (*models.Store).ArchiveAbsence)
	// What is read are absences of staff: see above.
	walk = slices.DeleteFunc(walk, func(o walkedOperation) bool { return o.action == models.ActionRead })
	return append(walk, listed("ListAbsences", models.ResourceAbsence, absences,
		func(w *recordWorld, at situation) string { return w.cornerAt(at).absence.ID },
		func(a *models.Absence) string { return a.ID }, (*models.Store).ListAbsences),
		walkedOperation{"Absences", models.ResourceAbsence, models.ActionRead, absences, func(w *recordWorld, actor models.Actor, at situation) error {
			_, err := w.Absences().Read(w.t.Context(), actor, w.cornerAt(at).absence.ID)
			return err
		}})
}

func childWalk() []walkedOperation {
	child := func(w *recordWorld, at situation) models.Child { return w.cornerAt(at).child }
	fresh := func(w *recordWorld, at situation) models.Child {
		child := aChild(w.houseAt(at).site.ID, "Inès")
		child.KeyWorkerID, child.CaseCoordinatorID = nil, &w.cornerAt(at).professional.ID
		if at == rowTeam {
			child.KeyWorkerID = child.CaseCoordinatorID
		}
		return child
	}
	return fourWalk("Child", "Children", models.ResourceChild, everyRow, everyRow, everyRow, child, fresh,
		func(c *models.Child) *models.Record { return &c.Record },
		(*models.Store).Children, (*models.Store).ListChildren, (*models.Store).CreateChild, (*models.Store).UpdateChild, (*models.Store).ArchiveChild)
}

func demandWalk() []walkedOperation {
	shared := []situation{rowTeam, rowOther, rowForeign}
	demandAt := func(w *recordWorld, at situation) models.Demand { return aDemand(w.cornerAt(at).professional.ID) }
	return slices.Concat(fourWalk("Group", "Groups", models.ResourceGroup, shared, shared, shared,
		func(w *recordWorld, at situation) models.ChildGroup { return w.cornerAt(at).group },
		func(w *recordWorld, at situation) models.ChildGroup {
			return models.ChildGroup{Name: "Groupe", ChildIDs: []string{w.cornerAt(at).child.ID}}
		},
		func(g *models.ChildGroup) *models.Record { return &g.Record },
		(*models.Store).Groups, (*models.Store).ListGroups, (*models.Store).CreateGroup, (*models.Store).UpdateGroup, (*models.Store).ArchiveGroup,
	), fourWalk("Need", "Needs", models.ResourceNeed, everyRow, everyRow, everyRow,
		func(w *recordWorld, at situation) models.Need { return w.cornerAt(at).need },
		func(w *recordWorld, at situation) models.Need {
			return models.Need{Demand: demandAt(w, at), Kind: models.NeedSession, ChildID: &w.cornerAt(at).child.ID}
		},
		func(n *models.Need) *models.Record { return &n.Record },
		(*models.Store).Needs, (*models.Store).ListNeeds, (*models.Store).CreateNeed, (*models.Store).UpdateNeed, (*models.Store).ArchiveNeed,
	), fourWalk("Duty", "Duties", models.ResourceDuty, shared, shared, shared,
		func(w *recordWorld, at situation) models.StandingDuty { return w.cornerAt(at).duty },
		func(w *recordWorld, at situation) models.StandingDuty {
			return models.StandingDuty{Demand: demandAt(w, at)}
		},
		func(d *models.StandingDuty) *models.Record { return &d.Record },
		(*models.Store).Duties, (*models.Store).ListDuties, (*models.Store).CreateDuty, (*models.Store).UpdateDuty, (*models.Store).ArchiveDuty,
	), fourWalk("RecurringMeeting", "RecurringMeetings", models.ResourceRecurringMeeting, shared, shared, shared,
		func(w *recordWorld, at situation) models.RecurringMeeting { return w.cornerAt(at).meeting },
		func(w *recordWorld, at situation) models.RecurringMeeting {
			return models.RecurringMeeting{Demand: demandAt(w, at), Kind: models.MeetingTogether}
		},
		func(m *models.RecurringMeeting) *models.Record { return &m.Record },
		(*models.Store).RecurringMeetings, (*models.Store).ListRecurringMeetings, (*models.Store).CreateRecurringMeeting, (*models.Store).UpdateRecurringMeeting,
		(*models.Store).ArchiveRecurringMeeting,
	), recordWalk("ProtectedTimes", models.ResourceProtectedTime, shared, shared, shared,
		func(w *recordWorld, at situation) models.ProtectedTime { return w.cornerAt(at).protected },
		func(w *recordWorld, at situation) models.ProtectedTime {
			return aProtectedTime(w.cornerAt(at).professional.ID)
		},
		func(p *models.ProtectedTime) *models.Record { return &p.Record }, (*models.Store).ProtectedTimes))
}

func partnerWalk() []walkedOperation {
	fresh := func(w *recordWorld, at situation) models.Partner {
		return models.Partner{Kind: "school", Name: "École", PlaceID: &w.houseAt(at).school.ID}
	}
	partner := func(w *recordWorld, at situation) models.Partner {
		return kept(w.CreatePartner(w.t.Context(), w.houseAt(at).administrator, fresh(w, at)))
	}
	freshContact := func(w *recordWorld, at situation) models.PartnerContact {
		return models.PartnerContact{PartnerID: partner(w, at).ID, Name: "Mme Roux"}
	}
	return slices.Concat(fourWalk("Partner", "Partners", models.ResourcePartner, facilityRow, facilityRow, facilityRow, partner, fresh,
		func(p *models.Partner) *models.Record { return &p.Record },
		(*models.Store).Partners, (*models.Store).ListPartners, (*models.Store).CreatePartner, (*models.Store).UpdatePartner, (*models.Store).ArchivePartner,
	), fourWalk("Contact", "Contacts", models.ResourceContact, facilityRow, facilityRow, facilityRow,
		func(w *recordWorld, at situation) models.PartnerContact {
			return kept(w.CreateContact(w.t.Context(), w.houseAt(at).administrator, freshContact(w, at)))
		}, freshContact,
		func(p *models.PartnerContact) *models.Record { return &p.Record },
		(*models.Store).Contacts, (*models.Store).ListContacts, (*models.Store).CreateContact, (*models.Store).UpdateContact, (*models.Store).ArchiveContact))
}

func accountWalk() []walkedOperation {
	fresh := func(w *recordWorld, at situation) models.Account {
		return models.Account{
			Email: w.fresh("nora") + "@example.org", Name: "Nora", Role: models.RoleReader, ProfessionalID: &w.cornerAt(at).professional.ID,
		}
	}
	return fourWalk("Account", "Accounts", models.ResourceAccount, facilityRow, facilityRow, facilityRow,
		func(w *recordWorld, at situation) models.Account {
			return kept(w.CreateAccount(w.t.Context(), w.houseAt(at).administrator, fresh(w, at)))
		}, fresh,
		func(a *models.Account) *models.Record { return &a.Record },
		(*models.Store).Accounts, (*models.Store).ListAccounts, (*models.Store).CreateAccount, (*models.Store).UpdateAccount, (*models.Store).ArchiveAccount)
}

// stateWalk is the walk of what is shown of a record at a glance.
func stateWalk() []walkedOperation {
	week := models.Week{Year: 2026, Number: 48}
	return []walkedOperation{
		{"ProfessionalState", models.ResourceProfessional, models.ActionRead, everyRow, func(w *recordWorld, actor models.Actor, at situation) error {
			_, err := w.ProfessionalState(w.t.Context(), actor, w.cornerAt(at).professional.ID, week, "")
			return err
		}},
		{"Travel", models.ResourceTravel, models.ActionRead, nil, func(w *recordWorld, actor models.Actor, _ situation) error {
			_, err := w.Travel(w.t.Context(), actor)
			return err
		}},
		{"RoutingQuestion", models.ResourceTravel, models.ActionRead, nil, func(w *recordWorld, actor models.Actor, _ situation) error {
			_, err := w.RoutingQuestion(w.t.Context(), actor)
			return err
		}},
		changing("RequestTravel", models.ResourceTravel, []situation{rowOther}, func(w *recordWorld, actor models.Actor, _ situation) error {
			return w.RequestTravel(w.t.Context(), actor)
		}),
		changing("SaveRouting", models.ResourceTravel, []situation{rowOther}, func(w *recordWorld, actor models.Actor, _ situation) error {
			return w.SaveRouting(w.t.Context(), actor, nil, nil)
		}),
		{"ChildState", models.ResourceChild, models.ActionRead, everyRow, func(w *recordWorld, actor models.Actor, at situation) error {
			_, err := w.ChildState(w.t.Context(), actor, w.cornerAt(at).child.ID, week, "")
			return err
		}},
	}
}
