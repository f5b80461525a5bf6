package models

import (
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner/law"
)

// SignedReason is why a publication goes beyond what the law or a convention ties to agreement or notice: one reason for one finding.
type SignedReason struct {
	Rule           string
	ProfessionalID string
	From           string
	Reason         string
}

// SignedFinding is a finding with the reason somebody signed when they published the rota. It stays with the rota.
type SignedFinding struct {
	bun.BaseModel `bun:"table:signed_finding"`

	ID             string    `bun:"id,pk"`
	FacilityID     string    `bun:"facility_id,notnull"`
	RotaID         string    `bun:"rota_id,notnull"`
	Rule           string    `bun:"rule,notnull"`
	Article        string    `bun:"article,notnull"`
	ProfessionalID string    `bun:"professional_id,notnull"`
	FromDate       string    `bun:"from_date,notnull"`
	Value          int       `bun:"value,notnull"`
	Limit          int       `bun:"limit_value,notnull"`
	Reason         string    `bun:"reason,notnull"`
	AccountID      string    `bun:"account_id,notnull"`
	SignedAt       time.Time `bun:"signed_at,notnull"`
	Signer         string    `bun:"-"` // name of the account; empty when it is gone
}

// KeyLegalFindings is the key of the refusal to publish what the law forbids; its argument count says how many findings there are.
const KeyLegalFindings = "law.legal_findings"

// sign checks the reasons against the findings and returns what is kept: a legal finding refuses publication whatever is written, every
// finding that asks for a reason has one, and no reason is about something else.
func sign(findings []law.Finding, reasons []SignedReason) ([]SignedFinding, error) {
	legal := 0
	asked := map[law.Key]*law.Finding{}
	for i := range findings {
		switch findings[i].Severity {
		case law.Legal:
			legal++
		case law.Consent:
			asked[findings[i].Key()] = &findings[i]
		default:
		}
	}
	if legal > 0 {
		return nil, &Error{Code: CodeRefused, Key: KeyLegalFindings, Args: map[string]any{"count": legal}}
	}
	var checks fieldChecks
	checks.size("reasons", len(reasons))
	signed := make([]SignedFinding, 0, len(reasons))
	for i, reason := range reasons {
		key := law.Key{Rule: law.Code(reason.Rule), Person: reason.ProfessionalID, From: reason.From}
		finding := asked[key]
		if finding == nil {
			checks.add(indexed("reasons", i), "unknown_value", nil)
			continue
		}
		delete(asked, key)
		checks.filled(indexed("reasons", i)+".reason", reason.Reason, maxLine)
		signed = append(signed, SignedFinding{
			Rule: reason.Rule, Article: finding.Article, ProfessionalID: reason.ProfessionalID, FromDate: reason.From,
			Value: finding.Value, Limit: finding.Limit, Reason: reason.Reason,
		})
	}
	for i := range findings {
		if asked[findings[i].Key()] == &findings[i] {
			checks.add("reasons", "reason_required", map[string]any{
				"rule": string(findings[i].Rule), "professional": findings[i].Person, "from": findings[i].From,
			})
		}
	}
	if len(checks.wrong) > 0 {
		return nil, Invalid(checks.wrong...)
	}
	return signed, nil
}

// keepSigned writes the reasons of a publication.
func (r *rotaState) keepSigned(ctx context.Context, tx bun.IDB, now time.Time, actor Actor, signed []SignedFinding) error {
	for chunk := range slices.Chunk(signed, 200) {
		for i := range chunk {
			row := &chunk[i]
			row.ID, row.FacilityID, row.RotaID, row.AccountID, row.SignedAt = NewID(), r.rota.FacilityID, r.rota.ID, actor.AccountID, now
		}
		if _, err := tx.NewInsert().Model(&chunk).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

// signedIn returns the reasons with which rotas were published.
func signedIn(ctx context.Context, tx bun.IDB, rotas ...string) ([]SignedFinding, error) {
	signed := []SignedFinding{}
	err := tx.NewSelect().Model(&signed).Where("rota_id IN (?)", bun.List(rotas)).OrderExpr("from_date, professional_id, rule").Scan(ctx)
	if err != nil || len(signed) == 0 {
		return signed, err
	}
	accounts := make([]string, len(signed))
	for i := range signed {
		accounts[i] = signed[i].AccountID
	}
	names, err := accountNames(ctx, tx, accounts)
	for i := range signed {
		signed[i].Signer = names[signed[i].AccountID]
	}
	return signed, err
}
