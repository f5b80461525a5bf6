package models

import (
	"cmp"
	"context"
	"slices"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// weekSeen is the week in which the state of a record is looked at: a rota the actor asked for; else what is published of the week or, before
// anything is, the newest draft the actor may read.
type weekSeen struct {
	*compiledWeek
	rota        *Rota
	occurrences []RotaOccurrence // partner meetings among them
}

// seeRota is the rota asked for by its id or, without one, what there is of the week.
func (s *Store) seeRota(ctx context.Context, r reach, week Week, rotaID string) (*weekSeen, error) {
	if rotaID == "" {
		return s.seeWeek(ctx, r, week)
	}
	state, err := s.loadRota(ctx, r.tx, r.actor, rotaID)
	if err != nil {
		return nil, err
	}
	return &weekSeen{compiledWeek: state.week, rota: &state.rota, occurrences: state.week.withFixed("", state.occurrences)}, nil
}

func (s *Store) seeWeek(ctx context.Context, r reach, week Week) (*weekSeen, error) {
	compiled, err := s.compiledWeek(ctx, r.tx, r.actor.FacilityID, week)
	if err != nil {
		return nil, err
	}
	seen := &weekSeen{compiledWeek: compiled, rota: compiled.house.Published}
	if seen.rota == nil && Allowed(r.actor, ResourceDraft, ActionRead) > ScopeNone {
		overview := WeekOverview{Week: week}
		if err := overview.readRotas(ctx, r.tx.(bun.Tx), r.actor); err != nil {
			return nil, err
		}
		if len(overview.Drafts) > 0 {
			return s.seeRota(ctx, r, week, overview.Drafts[0].ID)
		}
	}
	seen.occurrences = compiled.withFixed("", compiled.askedFor(slices.Clone(compiled.house.PublishedOccurrences)))
	return seen, nil
}

// activityOf returns what the week compiled of an occurrence's activity.
func (w *weekSeen) activityOf(o *RotaOccurrence) *planner.Activity {
	index, _ := w.model.ActivityIndex(o.ActivityID)
	return &w.problem.Activities[index]
}

// ProfessionalState is how the contract of somebody of the staff is filled in a week.
type ProfessionalState struct {
	Person    Professional
	Rota      *Rota // what it was counted in; nil when nothing is planned
	Contract  int   // minutes the contracts hold in the week
	ByKind    map[planner.ActivityKind]int
	Travel    int // minutes
	Done      int // minutes really done, on the days of which that is known; the plan of these days is counted nowhere else
	Planned   int // minutes of activities, travel and hours really done
	Away      []AwaySpan
	KeyWorker []string      // ids of the children the person is key worker of
	Weeks     []WeekMinutes // the last ones up to the week, as published, beside the contract of each; without travel
}

// ProfessionalState returns what is planned of somebody in a rota or, without the id of one, in a week, beside their contract and targets.
func (s *Store) ProfessionalState(ctx context.Context, actor Actor, id string, week Week, rotaID string) (*ProfessionalState, error) {
	var state *ProfessionalState
	err := professionals.reading(ctx, s, actor, func(ctx context.Context, r reach) error {
		shown, err := professionals.find(ctx, r, id)
		if err != nil {
			return err
		}
		seen, err := s.seeRota(ctx, r, week, rotaID)
		if err != nil {
			return err
		}
		state = &ProfessionalState{
			Person: shown.Record, Rota: seen.rota, Contract: shown.Record.ContractMinutes(week), ByKind: map[planner.ActivityKind]int{},
			Away: seen.house.Away(id), KeyWorker: []string{},
		}
		legs := planner.Legs(seen.model, seen.plan(seen.occurrences))
		done, err := workedBetween(ctx, r.tx, r.actor.FacilityID, id, seen.house.Week.lookedBack().Day(0), seen.house.Week.Day(wholeWeek-1))
		if err != nil {
			return err
		}
		worked := state.countDone(seen.house.Week, done)
		for i := range seen.occurrences {
			o := &seen.occurrences[i]
			if worked[o.Start/dayMinutes] {
				continue
			}
			if o.involves(id) {
				activity := seen.activityOf(o)
				state.ByKind[activity.Kind] += activity.Duration
				state.Planned += activity.Duration
			}
			for _, leg := range legs[o.ref()] {
				if leg.Professional == id {
					state.Travel += leg.Minutes
				}
			}
		}
		state.Planned += state.Travel + state.Done
		for i := range seen.house.Children {
			if child := &seen.house.Children[i]; child.ArchivedAt == nil && equal(child.KeyWorkerID, id) {
				state.KeyWorker = append(state.KeyWorker, child.ID)
			}
		}
		state.Weeks, err = lastWeeks(ctx, r, seen.house.Week, func(events *bun.SelectQuery) *bun.SelectQuery {
			return named(events, "staff", true, id)
		}, state.Person.ContractMinutes, done)
		return err
	})
	return state, err
}

// countDone counts the hours really done in the week, and returns on which of its days they are known.
func (s *ProfessionalState) countDone(week Week, done []WorkedDay) (worked [wholeWeek]bool) {
	for i := range done {
		if day := daysBetween(week.Day(0), done[i].Date); day >= 0 {
			worked[day] = true
			s.Done += done[i].Minutes()
		}
	}
	return worked
}

// NeedState is what a week holds of a need.
type NeedState struct {
	Need                          Need
	WantedCount, PlannedCount     int
	WantedMinutes, PlannedMinutes int
	ProfessionalIDs               []string // who is planned
	MissedWeeks                   int      // of the last published ones before this: nothing of it, though it was asked for
}

// ChildState is what a week holds for a child.
type ChildState struct {
	Rota                          *Rota
	Needs                         []NeedState // in order of their labels; those of the child's groups too
	WantedMinutes, PlannedMinutes int
	Faces, Places                 int
	Trips, TripMinutes            int                   // changes of place within the days
	Weeks                         []WeekMinutes         // the last ones up to the week, as published
	Windows                       []planner.ChildWindow // when and where the child can be met in the week
}

// ChildState returns what is planned for a child in a rota or, without the id of one, in a week beside what their plan asks for, and how the
// weeks before were.
func (s *Store) ChildState(ctx context.Context, actor Actor, id string, week Week, rotaID string) (*ChildState, error) {
	var state *ChildState
	err := children.reading(ctx, s, actor, func(ctx context.Context, r reach) error {
		if _, err := children.find(ctx, r, id); err != nil {
			return err
		}
		seen, err := s.seeRota(ctx, r, week, rotaID)
		if err != nil {
			return err
		}
		state = &ChildState{Rota: seen.rota, Needs: []NeedState{}}
		all, err := needsOf(ctx, r, id)
		if err != nil {
			return err
		}
		state.fill(seen, all, id)
		state.Weeks, err = lastWeeks(ctx, r, seen.house.Week, func(events *bun.SelectQuery) *bun.SelectQuery {
			return named(events.Where("kind = ?", NeedSession), "child_ids", true, id)
		}, func(week Week) int { return minutesWanted(all, week) }, nil)
		if err != nil {
			return err
		}
		return state.countMissed(ctx, r, id)
	})
	return state, err
}

// needsOf returns the needs of a child and of the groups the child is in, in order of their labels, archived ones too.
func needsOf(ctx context.Context, r reach, child string) ([]Need, error) {
	var found []Need
	err := r.tx.NewSelect().Model(&found).Where("facility_id = ?", r.actor.FacilityID).
		Where(`child_id = ? OR group_id IN (SELECT id FROM child_group WHERE facility_id = ? AND CAST(child_ids AS TEXT) LIKE ? ESCAPE '\')`,
			child, r.actor.FacilityID, quotedPattern(child)).OrderExpr("id").Scan(ctx)
	SortFrench(found, func(n *Need) string { return n.Label })
	return found, err
}

// windowsOf returns when and where a child can be met; nothing of one who is not accompanied in the week.
func (w *weekSeen) windowsOf(child string) []planner.ChildWindow {
	for i := range w.problem.Children {
		if w.problem.Children[i].ID == child {
			return w.problem.Children[i].Available
		}
	}
	return nil
}

// fill counts the occurrences of a week that are for a child.
func (s *ChildState) fill(seen *weekSeen, all []Need, child string) {
	mine := []RotaOccurrence{}
	for _, o := range seen.occurrences {
		if slices.Contains(seen.activityOf(&o).Children, child) {
			mine = append(mine, o)
		}
	}
	faces, places := map[string]bool{}, map[string]bool{}
	for i := range mine {
		for _, person := range mine[i].Staff {
			faces[person] = true
		}
		if mine[i].PlaceID != nil {
			places[*mine[i].PlaceID] = true
		}
	}
	s.Faces, s.Places = len(faces), len(places)
	s.Windows = seen.windowsOf(child)
	s.countTrips(seen, mine)
	for i := range all {
		need := NeedState{Need: all[i], ProfessionalIDs: []string{}}
		if index, asked := seen.model.ActivityIndex(all[i].ID); asked {
			need.WantedCount = seen.wantedOf(index)
		}
		for j := range mine {
			if activity := mine[j].ActivityID; activity == all[i].ID || seen.house.sourceOf(activity) == all[i].ID {
				need.PlannedCount++
				need.PlannedMinutes += seen.activityOf(&mine[j]).Duration
				need.ProfessionalIDs = append(need.ProfessionalIDs, mine[j].Staff...)
			}
		}
		slices.Sort(need.ProfessionalIDs)
		need.ProfessionalIDs = slices.Compact(need.ProfessionalIDs)
		need.WantedMinutes = need.WantedCount * all[i].Duration
		s.WantedMinutes += need.WantedMinutes
		s.PlannedMinutes += need.PlannedMinutes
		if all[i].ArchivedAt == nil || need.PlannedCount > 0 {
			s.Needs = append(s.Needs, need)
		}
	}
}

// countTrips counts the changes of place between what follows on a day.
func (s *ChildState) countTrips(seen *weekSeen, mine []RotaOccurrence) {
	position := make(map[string]int, len(seen.house.Places))
	for i := range seen.house.Places {
		position[seen.house.Places[i].ID] = i
	}
	slices.SortFunc(mine, func(a, b RotaOccurrence) int { return cmp.Compare(a.Start, b.Start) })
	for i := 1; i < len(mine); i++ {
		from, to := mine[i-1].PlaceID, mine[i].PlaceID
		if mine[i-1].Start/dayMinutes == mine[i].Start/dayMinutes && from != nil && to != nil && *from != *to {
			s.Trips++
			s.TripMinutes += seen.problem.Travel[position[*from]][position[*to]]
		}
	}
}
