package models

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
	"github.com/maillage-dime/maillage/planner/law"
)

// PersonChange is one thing that changes in somebody's week. Kind is how it looks to that person: who joins sees it added, who leaves removed.
type PersonChange struct {
	Activity   string
	Occurrence int
	Kind       planner.ChangeKind
	Old, New   *RotaOccurrence
}

// ConcernedPerson is somebody whose week a publication changes.
type ConcernedPerson struct {
	ProfessionalID string
	Changes        []PersonChange
	// Account and Calendar say by what the person is told: an account of their own, in which they read their week, a calendar they subscribe to.
	// Who has neither has to be told in another way.
	Account, Calendar bool
}

// Publication is what publishing a draft does, or did.
type Publication struct {
	Version   int  // the week gets
	Replaces  *int // the version before
	Concerned []ConcernedPerson
	Changes   int // occurrences that differ from the version before
	Unplanned int
	Untouched int              // people whose week stays as it is
	Children  []string         // whose hours or people change: families and taxis are not told
	Breaches  []planner.Breach // that nobody may sign for: they refuse it
	Conflicts []OpenConflict   // that ask for a signed reason each, the rule of the house first
	Findings  []law.Finding    // legal ones refuse it, those of severity agreement ask for a signed reason each
	Before    []SignedFinding  // what the version it replaces was signed for: reasons to take up where a finding is the same
	Covered   []planner.Breach // what the signed reason of a finding is for too
}

// PublicationWords are what somebody writes when they publish.
type PublicationWords struct {
	Note      string // those who read the version find it beside
	Reasons   []SignedReason
	Conflicts []SignedConflict
}

// PreviewPublication returns what publishing a draft would do.
func (s *Store) PreviewPublication(ctx context.Context, actor Actor, rotaID string) (Publication, error) {
	if _, err := s.allow(actor, ResourceDraft, ActionPublish); err != nil {
		return Publication{}, err
	}
	var publication Publication
	err := s.onDraft(ctx, actor, rotaID, func(ctx context.Context, tx bun.Tx, state *rotaState) (err error) {
		if state.rota.State != RotaDraft {
			return Conflict("rota.not_a_draft", nil)
		}
		if publication, err = state.publication(ctx, tx); err != nil {
			return err
		}
		return publication.number(ctx, tx, state.week.house.frame())
	})
	return publication, err
}

// publication compares the draft with what is published and judges it.
func (r *rotaState) publication(ctx context.Context, tx bun.IDB) (Publication, error) {
	findings, err := r.findings(ctx, tx)
	changes := r.week.sincePublished(r.occurrences)
	publication := Publication{
		Findings:  findings,
		Concerned: concernedBy(r.week.here(r.week.house.PublishedOccurrences), r.occurrences, changes),
		Unplanned: r.week.wanted() - len(r.occurrences) - len(r.week.problem.Pinned),
	}
	publication.Breaches, publication.Conflicts, publication.Covered = r.sortConflicts(r.week.breaches(r.occurrences), findings)
	if err == nil {
		err = r.nameKept(ctx, tx, publication.Conflicts)
	}
	publication.Changes = len(changes)
	publication.Untouched = len(r.week.problem.Professionals)
	for _, person := range publication.Concerned {
		if _, known := r.week.model.ProfessionalIndex(person.ProfessionalID); known {
			publication.Untouched--
		}
	}
	publication.Children = r.childrenConcerned()
	if err == nil {
		err = reached(ctx, tx, r.rota.FacilityID, publication.Concerned)
	}
	if r.week.house.Published != nil {
		publication.Replaces = &r.week.house.Published.PublishedAs
	}
	if err == nil && r.week.house.Published != nil {
		publication.Before, err = signedIn(ctx, tx, r.week.house.Published.ID)
	}
	return publication, err
}

// number fills in the version the week gets: one more than any it had.
func (p *Publication) number(ctx context.Context, tx bun.IDB, planned frame) error {
	return tx.NewSelect().Model((*Rota)(nil)).ColumnExpr("COALESCE(MAX(published_version), 0) + 1").ApplyQueryBuilder(planned.rotas).Scan(ctx, &p.Version)
}

// wanted returns how many occurrences the week asks for.
func (w *compiledWeek) wanted() int {
	wanted := 0
	for i := range w.problem.Activities {
		wanted += w.countOf(i)
	}
	return wanted
}

// countOf returns how many occurrences of an activity the week asks for under the activity's own name.
func (w *compiledWeek) countOf(activity int) int {
	asked := &w.problem.Activities[activity]
	count := asked.Count
	for ref := range w.instead {
		if ref.Activity == asked.ID && ref.Occurrence < asked.Count {
			count--
		}
	}
	return count
}

// wantedOf returns how often an activity is asked for, with what stands in for it and without what is with a group instead.
func (w *compiledWeek) wantedOf(activity int32) int {
	count := w.countOf(int(activity))
	for ref, standIn := range w.instead {
		if _, held := w.model.ActivityIndex(standIn); held && ref.Activity == w.problem.Activities[activity].ID {
			count++
		}
	}
	return count
}

func planOf(occurrences []RotaOccurrence) *planner.Plan {
	plan := &planner.Plan{Format: planner.PlanFormat, Occurrences: make([]planner.Occurrence, len(occurrences))}
	for i := range occurrences {
		plan.Occurrences[i] = planned(&occurrences[i])
	}
	return plan
}

// listOrEmpty returns the list, or an empty one in place of nil.
func listOrEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// concerned returns whose week differs between two states of a rota and how, people in order of id, changes in order of the new or old start.
func concerned(old, fresh []RotaOccurrence) []ConcernedPerson {
	return concernedBy(old, fresh, planner.Diff(planOf(old), planOf(fresh)))
}

// concernedBy is [concerned] with the differences at hand.
func concernedBy(old, fresh []RotaOccurrence, differences []planner.Change) []ConcernedPerson {
	was, is := byRef(old), byRef(fresh)
	changes := map[string][]PersonChange{}
	for _, change := range differences {
		ref := change.Ref()
		before, after := was[ref], is[ref]
		for _, person := range peopleOf(before, after) {
			personal := PersonChange{Activity: ref.Activity, Occurrence: ref.Occurrence, Kind: change.Kind, Old: before, New: after}
			switch {
			case before == nil || !before.involves(person):
				personal.Kind, personal.Old = planner.Added, nil
			case after == nil || !after.involves(person):
				personal.Kind, personal.New = planner.Removed, nil
			}
			changes[person] = append(changes[person], personal)
		}
	}
	people := make([]ConcernedPerson, 0, len(changes))
	for person, own := range changes {
		slices.SortStableFunc(own, func(one, other PersonChange) int { return one.start() - other.start() })
		people = append(people, ConcernedPerson{ProfessionalID: person, Changes: own})
	}
	slices.SortFunc(people, func(one, other ConcernedPerson) int { return strings.Compare(one.ProfessionalID, other.ProfessionalID) })
	return people
}

// start returns when the changed occurrence is now, or was.
func (c *PersonChange) start() int {
	if c.New != nil {
		return c.New.Start
	}
	return c.Old.Start
}

// peopleOf returns everybody who takes part in one of the occurrences, each once.
func peopleOf(occurrences ...*RotaOccurrence) []string {
	var people []string
	for _, o := range occurrences {
		if o == nil {
			continue
		}
		for _, person := range slices.Concat(o.Staff, o.Attendees) {
			if !slices.Contains(people, person) {
				people = append(people, person)
			}
		}
	}
	return people
}

// Publish makes a draft the rota of its week: the one before is archived, every calendar of the people concerned follows. All of it happens or
// nothing. It is refused with the breaches while the draft has conflicts nobody may sign for, while the working-time law forbids something, and as
// stale when it is no longer at the revision; it is invalid while a finding or a conflict that asks for a signed reason has none.
func (s *Store) Publish(ctx context.Context, actor Actor, rotaID string, revision int, reasons ...SignedReason) (Publication, error) {
	return s.PublishTelling(ctx, actor, rotaID, revision, PublicationWords{Reasons: reasons})
}

// PublishTelling is [Store.Publish] with all that can be written beside it.
func (s *Store) PublishTelling(ctx context.Context, actor Actor, rotaID string, revision int, words PublicationWords) (Publication, error) {
	if _, err := s.allow(actor, ResourceDraft, ActionPublish); err != nil {
		return Publication{}, err
	}
	var checks fieldChecks
	checks.text("note", words.Note, maxNote)
	if err := checks.error(); err != nil {
		return Publication{}, err
	}
	var publication Publication
	err := s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		state, err := s.loadDraft(ctx, tx, actor, rotaID, revision)
		if err != nil {
			return err
		}
		if publication, err = state.publication(ctx, tx); err != nil {
			return err
		}
		if len(publication.Breaches) > 0 {
			return Refused(publication.Breaches...)
		}
		return state.publishSigned(ctx, tx, now, actor, &publication, words)
	})
	return publication, err
}

// publishSigned publishes a draft of which publication was worked out and that nothing refuses, with the signed reasons it asks for.
func (r *rotaState) publishSigned(ctx context.Context, tx bun.IDB, now time.Time, actor Actor, publication *Publication, words PublicationWords) error {
	signed, err := sign(publication.Findings, words.Reasons)
	if err != nil {
		return err
	}
	kept, err := r.signConflicts(publication.Conflicts, words.Conflicts, actor, now)
	if err != nil {
		return err
	}
	kept = append(kept, r.signedUnder(publication.Covered, signed, actor, now)...)
	if err := publication.number(ctx, tx, r.week.house.frame()); err != nil {
		return err
	}
	if err := r.publish(ctx, tx, now, actor, publication.Version, words.Note); err != nil {
		return err
	}
	if err := r.tell(ctx, tx, now); err != nil {
		return err
	}
	if err := r.keepSigned(ctx, tx, now, actor, signed); err != nil {
		return err
	}
	if err := r.keepOnly(ctx, tx, kept); err != nil {
		return err
	}
	detail := "version " + strconv.Itoa(publication.Version) + ", " + strconv.Itoa(publication.Changes) + " changes"
	if reasons := len(words.Reasons) + len(words.Conflicts); reasons > 0 {
		detail += ", " + strconv.Itoa(reasons) + " signed reasons"
	}
	return record(ctx, tx, now, actor, AuditPublish, ResourceRota, r.rota.ID, detail)
}

// tell brings what follows from a publication in line with it: the calendars of a week; the weeks that are made from a template.
func (r *rotaState) tell(ctx context.Context, tx bun.IDB, now time.Time) error {
	if r.rota.TemplateID == nil {
		return r.publishEvents(ctx, tx, now)
	}
	return enqueue(ctx, tx, now, JobKindMakeWeeks, MakeWeeksArguments{FacilityID: r.rota.FacilityID}, nil, now)
}

// publish moves the states of the rotas and drops rows and exceptions of activities nobody asks for any more.
func (r *rotaState) publish(ctx context.Context, tx bun.IDB, now time.Time, actor Actor, version int, note string) error {
	_, err := tx.NewUpdate().Model((*Rota)(nil)).Set("state = ?", RotaArchived).Set("updated_at = ?", now).
		ApplyQueryBuilder(r.week.house.frame().rotas).Where("state = ?", RotaPublished).Exec(ctx)
	if err != nil {
		return err
	}
	r.rota.State, r.rota.PublishedAs, r.rota.PublishedAt, r.rota.UpdatedAt, r.rota.Note = RotaPublished, version, &now, now, note
	if actor.AccountID != "" {
		r.rota.PublishedBy = &actor.AccountID
	}
	r.rota.Revision++
	if _, err := tx.NewUpdate().Model(&r.rota).WherePK().Exec(ctx); err != nil {
		return err
	}
	if _, err := tx.NewDelete().Model((*RotaOccurrence)(nil)).Where("rota_id = ?", r.rota.ID).Exec(ctx); err != nil {
		return err
	}
	if lapsed := r.lapsed(); len(lapsed) > 0 {
		r.exceptions = exceptionsWithout(r.exceptions, lapsed)
		if err := writeExceptions(ctx, tx, r.rota.ID, r.exceptions); err != nil {
			return err
		}
	}
	return insertOccurrences(ctx, tx, r.rota.ID, r.occurrences)
}
