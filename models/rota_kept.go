package models

import (
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// keepable are the rules that somebody may break in a draft on purpose, because people can still agree on it before the week begins: hours with
// a colleague, a school or a family, a room with another team, the rule of the house with who answers for it. Never: what is locked, somebody or
// a child in two places, ways that cannot be travelled, trades and skills, limits of working time.
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

// KeptConflict is a conflict that somebody made in a draft on purpose. It stays a conflict: a draft that has one is not published.
type KeptConflict struct {
	bun.BaseModel `bun:"table:kept_conflict"`

	RotaID         string       `bun:"rota_id,pk"`
	ActivityID     string       `bun:"activity_id,pk"` // empty: it is about somebody's day, not about one occurrence
	Occurrence     int          `bun:"occurrence,pk"`
	Code           planner.Code `bun:"code,pk"`
	ProfessionalID string       `bun:"professional_id,pk"` // empty where it is about nobody of the staff
	Day            int          `bun:"day,pk"`
	AccountID      string       `bun:"account_id,notnull"`
	KeptAt         time.Time    `bun:"kept_at,notnull"`
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
		known, err := r.keptConflicts(ctx, tx)
		if err != nil {
			return err
		}
		breaches = slices.DeleteFunc(breaches, func(b planner.Breach) bool {
			return slices.ContainsFunc(known, func(k KeptConflict) bool { return k.about(&b) })
		})
	}
	switch {
	case len(breaches) == 0:
		return nil
	case step.keep && mayKeep(breaches):
		return r.keep(ctx, tx, now, actor, breaches)
	default:
		return refusedChange(breaches)
	}
}

// keep notes conflicts as made on purpose, by whom and when.
func (r *rotaState) keep(ctx context.Context, tx bun.IDB, now time.Time, actor Actor, breaches []planner.Breach) error {
	kept := make([]KeptConflict, len(breaches))
	for i := range breaches {
		b := &breaches[i]
		kept[i] = KeptConflict{
			RotaID: r.rota.ID, ActivityID: b.Activity, Occurrence: b.Occurrence, Code: b.Code, ProfessionalID: b.Professional, Day: b.Day,
			AccountID: actor.AccountID, KeptAt: now,
		}
	}
	_, err := tx.NewInsert().Model(&kept).On("CONFLICT (rota_id, activity_id, occurrence, code, professional_id, day) DO UPDATE").
		Set("account_id = EXCLUDED.account_id").Set("kept_at = EXCLUDED.kept_at").Exec(ctx)
	return err
}

func (r *rotaState) keptConflicts(ctx context.Context, tx bun.IDB) ([]KeptConflict, error) {
	var kept []KeptConflict
	err := tx.NewSelect().Model(&kept).Where("rota_id = ?", r.rota.ID).OrderExpr("kept_at, activity_id, occurrence, code").Scan(ctx)
	return kept, err
}

// ShownKept is a conflict that stands in a draft on purpose, with the name of who kept it.
type ShownKept struct {
	KeptConflict
	By *string // nil when the account is gone
}

// viewKept fills in which of the conflicts were made on purpose.
func (r *rotaState) viewKept(ctx context.Context, tx bun.IDB, view *RotaView) error {
	if len(view.Breaches) == 0 {
		return nil
	}
	kept, err := r.keptConflicts(ctx, tx)
	kept = slices.DeleteFunc(kept, func(k KeptConflict) bool {
		return !slices.ContainsFunc(view.Breaches, func(b planner.Breach) bool { return k.about(&b) })
	})
	if err != nil || len(kept) == 0 {
		return err
	}
	var accounts []Account
	if err := tx.NewSelect().Model(&accounts).Column("id", "name").Where("facility_id = ?", r.rota.FacilityID).Scan(ctx); err != nil {
		return err
	}
	for _, conflict := range kept {
		shown := ShownKept{KeptConflict: conflict}
		if i := slices.IndexFunc(accounts, func(a Account) bool { return a.ID == conflict.AccountID }); i >= 0 {
			shown.By = &accounts[i].Name
		}
		view.Kept = append(view.Kept, shown)
	}
	return nil
}
