package models

import (
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// keepable are the rules that somebody may break in a draft on purpose, and sign for when it is published, because people can still agree on it
// before the week begins: hours with a colleague, a school or a family, a room with another team, the rule of the house with who answers for it.
// Never: what is locked, somebody or a child in two places, ways that cannot be travelled, trades and skills, limits of working time.
var keepable = map[planner.Code]bool{
	planner.CodeTeamRule:          true,
	planner.CodeNotAvailable:      true,
	planner.CodeBaseTravel:        true,
	planner.CodeLunch:             true,
	planner.CodeChildNotAvailable: true,
	planner.CodeRoomClosed:        true,
	planner.CodeRoomBusy:          true,
	planner.CodeMinGapDays:        true,
	planner.CodeOutsideWindows:    true,
}

// ConflictKey names a conflict that is kept or signed for: a rule, and what breaks it.
type ConflictKey struct {
	ActivityID     string       `bun:"activity_id,pk"` // empty: it is about somebody's day, not about one occurrence
	Occurrence     int          `bun:"occurrence,pk"`
	Code           planner.Code `bun:"code,pk"`
	ProfessionalID string       `bun:"professional_id,pk"` // empty where it is about nobody of the staff
	Day            int          `bun:"day,pk"`
}

// KeptConflict is a conflict that stands in a rota on purpose. It stays a conflict: a draft that has one is published with a signature only.
type KeptConflict struct {
	bun.BaseModel `bun:"table:kept_conflict"`

	RotaID string `bun:"rota_id,pk"`
	ConflictKey
	AccountID string     `bun:"account_id,notnull"`
	KeptAt    time.Time  `bun:"kept_at,notnull"`
	Reason    string     `bun:"reason,notnull"` // empty where who kept it gave none
	SignerID  *string    `bun:"signer_id"`      // who published it so
	SignedAt  *time.Time `bun:"signed_at"`
}

// conflictOf returns the name of a breach.
func conflictOf(b *planner.Breach) ConflictKey {
	return ConflictKey{ActivityID: b.Activity, Occurrence: b.Occurrence, Code: b.Code, ProfessionalID: b.Professional, Day: b.Day}
}

// about reports whether a conflict is the one that was kept. Of two occurrences in each other's way the evaluation names either first.
func (k *KeptConflict) about(b *planner.Breach) bool {
	if k.Code != b.Code {
		return false
	}
	if k.ActivityID == "" {
		return b.Activity == "" && k.ProfessionalID == b.Professional && k.Day == b.Day
	}
	return concerns(b, planner.Ref{Activity: k.ActivityID, Occurrence: k.Occurrence})
}

// keptAmong returns which of the kept conflicts a breach is, or nil.
func keptAmong(kept []KeptConflict, b *planner.Breach) *KeptConflict {
	if at := slices.IndexFunc(kept, func(k KeptConflict) bool { return k.about(b) }); at >= 0 {
		return &kept[at]
	}
	return nil
}

// without returns the breaches that nobody kept on purpose.
func without(breaches []planner.Breach, kept []KeptConflict) []planner.Breach {
	return slices.DeleteFunc(breaches, func(b planner.Breach) bool { return keptAmong(kept, &b) != nil })
}

// mayKeep reports whether all of some conflicts may be kept in a draft.
func mayKeep(breaches []planner.Breach) bool {
	return !slices.ContainsFunc(breaches, func(b planner.Breach) bool { return !keepable[b.Code] })
}

// refusedChange is the refusal of a change of a draft; its argument may_keep says whether the change may be made all the same.
func refusedChange(breaches []planner.Breach) *Error {
	refusal := Refused(breaches...)
	refusal.Args = map[string]any{"may_keep": mayKeep(breaches)}
	return refusal
}

// judge refuses a step for what it breaks, unless that is kept: now on purpose, or before and taken up again from the history.
func (r *rotaState) judge(ctx context.Context, tx bun.IDB, now time.Time, actor Actor, step rotaStep) error {
	if step.unasked {
		return nil
	}
	breaches := r.week.newBreaches(r.occurrences, step.occurrences, step.asked)
	if len(breaches) > 0 && step.turned {
		known, err := keptIn(ctx, tx, r.rota.ID)
		if err != nil {
			return err
		}
		breaches = without(breaches, known)
	}
	switch {
	case len(breaches) == 0:
		return nil
	case step.keep != nil && mayKeep(breaches):
		return r.keep(ctx, tx, now, actor, breaches, *step.keep)
	default:
		return refusedChange(breaches)
	}
}

// keep notes conflicts as made on purpose, by whom, when and why.
func (r *rotaState) keep(ctx context.Context, tx bun.IDB, now time.Time, actor Actor, breaches []planner.Breach, reason string) error {
	var kept []KeptConflict
	for i := range breaches {
		row := KeptConflict{RotaID: r.rota.ID, ConflictKey: conflictOf(&breaches[i]), AccountID: actor.AccountID, KeptAt: now, Reason: reason}
		// A group may break one rule for several of its children: that is one conflict.
		if !slices.ContainsFunc(kept, func(k KeptConflict) bool { return k.ConflictKey == row.ConflictKey }) {
			kept = append(kept, row)
		}
	}
	return writeKept(ctx, tx, kept)
}

// writeKept writes kept conflicts, in the place of what was noted of them before.
func writeKept(ctx context.Context, tx bun.IDB, kept []KeptConflict) error {
	for chunk := range slices.Chunk(kept, 200) {
		_, err := tx.NewInsert().Model(&chunk).On("CONFLICT (rota_id, activity_id, occurrence, code, professional_id, day) DO UPDATE").
			Set("account_id = EXCLUDED.account_id").Set("kept_at = EXCLUDED.kept_at").Set("reason = EXCLUDED.reason").
			Set("signer_id = EXCLUDED.signer_id").Set("signed_at = EXCLUDED.signed_at").Exec(ctx)
		if err != nil {
			return err
		}
	}
	return nil
}

// keptIn returns what is kept in rotas, the oldest first.
func keptIn(ctx context.Context, tx bun.IDB, rotas ...string) ([]KeptConflict, error) {
	var kept []KeptConflict
	err := tx.NewSelect().Model(&kept).Where("rota_id IN (?)", bun.List(rotas)).OrderExpr("kept_at, activity_id, occurrence, code").Scan(ctx)
	return kept, err
}

// stillAgreed returns what was kept of a rota and holds for what is made from it: who was asked to come outside their hours was not asked to
// come while they are away or the house is closed.
func (w *compiledWeek) stillAgreed(occurrences []RotaOccurrence, kept []KeptConflict) []KeptConflict {
	standing := byRef(occurrences)
	return slices.DeleteFunc(kept, func(k KeptConflict) bool {
		return w.hindered(k.Code, standing[planner.Ref{Activity: k.ActivityID, Occurrence: k.Occurrence}])
	})
}

// hindered reports whether hours are broken by something nobody can agree on: the occurrence stands on a day the house is closed, or meets an
// absence of somebody who takes part.
func (w *compiledWeek) hindered(code planner.Code, o *RotaOccurrence) bool {
	if o == nil || code != planner.CodeNotAvailable && code != planner.CodeChildNotAvailable {
		return false
	}
	activity, _ := w.model.ActivityIndex(o.ActivityID)
	compiled := &w.problem.Activities[activity]
	if w.house.Days()[o.Start/dayMinutes].Closed != "" {
		return true
	}
	return slices.ContainsFunc(w.house.Absences, func(a Absence) bool {
		away, ok := w.house.Week.absenceSpan(&a)
		concerned := a.ProfessionalID != nil && o.involves(*a.ProfessionalID) || a.ChildID != nil && slices.Contains(compiled.Children, *a.ChildID)
		return ok && concerned && away.Overlaps(o.Start, o.Start+compiled.Duration)
	})
}

// keepAgain takes into a fresh draft what was kept in the rota it is made from and stands in it still. It has to be signed again.
func keepAgain(ctx context.Context, tx bun.IDB, draft string, breaches []planner.Breach, kept []KeptConflict) error {
	kept = slices.DeleteFunc(kept, func(k KeptConflict) bool {
		return !slices.ContainsFunc(breaches, func(b planner.Breach) bool { return k.about(&b) })
	})
	for i := range kept {
		kept[i].RotaID, kept[i].SignerID, kept[i].SignedAt = draft, nil, nil
	}
	return writeKept(ctx, tx, kept)
}

// ShownKept is a conflict that stands in a rota on purpose, with the names of who kept it and of who signed for it.
type ShownKept struct {
	KeptConflict
	By, Signer *string // nil when the account is gone, and when nobody has signed
}

// viewKept fills in which of the conflicts were made on purpose, for those who plan.
func (r *rotaState) viewKept(ctx context.Context, tx bun.IDB, actor Actor, view *RotaView) error {
	if len(view.Breaches) == 0 || Allowed(actor, ResourceDraft, ActionRead) == ScopeNone {
		return nil
	}
	kept, err := keptIn(ctx, tx, r.rota.ID)
	if err != nil {
		return err
	}
	kept = slices.DeleteFunc(kept, func(k KeptConflict) bool {
		return !slices.ContainsFunc(view.Breaches, func(b planner.Breach) bool { return k.about(&b) })
	})
	view.Kept, err = nameKeepers(ctx, tx, kept)
	return err
}

// nameKeepers returns kept conflicts with the names of people.
func nameKeepers(ctx context.Context, tx bun.IDB, kept []KeptConflict) ([]ShownKept, error) {
	accounts := make([]string, 0, 2*len(kept))
	for i := range kept {
		if accounts = append(accounts, kept[i].AccountID); kept[i].SignerID != nil {
			accounts = append(accounts, *kept[i].SignerID)
		}
	}
	names, err := accountNames(ctx, tx, accounts)
	shown := make([]ShownKept, len(kept))
	for i := range kept {
		shown[i].KeptConflict = kept[i]
		if name, known := names[kept[i].AccountID]; known {
			shown[i].By = &name
		}
		if kept[i].SignerID != nil {
			if name, known := names[*kept[i].SignerID]; known {
				shown[i].Signer = &name
			}
		}
	}
	return shown, err
}
