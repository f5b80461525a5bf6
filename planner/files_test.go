package planner_test

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/maillage-dime/maillage/planner"
)

// wholeHouse is the small house with something in every field of the format.
func wholeHouse() (*planner.Problem, *planner.Plan) {
	p, plan := smallHouse()
	plan.Occurrences[0].Attendees = []string{}
	plan.Occurrences[1].Attendees = []string{}
	plan.Unplanned = []planner.Unplanned{{Activity: "call", Reasons: []planner.Reason{{
		Code: planner.CodeNotAvailable, Count: 3, Professional: "bob", Blocking: &planner.Ref{Activity: "visit"}, Professions: []string{"x"},
	}}}}
	plan.Score = &planner.Score{Unmet: 12, Soft: 3, Terms: map[string]int64{"travel": 3}}
	p.Pinned = slices.Clone(plan.Occurrences[:1])
	p.Published = slices.Clone(plan.Occurrences[1:])
	p.Rooms[0].Closed = []planner.Span{{From: 0, To: 60}}
	p.Professionals[0].DirectTarget = new(600)
	p.Activities[0].Windows = []planner.ActivityWindow{{From: 0, To: day(9), Cost: 2}}
	p.Activities[0].Preferred = []string{"ada"}
	p.Activities[0].Sector = new("nord \"est\" <&> \u2028")
	return p, plan
}

func written(t testing.TB, p *planner.Problem) string {
	t.Helper()
	var file bytes.Buffer
	if err := planner.WriteProblem(&file, p); err != nil {
		t.Fatal(err)
	}
	return file.String()
}

func writtenPlan(t testing.TB, plan *planner.Plan) string {
	t.Helper()
	var file bytes.Buffer
	if err := planner.WritePlan(&file, plan); err != nil {
		t.Fatal(err)
	}
	return file.String()
}

// What is written is read back as it was, and written again to the same bytes.
func TestFilesRoundTrip(t *testing.T) {
	t.Parallel()
	p, plan := wholeHouse()
	text, planText := written(t, p), writtenPlan(t, plan)
	read, err := planner.ReadProblem(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	readPlan, err := planner.ReadPlan(strings.NewReader(planText))
	if err != nil {
		t.Fatal(err)
	}
	if again := written(t, read); again != text {
		t.Errorf("written (-), read and written again (+):\n%s", cmp.Diff(text, again))
	}
	if again := writtenPlan(t, readPlan); again != planText {
		t.Errorf("written (-), read and written again (+):\n%s", cmp.Diff(planText, again))
	}
	if diff := cmp.Diff(plan, readPlan); diff != "" {
		t.Errorf("plan before (-) and after (+):\n%s", diff)
	}
	if !strings.HasSuffix(text, "}\n") || strings.Contains(text, ":null,\"places\"") {
		t.Errorf("an empty list is a list, and a file ends with a line: %s", text)
	}
}

func TestPublicSetsAndGeneratedWeeksAreValid(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"public/meeting-50meetings.json", "public/ctt-comp01.json", "generated/children-8.problem.json", "generated/children-25.problem.json", "generated/children-80.problem.json"} {
		p, err := planner.ReadProblem(bytes.NewReader(testFile(t, name)))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		again, err := planner.ReadProblem(strings.NewReader(written(t, p)))
		if err != nil {
			t.Errorf("%s, written again: %v", name, err)
		}
		if diff := cmp.Diff(p, again); diff != "" {
			t.Errorf("%s before (-) and after (+):\n%s", name, diff)
		}
	}
}

// What may be missing or null is.
func TestFilesMayLeaveOut(t *testing.T) {
	t.Parallel()
	p, plan := wholeHouse()
	p.Pinned, p.Published = nil, nil
	text := strings.NewReplacer(`"pinned":[],`, ``, `"published":[]`, `"published":null`, `"attendees":[],`, ``).Replace(written(t, p))
	text, _, _ = strings.Cut(text, ",\n\"weights\"")
	text += "}"
	read, err := planner.ReadProblem(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if read.Weights != planner.DefaultWeights() {
		t.Errorf("weights %v", read.Weights)
	}
	read, err = planner.ReadProblem(strings.NewReader(text[:len(text)-1] + `,"weights":{"travel":7}}`))
	if err != nil || read.Weights[planner.TermTravel] != 7 || read.Weights[planner.TermMoved] != planner.TermMoved.DefaultWeight() {
		t.Errorf("one weight given: %v %v", read, err)
	}
	if _, err := planner.ReadPlan(strings.NewReader(strings.ReplaceAll(writtenPlan(t, plan), `"attendees":[],`, ""))); err != nil {
		t.Error(err)
	}
}

// Each edit of a valid file gives exactly one issue, at its place.
func TestReadProblemRefuses(t *testing.T) {
	t.Parallel()
	p, _ := wholeHouse()
	text := written(t, p)
	for _, test := range []struct {
		old, new string // the first old is replaced
		code     planner.IssueCode
		path     string
	}{
		{"maillage-problem/1", "maillage-problem/2", planner.IssueWrongFormat, "$.format"},
		{`"name":"small"`, `"name":"small","nom":1`, planner.IssueUnknownField, "$.nom"},
		{`"name":"small"`, `"name":"small","name":"big"`, planner.IssueRepeatedKey, "$.name"},
		{`"name":"small"`, `"name":"\ud800"`, planner.IssueSyntax, "$.name"},
		{`"name":"small"`, `"name":null`, planner.IssueWrongType, "$.name"},
		{"\"name\":\"small\",\n", "", planner.IssueMissingField, "$.name"},
		{"2026-09-07", "2026-09-31", planner.IssueOutOfRange, "$.first_day"},
		{`"days":9`, `"days":0`, planner.IssueOutOfRange, "$.days"},
		{`"days":9`, `"days":367`, planner.IssueOutOfRange, "$.days"},
		{`"days":9`, `"days":9.0`, planner.IssueNotInteger, "$.days"},
		{`"days":9`, `"days":9e0`, planner.IssueNotInteger, "$.days"},
		{`"days":9`, `"days":"9"`, planner.IssueWrongType, "$.days"},
		{`"days":9`, `"days":99999999999999999999`, planner.IssueOutOfRange, "$.days"},
		{`"grid":15`, `"grid":7`, planner.IssueOutOfRange, "$.grid"},
		{`"grid":15`, `"grid":0`, planner.IssueOutOfRange, "$.grid"},
		{`"id":"far"`, `"id":"near"`, planner.IssueDuplicateID, "$.teams[1].id"},
		{`"id":"far"`, `"id":""`, planner.IssueOutOfRange, "$.teams[1].id"},
		{"[0,30]", "[0,-30]", planner.IssueOutOfRange, "$.travel[0][1]"},
		{"[0,30]", "[0,30,9]", planner.IssueNotSquare, "$.travel[0]"},
		{"[30,0]\n", "[30,0],[1,1]\n", planner.IssueNotSquare, "$.travel"},
		{"[0,30]", "[5,30]", planner.IssueOutOfRange, "$.travel[0][0]"},
		{"[0,30]", "[0,1.5]", planner.IssueNotInteger, "$.travel[0][1]"},
		{`"id":"blue","place":"house"`, `"id":"blue","place":"moon"`, planner.IssueUnknownID, "$.rooms[0].place"},
		{`"seats":4`, `"seats":-4`, planner.IssueOutOfRange, "$.rooms[0].seats"},
		{`"closed":[[0,60]]`, `"closed":[[60,60]]`, planner.IssueOutOfRange, "$.rooms[0].closed[0]"},
		{`"closed":[[0,60]]`, `"closed":[[0,60,90]]`, planner.IssueWrongType, "$.rooms[0].closed[0]"},
		{`"closed":[[0,60]]`, `"closed":[[0,"60"]]`, planner.IssueWrongType, "$.rooms[0].closed[0][1]"},
		{`"kind":"dedicated"`, `"kind":"lonely"`, planner.IssueOutOfRange, "$.teams[0].kind"},
		{`"teams":["near"]`, `"teams":["nearer"]`, planner.IssueUnknownID, "$.professionals[0].teams[0]"},
		{`"teams":["near"]`, `"teams":["near","near"]`, planner.IssueDuplicateID, "$.professionals[0].teams[1]"},
		{`"base":"house"`, `"base":"moon"`, planner.IssueUnknownID, "$.professionals[0].base"},
		{`"from_base":true`, `"from_base":1`, planner.IssueWrongType, "$.professionals[0].from_base"},
		{`"minutes":45`, `"minutes":121`, planner.IssueOutOfRange, "$.professionals[0].lunch.minutes"},
		{`"rest":660`, `"rest":-1`, planner.IssueOutOfRange, "$.professionals[0].limits.rest"},
		{`"direct_target":600`, `"direct_target":-1`, planner.IssueOutOfRange, "$.professionals[0].direct_target"},
		{`{"from":480,"to":1080`, `{"from":1080,"to":480`, planner.IssueOutOfRange, "$.children[0].available[0]"},
		{`"professionals_target":1`, `"professionals_target":-1`, planner.IssueOutOfRange, "$.children[0].professionals_target"},
		{`"kind":"session"`, `"kind":"party"`, planner.IssueOutOfRange, "$.activities[0].kind"},
		{`"duration":60`, `"duration":0`, planner.IssueOutOfRange, "$.activities[0].duration"},
		{`"count":2`, `"count":-2`, planner.IssueOutOfRange, "$.activities[0].count"},
		{`"children":["zoe"]`, `"children":["zoe","zoe"]`, planner.IssueDuplicateID, "$.activities[0].children[1]"},
		{`"children":["zoe"]`, `"children":"zoe"`, planner.IssueWrongType, "$.activities[0].children"},
		{`"professions":["educator"]`, `"professions":[7]`, planner.IssueWrongType, "$.activities[0].seats[0].professions[0]"},
		{`"one_of":["ada"]`, `"one_of":["eve"]`, planner.IssueUnknownID, "$.activities[2].seats[0].one_of[0]"},
		{`"cost":2`, `"cost":-2`, planner.IssueOutOfRange, "$.activities[0].windows[0].cost"},
		{`"priority":10`, `"priority":0`, planner.IssueOutOfRange, "$.activities[0].priority"},
		{`"preferred":["ada"]`, `"preferred":["eve"]`, planner.IssueUnknownID, "$.activities[0].preferred[0]"},
		{`"activity":"visit"`, `"activity":"party"`, planner.IssueUnknownID, "$.pinned[0].activity"},
		{`"occurrence":0`, `"occurrence":2`, planner.IssueOutOfRange, "$.pinned[0].occurrence"},
		{`"start":540`, `"start":541`, planner.IssueContradicts, "$.pinned[0].start"},
		{`"start":540`, `"start":-15`, planner.IssueContradicts, "$.pinned[0].start"},
		{`"staff":["ada"]`, `"staff":[]`, planner.IssueContradicts, "$.pinned[0].staff"},
		{`"staff":["ada"],"attendees":[]`, `"staff":["bob"],"attendees":["bob"]`, planner.IssueContradicts, "$.pinned[0]"},
		{`"attendees":[]`, `"attendees":["bob","bob"]`, planner.IssueContradicts, "$.pinned[0]"},
		{`"place":"school","room":null`, `"place":null,"room":null`, planner.IssueContradicts, "$.pinned[0].place"},
		{`"place":"school","room":null`, `"place":"school","room":"red"`, planner.IssueContradicts, "$.pinned[0].room"},
		{`"room":"blue"`, `"room":"green"`, planner.IssueUnknownID, "$.published[0].room"},
		{`"moved":50`, `"moved":-50`, planner.IssueOutOfRange, "$.weights.moved"},
		{`"moved":50`, `"moved":2147483649`, planner.IssueOutOfRange, "$.weights.moved"},
		{`"moved":50`, `"moving":50`, planner.IssueUnknownField, "$.weights.moving"},
		{`"moved":50`, `"moved":50,"moved":50`, planner.IssueRepeatedKey, "$.weights.moved"},
	} {
		t.Run(test.new, func(t *testing.T) {
			t.Parallel()
			broken := strings.Replace(text, test.old, test.new, 1)
			if broken == text {
				t.Fatalf("%q is not in the file", test.old)
			}
			expectIssue(t, readProblem(broken), test.code, test.path)
		})
	}
}

func readProblem(text string) error {
	_, err := planner.ReadProblem(strings.NewReader(text))
	return err
}

func expectIssue(t *testing.T, err error, code planner.IssueCode, path string) {
	t.Helper()
	issues, ok := errors.AsType[planner.Issues](err)
	if !ok || len(issues) != 1 || issues[0].Code != code || issues[0].Path != path || issues[0].Message == "" {
		t.Errorf("%s at %s expected, found %v", code, path, err)
	}
}

func TestReadersRefuseWhatIsNotOneValue(t *testing.T) {
	t.Parallel()
	p, plan := wholeHouse()
	text, planText := written(t, p), writtenPlan(t, plan)
	for _, test := range []struct {
		text string
		code planner.IssueCode
	}{
		{"", planner.IssueSyntax},
		{"{", planner.IssueSyntax},
		{"{]", planner.IssueSyntax},
		{"null", planner.IssueWrongType},
		{"[]", planner.IssueWrongType},
		{strings.Repeat("[", 100_000), planner.IssueTooLarge},
		{"{\"name\":\"\xff\"}", planner.IssueSyntax},
	} {
		expectIssue(t, readProblem(test.text), test.code, "$")
		_, err := planner.ReadPlan(strings.NewReader(test.text))
		expectIssue(t, err, test.code, "$")
	}
	expectIssue(t, readProblem(text+"{}"), planner.IssueTrailingData, "$")
	_, err := planner.ReadPlan(strings.NewReader(planText + "x"))
	expectIssue(t, err, planner.IssueTrailingData, "$")
	_, err = planner.ReadPlan(strings.NewReader(strings.Replace(planText, "plan/1", "plan/9", 1)))
	expectIssue(t, err, planner.IssueWrongFormat, "$.format")
}

// All issues come at once, each of its own kind, and nothing that is only wrong because of another one.
func TestReadProblemListsEverything(t *testing.T) {
	t.Parallel()
	p, _ := wholeHouse()
	text := strings.NewReplacer(
		`"grid":15`, `"grid":"x"`, `"direct_target":600`, `"direct_target":-1`, `"duration":60,"count":2`, `"count":2`, `"id":"near"`, `"id":7`,
		`"rest":660`, `"rest":-1`,
	).Replace(written(t, p))
	issues, _ := errors.AsType[planner.Issues](readProblem(text))
	var found []string
	for _, issue := range issues {
		found = append(found, string(issue.Code)+" "+issue.Path)
	}
	expected := []string{
		"wrong_type $.grid", "wrong_type $.teams[0].id", "missing_field $.activities[0].duration",
		"out_of_range $.professionals[0].limits.rest", "out_of_range $.professionals[0].direct_target", "out_of_range $.professionals[1].limits.rest",
	}
	if diff := cmp.Diff(expected, found); diff != "" {
		t.Errorf("expected (-), found (+):\n%s", diff)
	}
}

func TestIssuesAreBounded(t *testing.T) {
	t.Parallel()
	var fields strings.Builder
	for i := range 50_000 {
		fmt.Fprintf(&fields, `,"x%d":0`, i)
	}
	err := readProblem(`{"format":"maillage-problem/1"` + fields.String() + "}")
	if issues, _ := errors.AsType[planner.Issues](err); len(issues) < 1000 || len(issues) > 2100 {
		t.Errorf("%d issues", len(issues))
	}
}

// Weights up to 2^31 are accepted, but not what could leave 64 bits.
func TestCostsStayIn64Bits(t *testing.T) {
	t.Parallel()
	p, plan := wholeHouse()
	for term := range planner.TermCount {
		p.Weights[term] = 1 << 31
	}
	if issues := p.Validate(); len(issues) > 0 {
		t.Errorf("largest weights: %v", planner.Issues(issues))
	}
	if soft := planner.Evaluate(compiled(t, p), plan).Score.Soft; soft < 60<<31 {
		t.Errorf("soft %d", soft)
	}
	p.Activities[0].Windows[0].Cost = 1 << 31
	issues := p.Validate()
	if len(issues) != 1 || issues[0].Path != "$.weights.window" || issues[0].Code != planner.IssueTooLarge {
		t.Errorf("a cost beyond 64 bits: %v", issues)
	}
	p.Weights[planner.TermWindow] = 1
	if issues := p.Validate(); len(issues) > 0 {
		t.Errorf("a dear window: %v", planner.Issues(issues))
	}
}
