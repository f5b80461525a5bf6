package jobs_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/maillage-dime/maillage/jobs"
	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/storetest"
)

// childDSN names the variable that makes the test binary a worker on a database.
const childDSN = "MAILLAGE_TEST_WORKER_DSN"

// shortLease is how soon a killed worker is missed.
const shortLease = 300 * time.Millisecond

// workUntilKilled does plan runs until the process is killed.
func workUntilKilled(dsn string) {
	store, err := models.Open(context.Background(), dsn, models.Options{Now: time.Now})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	jobs.NewRunner(store, planRuns(store), jobs.Options{Worker: "child", Lease: shortLease, Poll: 5 * time.Millisecond}).Start(context.Background())
	select {}
}

func TestRunOfAKilledProcessIsTakenUpAgain(t *testing.T) {
	t.Parallel()
	dsn := storetest.SQLiteDSN(t)
	h := newHouse(t, openStore(t, dsn))
	run := h.propose(t, models.ScopeAll, 2)
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	child := exec.CommandContext(t.Context(), program)
	child.Env, child.Stderr = append(os.Environ(), childDSN+"="+dsn), os.Stderr
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	until(t, func() bool { return len(h.read(t, run).Curve) > 1 })
	if err := child.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = child.Wait() // it was killed
	if state := h.read(t, run).State; state != models.RunRunning {
		t.Fatalf("the run is %s after the kill", state)
	}
	start(t, h.store, planRuns(h.store), jobs.Options{Lease: shortLease})
	run = h.awaitState(t, run, models.RunDone)
	if run.Attempt != 2 {
		t.Errorf("attempt %d", run.Attempt)
	}
	h.checkResult(t, run)
	if h.drafts(t) != 2 {
		t.Errorf("%d drafts after one run", h.drafts(t))
	}
}
