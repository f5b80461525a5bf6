package models

import (
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// SeriesScope says from when on other weeks do what one week does.
type SeriesScope string

// The scopes of a series. Weeks that have begun never change.
const (
	SeriesFrom SeriesScope = "from" // from the week on in which the change was made
	SeriesAll  SeriesScope = "all"  // from the coming week on
)

// The keys of what cannot be done in other weeks.
const (
	KeyNotOrdinary = "series.not_ordinary" // the ordinary week does not ask for it
	KeySameAlready = "series.same"         // the ordinary week plans it so already
)

// SeriesPreview says what doing the same in other weeks would do: one way, or two where some coming week before this one has the template too.
type SeriesPreview struct {
	Template WeekTemplate    // in force in the week
	Old, New *RotaOccurrence // in what is published of the template, and in the week; nil: not planned
	Same     bool            // there is nothing to do
	Ways     []SeriesWay
}

// SeriesWay is what doing the same from a moment on would do.
type SeriesWay struct {
	Scope     SeriesScope
	Template  WeekTemplate // that is changed
	Created   bool         // it is a new one, in force from the Monday of the week on
	Draft     *Rota        // the draft somebody works on, into which it goes; nil: one is made
	Breaches  []planner.Breach
	Possible  bool // false: not even a draft can have it
	Published bool // it is published at once: it breaks nothing, and nobody works on the template
	Weeks     SeriesWeeks
}

// SeriesWeeks counts the other weeks with a rota, or about to have one, that the template is in force in.
type SeriesWeeks struct {
	Follow    int     // nobody has touched them: they become like the template
	Proposed  int     // somebody has worked on them: a draft is proposed beside
	Published int     // they stay as they are
	First     *string // first day of the first week that follows or is proposed
	Last      *string // last working day of the last one
}

// SeriesOutcome is what doing the same in other weeks did.
type SeriesOutcome struct {
	SeriesWay
	Rota     Rota  // of the template: published, or the draft it stands in
	Replaced *Rota // what was published of the template before
	NewDraft bool  // the draft was made for it
}

// PreviewSeries says what doing in other weeks what a week's rota does with one occurrence would do. Without a template in force, for a week
// that is over, and for what the ordinary week does not ask for it is a conflict.
func (s *Store) PreviewSeries(ctx context.Context, actor Actor, rotaID string, ref planner.Ref) (*SeriesPreview, error) {
	if _, err := s.allow(actor, ResourceTemplate, ActionChange); err != nil {
		return nil, err
	}
	preview := &SeriesPreview{Ways: []SeriesWay{}}
	err := s.read(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		series, err := s.loadSeries(ctx, tx, now, actor, rotaID, ref)
		if err != nil {
			return err
		}
		preview.Template, preview.Old, preview.New = *series.template, series.old, series.row
		preview.Same = sameInSeries(series.old, series.row)
		for _, scope := range series.scopes() {
			change, err := series.plan(ctx, tx, scope)
			if err != nil {
				return err
			}
			preview.Ways = append(preview.Ways, change.way)
		}
		return nil
	})
	return preview, err
}

// ChangeSeries does in other weeks what a rota does with one occurrence: the template in force is changed so, a new one that is in force from
// the Monday of the week on where coming weeks before it keep the present one. It is published at once where it breaks nothing and nobody
// works on the template, else it stands in the template's draft. Of a rota of a template, it is that template that does what this rota of it
// did: so a change is taken back. It is refused with the breaches where not even a draft can have it.
func (s *Store) ChangeSeries(ctx context.Context, actor Actor, rotaID string, ref planner.Ref, scope SeriesScope) (*SeriesOutcome, error) {
	if _, err := s.allow(actor, ResourceTemplate, ActionChange); err != nil {
		return nil, err
	}
	var checks fieldChecks
	oneOf(&checks, "scope", scope, SeriesFrom, SeriesAll)
	if err := checks.error(); err != nil {
		return nil, err
	}
	var outcome *SeriesOutcome
	err := s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		series, err := s.loadSeries(ctx, tx, now, actor, rotaID, ref)
		if err != nil {
			return err
		}
		change, err := series.plan(ctx, tx, scope)
		switch {
		case err != nil:
			return err
		case change.same:
			return Conflict(KeySameAlready, nil)
		case !change.way.Possible:
			return Refused(change.way.Breaches...)
		}
		outcome, err = change.write(ctx, tx)
		return err
	})
	return outcome, err
}

// series is one occurrence of a week beside the template in force there.
type series struct {
	store     *Store
	actor     Actor
	now       time.Time
	ref       planner.Ref
	source    *rotaState
	week      Week
	current   Week
	facility  *Facility
	template  *WeekTemplate
	published *Rota           // of the template
	old, row  *RotaOccurrence // in what is published, and in the source
	inUse     []WeekTemplate  // every template something of which is published
}

func (s *Store) loadSeries(ctx context.Context, tx bun.IDB, now time.Time, actor Actor, rotaID string, ref planner.Ref) (*series, error) {
	source, err := s.loadRota(ctx, tx, actor, rotaID)
	if err != nil {
		return nil, err
	}
	house := source.week.house
	found := &series{
		store: s, actor: actor, now: now, ref: ref, source: source, week: house.Week, facility: &house.Facility,
		template: house.Template, published: house.Published,
	}
	if found.current, err = house.Facility.weekAt(now); err != nil {
		return nil, err
	}
	if found.template == nil {
		found.published = house.MadeFrom
		if house.Week.before(found.current) {
			return nil, Conflict("week.over", nil)
		}
	}
	if found.published == nil {
		return nil, Conflict("week.no_template", nil)
	}
	planned, err := templateFrame(ctx, tx, actor.FacilityID, *found.published.TemplateID)
	if err != nil {
		return nil, err
	}
	found.template = planned.template
	if found.inUse, err = templatesInUse(ctx, tx, actor.FacilityID); err != nil {
		return nil, err
	}
	var rows []RotaOccurrence
	if err := occurrencesOf(tx, &rows, found.published.ID).Scan(ctx); err != nil {
		return nil, err
	}
	found.old, found.row = byRef(rows)[ref], byRef(source.occurrences)[ref]
	return found, nil
}

// templatesInUse returns the templates something of which is published.
func templatesInUse(ctx context.Context, tx bun.IDB, facilityID string) (templates []WeekTemplate, err error) {
	published := tx.NewSelect().Model((*Rota)(nil)).Column("template_id").Where("facility_id = ?", facilityID).
		Where("template_id IS NOT NULL").Where("state = ?", RotaPublished)
	err = tx.NewSelect().Model(&templates).Where("facility_id = ?", facilityID).Where("archived_at IS NULL").Where("id IN (?)", published).Scan(ctx)
	return templates, err
}

// rules reports whether a template is the one in force in a week.
func rules(templates []WeekTemplate, week Week, template *WeekTemplate) bool {
	first := inForce(templates, week)
	return first != nil && first.ID == template.ID
}

// startsLater reports whether some coming week before this one has the template too: then from here on is not from now on.
func (s *series) startsLater() bool {
	if s.source.rota.TemplateID != nil {
		return false
	}
	for week := s.current.Next(); week.before(s.week); week = week.Next() {
		if rules(s.inUse, week, s.template) {
			return true
		}
	}
	return false
}

func (s *series) scopes() []SeriesScope {
	if s.startsLater() {
		return []SeriesScope{SeriesFrom, SeriesAll}
	}
	return []SeriesScope{SeriesFrom}
}

// successor returns the template that takes the place of the present one from the Monday of the week on. Where weeks of the other letter have
// a template of their own, it leaves them to it: a template that begins later would take them too.
func (s *series) successor() *WeekTemplate {
	next := &WeekTemplate{Name: s.template.Name, Letter: s.template.Letter, FromDate: s.week.Day(0), ToDate: s.template.ToDate}
	if following := s.week.Next(); next.appliesTo(following) && s.template.appliesTo(following) && !rules(s.inUse, following, s.template) {
		next.Letter = s.week.Letter()
	}
	return next
}

// sameInSeries reports whether two weeks do the same with an occurrence. Who attends is for each week to say: people are away.
func sameInSeries(one, other *RotaOccurrence) bool {
	if one == nil || other == nil {
		return one == other
	}
	return one.sameTimeAndPlace(other) && slices.Equal(one.Staff, other.Staff)
}

// viewOffTemplate fills in what stands otherwise than in the template in force, for those who may change it.
func (r *rotaState) viewOffTemplate(actor Actor, view *RotaView) {
	view.OffTemplate = []planner.Ref{}
	house := r.week.house
	if house.MadeFrom == nil || r.rota.State == RotaArchived || Allowed(actor, ResourceTemplate, ActionChange) == ScopeNone {
		return
	}
	ordinary := byRef(house.MadeFromOccurrences)
	for i := range r.occurrences {
		if row := &r.occurrences[i]; !r.isException(row.ActivityID) && (ordinary[row.ref()] == nil || !sameInSeries(ordinary[row.ref()], row)) {
			view.OffTemplate = append(view.OffTemplate, row.ref())
		}
	}
	planned := byRef(r.occurrences)
	for i := range house.MadeFromOccurrences {
		if ref := house.MadeFromOccurrences[i].ref(); planned[ref] == nil && r.week.asks(ref) {
			view.OffTemplate = append(view.OffTemplate, ref)
		}
	}
}
