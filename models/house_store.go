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
	instead map[planner.Ref]string // what an exception stands in for: the exception
}

// compiledWeek reads and compiles a real week: see [Store.compiledFrame].
func (s *Store) compiledWeek(ctx context.Context, tx bun.IDB, facilityID string, week Week) (*compiledWeek, error) {
	return s.compiledFrame(ctx, tx, frame{facilityID: facilityID, week: week})
}

// compiledFrame reads and compiles what a rota plans, or takes it from memory when nothing that a plan depends on changed since: the facility's
// version, the published rotas and what is read afresh each time say so.
func (s *Store) compiledFrame(ctx context.Context, tx bun.IDB, f frame) (*compiledWeek, error) {
	if !f.week.valid() {
		return nil, Invalid(FieldError{Path: "week", Key: "week_format"})
	}
	house := &House{Facility: Facility{Record: Record{ID: f.facilityID}}, Week: f.week, Template: f.template}
	if err := tx.NewSelect().Model(&house.Facility).WherePK().Scan(ctx); err != nil {
		return nil, notFoundOr(ResourceFacility, err)
	}
	if err := house.readRotas(ctx, tx); err != nil {
		return nil, err
	}
	exceptions := f.exceptionsIn(house)
	key := house.key()
	compiled, err := s.kept(key, func() (*compiledWeek, error) { return compileWeek(ctx, tx, house) })
	if err == nil && len(exceptions) > 0 {
		key.exceptions = nameExceptions(exceptions)
		plain := compiled.house
		compiled, err = s.kept(key, func() (*compiledWeek, error) { return plain.compiledWith(exceptions) })
	}
	if err != nil {
		return nil, err
	}
	fresh := *compiled.house
	fresh.Facility, fresh.Partners, fresh.Contacts = house.Facility, nil, nil
	if err := fresh.readApart(ctx, tx); err != nil {
		return nil, err
	}
	shown := *compiled
	shown.house = &fresh
	return &shown, nil
}

// kept returns a compiled week from memory, or compiles and keeps it.
func (s *Store) kept(key weekKey, compile func() (*compiledWeek, error)) (*compiledWeek, error) {
	if compiled := s.weeks.get(key); compiled != nil {
		return compiled, nil
	}
	compiled, err := compile()
	if err == nil {
		s.weeks.put(key, compiled)
	}
	return compiled, err
}

// exceptionsIn returns what the frame has more: what it names, else what is published has.
func (f *frame) exceptionsIn(house *House) []WeekException {
	switch {
	case f.template != nil:
		return nil
	case f.exceptions != nil:
		return *f.exceptions
	case house.Published != nil:
		return house.PublishedExceptions
	default:
		return nil
	}
}

// key names the state of the house.
func (h *House) key() weekKey {
	key := weekKey{facilityID: h.Facility.ID, version: h.Facility.Revision, week: h.Week}
	if h.Template != nil {
		key.templateID = h.Template.ID
	}
	if h.Published != nil {
		key.publishedID = h.Published.ID
	}
	if h.MadeFrom != nil {
		key.madeFromID = h.MadeFrom.ID
	}
	return key
}

// readRotas fills in what is published of the frame, and for a real week of the template in force.
func (h *House) readRotas(ctx context.Context, tx bun.IDB) error {
	var published []Rota
	err := tx.NewSelect().Model(&published).ApplyQueryBuilder(h.frame().rotas).Where("state = ?", RotaPublished).Scan(ctx)
	if err != nil {
		return err
	}
	if len(published) > 0 {
		h.Published = &published[0]
		if h.PublishedExceptions, err = exceptionsOf(ctx, tx, h.Published.ID); err != nil {
			return err
		}
	}
	if h.Template == nil {
		h.MadeFrom, err = madeFrom(ctx, tx, h.Facility.ID, h.Week)
	}
	return err
}

// compileWeek reads the rest of a house and compiles it.
func compileWeek(ctx context.Context, tx bun.IDB, house *House) (*compiledWeek, error) {
	err := house.read(ctx, tx)
	if err != nil {
		return nil, err
	}
	return house.compiled()
}

// compiledWith compiles the house with exceptions of the week.
func (h *House) compiledWith(exceptions []WeekException) (*compiledWeek, error) {
	excepted := *h
	excepted.Exceptions = exceptions
	return excepted.compiled()
}

func (h *House) compiled() (*compiledWeek, error) {
	compiled := &compiledWeek{house: h}
	var err error
	if compiled.problem, compiled.instead, err = compileProblem(h, nil); err != nil {
		return nil, err
	}
	compiled.model, err = planner.Compile(compiled.problem)
	return compiled, err
}

// readApart fills in what no plan depends on and may change without the facility's revision.
func (h *House) readApart(ctx context.Context, tx bun.IDB) error {
	for _, list := range []any{&h.Partners, &h.Contacts} {
		err := tx.NewSelect().Model(list).Where("facility_id = ?", h.Facility.ID).Where("archived_at IS NULL").OrderExpr("id").Scan(ctx)
		if err != nil {
			return err
		}
	}
	return nil
}

// read fills the house: one query for each kind of record. The ordinary week of a template has no absences, closings, meetings with partners
// and school holidays.
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
		inFacility(&h.TravelOverrides).Where("archived_at IS NULL"),
		tx.NewSelect().Model(&h.RoutedTravels).Where("facility_id = ?", h.Facility.ID).OrderExpr("from_place_id, to_place_id"),
		current(&h.ProtectedTimes),
	}
	if h.Template == nil {
		queries = append(queries,
			current(&h.Absences).Where("state = ?", StateAccepted).Where("from_date <= ?", sunday).Where("COALESCE(repeat_until, to_date) >= ?", h.Week.Previous().Day(0)),
			closingsBetween(tx, &h.ClosedDays, h.Facility.ID, monday, sunday).Where("archived_at IS NULL OR archived_at >= ?", over),
			current(&h.PartnerMeetings).Where("date BETWEEN ? AND ?", monday, sunday).Where("cancelled_at IS NULL"),
			tx.NewSelect().Model(&h.Events).Where("facility_id = ?", h.Facility.ID).Where("week = ?", h.Week.String()).OrderExpr("activity_id, occurrence"),
		)
		if h.SchoolHolidays, err = schoolHolidays(ctx, tx, &h.Facility, monday, sunday); err != nil {
			return err
		}
	}
	if h.Published != nil {
		queries = append(queries, occurrencesOf(tx, &h.PublishedOccurrences, h.Published.ID))
	}
	if h.MadeFrom != nil {
		queries = append(queries, occurrencesOf(tx, &h.MadeFromOccurrences, h.MadeFrom.ID))
	}
	for _, query := range queries {
		if err := query.Scan(ctx); err != nil {
			return err
		}
	}
	h.Absences = timesIn(h.Week, h.Absences)
	return nil
}

// known returns what people expect of the week: what is published, and before anything is the template in force.
func (h *House) known() []RotaOccurrence {
	if h.Published == nil && h.MadeFrom != nil {
		return h.MadeFromOccurrences
	}
	return h.PublishedOccurrences
}

// occurrencesOf selects the occurrences of a rota in their fixed order.
func occurrencesOf(tx bun.IDB, list *[]RotaOccurrence, rotaID string) *bun.SelectQuery {
	return tx.NewSelect().Model(list).Where("rota_id = ?", rotaID).OrderExpr("activity_id, occurrence")
}

// Location returns the time zone of the facility.
func (f *Facility) Location() (*time.Location, error) { return time.LoadLocation(f.TimeZone) }

// Today returns the civil date it is at a facility.
func (s *Store) Today(f *Facility) (string, error) {
	location, err := f.Location()
	if err != nil {
		return "", err
	}
	return s.instant().In(location).Format(time.DateOnly), nil
}
