package models

import (
	"time"

	"github.com/uptrace/bun"
)

// Role is what an account may do, together with the teams of its professional: see the table of rights.
type Role string

// The roles.
const (
	RoleAdministrator Role = "administrator"
	RoleManager       Role = "manager"
	RoleCoordinator   Role = "coordinator"
	RoleProfessional  Role = "professional"
	RoleReader        Role = "reader"
)

// Account is somebody who signs in.
type Account struct {
	bun.BaseModel `bun:"table:account"`
	Record

	Email          string   `bun:"email,notnull"` // lower case, unique
	Name           string   `bun:"name,notnull"`
	PasswordHash   string   `bun:"password_hash,notnull"` // argon2id, made by the caller; empty: no password sign-in
	Role           Role     `bun:"role,notnull"`
	ProfessionalID *string  `bun:"professional_id"`
	TeamIDs        []string `bun:"team_ids,notnull"` // teams a manager answers for; empty: the whole facility
	DemoKey        string   `bun:"demo_key,notnull"` // manager, professional or coordinator in the demo house; else empty
}

// AccountSession is a signed-in browser. Only the SHA-256 of its token is kept.
type AccountSession struct {
	bun.BaseModel `bun:"table:account_session"`

	TokenHash  string    `bun:"token_hash,pk"`
	AccountID  string    `bun:"account_id,notnull"`
	CreatedAt  time.Time `bun:"created_at,notnull"`
	LastSeenAt time.Time `bun:"last_seen_at,notnull"`
	ExpiresAt  time.Time `bun:"expires_at,notnull"`
	UserAgent  string    `bun:"user_agent,notnull"`
}
