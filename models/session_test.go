package models_test

import (
	"errors"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/storetest"
)

// movingClock is a clock that tests set forward.
type movingClock struct{ passed atomic.Int64 }

func (c *movingClock) now() time.Time          { return storetest.Start.Add(time.Duration(c.passed.Load())) }
func (c *movingClock) forward(d time.Duration) { c.passed.Add(int64(d)) }
func (c *movingClock) options() models.Options { return models.Options{Now: c.now} }
func nobody(t *testing.T, what string, err error) {
	t.Helper()
	if models.CodeOf(err) != models.CodeUnauthenticated {
		t.Errorf("%s: %v", what, err)
	}
}

func TestSession(t *testing.T) {
	t.Parallel()
	storetest.EachDSN(t, func(t *testing.T, dsn string) {
		clock := &movingClock{}
		s := storetest.Open(t, dsn, clock.options())
		w := newRecordWorld(t, s)
		ctx := t.Context()
		person := w.here.own.professional.ID
		account := kept(s.CreateAccount(ctx, w.here.administrator, models.Account{
			Email: "zoe@example.org", Name: "Zoé", PasswordHash: "$argon2id$…", Role: models.RoleManager, ProfessionalID: &person,
			TeamIDs: []string{w.here.teamOwn.ID},
		}))
		if account.PasswordHash != "" {
			t.Error("the hash of a password was shown")
		}
		if found := kept(s.AccountByEmail(ctx, " ZOE@example.org")); found.ID != account.ID || found.PasswordHash == "" {
			t.Error("who signs in was not found with their hash")
		}
		_, _, _, err := s.ActorFor(ctx, "hash")
		nobody(t, "before signing in", err)
		if err := s.CreateSession(ctx, account.ID, "hash", "Firefox\x00 \xff"+strings.Repeat("é", 500), 8*time.Hour); err != nil {
			t.Fatal(err)
		}
		clock.forward(7 * time.Hour)
		actor, found, facility, err := s.ActorFor(ctx, "hash")
		want := models.Actor{
			AccountID: account.ID, FacilityID: w.here.facility.ID, Role: models.RoleManager, ProfessionalID: person, TeamIDs: []string{w.here.teamOwn.ID},
		}
		if difference := cmp.Diff(want, actor); difference != "" || found.PasswordHash != "" || facility.ID != w.here.facility.ID {
			t.Errorf("signed in as: %s (%v)", difference, err)
		}
		if seen := texts(t, rawDB(t, dsn), "SELECT count(*) FROM account_session WHERE last_seen_at > created_at"); seen[0] != "1" {
			t.Error("the session was not seen")
		}
		clock.forward(7 * time.Hour)
		if _, _, _, err = s.ActorFor(ctx, "hash"); err != nil {
			t.Errorf("a session in use ended: %v", err)
		}
		clock.forward(8 * time.Hour)
		_, _, _, err = s.ActorFor(ctx, "hash")
		nobody(t, "a session's time after it was last used", err)
		for _, hash := range []string{"second", "third"} {
			if err := s.CreateSession(ctx, account.ID, hash, "", time.Hour); err != nil {
				t.Fatal(err)
			}
		}
		if err := errors.Join(s.DeleteSession(ctx, "second"), s.DeleteSession(ctx, "second")); err != nil {
			t.Error(err)
		}
		_, _, _, err = s.ActorFor(ctx, "second")
		nobody(t, "after signing out", err)
		if err := s.ArchiveAccount(ctx, w.here.administrator, account.ID, account.Version); err != nil {
			t.Fatal(err)
		}
		_, _, _, err = s.ActorFor(ctx, "third")
		nobody(t, "with an archived account", err)
		if err := s.CreateSession(ctx, account.ID, "fourth", "", time.Hour); models.CodeOf(err) != models.CodeNotFound {
			t.Errorf("signing in to an archived account: %v", err)
		}
	})
}

func TestSessionInDailyUseEnds(t *testing.T) {
	t.Parallel()
	storetest.EachDSN(t, func(t *testing.T, dsn string) {
		clock := &movingClock{}
		s := storetest.Open(t, dsn, clock.options())
		w := newRecordWorld(t, s)
		account := kept(s.CreateAccount(t.Context(), w.here.administrator, models.Account{Email: "zoe@example.org", Name: "Zoé", Role: models.RoleReader}))
		if err := s.CreateSession(t.Context(), account.ID, "hash", "", 24*time.Hour); err != nil {
			t.Fatal(err)
		}
		days := 0
		for ; days < 60; days++ {
			clock.forward(23 * time.Hour)
			if _, _, _, err := s.ActorFor(t.Context(), "hash"); err != nil {
				break
			}
		}
		if days != 31 {
			t.Errorf("a session used every 23 hours lived for %d of them", days)
		}
	})
}

func TestNewPasswordEndsSessions(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *models.Store) {
		w := newRecordWorld(t, s)
		ctx := t.Context()
		account := kept(s.CreateAccount(ctx, w.here.administrator, models.Account{
			Email: "zoe@example.org", Name: "Zoé", PasswordHash: "old", Role: models.RoleReader,
		}))
		if err := s.CreateSession(ctx, account.ID, "hash", "", time.Hour); err != nil {
			t.Fatal(err)
		}
		account.Name = "Zoé D."
		account = kept(s.UpdateAccount(ctx, w.here.administrator, account))
		if _, _, _, err := s.ActorFor(ctx, "hash"); err != nil {
			t.Errorf("a new name ended the session: %v", err)
		}
		if kept(s.AccountByEmail(ctx, account.Email)).PasswordHash != "old" {
			t.Error("a change without a password took it away")
		}
		account.PasswordHash = "new"
		kept(s.UpdateAccount(ctx, w.here.administrator, account))
		_, _, _, err := s.ActorFor(ctx, "hash")
		nobody(t, "after a new password", err)
	})
}

func TestLastAdministratorStays(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *models.Store) {
		w := newRecordWorld(t, s)
		ctx, actor := t.Context(), w.here.administrator
		first := kept(s.CreateAccount(ctx, actor, models.Account{Email: "a@example.org", Name: "A", Role: models.RoleAdministrator}))
		demoted := first
		demoted.Role = models.RoleReader
		if _, err := s.UpdateAccount(ctx, actor, demoted); models.CodeOf(err) != models.CodeConflict {
			t.Errorf("demoting the last administrator: %v", err)
		}
		if err := s.ArchiveAccount(ctx, actor, first.ID, first.Version); models.CodeOf(err) != models.CodeConflict {
			t.Errorf("archiving the last administrator: %v", err)
		}
		kept(s.CreateAccount(ctx, actor, models.Account{Email: "b@example.org", Name: "B", Role: models.RoleAdministrator}))
		if err := s.ArchiveAccount(ctx, actor, first.ID, first.Version); err != nil {
			t.Error(err)
		}
	})
}

func TestSignInLimit(t *testing.T) {
	t.Parallel()
	storetest.EachDSN(t, func(t *testing.T, dsn string) {
		clock := &movingClock{}
		s := storetest.Open(t, dsn, clock.options())
		ctx := t.Context()
		for range models.SignInLimit {
			if err := s.CountSignIn(ctx, "zoe@example.org"); err != nil {
				t.Fatal(err)
			}
			clock.forward(time.Minute)
		}
		refusal, ok := errors.AsType[*models.Error](s.CountSignIn(ctx, "ZOE@example.org "))
		if !ok || refusal.Code != models.CodeTooMany || refusal.Args["seconds"] != 10*60+1 {
			t.Errorf("after %d tries: %+v", models.SignInLimit, refusal)
		}
		if err := s.CountSignIn(ctx, "other@example.org\x00\xff"); err != nil {
			t.Errorf("another address: %v", err)
		}
		if plain := texts(t, rawDB(t, dsn), "SELECT email_hash FROM sign_in_attempt WHERE email_hash LIKE '%example%'"); len(plain) > 0 {
			t.Error("addresses are kept as they were typed")
		}
		clock.forward(10 * time.Minute)
		if err := s.CountSignIn(ctx, "zoe@example.org"); err != nil {
			t.Errorf("after the first try's time: %v", err)
		}
		if err := s.ForgetSignIns(ctx, "zoe@example.org"); err != nil {
			t.Fatal(err)
		}
		for range models.SignInLimit {
			if err := s.CountSignIn(ctx, "zoe@example.org"); err != nil {
				t.Errorf("after a right password: %v", err)
			}
		}
	})
}

func TestDemoAccounts(t *testing.T) {
	t.Parallel()
	storetest.EachDSN(t, func(t *testing.T, dsn string) {
		s := storetest.Open(t, dsn, storetest.Options())
		w := newRecordWorld(t, s)
		for i, actor := range []models.Actor{w.here.administrator, w.foreign.administrator} {
			kept(s.CreateAccount(t.Context(), actor, models.Account{
				Email: []string{"a", "b"}[i] + "@example.org", Name: "A", Role: models.RoleManager, DemoKey: "manager", PasswordHash: "hash",
			}))
		}
		if none := kept(s.DemoAccounts(t.Context())); len(none) != 0 {
			t.Errorf("accounts anybody may use outside of a demo house: %d", len(none))
		}
		_, err := rawDB(t, dsn).ExecContext(t.Context(), "UPDATE facility SET demo = TRUE WHERE id = '"+w.here.facility.ID+"'")
		if err != nil {
			t.Fatal(err)
		}
		if found := kept(s.DemoAccounts(t.Context())); len(found) != 1 || found[0].FacilityID != w.here.facility.ID || found[0].PasswordHash != "" {
			t.Errorf("demo accounts: %+v", found)
		}
	})
}
