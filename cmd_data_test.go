package main

import (
	"context"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/planner"
)

func TestMigrateTwice(t *testing.T) {
	t.Parallel()
	db := "--db=sqlite:" + filepath.Join(t.TempDir(), "new.db")
	maillage(t, "migrate", db).succeed(t)
	maillage(t, "migrate", db).succeed(t)
	maillage(t, "export", "problem", db).refuse(t, "0 facilities", "--facility")
}

func TestExportedProblemCanBeSolved(t *testing.T) {
	t.Parallel()
	db := "--db=sqlite:" + demoFile(t)
	exported := maillage(t, "export", "problem", db).succeed(t).stdout
	problem, err := planner.ReadProblem(strings.NewReader(exported))
	if err != nil {
		t.Fatal(err)
	}
	if len(problem.Children) != 80 || len(problem.Professionals) != 38 {
		t.Errorf("%d children, %d professionals", len(problem.Children), len(problem.Professionals))
	}
	if again := maillage(t, "export", "problem", db, "--week="+problem.Name[len(problem.Name)-8:]).succeed(t).stdout; again != exported {
		t.Errorf("the planning week and its name %q give two problems", problem.Name)
	}
	file := written(t, "problem.json", exported)
	solved := maillage(t, "solve", file, "--seconds=0").succeed(t)
	maillage(t, "check", file, written(t, "plan.json", solved.stdout)).succeed(t)
	for _, week := range []string{"2026", "2026-W54", "9999-W99", "2026-w48"} {
		maillage(t, "export", "problem", db, "--week="+week).refuse(t, "--week", week)
	}
	maillage(t, "export", "problem", db, "--facility=nowhere").refuse(t, "--facility", "nowhere")
}

func TestBackupOfARunningServer(t *testing.T) {
	t.Parallel()
	ctx, terminate := context.WithCancel(t.Context())
	file := demoFile(t)
	ended, b := serving(t, ctx, "sqlite:"+file)
	b.signIn("manager")
	copied := filepath.Join(t.TempDir(), "copy.db")
	maillage(t, "backup", copied, "--db=sqlite:"+file).succeed(t)
	maillage(t, "backup", copied, "--db=sqlite:"+file).refuse(t, copied)
	terminate()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	checkIntegrity(t, copied)
	if one, other := maillage(t, "export", "problem", "--db=sqlite:"+file), maillage(t, "export", "problem", "--db=sqlite:"+copied); one.stdout != other.stdout {
		t.Error("the copy plans another week")
	}
}

func TestUserAddedSignsIn(t *testing.T) {
	t.Parallel()
	file := demoFile(t)
	db := "--db=sqlite:" + file
	const password = "une phrase de passe"
	add := []string{"user", "add", "Nouvelle@Exemple.fr", "--name=Nouvelle Cheffe", "--role=manager", db}
	for _, short := range []string{"", "court\n", strings.Repeat("é", 11) + "\n"} {
		maillageOn(t, short, add...).refuse(t, "12")
	}
	maillageOn(t, password+"\n", add...).succeed(t)
	maillageOn(t, password+"\n", add...).refuse(t, "conflict")
	maillageOn(t, password+"\n", "user", "add", "x@exemple.fr", "--name=X", "--role=king", db).refuse(t, "--role", "king")

	ctx, terminate := context.WithCancel(t.Context())
	ended, b := serving(t, ctx, "sqlite:"+file)
	b.do(http.MethodPost, "/api/session", map[string]string{"email": "nouvelle@exemple.fr", "password": password}, nil)
	if status, err := b.try(http.MethodPost, "/api/session", map[string]string{"email": "nouvelle@exemple.fr", "password": password + " "}, nil); status != http.StatusUnauthorized {
		t.Errorf("a wrong password: %d, %v", status, err)
	}
	terminate()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func TestCalendarAddressIsMadeListedAndRevoked(t *testing.T) {
	t.Parallel()
	file := demoFile(t)
	db := "--db=sqlite:" + file
	problem, err := planner.ReadProblem(strings.NewReader(maillage(t, "export", "problem", db).succeed(t).stdout))
	if err != nil {
		t.Fatal(err)
	}
	ctx, terminate := context.WithCancel(t.Context())
	ended, b := serving(t, ctx, "sqlite:"+file)
	type calendar struct{ ID, Address, For, Detail string }
	made := decoded[calendar](t, maillage(t, "calendar", "add", "--for=professional:"+problem.Professionals[0].ID, "--public-url="+b.base+"/", db).succeed(t))
	path := strings.TrimPrefix(made.Address, b.base)
	b.do(http.MethodGet, path, nil, nil)
	listed := decoded[[]calendar](t, maillage(t, "calendar", "list", db).succeed(t))
	if !slices.ContainsFunc(listed, func(c calendar) bool {
		return c.ID == made.ID && c.For == "professional:"+problem.Professionals[0].ID && c.Detail == string(models.FeedBusy)
	}) {
		t.Errorf("%+v is not among %+v", made, listed)
	}
	maillage(t, "calendar", "revoke", made.ID, db).succeed(t)
	if status, err := b.try(http.MethodGet, path, nil, nil); status != http.StatusNotFound {
		t.Errorf("a revoked address answers %d, %v", status, err)
	}
	for _, subject := range []string{"professional", "professional:", "planet:" + problem.Professionals[0].ID, "professional:nobody"} {
		maillage(t, "calendar", "add", "--for="+subject, db).refuse(t, "maillage: ")
	}
	maillage(t, "calendar", "revoke", "nothing", db).refuse(t, "not_found")
	terminate()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

// A database that a newer or another program wrote is not touched.
func TestForeignFileIsRefused(t *testing.T) {
	t.Parallel()
	file := written(t, "notes.txt", strings.Repeat("these are no rotas\n", 100))
	before, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	maillage(t, "migrate", "--db=sqlite:"+file).refuse(t, "maillage: ")
	if after, err := os.ReadFile(file); err != nil || string(after) != string(before) {
		t.Errorf("the file was changed: %v", err)
	}
}
