package models

import (
	"context"
	"strings"
	"time"

	"github.com/uptrace/bun"
)

// maxPasswordHash bounds the text of a password's hash.
const maxPasswordHash = 500

// Validate returns everything that is wrong with the account's values.
func (a *Account) Validate() []FieldError {
	var c fieldChecks
	c.email("email", a.Email)
	c.filled("name", a.Name, maxName)
	c.text("password_hash", a.PasswordHash, maxPasswordHash)
	oneOf(&c, "role", a.Role, RoleAdministrator, RoleManager, RoleCoordinator, RoleProfessional, RoleReader)
	c.optionalReference("professional_id", a.ProfessionalID)
	c.texts("team_ids", a.TeamIDs)
	c.text("demo_key", a.DemoKey, maxCode)
	return c.wrong
}

func (a *Account) references() []reference {
	return append(optionalReferenceTo("professional", "professional_id", a.ProfessionalID), referencesTo("team", "team_ids", a.TeamIDs)...)
}

var accounts = &keeper[Account]{
	resource: ResourceAccount,
	apart:    true,
	secret:   true, // the hash of a password
	sort:     func(rows []Account) { SortFrench(rows, func(a *Account) string { return a.Name }) },
	before:   keepAccount,
	conceal:  func(_ Actor, row *Account) { row.PasswordHash = "" },
}

// keepAccount keeps the password where none is given, refuses to take away the last administrator, and ends the sessions of who leaves or
// gets a new password.
func keepAccount(ctx context.Context, r reach, old, row *Account) error {
	if row != nil {
		row.Email = cleanEmail(row.Email)
	}
	if old == nil {
		return nil
	}
	if old.Role == RoleAdministrator && (row == nil || row.Role != RoleAdministrator) {
		others, err := r.tx.NewSelect().Model((*Account)(nil)).Where("facility_id = ?", r.actor.FacilityID).Where("archived_at IS NULL").
			Where("role = ?", RoleAdministrator).Where("id <> ?", old.ID).Exists(ctx)
		if err == nil && !others {
			err = Conflict("last_administrator", nil)
		}
		if err != nil {
			return err
		}
	}
	if row != nil && (row.PasswordHash == "" || row.PasswordHash == old.PasswordHash) {
		row.PasswordHash = old.PasswordHash
		return nil
	}
	_, err := r.tx.NewDelete().Model((*AccountSession)(nil)).Where("account_id = ?", old.ID).Exec(ctx)
	return err
}

// cleanEmail returns an address as accounts keep it.
func cleanEmail(email string) string { return strings.ToLower(strings.TrimSpace(email)) }

// AccountByEmail returns the account that signs in with an address, its password's hash included. It asks for no actor: it is how somebody
// becomes one.
func (s *Store) AccountByEmail(ctx context.Context, email string) (Account, error) {
	var account Account
	email = cleanEmail(email)
	if !plainEmail(email) {
		return account, NotFound(ResourceAccount)
	}
	err := s.read(ctx, func(ctx context.Context, tx bun.Tx, _ time.Time) error {
		err := tx.NewSelect().Model(&account).Where("email = ?", email).Where("archived_at IS NULL").Scan(ctx)
		return notFoundOr(ResourceAccount, err)
	})
	return account, err
}

func plainEmail(email string) bool {
	var c fieldChecks
	c.email("email", email)
	return len(c.wrong) == 0
}

// DemoAccounts returns the accounts anybody may use in a demo house, by their key; none where there is no demo house.
func (s *Store) DemoAccounts(ctx context.Context) ([]Account, error) {
	accounts := []Account{}
	err := s.read(ctx, func(ctx context.Context, tx bun.Tx, _ time.Time) error {
		return tx.NewSelect().Model(&accounts).Where("demo_key <> ''").Where("archived_at IS NULL").
			Where("facility_id IN (SELECT id FROM facility WHERE demo)").OrderExpr("demo_key, id").Scan(ctx)
	})
	for i := range accounts {
		accounts[i].PasswordHash = ""
	}
	return accounts, err
}

// ListAccounts returns the accounts the actor may read, in French order of their names.
func (s *Store) ListAccounts(ctx context.Context, actor Actor) ([]Account, error) {
	return list(ctx, s, actor, accounts)
}

// CreateAccount keeps a new account and returns it with its id.
func (s *Store) CreateAccount(ctx context.Context, actor Actor, row Account) (Account, error) {
	return create(ctx, s, actor, accounts, row)
}

// UpdateAccount replaces an account that still stands at row.Version.
func (s *Store) UpdateAccount(ctx context.Context, actor Actor, row Account) (Account, error) {
	return update(ctx, s, actor, accounts, row)
}

// ArchiveAccount takes an account that still stands at version out of use.
func (s *Store) ArchiveAccount(ctx context.Context, actor Actor, id string, version int) error {
	return archive[Account](ctx, s, actor, accounts, id, version)
}
