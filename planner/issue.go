package planner

import (
	"fmt"
	"strings"
)

// IssueCode is the machine name of one way a file or a problem is not in the format.
type IssueCode string

// The ways a file or a problem can be wrong.
const (
	IssueSyntax       IssueCode = "syntax"        // not JSON, or broken UTF-8
	IssueTrailingData IssueCode = "trailing_data" // something follows the value
	IssueTooLarge     IssueCode = "too_large"     // more bytes, items or nesting than the format allows
	IssueUnknownField IssueCode = "unknown_field"
	IssueMissingField IssueCode = "missing_field"
	IssueRepeatedKey  IssueCode = "repeated_key"
	IssueWrongType    IssueCode = "wrong_type"
	IssueNotInteger   IssueCode = "not_integer"
	IssueOutOfRange   IssueCode = "out_of_range"
	IssueDuplicateID  IssueCode = "duplicate_id"
	IssueUnknownID    IssueCode = "unknown_id"
	IssueWrongFormat  IssueCode = "wrong_format" // the file says it is something else
	IssueNotSquare    IssueCode = "not_square"
	IssueContradicts  IssueCode = "contradicts" // two parts of the problem cannot both be true
)

// Issue is one place where a file or a problem is not in the format. Path is a JSON path such as $.activities[3].seats[0].professions,
// Value is what stands there, shortened. Ids and other values come from the file: whoever shows an issue decides who may see it.
type Issue struct {
	Path    string    `json:"path"`
	Code    IssueCode `json:"code"`
	Value   string    `json:"value,omitempty"`
	Message string    `json:"message"`
}

// Error returns the place, what is wrong and the value found.
func (i Issue) Error() string {
	if i.Value == "" {
		return fmt.Sprintf("%s: %s", i.Path, i.Message)
	}
	return fmt.Sprintf("%s: %s (found %s)", i.Path, i.Message, i.Value)
}

// Issues is everything that is wrong with a file or a problem, in the order of the file.
type Issues []Issue

// Error returns one line for each issue.
func (is Issues) Error() string {
	lines := make([]string, len(is))
	for n, issue := range is {
		lines[n] = issue.Error()
	}
	return strings.Join(lines, "\n")
}

// maxIssues bounds what one file can make us write. Whoever has a thousand things to mend starts with those.
const maxIssues = 1_000

// add notes an issue; the last one that fits says that there are more.
func (is *Issues) add(issue Issue) {
	switch {
	case len(*is) < maxIssues:
		*is = append(*is, issue)
	case len(*is) == maxIssues:
		*is = append(*is, Issue{Path: "$", Code: IssueTooLarge, Message: fmt.Sprintf("more than %d issues: the others are not listed", maxIssues)})
	}
}
