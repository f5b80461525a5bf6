package models

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// ReadHouse returns what the actor may know of a facility and week, from one unchanging picture of the database. A professional finds the
// children they meet only, no colleague's hours and no partner; nobody finds the reason of an absence that is not theirs to know.
func (s *Store) ReadHouse(ctx context.Context, actor Actor, week Week) (*House, error) {
	if _, err := s.allow(actor, ResourceRota, ActionRead); err != nil {
		return nil, err
	}
	var house *House
	err := s.read(ctx, func(ctx context.Context, tx bun.Tx, _ time.Time) error {
		compiled, err := s.compiledWeek(ctx, tx, actor.FacilityID, week)
		if err == nil {
			house = compiled.house.visibleTo(actor)
		}
		return err
	})
	return house, err
}

// compiledWeek is a house with the problem and model made of it, nothing locked. It is shared between requests: nobody changes it.
type compiledWeek struct {
	house   *House
	problem *planner.Problem
	model   *planner.Model
}

// compiledWeek reads and compiles a week, or takes it from memory when nothing that a plan depends on changed since: the facility's version,
// the published rota and what is read afresh each time say so.
func (s *Store) compiledWeek(ctx context.Context, tx bun.IDB, facilityID string, week Week) (*compiledWeek, error) {
	if !week.valid() {
		return nil, Invalid(FieldError{Path: "week", Key: "week_format"})
	}
	key := weekKey{week: week}
	facility := Facility{ID: facilityID}
	if err := tx.NewSelect().Model(&facility).WherePK().Scan(ctx); err != nil {
		return nil, notFoundOr(ResourceFacility, err)
	}
	var published []Rota
	err := tx.NewSelect().Model(&published).Where("facility_id = ?", facilityID).Where("week = ?", week.String()).Where("state = ?", RotaPublished).Scan(ctx)
	if err != nil {
		return nil, err
	}
	key.facilityID, key.version = facilityID, facility.Version
	if len(published) > 0 {
		key.publishedID = published[0].ID
	}
	compiled := s.weeks.get(key)
	if compiled == nil {
		if compiled, err = compileWeek(ctx, tx, week, facility, published); err != nil {
			return nil, err
		}
		s.weeks.put(key, compiled)
	}
	fresh := *compiled.house
	fresh.Facility, fresh.Partners, fresh.Contacts = facility, nil, nil
	if err := fresh.readApart(ctx, tx); err != nil {
		return nil, err
	}
	return &compiledWeek{house: &fresh, problem: compiled.problem, model: compiled.model}, nil
}

// compileWeek reads a house and compiles it.
func compileWeek(ctx context.Context, tx bun.IDB, week Week, facility Facility, published []Rota) (*compiledWeek, error) {
	house := &House{Facility: facility, Week: week}
	if len(published) > 0 {
		house.Published = &published[0]
	}
	err := house.read(ctx, tx)
	if err != nil {
		return nil, err
	}
	compiled := &compiledWeek{house: house}
	if compiled.problem, err = Compile(house, nil); err != nil {
		return nil, err
	}
	compiled.model, err = planner.Compile(compiled.problem)
	return compiled, err
}

// readApart fills in what no plan depends on and may change without the facility's version.
func (h *House) readApart(ctx context.Context, tx bun.IDB) error {
	for _, list := range []any{&h.Partners, &h.Contacts} {
		err := tx.NewSelect().Model(list).Where("facility_id = ?", h.Facility.ID).Where("archived_at IS NULL").OrderExpr("id").Scan(ctx)
		if err != nil {
			return err
		}
	}
	return nil
}

// read fills the house: one query for each kind of record.
func (h *House) read(ctx context.Context, tx bun.IDB) error {
	location, err := h.Facility.Location()
	if err != nil {
		return err
	}
	monday, sunday, over := h.Week.Day(0), h.Week.Day(6), h.Week.Next().Instant(0, location).UTC()
	inFacility := func(list any) *bun.SelectQuery {
		return tx.NewSelect().Model(list).Where("facility_id = ?", h.Facility.ID).OrderExpr("id")
	}
	current := func(list any) *bun.SelectQuery {
		return inFacility(list).Where("archived_at IS NULL OR archived_at >= ?", over)
	}
	ofFacility := func(list any, column, table string) *bun.SelectQuery {
		return tx.NewSelect().Model(list).Where("? IN (SELECT id FROM ? WHERE facility_id = ?)", bun.Ident(column), bun.Ident(table), h.Facility.ID)
	}
	queries := []*bun.SelectQuery{
		current(&h.Modalities),
		inFacility(&h.Places),
		current(&h.Rooms),
		current(&h.Teams),
		ofFacility(&h.Memberships, "team_id", "team").OrderExpr("professional_id, main DESC, team_id"),
		current(&h.Professionals),
		current(&h.Children),
		ofFacility(&h.ModalityPeriods, "child_id", "child").Where("from_date <= ?", sunday).Where("to_date IS NULL OR to_date >= ?", monday).OrderExpr("id"),
		current(&h.Groups),
		current(&h.Needs),
		current(&h.Duties),
		current(&h.Meetings),
		current(&h.Absences).Where("from_date <= ?", sunday).Where("to_date >= ?", monday),
		current(&h.ClosedDays).Where("date BETWEEN ? AND ?", monday, sunday),
		current(&h.PartnerMeetings).Where("date BETWEEN ? AND ?", monday, sunday).Where("cancelled_at IS NULL"),
		tx.NewSelect().Model(&h.TravelOverrides).Where("facility_id = ?", h.Facility.ID).OrderExpr("from_place_id, to_place_id"),
		tx.NewSelect().Model(&h.Events).Where("facility_id = ?", h.Facility.ID).Where("week = ?", h.Week.String()).OrderExpr("activity_id, occurrence"),
	}
	if h.Published != nil {
		queries = append(queries, occurrencesOf(tx, &h.PublishedOccurrences, h.Published.ID))
	}
	for _, query := range queries {
		if err := query.Scan(ctx); err != nil {
			return err
		}
	}
	return nil
}

// occurrencesOf selects the occurrences of a rota in their fixed order.
func occurrencesOf(tx bun.IDB, list *[]RotaOccurrence, rotaID string) *bun.SelectQuery {
	return tx.NewSelect().Model(list).Where("rota_id = ?", rotaID).OrderExpr("activity_id, occurrence")
}

// Location returns the time zone of the facility.
func (f *Facility) Location() (*time.Location, error) { return time.LoadLocation(f.TimeZone) }
