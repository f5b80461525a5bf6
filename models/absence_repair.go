package models

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// AbsenceRepair is how a published week can go on without somebody who is away: each thing the absence hits, with what could become of it.
type AbsenceRepair struct {
	Week      Week
	Published Rota
	Lines     []RepairLine // by hour
}

// RepairLine is something the absence hits, as people know it. After is what becomes of it: what was chosen, else the best proposal that goes
// with all that is above; nil when it is cancelled.
type RepairLine struct {
	ImpactHit
	Fixed     bool // a meeting with partners: whoever books it has to find another hour
	After     *RotaOccurrence
	Proposals []RepairProposal // best first
	Join      []RepairJoining
	Joined    *RepairJoining   // the group its children join, where that was chosen
	Reasons   []planner.Reason // without proposals: what stands in the way
}

// RepairKind says what a proposal keeps of what people know.
type RepairKind string

// The kinds of proposal: somebody else at the same hour, the same people at another hour, or both otherwise.
const (
	RepairCover RepairKind = "cover"
	RepairMove  RepairKind = "move"
	RepairOther RepairKind = "other"
)

// RepairProposal is a lawful way to keep something the absence hits.
type RepairProposal struct {
	RotaWay
	Kind RepairKind
}

// RepairJoining is a group that the children of a line could join, for this time.
type RepairJoining struct {
	planner.Joining
	Label string
}

// mostJoining bounds how many children at once may be put with a group: two groups are no group.
const mostJoining = 2

// mostOfKind bounds the proposals of each kind.
const mostOfKind = 3

// ProposeRepair returns how a week that is published could go on without who is away. Choices are operations on what the absence hits, a set,
// an unplan or a join; they stand, and the rest is proposed around them. Nothing is written.
func (s *Store) ProposeRepair(ctx context.Context, actor Actor, absenceID string, week Week, choices []Operation) (*AbsenceRepair, error) {
	if _, err := s.allow(actor, ResourceDraft, ActionChange); err != nil {
		return nil, err
	}
	scope, err := s.allow(actor, ResourceAbsence, ActionRead)
	if err != nil {
		return nil, err
	}
	var repair *AbsenceRepair
	err = s.read(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		absence, err := readable(ctx, tx, now, actor, scope, absenceID)
		if err != nil {
			return err
		}
		if absence.State != StateAccepted {
			return Conflict("absence.not_accepted", nil)
		}
		published, err := publishedIn(ctx, tx, frame{facilityID: actor.FacilityID, week: week})
		if err != nil {
			return err
		}
		state, err := s.loadRota(ctx, tx, actor, published)
		if err != nil {
			return err
		}
		hits, err := s.hits(ctx, tx, actor, &state.rota, absence)
		if err != nil {
			return err
		}
		repair = &AbsenceRepair{Week: week, Published: state.rota}
		kept, err := keptIn(ctx, tx, published)
		if err != nil {
			return err
		}
		repair.Lines, err = state.repair(ctx, tx, hits, choices, kept)
		return err
	})
	return repair, err
}

// ApplyRepair makes a draft from what is published in a week, without what cannot stand any more, does the operations on it and leaves out what is
// cancelled: all or nothing. It is refused as stale when the week has another published rota than the one named.
func (s *Store) ApplyRepair(
	ctx context.Context, actor Actor, week Week, publishedID string, operations []Operation, cancelled ...Cancellation,
) (Rota, error) {
	if _, err := s.allow(actor, ResourceDraft, ActionChange); err != nil {
		return Rota{}, err
	}
	if len(operations) > mostOperations {
		return Rota{}, TooLarge("rota.too_many_operations", mostOperations)
	}
	leftOut, err := asUnplanned(cancelled)
	if err != nil {
		return Rota{}, err
	}
	operations = slices.Concat(operations, leftOut)
	var rota Rota
	err = s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		planned := frame{facilityID: actor.FacilityID, week: week}
		published, err := publishedIn(ctx, tx, planned)
		if err != nil {
			return err
		}
		if published != publishedID {
			return Conflict("rota.replaced", nil)
		}
		rota, err = s.draft(ctx, tx, now, actor, planned, &published)
		if err != nil || len(operations) == 0 {
			return err
		}
		state, err := s.loadDraft(ctx, tx, actor, rota.ID, rota.Revision)
		if err != nil {
			return err
		}
		step, err := state.operate(ctx, tx, now, actor, operations)
		if err != nil {
			return err
		}
		if err := state.save(ctx, tx, now, actor, step); err != nil {
			return err
		}
		rota = state.rota
		return state.cancel(ctx, tx, now, actor, cancelled)
	})
	return rota, err
}

// publishedIn returns the id of the rota that is published of what a frame names, which has to have one.
func publishedIn(ctx context.Context, tx bun.IDB, planned frame) (id string, err error) {
	err = tx.NewSelect().Model((*Rota)(nil)).Column("id").ApplyQueryBuilder(planned.rotas).Where("state = ?", RotaPublished).Scan(ctx, &id)
	if errors.Is(err, sql.ErrNoRows) {
		return "", Conflict("rota.not_published", nil)
	}
	return id, err
}

// repair proposes what becomes of what is hit in a published rota.
func (r *rotaState) repair(ctx context.Context, tx bun.IDB, hits []ImpactHit, choices []Operation, kept []KeptConflict) ([]RepairLine, error) {
	known := byRef(slices.Clone(r.occurrences))
	r.occurrences = r.week.lawful(slices.Clone(r.occurrences), r.week.stillAgreed(r.occurrences, kept)...)
	if len(choices) > 0 {
		if err := r.validOperations(choices, OperationJoin); err != nil {
			return nil, err
		}
		planning, err := r.makeExceptions(ctx, tx, choices)
		if err != nil {
			return nil, err
		}
		chosen, asked, err := r.apply(planning)
		if err != nil {
			return nil, err
		}
		if breaches := r.week.newBreaches(r.occurrences, chosen, asked); len(breaches) > 0 {
			return nil, Refused(breaches...)
		}
		r.occurrences = chosen
	}
	settled, joined := map[planner.Ref]bool{}, map[planner.Ref]planner.Ref{}
	for i := range choices {
		settled[choices[i].ref()] = true
		if choices[i].Kind == OperationJoin {
			joined[choices[i].ref()] = *choices[i].Into
		}
	}
	infos, lines := r.week.house.Activities(), make([]RepairLine, 0, len(hits))
	for _, hit := range hits {
		line := RepairLine{ImpactHit: hit, Fixed: r.week.isFixed(hit.ActivityID)}
		if old := known[hit.ref()]; old != nil && !line.Fixed {
			if _, there := joined[hit.ref()]; !there {
				r.propose(&line, &r.week.here([]RotaOccurrence{*old})[0], settled[hit.ref()], infos)
			}
		}
		lines = append(lines, line)
	}
	for i := range lines {
		if into, there := joined[lines[i].ref()]; there {
			lines[i].Joined = r.joining(into, infos)
		}
	}
	if len(joined) > 0 {
		asPublished(lines)
	}
	return lines, nil
}

// joining tells of a planned group.
func (r *rotaState) joining(group planner.Ref, infos map[string]ActivityInfo) *RepairJoining {
	o := byRef(r.occurrences)[r.week.hereRef(group)]
	if o == nil {
		return nil
	}
	return &RepairJoining{
		Joining: planner.Joining{Ref: group, Start: o.Start, Staff: o.Staff, Place: o.PlaceID}, Label: infos[o.ActivityID].Label,
	}
}

// asPublished gives what joining groups renamed the names under which the published week knows it: who applies the repair begins there.
func asPublished(lines []RepairLine) {
	back := func(o *RotaOccurrence, hit planner.Ref) {
		if standsFor(o.ref()) == hit {
			o.ActivityID, o.Occurrence = hit.Activity, hit.Occurrence
		}
	}
	for i := range lines {
		if lines[i].After != nil {
			back(lines[i].After, lines[i].ref())
		}
		for p := range lines[i].Proposals {
			back(&lines[i].Proposals[p].Occurrence, lines[i].ref())
		}
		for g := range lines[i].Join {
			group := &lines[i].Join[g]
			group.Ref = standsFor(group.Ref)
		}
	}
}

// propose fills in what could become of something that is hit, and what does unless that is settled: the rest of the rota then goes with it.
func (r *rotaState) propose(line *RepairLine, old *RotaOccurrence, settled bool, infos map[string]ActivityInfo) {
	ref := old.ref()
	if present := byRef(r.occurrences)[ref]; present != nil {
		after := *present
		line.After = &after
	}
	rest := slices.DeleteFunc(slices.Clone(r.occurrences), func(o RotaOccurrence) bool { return o.ref() == ref })
	plan := r.week.plan(rest)
	line.propose(r, old, planner.Recommend(r.week.model, plan, ref, planner.RecommendOptions{}))
	line.explain(planner.RepairReport(r.week.model, r.week.plan([]RotaOccurrence{*old}), plan), ref, infos)
	if !settled && line.After == nil && len(line.Proposals) > 0 {
		after := line.Proposals[0].Occurrence
		rest = append(rest, after)
		line.After, r.occurrences = &after, rest
	}
}

// propose keeps the best of the ways of each kind, without those that would leave something else out: of the places and rooms for the same
// people at the same hour the best.
func (l *RepairLine) propose(r *rotaState, old *RotaOccurrence, ways []planner.Recommendation) {
	count := map[RepairKind]int{}
	for i := range ways {
		way := &ways[i]
		kind := kindOfRepair(old, &way.Occurrence)
		known := slices.ContainsFunc(l.Proposals, func(p RepairProposal) bool {
			return p.Occurrence.Start == way.Occurrence.Start && slices.Equal(p.Occurrence.Staff, way.Occurrence.Staff)
		})
		if way.GivesWay != nil || known || count[kind] == mostOfKind {
			continue
		}
		count[kind]++
		l.Proposals = append(l.Proposals, RepairProposal{Kind: kind, RotaWay: RotaWay{
			Occurrence: r.rowOf(way.Occurrence), Effects: r.week.effects(way.Terms), Unmet: way.Unmet, Soft: way.Soft,
		}})
	}
}

// explain fills in which groups the children of a line could join, and what stands in the way where there is no proposal.
func (l *RepairLine) explain(report planner.Repair, ref planner.Ref, infos map[string]ActivityInfo) {
	for i := range report.Lost {
		lost := &report.Lost[i]
		if lost.Occurrence.Ref() != ref {
			continue
		}
		if len(l.Proposals) == 0 {
			l.Reasons = lost.Cancel
		}
		if len(l.ChildIDs) > mostJoining {
			continue
		}
		nearest := slices.Clone(lost.Join)
		slices.SortStableFunc(nearest, func(one, other planner.Joining) int {
			return cmp.Compare(apart(one.Start, l.Start), apart(other.Start, l.Start))
		})
		for _, group := range nearest[:min(len(nearest), mostOfKind)] {
			l.Join = append(l.Join, RepairJoining{Joining: group, Label: infos[group.Activity].Label})
		}
	}
}

func apart(one, other int) int { return max(one-other, other-one) }

func kindOfRepair(old *RotaOccurrence, way *planner.Occurrence) RepairKind {
	switch {
	case way.Start == old.Start:
		return RepairCover
	case slices.Equal(way.Staff, old.Staff):
		return RepairMove
	default:
		return RepairOther
	}
}
