package models

import (
	"context"
	"slices"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
	"github.com/maillage-dime/maillage/planner/law"
)

// seriesChange is what doing the same in other weeks does to one template, before it is written.
type seriesChange struct {
	*series
	way        SeriesWay
	same       bool
	state      *rotaState // the rota of the template it goes into, without it
	difference RotaDifference
	after      Publication
	reasons    []SignedReason // those of the version before, for what it was signed for too
}

// plan works out what a scope does.
func (s *series) plan(ctx context.Context, tx bun.IDB, scope SeriesScope) (*seriesChange, error) {
	c := &seriesChange{series: s, way: SeriesWay{Scope: scope, Template: *s.template, Breaches: []planner.Breach{}}}
	if scope == SeriesFrom && s.startsLater() {
		if err := c.succeed(ctx, tx); err != nil {
			return nil, err
		}
	}
	if err := c.loadTarget(ctx, tx); err != nil {
		return nil, err
	}
	if !c.state.week.asks(s.ref) || c.state.week.isFixed(s.ref.Activity) {
		return nil, Conflict(KeyNotOrdinary, nil)
	}
	c.difference = RotaDifference{Ref: s.ref, Base: byRef(c.state.occurrences)[s.ref], Other: s.row}
	if c.same = sameInSeries(c.difference.Base, s.row); c.same {
		c.way.Possible = true
	} else if err := c.judge(ctx, tx); err != nil {
		return nil, err
	}
	var err error
	c.way.Weeks, err = c.countWeeks(ctx, tx)
	return c, err
}

// succeed has the change go into a template that begins with the week: one that waits for its first publication, else a new one.
func (c *seriesChange) succeed(ctx context.Context, tx bun.IDB) error {
	next := c.successor()
	var waiting []WeekTemplate
	drafted := tx.NewSelect().Model((*Rota)(nil)).Column("template_id").Where("template_id IS NOT NULL").Where("state = ?", RotaDraft)
	err := tx.NewSelect().Model(&waiting).Where("facility_id = ?", c.actor.FacilityID).Where("archived_at IS NULL").
		Where("from_date = ?", next.FromDate).Where("letter = ?", next.Letter).Where("id IN (?)", drafted).OrderExpr("id").Scan(ctx)
	if err != nil {
		return err
	}
	if len(waiting) > 0 {
		c.way.Template = waiting[0]
		return nil
	}
	next.Record = Record{ID: NewID(), FacilityID: c.actor.FacilityID}
	c.way.Template, c.way.Created = *next, true
	return nil
}

// loadTarget reads the draft of the template that somebody works on: one begun since the last publication. Without one it is what is published,
// as a fresh draft has it.
func (c *seriesChange) loadTarget(ctx context.Context, tx bun.IDB) error {
	planned := frame{facilityID: c.actor.FacilityID, week: c.way.Template.NominalWeek(), template: &c.way.Template}
	compiled, err := c.store.compiledFrame(ctx, tx, planned)
	if err != nil {
		return err
	}
	var drafts []Rota
	query := tx.NewSelect().Model(&drafts).ApplyQueryBuilder(planned.rotas).Where("state = ?", RotaDraft).OrderExpr("number DESC").Limit(1)
	base := compiled.house.Published
	if base != nil {
		query = query.Where("number > ?", base.Number)
	}
	if err := query.Scan(ctx); err != nil {
		return err
	}
	if len(drafts) > 0 {
		c.way.Draft = &drafts[0]
		c.state, err = c.store.loadRota(ctx, tx, c.actor, drafts[0].ID)
		return err
	}
	if base == nil {
		base = c.published
	}
	occurrences, err := compiled.copied(ctx, tx, base)
	c.state = &rotaState{
		store: c.store, week: compiled, occurrences: compiled.lawful(occurrences),
		rota: Rota{FacilityID: c.actor.FacilityID, Week: planned.week.String(), TemplateID: &c.way.Template.ID, BasedOnID: &base.ID},
	}
	return err
}

// judge says what the change breaks in the ordinary week, and whether it can be published at once.
func (c *seriesChange) judge(ctx context.Context, tx bun.IDB) error {
	if old := c.difference.Base; old != nil && c.row != nil {
		row := *c.row
		row.Attendees = old.Attendees
		c.difference.Other = &row
	}
	wanted := []RotaDifference{c.difference}
	if _, left := c.state.takeable(wanted, nil); len(left) > 0 {
		c.way.Breaches = left[0].Breaches
	}
	c.way.Possible = mayKeep(c.way.Breaches)
	if len(c.way.Breaches) > 0 || c.way.Draft != nil || Allowed(c.actor, ResourceDraft, ActionPublish) == ScopeNone {
		return nil
	}
	changed := *c.state
	changed.occurrences = c.state.taking(wanted)
	var err error
	if c.after, err = changed.publication(ctx, tx); err != nil {
		return err
	}
	signed, err := signedIn(ctx, tx, c.published.ID)
	c.reasons = takenUp(c.after.Findings, signed)
	_, unsigned := sign(c.after.Findings, c.reasons)
	c.way.Published = len(c.after.Breaches)+len(c.after.Conflicts) == 0 && unsigned == nil
	return err
}

// takenUp returns the reasons the version before was signed with, for findings that are the same now.
func takenUp(findings []law.Finding, signed []SignedFinding) (reasons []SignedReason) {
	for i := range findings {
		f := &findings[i]
		at := slices.IndexFunc(signed, func(s SignedFinding) bool {
			return s.Rule == string(f.Rule) && s.ProfessionalID == f.Person && s.Value == f.Value && s.Limit == f.Limit
		})
		if f.Severity == law.Consent && at >= 0 {
			reasons = append(reasons, SignedReason{Rule: signed[at].Rule, ProfessionalID: f.Person, From: f.From, Reason: signed[at].Reason})
		}
	}
	return reasons
}

// write makes the template do it.
func (c *seriesChange) write(ctx context.Context, tx bun.Tx) (*SeriesOutcome, error) {
	outcome := &SeriesOutcome{SeriesWay: c.way, Replaced: c.state.week.house.Published, NewDraft: c.way.Draft == nil}
	if c.way.Created {
		template, err := weekTemplates.make(ctx, newReach(tx, c.actor, ScopeFacility, c.now), c.way.Template.ID, c.way.Template)
		if err != nil {
			return nil, err
		}
		outcome.Template = template
	}
	if c.way.Draft == nil {
		rota, err := insertDraft(ctx, tx, c.now, c.actor, c.state.week.house.frame(), Rota{BasedOnID: c.state.rota.BasedOnID}, c.state.occurrences)
		if err != nil {
			return nil, err
		}
		c.state.rota = rota
	}
	kind := OperationSet
	if c.difference.Other == nil {
		kind = OperationUnplan
	}
	changed := c.state.taking([]RotaDifference{c.difference})
	step, err := c.state.stepTo(ctx, tx, c.now, c.actor, string(kind), changed, []planner.Ref{c.ref})
	if err != nil {
		return nil, err
	}
	step.keep = new("")
	if err := c.state.save(ctx, tx, c.now, c.actor, step); err != nil {
		return nil, err
	}
	if c.way.Published {
		err = c.publish(ctx, tx)
	}
	outcome.Rota = c.state.rota
	return outcome, err
}

// publish makes the changed draft the template's rota. A draft of the week that was made from the version before and has the change already is
// in line with the new one.
func (c *seriesChange) publish(ctx context.Context, tx bun.IDB) error {
	if err := c.state.publishSigned(ctx, tx, c.now, c.actor, &c.after, PublicationWords{Reasons: c.reasons}); err != nil {
		return err
	}
	if draft := &c.source.rota; draft.State == RotaDraft && equal(draft.MadeFromID, c.published.ID) {
		_, err := tx.NewUpdate().Model((*Rota)(nil)).Set("made_from_id = ?", c.state.rota.ID).Where("id = ?", draft.ID).Exec(ctx)
		return err
	}
	return nil
}
