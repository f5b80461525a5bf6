package models_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/storetest"
)

func TestHousekeepForgetsWhatNobodyNeeds(t *testing.T) {
	t.Parallel()
	storetest.EachDSN(t, func(t *testing.T, dsn string) {
		clock := &movingClock{}
		s := storetest.Open(t, dsn, clock.options())
		w := newRecordWorld(t, s)
		ctx := t.Context()
		account := kept(s.CreateAccount(ctx, w.here.administrator, models.Account{
			Email: "zoe@example.org", Name: "Zoé", PasswordHash: "$argon2id$…", Role: models.RoleManager, TeamIDs: []string{},
		}))
		done := func(err error) {
			t.Helper()
			if err != nil {
				t.Fatal(err)
			}
		}
		finish := func(slot string) {
			done(s.EnqueueJob(ctx, "test", nil, &slot, clock.now()))
			done(s.FinishJob(ctx, kept(s.ClaimJob(ctx, "test", []string{"test"}, time.Minute))))
		}
		done(s.CreateSession(ctx, account.ID, "over", "", time.Hour))
		done(s.CreateSession(ctx, account.ID, "lasting", "", 60*24*time.Hour))
		done(s.CountSignIn(ctx, "zoe@example.org"))
		finish("old")
		changes := func() int { return len(texts(t, rawDB(t, dsn), "SELECT id FROM record_change")) }
		before := changes()
		clock.forward(2 * 24 * time.Hour)
		finish("recent")
		waiting := "waiting"
		done(s.EnqueueJob(ctx, "test", nil, &waiting, clock.now()))
		clock.forward(29 * 24 * time.Hour)

		done(s.Housekeep(ctx))
		db := rawDB(t, dsn)
		for query, want := range map[string][]string{
			"SELECT token_hash FROM account_session":     {"lasting"},
			"SELECT slot_key FROM job ORDER BY slot_key": {"recent", "waiting"},
			"SELECT email_hash FROM sign_in_attempt":     {},
		} {
			if difference := cmp.Diff(want, texts(t, db, query)); difference != "" {
				t.Errorf("%s: %s", query, difference)
			}
		}
		done(s.Housekeep(ctx))

		kept(s.CreateTeam(ctx, w.here.administrator, models.Team{Code: "T9", Name: "Équipe neuf", Kind: models.TeamResource}))
		if changes() != before+1 {
			t.Errorf("%d changes of records after a month, %d before and a new one", changes(), before)
		}
		clock.forward(371 * 24 * time.Hour)
		done(s.Housekeep(ctx))
		if changes() != 1 {
			t.Errorf("%d changes of records are kept of the year before last", changes()-1)
		}
	})
}
