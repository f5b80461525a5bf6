package models

import (
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
	"github.com/maillage-dime/maillage/planner/law"
)

// RotaView is a rota as it is shown: with its week, what it breaks and what it is compared with.
type RotaView struct {
	Rota        Rota
	House       *House // as far as the actor may know it
	Problem     *planner.Problem
	Occurrences []RotaOccurrence // partner meetings among them, locked; in order of activity and number
	// Previous is the published version of the week a draft is compared with, partner meetings among it. It is nil for what is published
	// itself and when nothing is.
	Previous  []RotaOccurrence
	Reshaped  map[planner.Ref]bool  // what is longer, shorter or for other children than in Previous, under the names it has in both
	Kept      []ShownKept           // which of the conflicts were made on purpose, for those who plan
	Cancelled []CancelledOccurrence // what somebody left out for a reason, for those who plan
	Breaches  []planner.Breach      // what stands against the records as they are now: see them as conflicts
	// Findings are what the working-time law says of the week, Signed the reasons a publication was signed with. Both are empty for who does
	// not plan, and findings for what is archived.
	Findings     []law.Finding
	Signed       []SignedFinding
	Undo, Redo   bool   // whether the actor has a step to undo or to redo
	UndoKind     string // of the step that would be undone
	RedoKind     string
	TravelBefore map[planner.Ref][]planner.Leg
	Lapsed       []string // activities it had more that the week no longer asks for
	instead      map[planner.Ref]string
	OffTemplate  []planner.Ref // what stands otherwise than in the template in force, for those who may change that
}

// ReadRota returns a rota. Drafts are read by those who plan; others read what is published.
func (s *Store) ReadRota(ctx context.Context, actor Actor, id string) (*RotaView, error) {
	if _, err := s.allow(actor, ResourceRota, ActionRead); err != nil {
		return nil, err
	}
	var view *RotaView
	err := s.read(ctx, func(ctx context.Context, tx bun.Tx, _ time.Time) error {
		state, err := s.loadRota(ctx, tx, actor, id)
		if err != nil {
			return err
		}
		view, err = state.view(ctx, tx, actor)
		return err
	})
	return view, err
}

// Changes returns how the rota differs from what it is compared with; nothing where there is nothing to compare with.
func (v *RotaView) Changes() []planner.Change {
	if v.Previous == nil {
		return nil
	}
	return withReshaped(planner.Diff(planOf(v.Previous), planOf(v.Occurrences)), v.Previous, v.Occurrences, v.Reshaped)
}

// Asks reports whether the week asks for an occurrence of one of its activities under that name: not for what another one stands in for.
func (v *RotaView) Asks(ref planner.Ref) bool { return v.instead[ref] == "" }

func (r *rotaState) view(ctx context.Context, tx bun.IDB, actor Actor) (*RotaView, error) {
	plan := r.week.plan(r.occurrences)
	view := &RotaView{
		Rota: r.rota, House: r.week.house.visibleTo(actor), Problem: r.week.problem, instead: r.week.instead,
		Occurrences:  r.week.withFixed(r.rota.ID, r.occurrences),
		Breaches:     planner.Evaluate(r.week.model, plan).Breaches,
		TravelBefore: planner.Legs(r.week.model, plan),
	}
	for _, lapsed := range r.lapsed() {
		view.Lapsed = append(view.Lapsed, lapsed.ActivityID)
	}
	r.viewOffTemplate(actor, view)
	if err := r.viewLaw(ctx, tx, actor, view); err != nil {
		return view, err
	}
	if err := r.viewCancelled(ctx, tx, actor, view); err != nil {
		return view, err
	}
	if err := r.viewKept(ctx, tx, actor, view); err != nil || r.rota.State != RotaDraft {
		return view, err
	}
	if published := r.week.house.Published; published != nil {
		view.Previous = r.week.withFixed(published.ID, r.week.here(r.week.house.PublishedOccurrences))
		view.Reshaped = r.week.reshaped()
	}
	return view, r.viewSteps(ctx, tx, actor, view)
}

// viewLaw fills in what the working-time law says, for those who plan: it tells of everybody's hours and contract.
func (r *rotaState) viewLaw(ctx context.Context, tx bun.IDB, actor Actor, view *RotaView) (err error) {
	view.Findings, view.Signed = []law.Finding{}, []SignedFinding{}
	if Allowed(actor, ResourceDraft, ActionRead) == ScopeNone {
		return nil
	}
	if r.rota.State != RotaArchived {
		if view.Findings, err = r.findings(ctx, tx); err != nil {
			return err
		}
	}
	if r.rota.State != RotaDraft {
		view.Signed, err = signedIn(ctx, tx, r.rota.ID)
	}
	return err
}

// WeekOverview is what there is to choose from in a week.
type WeekOverview struct {
	Week          Week
	Letter        WeekLetter
	Days          []Day
	SchoolHoliday bool // on one of its working days
	Published     *Rota
	Drafts        []Rota        // newest first; none for those who read published rotas only
	Template      *WeekTemplate // in force, for those who read drafts; nil without one
	TemplateRota  *Rota         // what is published of it
	Making        bool          // there is no rota yet, and the program is making one from the template
}

// WeekView returns the rotas of a week.
func (s *Store) WeekView(ctx context.Context, actor Actor, week Week) (*WeekOverview, error) {
	if _, err := s.allow(actor, ResourceRota, ActionRead); err != nil {
		return nil, err
	}
	if !week.valid() {
		return nil, Invalid(FieldError{Path: "week", Key: "week_format"})
	}
	overview := &WeekOverview{Week: week, Letter: week.Letter(), Drafts: []Rota{}}
	err := s.read(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		var err error
		if overview.Days, err = s.daysIn(ctx, tx, actor.FacilityID, week); err != nil {
			return err
		}
		if err = overview.readRotas(ctx, tx, actor); err != nil || Allowed(actor, ResourceTemplate, ActionRead) == ScopeNone {
			return err
		}
		return overview.readTemplate(ctx, tx, now, actor.FacilityID)
	})
	overview.SchoolHoliday = slices.ContainsFunc(overview.Days, func(d Day) bool { return d.SchoolHoliday && d.Date < week.Day(workingDays) })
	return overview, err
}

// RotaStanding is where one rota of a week stands: its state and its revision, which moves with every change of it.
type RotaStanding struct {
	ID       string
	State    RotaState
	Revision int
}

// WeekStandings returns where the rotas of a week stand that the actor may read, drafts first and the newest first. It costs one query of a few
// rows and is what those who follow a week ask for again and again: a draft that comes or goes, a change and a publication all show in it.
func (s *Store) WeekStandings(ctx context.Context, actor Actor, week Week) ([]RotaStanding, error) {
	if _, err := s.allow(actor, ResourceRota, ActionRead); err != nil {
		return nil, err
	}
	if !week.valid() {
		return nil, Invalid(FieldError{Path: "week", Key: "week_format"})
	}
	overview := &WeekOverview{Week: week}
	err := s.read(ctx, func(ctx context.Context, tx bun.Tx, _ time.Time) error { return overview.readRotas(ctx, tx, actor) })
	rotas := overview.Drafts
	if overview.Published != nil {
		rotas = append(rotas, *overview.Published)
	}
	standings := make([]RotaStanding, len(rotas))
	for i := range rotas {
		standings[i] = RotaStanding{rotas[i].ID, rotas[i].State, rotas[i].Revision}
	}
	return standings, err
}

func (o *WeekOverview) readRotas(ctx context.Context, tx bun.IDB, actor Actor) error {
	var rotas []Rota
	states := []RotaState{RotaPublished}
	if Allowed(actor, ResourceDraft, ActionRead) > ScopeNone {
		states = append(states, RotaDraft)
	}
	err := tx.NewSelect().Model(&rotas).ApplyQueryBuilder(frame{facilityID: actor.FacilityID, week: o.Week}.rotas).
		Where("state IN (?)", bun.List(states)).OrderExpr("number DESC").Scan(ctx)
	if err != nil {
		return err
	}
	for i := range rotas {
		if rotas[i].State == RotaPublished {
			o.Published = &rotas[i]
		} else {
			o.Drafts = append(o.Drafts, rotas[i])
		}
	}
	return nil
}

// readTemplate fills in the template in force, and whether the week is being made from it.
func (o *WeekOverview) readTemplate(ctx context.Context, tx bun.IDB, now time.Time, facilityID string) (err error) {
	if o.TemplateRota, err = madeFrom(ctx, tx, facilityID, o.Week); err != nil || o.TemplateRota == nil {
		return err
	}
	o.Template = &WeekTemplate{}
	err = tx.NewSelect().Model(o.Template).Where("id = ?", *o.TemplateRota.TemplateID).Scan(ctx)
	if err != nil || o.Published != nil || len(o.Drafts) > 0 {
		return err
	}
	var facility Facility
	if err := findFacility(ctx, tx, &facility, facilityID); err != nil {
		return err
	}
	o.Making, err = beingMade(ctx, tx, now, &facility, o.Week)
	return err
}
