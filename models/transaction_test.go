package models_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/storetest"
)

// counts returns how many rows each of some tables has, and the facility's revision.
func counts(t *testing.T, dsn string) string {
	t.Helper()
	return strings.Join(texts(t, rawDB(t, dsn),
		"SELECT (SELECT count(*) FROM audit_entry), (SELECT count(*) FROM account), (SELECT count(*) FROM place), (SELECT sum(revision) FROM facility)"), ";")
}

func TestRefusedChangesLeaveNothing(t *testing.T) {
	t.Parallel()
	storetest.EachDSN(t, func(t *testing.T, dsn string) {
		s := storetest.Open(t, dsn, storetest.Options())
		w := newRecordWorld(t, s)
		ctx, actor := t.Context(), w.here.administrator
		account := models.Account{Email: "Nora@Example.org ", Name: "Nora", Role: models.RoleAdministrator}
		kept(s.CreateAccount(ctx, actor, account))
		before := counts(t, dsn)
		refusals := map[string]error{}
		_, refusals["an address twice, in other letters"] = s.CreateAccount(ctx, actor, account)
		_, refusals["a code twice"] = s.CreatePlace(ctx, actor, w.here.site)
		refusals["a place in use"] = s.ArchivePlace(ctx, actor, w.here.site.ID, 1)
		refusals["a team with members"] = s.ArchiveTeam(ctx, actor, w.here.teamOwn.ID, 1)
		refusals["a modality in use"] = s.ArchiveModality(ctx, actor, w.here.modality.ID, 1)
		for what, err := range refusals {
			if models.CodeOf(err) != models.CodeConflict {
				t.Errorf("%s: %v", what, err)
			}
		}
		if after := counts(t, dsn); after != before {
			t.Errorf("rows of audit, accounts, places and version: %s before, %s after", before, after)
		}
	})
}

func TestAbandonedTransactionLeavesNothing(t *testing.T) {
	t.Parallel()
	storetest.EachDSN(t, func(t *testing.T, dsn string) {
		s := storetest.Open(t, dsn, storetest.Options())
		w := newRecordWorld(t, s)
		before := counts(t, dsn)
		abandoned := errors.New("abandoned")
		err := models.WriteThenFail(t.Context(), s, w.here.administrator, abandoned)
		if !errors.Is(err, abandoned) {
			t.Error(err)
		}
		func() {
			defer func() { _ = recover() }()
			_ = models.WriteThenFail(t.Context(), s, w.here.administrator, nil)
		}()
		if after := counts(t, dsn); after != before {
			t.Errorf("rows of audit, accounts, places and version: %s before, %s after", before, after)
		}
		// The writer is free again.
		kept(s.CreatePlace(t.Context(), w.here.administrator, models.Place{Kind: models.PlaceHome, Name: "Domicile"}))
	})
}

// TestWritersAndReadersTogether has eight of each at work on one facility, in two stores as two processes would: no one is turned away by the
// database and no change is lost.
func TestWritersAndReadersTogether(t *testing.T) {
	t.Parallel()
	const workers, rounds = 8, 12
	storetest.EachDSN(t, func(t *testing.T, dsn string) {
		stores := []*models.Store{storetest.Open(t, dsn, storetest.Options()), storetest.Open(t, dsn, storetest.Options())}
		w := newRecordWorld(t, stores[0])
		ctx, actor := t.Context(), w.here.administrator
		before := kept(w.FacilityByID(ctx, actor)).Revision
		var group sync.WaitGroup
		for worker := range workers {
			s := stores[worker%len(stores)]
			group.Go(func() {
				for round := range rounds {
					name := fmt.Sprintf("Salle %d-%d", worker, round)
					if _, err := s.CreateRoom(ctx, actor, models.Room{PlaceID: w.here.site.ID, Name: name}); err != nil {
						t.Errorf("writer: %v", err)
					}
				}
			})
			group.Go(func() {
				for range rounds {
					if _, err := s.ListRooms(ctx, actor); err != nil {
						t.Errorf("reader: %v", err)
					}
				}
			})
		}
		group.Wait()
		if rooms := len(kept(w.ListRooms(ctx, actor))); rooms != 1+workers*rounds {
			t.Errorf("%d rooms", rooms)
		}
		if revision := kept(w.FacilityByID(ctx, actor)).Revision; revision != before+workers*rounds {
			t.Errorf("revision %d, was %d", revision, before)
		}
	})
}

// TestUpdatesOfOneVersionTogether has many update the same version of one row, again and again: exactly one of them may each time.
func TestUpdatesOfOneVersionTogether(t *testing.T) {
	t.Parallel()
	const workers, rounds = 8, 10
	storetest.Each(t, func(t *testing.T, s *models.Store) {
		w := newRecordWorld(t, s)
		room := w.here.room
		for round := range rounds {
			results := make(chan error, workers)
			for i := range workers {
				wanted := room
				wanted.Seats = 10 + round*workers + i
				go func() {
					_, err := s.UpdateRoom(t.Context(), w.here.administrator, wanted)
					results <- err
				}()
			}
			done := 0
			for range workers {
				switch err := <-results; {
				case err == nil:
					done++
				case models.CodeOf(err) != models.CodeStale:
					t.Error(err)
				}
			}
			if done != 1 {
				t.Fatalf("%d updates of version %d went through", done, room.Version)
			}
			room.Version++
		}
	})
}

// burstVariable names the database and facility a child process of TestKilledWriter writes to, see burst.
const burstVariable = "MAILLAGE_TEST_BURST"

// burst writes rooms until it is killed, and says the name of each one once it is kept.
func burst(ctx context.Context, task string) error {
	fields := strings.Split(task, "|")
	s, err := models.Open(ctx, fields[0], storetest.Options())
	if err != nil {
		return err
	}
	actor := models.SystemActor(fields[1])
	for i := 0; ; i++ {
		name := fields[3] + strconv.Itoa(i)
		if _, err := s.CreateRoom(ctx, actor, models.Room{PlaceID: fields[2], Name: name}); err != nil {
			return err
		}
		if _, err := fmt.Println(name); err != nil {
			return err
		}
	}
}

func TestKilledWriter(t *testing.T) {
	t.Parallel()
	const kills, acknowledgedBeforeKill = 3, 25
	storetest.EachDSN(t, func(t *testing.T, dsn string) {
		s := storetest.Open(t, dsn, storetest.Options())
		w := newRecordWorld(t, s)
		acknowledged := map[string]bool{}
		for round := range kills {
			task := strings.Join([]string{dsn, w.here.facility.ID, w.here.site.ID, fmt.Sprintf("r%d-", round)}, "|")
			for _, name := range killDuringBurst(t, task, acknowledgedBeforeKill) {
				acknowledged[name] = true
			}
		}
		reopened := storetest.Open(t, dsn, storetest.Options())
		rooms := kept(reopened.ListRooms(t.Context(), w.here.administrator))
		there := map[string]bool{}
		for _, room := range rooms {
			there[room.Name] = true
			if trail := kept(reopened.AuditTrail(t.Context(), w.here.administrator, models.ResourceRoom, room.ID)); len(trail) != 1 {
				t.Errorf("room %s has %d audit rows", room.Name, len(trail))
			}
		}
		for name := range acknowledged {
			if !there[name] {
				t.Errorf("%s was acknowledged and is lost", name)
			}
		}
		if strings.HasPrefix(dsn, "sqlite:") {
			if verdict := texts(t, rawDB(t, dsn), "PRAGMA integrity_check"); len(verdict) != 1 || verdict[0] != "ok" {
				t.Errorf("integrity: %v", verdict)
			}
		}
	})
}

// killDuringBurst starts a child process that writes, kills it after it acknowledged some, and returns all it had acknowledged.
func killDuringBurst(t *testing.T, task string, enough int) []string {
	t.Helper()
	child := exec.CommandContext(t.Context(), os.Args[0])
	child.Env = append(os.Environ(), burstVariable+"="+task)
	child.Stderr = os.Stderr
	output, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	var names []string
	lines := bufio.NewScanner(output)
	for lines.Scan() {
		names = append(names, lines.Text())
		if len(names) == enough {
			if err := child.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := child.Wait(); err == nil || len(names) < enough {
		t.Fatalf("the child ended by itself after %d rooms: %v", len(names), err)
	}
	return names
}
