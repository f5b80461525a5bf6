package models

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"
	"unicode"

	"github.com/uptrace/bun"
)

// The limits of signing in.
const (
	SignInLimit    = 5                   // tries for one address
	SignInWindow   = 15 * time.Minute    // within this time
	seenEvery      = 5 * time.Minute     // how exactly LastSeenAt is kept
	maxUserAgent   = 200                 // bytes kept of what a browser says of itself
	longestSession = 30 * 24 * time.Hour // a session in daily use still ends
	tokenHashSize  = 128                 // bytes a token's hash may have at most
)

// What people do with their accounts, as the audit trail writes it.
const (
	AuditSignIn  AuditAction = "sign_in"
	AuditSignOut AuditAction = "sign_out"
)

// ActorFor returns who is signed in with the token of this hash, or Unauthenticated when nobody is: an unknown or expired session, an archived
// account.
func (s *Store) ActorFor(ctx context.Context, tokenHash string) (Actor, Account, Facility, error) {
	var session AccountSession
	var account Account
	var facility Facility
	if !plainID(tokenHash) {
		return Actor{}, account, facility, Unauthenticated()
	}
	err := s.read(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		if err := tx.NewSelect().Model(&session).Where("token_hash = ?", tokenHash).Where("expires_at > ?", now).Scan(ctx); err != nil {
			return unauthenticatedOr(err)
		}
		if err := tx.NewSelect().Model(&account).Where("id = ?", session.AccountID).Where("archived_at IS NULL").Scan(ctx); err != nil {
			return unauthenticatedOr(err)
		}
		return findFacility(ctx, tx, &facility, account.FacilityID)
	})
	if err != nil {
		return Actor{}, Account{}, Facility{}, err
	}
	if s.instant().Sub(session.LastSeenAt) >= seenEvery {
		if err := s.seen(ctx, &session); err != nil {
			return Actor{}, Account{}, Facility{}, err
		}
	}
	account.PasswordHash = ""
	return account.actor(), account, facility, nil
}

func (a *Account) actor() Actor {
	actor := Actor{AccountID: a.ID, FacilityID: a.FacilityID, Role: a.Role, TeamIDs: a.TeamIDs}
	if a.ProfessionalID != nil {
		actor.ProfessionalID = *a.ProfessionalID
	}
	return actor
}

func unauthenticatedOr(err error) error {
	if CodeOf(notFoundOr(ResourceAccount, err)) == CodeNotFound {
		return Unauthenticated()
	}
	return err
}

// seen lets a session that is used live on for as long again as it was given at first, but never past the longest.
func (s *Store) seen(ctx context.Context, session *AccountSession) error {
	return s.writeAside(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		expires := now.Add(session.ExpiresAt.Sub(session.LastSeenAt))
		if last := session.CreatedAt.Add(longestSession); expires.After(last) {
			expires = last
		}
		_, err := tx.NewUpdate().Model((*AccountSession)(nil)).Set("last_seen_at = ?", now).Set("expires_at = ?", expires).
			Where("token_hash = ?", session.TokenHash).Exec(ctx)
		return err
	})
}

// CreateSession signs an account in for a time with a token of this hash, which the caller made and gave to the browser.
func (s *Store) CreateSession(ctx context.Context, accountID, tokenHash, userAgent string, lifetime time.Duration) error {
	if !plainID(tokenHash) || len(tokenHash) > tokenHashSize {
		return Invalid(FieldError{Path: "token_hash", Key: "required"})
	}
	return s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		var account Account
		if err := tx.NewSelect().Model(&account).Where("id = ?", accountID).Where("archived_at IS NULL").Scan(ctx); err != nil {
			return notFoundOr(ResourceAccount, err)
		}
		session := AccountSession{
			TokenHash: tokenHash, AccountID: accountID, CreatedAt: now, LastSeenAt: now, ExpiresAt: now.Add(lifetime),
			UserAgent: printable(userAgent, maxUserAgent),
		}
		if _, err := tx.NewInsert().Model(&session).Exec(ctx); err != nil {
			return err
		}
		return record(ctx, tx, now, account.actor(), AuditSignIn, ResourceAccount, accountID, "")
	})
}

// DeleteSession signs out whoever has the token of this hash. Signing out twice is no error.
func (s *Store) DeleteSession(ctx context.Context, tokenHash string) error {
	if !plainID(tokenHash) {
		return nil
	}
	return s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		var account Account
		err := tx.NewSelect().Model(&account).Where("id IN (SELECT account_id FROM account_session WHERE token_hash = ?)", tokenHash).Scan(ctx)
		if err != nil {
			if CodeOf(notFoundOr(ResourceAccount, err)) == CodeNotFound {
				return nil
			}
			return err
		}
		if _, err := tx.NewDelete().Model((*AccountSession)(nil)).Where("token_hash = ?", tokenHash).Exec(ctx); err != nil {
			return err
		}
		return record(ctx, tx, now, account.actor(), AuditSignOut, ResourceAccount, account.ID, "")
	})
}

// SignInAttempt is one try to sign in, by the hash of the address: what people type there may be anything.
type SignInAttempt struct {
	bun.BaseModel `bun:"table:sign_in_attempt"`

	ID        string    `bun:"id,pk"`
	EmailHash string    `bun:"email_hash,notnull"`
	At        time.Time `bun:"at,notnull"`
}

// CountSignIn counts a try to sign in with an address, known or not, and answers CodeTooMany once there were [SignInLimit] within
// [SignInWindow]; Args then says in how many seconds to come back. Call it before looking at the password.
func (s *Store) CountSignIn(ctx context.Context, email string) error {
	attempt := SignInAttempt{ID: NewID(), EmailHash: emailHash(email)}
	return s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		attempt.At = now
		var recent []SignInAttempt
		err := tx.NewSelect().Model(&recent).Where("email_hash = ?", attempt.EmailHash).
			Where("at > ?", now.Add(-SignInWindow)).OrderExpr("at, id").Scan(ctx)
		if err != nil {
			return err
		}
		if len(recent) >= SignInLimit {
			wait := recent[len(recent)-SignInLimit].At.Add(SignInWindow).Sub(now)
			return &Error{Code: CodeTooMany, Key: "too_many_sign_ins", Args: map[string]any{"seconds": int(wait.Seconds()) + 1}}
		}
		_, err = tx.NewInsert().Model(&attempt).Exec(ctx)
		return err
	})
}

// ForgetSignIns forgets the tries with an address, after one that was right.
func (s *Store) ForgetSignIns(ctx context.Context, email string) error {
	return s.write(ctx, func(ctx context.Context, tx bun.Tx, _ time.Time) error {
		_, err := tx.NewDelete().Model((*SignInAttempt)(nil)).Where("email_hash = ?", emailHash(email)).Exec(ctx)
		return err
	})
}

func emailHash(email string) string {
	sum := sha256.Sum256([]byte(cleanEmail(email)))
	return hex.EncodeToString(sum[:])
}

// printable returns what of a text every database can keep, shortened.
func printable(text string, limit int) string {
	text = strings.ToValidUTF8(text[:min(len(text), limit)], "")
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, text)
}
