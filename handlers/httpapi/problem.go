package httpapi

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/maillage-dime/maillage/planner"
)

// Problem is the answer to everything refused: RFC 9457 with what a screen needs to say it in the reader's language. It never carries the
// text of an inner error, nor a value that was sent.
type Problem struct {
	Type     string           `json:"type" doc:"Always about:blank: code tells the problem."`
	Title    string           `json:"title" doc:"The status in English, for people who read traffic."`
	Status   int              `json:"status"`
	Code     string           `json:"code" doc:"What went wrong, for programs and dictionaries."`
	Key      string           `json:"key,omitempty" doc:"A finer name of what went wrong, where there is one."`
	Args     map[string]any   `json:"args,omitempty" doc:"Arguments of key."`
	Fields   []FieldProblem   `json:"fields" doc:"Every field that was refused, by path."`
	Breaches []planner.Breach `json:"breaches" doc:"Every rule of the plan that was broken."`
	Current  any              `json:"current,omitempty" doc:"What stands now, when the request was made from something older."`

	Headers http.Header `json:"-"`
}

// FieldProblem says what is wrong with one field of a request.
type FieldProblem struct {
	Path string         `json:"path" doc:"Where, e.g. operations[2].start."`
	Key  string         `json:"key" doc:"What, e.g. too_large."`
	Args map[string]any `json:"args,omitempty" doc:"With which limits."`
}

// The codes of problems that arise before any row is read. Codes of rows come from models.
const (
	CodeMalformed        = "malformed"
	CodeInvalid          = "invalid"
	CodeUnauthenticated  = "unauthenticated"
	CodeForbidden        = "forbidden"
	CodeCrossOrigin      = "cross_origin"
	CodeNotFound         = "not_found"
	CodeMethodNotAllowed = "method_not_allowed"
	CodeNotAcceptable    = "not_acceptable"
	CodeTooLarge         = "too_large"
	CodeUnsupported      = "unsupported_media_type"
	CodeTooMany          = "too_many_requests"
	CodeTimeout          = "timeout"
	CodeInternal         = "internal"
)

var statusCodes = map[int]string{
	http.StatusBadRequest:                  CodeMalformed,
	http.StatusUnauthorized:                CodeUnauthenticated,
	http.StatusForbidden:                   CodeForbidden,
	http.StatusNotFound:                    CodeNotFound,
	http.StatusMethodNotAllowed:            CodeMethodNotAllowed,
	http.StatusNotAcceptable:               CodeNotAcceptable,
	http.StatusRequestTimeout:              CodeTimeout,
	http.StatusRequestEntityTooLarge:       CodeTooLarge,
	http.StatusUnsupportedMediaType:        CodeUnsupported,
	http.StatusUnprocessableEntity:         CodeInvalid,
	http.StatusTooManyRequests:             CodeTooMany,
	http.StatusRequestHeaderFieldsTooLarge: CodeTooLarge,
	http.StatusServiceUnavailable:          CodeTimeout,
}

// NewProblem returns a problem with the code that usually goes with status and nothing else.
func NewProblem(status int) *Problem {
	code, known := statusCodes[status]
	if !known {
		code = CodeInternal
	}
	return &Problem{
		Type: "about:blank", Title: http.StatusText(status), Status: status, Code: code,
		Fields: []FieldProblem{}, Breaches: []planner.Breach{},
	}
}

// WithCode returns p under another code.
func (p *Problem) WithCode(code string) *Problem {
	p.Code = code
	return p
}

// Error returns the code, so that a Problem can be returned where an error is.
func (p *Problem) Error() string { return p.Code }

// GetStatus returns the HTTP status of p.
func (p *Problem) GetStatus() int { return p.Status }

// GetHeaders returns the headers that go with p, such as Retry-After.
func (p *Problem) GetHeaders() http.Header { return p.Headers }

// ContentType returns the media type of problems.
func (p *Problem) ContentType(string) string { return "application/problem+json" }

// mostFields bounds the answer to a request in which thousands of fields are wrong.
const mostFields = 100

// problemOf turns a refusal by huma itself into a problem. An error that is not about a field of the request is dropped: it could tell
// a stranger how the inside looks.
func problemOf(status int, _ string, errs []error) huma.StatusError {
	problem := NewProblem(status)
	if status >= http.StatusInternalServerError {
		return problem
	}
	for _, err := range errs {
		detailer, ok := err.(huma.ErrorDetailer)
		if !ok {
			continue
		}
		detail := detailer.ErrorDetail()
		key, args := readKey(detail.Message)
		problem.Fields = append(problem.Fields, FieldProblem{Path: fieldPath(detail.Location, key, args), Key: key, Args: args})
	}
	slices.SortStableFunc(problem.Fields, func(a, b FieldProblem) int { return strings.Compare(a.Path, b.Path) })
	problem.Fields = problem.Fields[:min(len(problem.Fields), mostFields)]
	return problem
}

// readKey reads a message of [validationKeys], or gives huma's fixed sentences a key.
func readKey(message string) (string, map[string]any) {
	key, argument, found := strings.Cut(message, "|")
	if found {
		name, value, _ := strings.Cut(argument, "=")
		return key, map[string]any{name: readArgument(value)}
	}
	switch {
	case !strings.Contains(message, " "):
		return message, nil
	case strings.HasPrefix(message, "required "):
		return "required", nil
	case strings.HasPrefix(message, "unknown "):
		return "unknown_field", nil
	case strings.HasPrefix(message, "invalid integer"):
		return "not_an_integer", nil
	case strings.HasPrefix(message, "invalid boolean"):
		return "not_a_boolean", nil
	}
	return CodeMalformed, nil
}

func readArgument(text string) any {
	if number, err := strconv.ParseFloat(text, 64); err == nil {
		return number
	}
	return text
}

// fieldPath is where the fault is, as the sender wrote it: body.operations[2].start is operations[2].start. huma places a missing field at the
// object it is missing from.
func fieldPath(location, key string, args map[string]any) string {
	part, path, _ := strings.Cut(location, ".")
	if rest, ok := strings.CutPrefix(part, "body["); ok {
		path = "[" + rest + path
	}
	name, named := args["name"].(string)
	if !named || key != "required" || path == name || strings.HasSuffix(path, "."+name) {
		return path
	}
	if path == "" {
		return name
	}
	return path + "." + name
}
