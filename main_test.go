package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/maillage-dime/maillage/models/storetest"
)

// asProgram makes the test binary the program itself, for tests that kill it.
const asProgram = "TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
	}
	goleak.VerifyTestMain(
		suite{m},
		goleak.IgnoreAnyFunction("github.com/valyala/fasthttp.updateServerDate.func1"),    // one for the whole process
		goleak.IgnoreAnyFunction("github.com/valyala/fasthttp.(*workerPool).Start.func2"), // sees the end of its server ten seconds late
	)
}

// suite is the tests with the PostgreSQL they start.
type suite struct{ tests *testing.M }

// Run runs the tests, then stops the PostgreSQL.
func (s suite) Run() int { return storetest.Main(s.tests) }

// answered is what a command did.
type answered struct {
	code           int
	stdout, stderr string
}

// maillage runs a command line without input.
func maillage(t *testing.T, args ...string) answered {
	t.Helper()
	return maillageOn(t, "", args...)
}

// maillageOn runs a command line with what stands on the standard input.
func maillageOn(t *testing.T, stdin string, args ...string) answered {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code := run(t.Context(), args, strings.NewReader(stdin), &stdout, &stderr, time.Now)
	return answered{code, stdout.String(), stderr.String()}
}

// succeed fails the test unless a command ended with 0.
func (a answered) succeed(t *testing.T) answered {
	t.Helper()
	if a.code != exitFine {
		t.Fatalf("exit code %d: %s", a.code, a.stderr)
	}
	return a
}

// refuse fails the test unless a command ended with 2, named all the words on the standard error and wrote nothing on the standard output.
func (a answered) refuse(t *testing.T, words ...string) {
	t.Helper()
	if a.code != exitWrong || a.stdout != "" {
		t.Errorf("exit code %d, standard output %.200q", a.code, a.stdout)
	}
	for _, word := range words {
		if !strings.Contains(a.stderr, word) {
			t.Errorf("the standard error does not say %q: %s", word, a.stderr)
		}
	}
}

// written writes a file of the test's own and returns its name.
func written(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestHelpIsFrench(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"--help"}, {"serve", "--help"}, {"solve", "--help"}, {"calendar", "--help"}, {"user", "add", "--help"}} {
		help := maillage(t, args...).succeed(t).stdout
		for _, english := range []string{"Usage: ", "Flags:", "Commands:", "Arguments:", "<command>", "[flags]", "Show context", "Run \"", "more information"} {
			if strings.Contains(help, english) {
				t.Errorf("%v says %q:\n%s", args, english, help)
			}
		}
		if !strings.Contains(help, "Usage : maillage") {
			t.Errorf("%v: %s", args, help)
		}
	}
	if said := maillage(t, "--version").succeed(t).stdout; said != version+"\n" {
		t.Errorf("version %q", said)
	}
}

func TestWrongCommandLineIsRefused(t *testing.T) {
	t.Parallel()
	for _, line := range []string{
		"", "plan", "solve", "solve x.json --bogus", "solve x.json --seconds=NaN", "solve x.json --seconds=-1", "solve x.json --seconds=1e300",
		"solve x.json --threads=0", "solve x.json --threads=1000000", "solve x.json --steps=-1", "solve x.json --only=some",
		"solve testdata/missing.json", "check testdata/children-8.problem.json", "serve --log-level=loud", "serve --addr=8080",
		"serve --public-url=planning.exemple.fr", "serve --public-url=https://u:p@planning.exemple.fr", "serve --proxy=nearby",
		"serve --clock=noon", "serve --db=mysql:x", "migrate --db=sqlite:",
	} {
		maillage(t, strings.Fields(line)...).refuse(t, "maillage: ")
	}
}

func TestFlagsComeFromTheEnvironment(t *testing.T) {
	t.Setenv("MAILLAGE_SEED", "many")
	maillage(t, "solve", "testdata/children-8.problem.json").refuse(t, "MAILLAGE_SEED", "many")
}

// liveText is a text that one goroutine writes and another reads.
type liveText struct {
	mu   sync.Mutex
	text strings.Builder
}

func (l *liveText) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *liveText) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// until asks again and again, until the answer is yes.
func until(t *testing.T, yes func() bool) {
	t.Helper()
	again := time.NewTicker(5 * time.Millisecond)
	defer again.Stop()
	for end := time.Now().Add(time.Minute); !yes(); <-again.C {
		if time.Now().After(end) {
			t.Fatal("waited in vain")
		}
	}
}

// errBrokenPipe is what a closed standard output answers.
var errBrokenPipe = errors.New("broken pipe")

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errBrokenPipe }

func TestUnwritableAnswerIsAnError(t *testing.T) {
	t.Parallel()
	var stderr bytes.Buffer
	args := []string{"check", "testdata/children-8.problem.json", "testdata/children-8.plan.json"}
	if code := run(context.Background(), args, strings.NewReader(""), brokenPipe{}, &stderr, time.Now); code != exitWrong {
		t.Errorf("exit code %d", code)
	}
}
