package planner

import (
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// ReadProblem reads a problem file strictly: whatever is not exactly the format is refused, and so is what [Problem.Validate] refuses. The
// error is of type [Issues] and lists everything found. Pinned and published occurrences, weights, and attendees may be missing or null.
func ReadProblem(r io.Reader) (*Problem, error) {
	p := &Problem{Pinned: []Occurrence{}, Published: []Occurrence{}, Weights: DefaultWeights()}
	issues := readFile(r, p)
	if unreadable := len(issues) > 0 && issues[0].Path == "$"; !unreadable {
		issues = append(issues, withoutConsequences(issues, p.Validate())...)
	}
	if len(issues) > 0 {
		return nil, issues
	}
	return p, nil
}

// ReadPlan reads a plan file strictly. What it names need not exist: that is for [Evaluate] to say. The error is of type [Issues].
func ReadPlan(r io.Reader) (*Plan, error) {
	p := &Plan{}
	issues := readFile(r, p)
	if len(issues) == 0 && p.Format != PlanFormat {
		issues = append(issues, Issue{Path: "$.format", Code: IssueWrongFormat, Value: strconv.Quote(shorten(p.Format)), Message: "must be " + PlanFormat})
	}
	if len(issues) > 0 {
		return nil, issues
	}
	return p, nil
}

// WriteProblem writes the problem as a file that [ReadProblem] reads back to the same problem. Equal problems give equal bytes.
func WriteProblem(w io.Writer, p *Problem) error { return writeFile(w, *p) }

// WritePlan writes the plan as a file that [ReadPlan] reads back to the same plan. Equal plans give equal bytes.
func WritePlan(w io.Writer, p *Plan) error { return writeFile(w, *p) }

func readFile(r io.Reader, into any) Issues {
	root, issue := readJSON(r)
	if issue != nil {
		return Issues{*issue}
	}
	decoder := &strictDecoder{fields: map[reflect.Type][]jsonField{}}
	decoder.decode("$", root, reflect.ValueOf(into).Elem())
	return decoder.issues
}

func writeFile(w io.Writer, content any) error {
	var encoder fileEncoder
	if err := encoder.encode(reflect.ValueOf(content), true); err != nil {
		return err
	}
	encoder.WriteByte('\n')
	_, err := w.Write(encoder.Bytes())
	return err
}

// withoutConsequences drops what is only wrong because something in the file could not be read: what stands there, and what refers to it.
func withoutConsequences(unread Issues, found []Issue) []Issue {
	if len(unread) == 0 {
		return found
	}
	// An id that was not read makes every mention of it look unknown.
	idsLost := slices.ContainsFunc(unread, func(issue Issue) bool {
		return strings.Count(issue.Path, ".") <= 1 || strings.HasSuffix(issue.Path, ".id")
	})
	within := func(list string) bool {
		return slices.ContainsFunc(unread, func(issue Issue) bool { return strings.HasPrefix(issue.Path, list) })
	}
	matrixLost, activitiesLost := within("$.places") || within("$.travel"), within("$.activities")
	unreadPaths := make(map[string]bool, len(unread))
	for _, issue := range unread {
		unreadPaths[issue.Path] = true
	}
	return slices.DeleteFunc(found, func(issue Issue) bool {
		lost := issue.Code == IssueUnknownID && idsLost || issue.Code == IssueNotSquare && matrixLost || issue.Code == IssueContradicts && activitiesLost
		return lost || standsIn(issue.Path, unreadPaths)
	})
}

// standsIn reports whether the path or one above it is in the set, or the path is right above one that is.
func standsIn(path string, unread map[string]bool) bool {
	for end := len(path); end > 1; end = strings.LastIndexAny(path[:end], ".[") {
		if unread[path[:end]] {
			return true
		}
	}
	for lost := range unread {
		if rest, below := strings.CutPrefix(lost, path); below && rest != "" && (rest[0] == '.' || rest[0] == '[') {
			return true
		}
	}
	return false
}
