package httpapi_test

import (
	"context"
	"net/http"
	"slices"
	"testing"

	"github.com/danielgtaylor/huma/v2"

	"github.com/maillage-dime/maillage/handlers/httpapi"
)

type order struct {
	Name  string `json:"name" minLength:"2" maxLength:"4"`
	Count int    `json:"count" minimum:"1" maximum:"9"`
	Kind  string `json:"kind" enum:"large,small"`
	Lines []line `json:"lines" maxItems:"2"`
}

type line struct {
	Day string `json:"day" format:"date"`
}

func ordering(t *testing.T) *server {
	t.Helper()
	s := newServer(t)
	type input struct {
		Number int `path:"number" minimum:"1"`
		Body   order
	}
	huma.Register(s.api, huma.Operation{Method: http.MethodPost, Path: "/orders/{number}", OperationID: "order"},
		func(context.Context, *input) (*struct{}, error) { return &struct{}{}, nil })
	return s
}

func TestInvalidFieldsAreAllNamed(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		path, body string
		want       []httpapi.FieldProblem
	}{
		"everything": {"/api/orders/1", `{"name":"x","count":10,"kind":"huge","lines":[{"day":"2026-02-30"},{}],"colour":"blue"}`, []httpapi.FieldProblem{
			{Path: "colour", Key: "unknown_field"},
			{Path: "count", Key: "too_large", Args: map[string]any{"maximum": 9.0}},
			{Path: "kind", Key: "not_one_of", Args: map[string]any{"allowed": "large, small"}},
			{Path: "lines[0].day", Key: "not_a_date"},
			{Path: "lines[1].day", Key: "required", Args: map[string]any{"name": "day"}},
			{Path: "name", Key: "too_short", Args: map[string]any{"minimum": 2.0}},
		}},
		"too many and of wrong types": {"/api/orders/1", `{"name":1,"count":1.5,"kind":"small","lines":[{"day":"2026-11-23"},{"day":"2026-11-23"},{"day":"2026-11-23"}]}`, []httpapi.FieldProblem{
			{Path: "count", Key: "not_an_integer"},
			{Path: "lines", Key: "too_many_items", Args: map[string]any{"maximum": 2.0}},
			{Path: "name", Key: "not_a_string"},
		}},
		"path, query and case": {"/api/orders/x?colour=blue", `{"Name":"abc","count":1,"kind":"small","lines":[]}`, []httpapi.FieldProblem{
			{Path: "colour", Key: "unknown_field"},
		}},
		"path and body": {"/api/orders/x", `{"Name":"abc","count":1,"kind":"small","lines":[]}`, []httpapi.FieldProblem{
			{Path: "Name", Key: "unknown_field"},
			{Path: "name", Key: "required", Args: map[string]any{"name": "name"}},
			{Path: "number", Key: "not_an_integer"},
		}},
	}
	s := ordering(t)
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			response, body := s.answer(t, http.MethodPost, test.path, test.body)
			problem := wantProblem(t, response, body, http.StatusUnprocessableEntity, httpapi.CodeInvalid)
			if !slices.EqualFunc(problem.Fields, test.want, sameField) {
				t.Errorf("fields are\n%v\nwant\n%v", problem.Fields, test.want)
			}
		})
	}
}

func sameField(one, other httpapi.FieldProblem) bool {
	if one.Path != other.Path || one.Key != other.Key || len(one.Args) != len(other.Args) {
		return false
	}
	for name, value := range one.Args {
		if other.Args[name] != value {
			return false
		}
	}
	return true
}

func TestWhatIsNotReadable(t *testing.T) {
	t.Parallel()
	s := ordering(t)
	response, body := s.answer(t, http.MethodPost, "/api/orders/1", `{"name":`)
	wantProblem(t, response, body, http.StatusBadRequest, httpapi.CodeMalformed)
	response, body = s.answer(t, http.MethodPost, "/api/orders/1", "")
	wantProblem(t, response, body, http.StatusBadRequest, httpapi.CodeMalformed)
	response, body = s.answer(t, http.MethodPost, "/api/orders/1", "name=x", "Content-Type", "application/x-www-form-urlencoded")
	wantProblem(t, response, body, http.StatusUnsupportedMediaType, httpapi.CodeUnsupported)
	response, body = s.answer(t, http.MethodPut, "/api/orders/1", "{}")
	wantProblem(t, response, body, http.StatusMethodNotAllowed, httpapi.CodeMethodNotAllowed)
	response, body = s.answer(t, http.MethodGet, "/api/nothing", "")
	wantProblem(t, response, body, http.StatusNotFound, httpapi.CodeNotFound)
}
