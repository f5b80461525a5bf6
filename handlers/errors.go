package handlers

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"strconv"

	"github.com/maillage-dime/maillage/handlers/httpapi"
	"github.com/maillage-dime/maillage/models"
)

// statusOf says with which status each refusal of the store is answered. It is the only place that knows.
var statusOf = map[models.ErrorCode]int{
	models.CodeNotFound:        http.StatusNotFound,
	models.CodeForbidden:       http.StatusForbidden,
	models.CodeUnauthenticated: http.StatusUnauthorized,
	models.CodeConflict:        http.StatusConflict,
	models.CodeStale:           http.StatusConflict,
	models.CodeInvalid:         http.StatusUnprocessableEntity,
	models.CodeRefused:         http.StatusUnprocessableEntity,
	models.CodeTooLarge:        http.StatusRequestEntityTooLarge,
	models.CodeTooMany:         http.StatusTooManyRequests,
}

// problemOf turns any error of a handler into what the client is told. A refusal of the store is told whole; everything else is logged under
// the name of the operation, and the client learns its status only.
func problemOf(ctx context.Context, log *slog.Logger, operation string, err error) *httpapi.Problem {
	if problem, ok := errors.AsType[*httpapi.Problem](err); ok {
		return problem
	}
	if refusal, ok := errors.AsType[*models.Error](err); ok {
		if status, known := statusOf[refusal.Code]; known {
			return refusalProblem(status, refusal)
		}
	}
	status := http.StatusInternalServerError
	if errors.Is(err, context.DeadlineExceeded) || errors.Is(ctx.Err(), context.DeadlineExceeded) {
		status = http.StatusServiceUnavailable
	}
	log.ErrorContext(ctx, "operation failed", "request_id", requestID(ctx), "operation", operation, "error", err)
	return httpapi.NewProblem(status)
}

func refusalProblem(status int, refusal *models.Error) *httpapi.Problem {
	problem := httpapi.NewProblem(status).WithCode(string(refusal.Code))
	problem.Key, problem.Args = refusal.Key, refusal.Args
	for _, field := range refusal.Fields {
		problem.Fields = append(problem.Fields, httpapi.FieldProblem(field))
	}
	problem.Breaches = append(problem.Breaches, refusal.Breaches...)
	problem.Current = currentJSON(refusal.Current)
	if seconds, ok := refusal.Args["seconds"].(int); ok && refusal.Code == models.CodeTooMany {
		problem.Headers = http.Header{"Retry-After": {strconv.Itoa(seconds)}}
	}
	return problem
}

// currentJSON is how the thing stands that a stale request was about. Rows are not shown as they are: of a rota the revision says enough to
// read anew, a record comes as its own operations encoded it.
func currentJSON(current any) any {
	switch row := current.(type) {
	case models.Rota:
		return revisionJSON{Revision: row.Revision}
	case *models.Rota:
		return revisionJSON{Revision: row.Revision}
	case shownRecord:
		return row.wire
	default:
		return nil
	}
}
