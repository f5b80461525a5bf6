package handlers

import (
	"cmp"
	"context"
	"net/http"
	"reflect"
	"strconv"

	"github.com/danielgtaylor/huma/v2"

	"github.com/maillage-dime/maillage/handlers/httpapi"
)

const apiDescription = "The week of a dispositif intégré: records, rotas, publication, meetings, calendars. " +
	"Minutes of a week count from Monday 00:00 local. A refusal is application/problem+json with a code."

// securityScheme is the name of the session cookie in the OpenAPI document.
const securityScheme = "session"

func get(path, id, summary string) huma.Operation {
	return operation(http.MethodGet, path, id, summary)
}

func post(path, id, summary string) huma.Operation {
	return operation(http.MethodPost, path, id, summary)
}

func put(path, id, summary string) huma.Operation {
	return operation(http.MethodPut, path, id, summary)
}

func patch(path, id, summary string) huma.Operation {
	return operation(http.MethodPatch, path, id, summary)
}

func remove(path, id, summary string) huma.Operation {
	return operation(http.MethodDelete, path, id, summary)
}

func operation(method, path, id, summary string) huma.Operation {
	return huma.Operation{Method: method, Path: path, OperationID: id, Summary: summary}
}

// answering sets the status of success where it is not 200 or 204.
func answering(status int, operation huma.Operation) huma.Operation {
	operation.DefaultStatus = status
	return operation
}

// answeringWith describes an answer whose handler returns any: operations that are many and alike share the types of their handlers, because
// every pair of an input and an output takes the compiler a good part of a second.
func (a *API) answeringWith(body reflect.Type, operation huma.Operation) huma.Operation {
	schema := a.huma.OpenAPI().Components.Schemas.Schema(body, true, "")
	operation.Responses = map[string]*huma.Response{
		strconv.Itoa(cmp.Or(operation.DefaultStatus, http.StatusOK)): {Content: map[string]*huma.MediaType{"application/json": {Schema: schema}}},
	}
	return operation
}

// public registers an operation for everybody.
func public[I, O any](a *API, operation huma.Operation, handler func(context.Context, *I) (*O, error)) {
	huma.Register(a.huma, operation, func(ctx context.Context, input *I) (*O, error) {
		output, err := handler(ctx, input)
		if err != nil {
			return nil, problemOf(ctx, a.Log, operation.OperationID, err)
		}
		return output, nil
	})
}

// signedIn registers an operation for whoever has a session; others get 401 before anything of their request is read. What the caller may do
// is decided by the store.
func signedIn[I, O any](a *API, operation huma.Operation, handler func(context.Context, caller, *I) (*O, error)) {
	operation.Security = []map[string][]string{{securityScheme: {}}}
	operation.Middlewares = huma.Middlewares{func(c huma.Context, next func(huma.Context)) {
		who, err := a.authenticate(c)
		if err != nil {
			a.refuse(c, operation.OperationID, err)
			return
		}
		next(huma.WithValue(c, callerKey{}, who))
	}}
	public(a, operation, func(ctx context.Context, input *I) (*O, error) {
		return handler(ctx, ctx.Value(callerKey{}).(caller), input)
	})
}

// refuse answers before an operation is reached.
func (a *API) refuse(c huma.Context, operation string, err error) {
	problem := problemOf(c.Context(), a.Log, operation, err)
	c.SetHeader("Content-Type", problem.ContentType(""))
	c.SetStatus(problem.Status)
	if err := a.huma.Marshal(c.BodyWriter(), "application/json", problem); err != nil {
		a.Log.ErrorContext(c.Context(), "writing a problem", "error", err)
	}
}

// answer is an output with a body and nothing else.
type answer[T any] struct{ Body T }

func answerWith[T any](body T) *answer[T] { return &answer[T]{Body: body} }

// nothing is the output of an operation without an answer, and the input of one without a question.
type nothing struct{}

// cached answers with an entity tag.
func cached[T any](body T, ifNoneMatch string) (*httpapi.Conditional[T], error) {
	return httpapi.NewConditional(body, ifNoneMatch, matchesETag)
}
