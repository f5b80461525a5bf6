package models

import (
	"context"
	"slices"
	"strconv"
	"time"

	"github.com/uptrace/bun"
)

// JobKindMakeWeeks is the kind of job that makes coming weeks from the templates in force; its arguments are [MakeWeeksArguments].
const JobKindMakeWeeks = "make_weeks"

// MakeWeeksArguments say whose weeks to make and which. Without a facility they are those of all, without weeks those each facility keeps
// ahead and those that were made before; KeptOnly leaves of the weeks named those that are among these.
type MakeWeeksArguments struct {
	FacilityID string `json:"facility_id,omitempty"`
	From       string `json:"from,omitempty"`
	To         string `json:"to,omitempty"`
	KeptOnly   bool   `json:"kept_only,omitempty"`
}

// AuditMake is the making of a week from its template.
const AuditMake AuditAction = "make"

// repairSeconds bounds the plan run of a week that was made; it ends after so many steps long before.
const repairSeconds = 60

// WeekMaking is what became of a week that was to be made.
type WeekMaking string

// What can become of it.
const (
	WeekMade       WeekMaking = "made"        // a new draft
	WeekRenewed    WeekMaking = "renewed"     // the draft nobody had touched follows the template and the records
	WeekKept       WeekMaking = "kept"        // nothing to do: published, past, touched and proposed already, or as it should be
	WeekNoTemplate WeekMaking = "no_template" // no template is in force
)

// MadeWeek says what making a week did.
type MadeWeek struct {
	Making  WeekMaking
	Rota    Rota // of what was made or renewed
	LeftOut int  // occurrences of the template that cannot stand this week: they wait to be planned
	RunID   *string
}

// MakeWeek makes a draft of a coming or the present week from the template in force: what the template plans, without what cannot stand any
// more (holidays, closings, absences, things archived). What is missing then is planned by a run in the background, which changes nothing
// else. A draft made so before that nobody has touched is renewed instead. Without a template in force, and for a week that is over, it is a
// conflict.
func (s *Store) MakeWeek(ctx context.Context, actor Actor, week Week) (MadeWeek, error) {
	if _, err := s.allow(actor, ResourceDraft, ActionChange); err != nil {
		return MadeWeek{}, err
	}
	var made MadeWeek
	err := s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		maker, err := s.newWeekMaker(ctx, tx, now, actor, week)
		switch {
		case err != nil:
			return err
		case week.before(maker.current):
			return Conflict("week.over", nil)
		case maker.compiled.house.MadeFrom == nil:
			return Conflict("week.no_template", nil)
		}
		made, err = maker.make(ctx)
		return err
	})
	return made, err
}

// KeepWeek brings a week that has not begun in line with the template in force, as the program does each night and after a publication of a
// template: a week without any rota is made; a draft that nobody has touched is renewed; beside drafts somebody works on, a new one is
// proposed once for each version of the template. What is published, and the past, stays as it is.
func (s *Store) KeepWeek(ctx context.Context, actor Actor, week Week) (MadeWeek, error) {
	if _, err := s.allow(actor, ResourceDraft, ActionChange); err != nil {
		return MadeWeek{}, err
	}
	made := MadeWeek{Making: WeekKept}
	err := s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		maker, err := s.newWeekMaker(ctx, tx, now, actor, week)
		switch {
		case err != nil:
			return err
		case maker.compiled.house.MadeFrom == nil:
			made.Making = WeekNoTemplate
			return nil
		case !maker.current.before(week) || maker.compiled.house.Published != nil || maker.asItShouldBe():
			return nil
		}
		made, err = maker.make(ctx)
		return err
	})
	return made, err
}

// weekMaker makes one week within a transaction.
type weekMaker struct {
	store     *Store
	tx        bun.Tx
	now       time.Time
	actor     Actor
	week      Week
	current   Week // the present one, where the facility is
	compiled  *compiledWeek
	drafts    []Rota
	untouched *Rota // the newest automatic draft that nobody has changed and nobody has planned; nil: there is none
}

func (s *Store) newWeekMaker(ctx context.Context, tx bun.Tx, now time.Time, actor Actor, week Week) (*weekMaker, error) {
	m := &weekMaker{store: s, tx: tx, now: now, actor: actor, week: week}
	var err error
	if m.compiled, err = s.compiledFrame(ctx, tx, frame{facilityID: actor.FacilityID, week: week, exceptions: &[]WeekException{}}); err != nil {
		return nil, err
	}
	if m.current, err = m.compiled.house.Facility.weekAt(now); err != nil {
		return nil, err
	}
	err = tx.NewSelect().Model(&m.drafts).ApplyQueryBuilder(m.compiled.house.frame().rotas).Where("state = ?", RotaDraft).OrderExpr("number DESC").Scan(ctx)
	if err != nil {
		return nil, err
	}
	for i := range m.drafts {
		untouched, err := neverTouched(ctx, tx, &m.drafts[i])
		if err != nil {
			return nil, err
		}
		if untouched {
			m.untouched = &m.drafts[i]
			break
		}
	}
	return m, nil
}

// neverTouched reports whether a draft was made by the program and is still what it made: no step of anybody, no run under way on it.
func neverTouched(ctx context.Context, tx bun.IDB, draft *Rota) (bool, error) {
	if !draft.Automatic {
		return false, nil
	}
	touched, err := tx.NewSelect().Model((*RotaOperation)(nil)).Where("rota_id = ?", draft.ID).Exists(ctx)
	if err != nil || touched {
		return false, err
	}
	planned, err := tx.NewSelect().Model((*PlanRun)(nil)).Where("rota_id = ?", draft.ID).Where("in_place = ?", false).
		Where("state IN (?)", bun.List([]PlanRunState{RunQueued, RunRunning})).Exists(ctx)
	return !planned, err
}

// asItShouldBe reports whether the week already follows the template and the records, or somebody's work on it was answered with a proposal.
func (m *weekMaker) asItShouldBe() bool {
	house := m.compiled.house
	if m.untouched != nil {
		return equal(m.untouched.MadeFromID, house.MadeFrom.ID) && m.untouched.MadeAt == house.Facility.Revision
	}
	return slices.ContainsFunc(m.drafts, func(r Rota) bool { return equal(r.MadeFromID, house.MadeFrom.ID) })
}

// make writes the draft, anew or over the one nobody has touched, and asks for the run that plans what is missing.
func (m *weekMaker) make(ctx context.Context) (MadeWeek, error) {
	house := m.compiled.house
	occurrences := m.compiled.lawful(m.compiled.askedFor(slices.Clone(house.MadeFromOccurrences)))
	made := MadeWeek{LeftOut: len(house.MadeFromOccurrences) - len(occurrences)}
	var err error
	if m.untouched == nil {
		made.Making = WeekMade
		fresh := Rota{BasedOnID: &house.MadeFrom.ID, MadeFromID: &house.MadeFrom.ID, Automatic: true, MadeAt: house.Facility.Revision}
		made.Rota, err = insertDraft(ctx, m.tx, m.now, m.actor, house.frame(), fresh, occurrences)
	} else {
		made.Making = WeekRenewed
		made.Rota, err = m.renew(ctx, occurrences)
	}
	if err != nil || len(occurrences)+len(m.compiled.problem.Pinned) >= m.compiled.wanted() {
		return made, err
	}
	state := &rotaState{rota: made.Rota, week: m.compiled, occurrences: occurrences}
	run, err := state.requestRun(ctx, m.tx, m.now, m.actor, RunRequest{Scope: ScopeGaps, Seconds: repairSeconds}, true)
	made.RunID = &run.ID
	return made, err
}

// renew writes what the week is now over the draft nobody has touched. A run that was to plan what was missing before is stale.
func (m *weekMaker) renew(ctx context.Context, occurrences []RotaOccurrence) (Rota, error) {
	rota, house := *m.untouched, m.compiled.house
	var was []RotaOccurrence
	if err := occurrencesOf(m.tx, &was, rota.ID).Scan(ctx); err != nil {
		return rota, err
	}
	before, after := differences(was, occurrences)
	if err := writeOccurrences(ctx, m.tx, rota.ID, before, after); err != nil {
		return rota, err
	}
	_, err := m.tx.NewUpdate().Model((*PlanRun)(nil)).Set("state = ?", RunStale).Set("error_code = ?", RunErrorStale).Set("finished_at = ?", m.now).
		Where("rota_id = ?", rota.ID).Where("state IN (?)", bun.List([]PlanRunState{RunQueued, RunRunning})).Exec(ctx)
	if err != nil {
		return rota, err
	}
	rota.Revision++
	rota.BasedOnID, rota.MadeFromID, rota.MadeAt, rota.UpdatedAt = &house.MadeFrom.ID, &house.MadeFrom.ID, house.Facility.Revision, m.now
	if _, err := m.tx.NewUpdate().Model(&rota).WherePK().Exec(ctx); err != nil {
		return rota, err
	}
	return rota, record(ctx, m.tx, m.now, m.actor, AuditMake, ResourceDraft, rota.ID, strconv.Itoa(max(len(before), len(after)))+" occurrences")
}

// weekAt returns the week it is where the facility is.
func (f *Facility) weekAt(now time.Time) (Week, error) {
	location, err := f.Location()
	if err != nil {
		return Week{}, err
	}
	return WeekOf(now.In(location)), nil
}

// currentWeek returns the present week where the facility is.
func (s *Store) currentWeek(ctx context.Context, tx bun.IDB, facilityID string, now time.Time) (Week, error) {
	var facility Facility
	if err := findFacility(ctx, tx, &facility, facilityID); err != nil {
		return Week{}, err
	}
	return facility.weekAt(now)
}

// WeeksToKeep returns the coming weeks that the program keeps in line with the templates: those ahead the facility asks for, and those further
// away that have drafts made from a template.
func (s *Store) WeeksToKeep(ctx context.Context, actor Actor) ([]Week, error) {
	if _, err := s.allow(actor, ResourceDraft, ActionRead); err != nil {
		return nil, err
	}
	var weeks []Week
	err := s.read(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		var facility Facility
		if err := findFacility(ctx, tx, &facility, actor.FacilityID); err != nil {
			return err
		}
		week, err := facility.weekAt(now)
		if err != nil {
			return err
		}
		weeks, err = keptWeeks(ctx, tx, &facility, week)
		return err
	})
	return weeks, err
}

// keptWeeks returns the weeks after the present one that a facility keeps, in order.
func keptWeeks(ctx context.Context, tx bun.IDB, facility *Facility, current Week) ([]Week, error) {
	weeks, last := current.weeksAhead(facility.WeeksAhead), current
	if len(weeks) > 0 {
		last = weeks[len(weeks)-1]
	}
	var further []string
	err := tx.NewSelect().Model((*Rota)(nil)).Column("week").Distinct().Where("facility_id = ?", facility.ID).Where("template_id IS NULL").
		Where("made_from_id IS NOT NULL").Where("state = ?", RotaDraft).Where("week > ?", last.String()).OrderExpr("week").Scan(ctx, &further)
	for _, text := range further {
		if made, err := ParseWeek(text); err == nil {
			weeks = append(weeks, made)
		}
	}
	return weeks, err
}

// mostWeeksAsked bounds the weeks one request makes: a school year.
const mostWeeksAsked = 53

// RequestWeeks asks for the making of all weeks between two, both included, in the background: see [Store.KeepWeek].
func (s *Store) RequestWeeks(ctx context.Context, actor Actor, first, last Week) error {
	if _, err := s.allow(actor, ResourceDraft, ActionChange); err != nil {
		return err
	}
	if !first.valid() || !last.valid() || last.Monday().Before(first.Monday()) {
		return Invalid(FieldError{Path: "to", Key: "ends_before_start"})
	}
	if int(last.Monday().Sub(first.Monday())/(7*24*time.Hour)) >= mostWeeksAsked {
		return TooLarge("week.too_many_weeks", mostWeeksAsked)
	}
	return s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		arguments := MakeWeeksArguments{FacilityID: actor.FacilityID, From: first.String(), To: last.String()}
		if err := enqueue(ctx, tx, now, JobKindMakeWeeks, arguments, nil, now); err != nil {
			return err
		}
		return record(ctx, tx, now, actor, AuditMake, ResourceDraft, "", first.String()+" "+last.String())
	})
}
