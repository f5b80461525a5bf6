package models

import (
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"
)

// reach answers what lies within a scope smaller than the facility, on the database as one transaction sees it.
type reach struct {
	tx    bun.IDB
	actor Actor
	scope Scope
	now   time.Time
	back  bool // the change takes an earlier one back
	asked *teamsAsked
}

func newReach(tx bun.IDB, actor Actor, scope Scope, now time.Time) reach {
	return reach{tx: tx, actor: actor, scope: scope, now: now, asked: &teamsAsked{}}
}

// teamsAsked remembers what was read of the teams the actor answers for: a list asks once for all its rows.
type teamsAsked struct {
	teams   []Team
	members map[string]bool // professionals
}

// teams returns the teams the actor answers for and who is in them.
func (r reach) teams(ctx context.Context) (*teamsAsked, error) {
	if r.asked.members != nil {
		return r.asked, nil
	}
	var members []string
	err := r.tx.NewSelect().Table("membership").Column("professional_id").Distinct().Where("team_id IN (?)", bun.List(r.actor.TeamIDs)).Scan(ctx, &members)
	if err != nil {
		return nil, err
	}
	if err := r.tx.NewSelect().Model(&r.asked.teams).Where("id IN (?)", bun.List(r.actor.TeamIDs)).Scan(ctx); err != nil {
		return nil, err
	}
	r.asked.members = make(map[string]bool, len(members))
	for _, id := range members {
		r.asked.members[id] = true
	}
	return r.asked, nil
}

// today is the date in UTC: near enough for what somebody may see and do, which is decided by dates weeks apart.
func (r reach) today() string { return r.now.Format(dateLayout) }

// staff reports whether all of some people, at least one, belong to the teams the actor answers for.
func (r reach) staff(ctx context.Context, ids ...string) (bool, error) {
	if r.scope < ScopeTeam || len(ids) == 0 {
		return false, nil
	}
	asked, err := r.teams(ctx)
	if err != nil {
		return false, err
	}
	return !slices.ContainsFunc(ids, func(id string) bool { return !asked.members[id] }), nil
}

// child reports whether a child is the actor's to accompany: the actor coordinates them, or a team the actor answers for has their key
// worker or serves their sector in one of their modalities of today or later. The child's periods have to be read.
func (r reach) child(ctx context.Context, child *Child) (bool, error) {
	if r.actor.ProfessionalID != "" && equal(child.CaseCoordinatorID, r.actor.ProfessionalID) {
		return true, nil
	}
	if r.scope < ScopeTeam {
		return false, nil
	}
	if child.KeyWorkerID != nil {
		if inside, err := r.staff(ctx, *child.KeyWorkerID); inside || err != nil {
			return inside, err
		}
	}
	var codes []string
	for _, period := range child.Periods {
		if period.ToDate == nil || *period.ToDate >= r.today() {
			codes = append(codes, period.ModalityCode)
		}
	}
	asked, err := r.teams(ctx)
	if err != nil {
		return false, err
	}
	return slices.ContainsFunc(asked.teams, func(t Team) bool { return t.serves(child.Sector, codes) }), nil
}

// serves reports whether the team works in a sector and in one of some modalities.
func (t *Team) serves(sector string, modalities []string) bool {
	if len(t.Sectors) > 0 && !slices.Contains(t.Sectors, sector) {
		return false
	}
	return slices.ContainsFunc(modalities, func(code string) bool { return len(t.Modalities) == 0 || slices.Contains(t.Modalities, code) })
}

// children reports whether all of some children, at least one, are the actor's to accompany.
func (r reach) children(ctx context.Context, ids ...string) (bool, error) {
	var children []Child
	if len(ids) == 0 {
		return false, nil
	}
	err := r.tx.NewSelect().Model(&children).Where("facility_id = ?", r.actor.FacilityID).Where("id IN (?)", bun.List(ids)).Scan(ctx)
	if err != nil || len(children) < len(ids) {
		return false, err
	}
	pointers := make([]*Child, len(children))
	for i := range children {
		pointers[i] = &children[i]
	}
	if err := loadPeriods(ctx, r.tx, pointers); err != nil {
		return false, err
	}
	for i := range children {
		if inside, err := r.child(ctx, &children[i]); !inside || err != nil {
			return false, err
		}
	}
	return true, nil
}

// seats reports whether every seat names people, all of them of the teams the actor answers for.
func (r reach) seats(ctx context.Context, seats []SeatRequest) (bool, error) {
	var people []string
	for _, seat := range seats {
		if len(seat.OneOf) == 0 {
			return false, nil
		}
		people = append(people, seat.OneOf...)
	}
	return r.staff(ctx, people...)
}

// weeksMet is for how many weeks after a session a child remains somebody the professional meets.
const weeksMet = 4

// met returns the children the actor's person meets: those they are key worker or coordinator of, and those of the published occurrences
// they take part in, from a few weeks ago on.
func (r reach) met(ctx context.Context) ([]string, error) {
	person := r.actor.ProfessionalID
	if person == "" {
		return nil, nil
	}
	var ids []string
	err := r.tx.NewSelect().Table("child").Column("id").Where("facility_id = ?", r.actor.FacilityID).
		Where("key_worker_id = ? OR case_coordinator_id = ?", person, person).Scan(ctx, &ids)
	if err != nil {
		return nil, err
	}
	var events []CalendarEvent
	year, week := r.now.AddDate(0, 0, -7*weeksMet).ISOWeek()
	err = r.tx.NewSelect().Model(&events).Column("child_ids").Where("facility_id = ?", r.actor.FacilityID).
		Where("week >= ?", Week{Year: year, Number: week}.String()).Where("cancelled_at IS NULL").
		Where(`CAST(staff AS TEXT) LIKE ? ESCAPE '\'`, quotedPattern(person)).Scan(ctx)
	for _, event := range events {
		ids = append(ids, event.ChildIDs...)
	}
	slices.Sort(ids)
	return slices.Compact(ids), err
}
