package handlers

import (
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/danielgtaylor/huma/v2"
)

// wantDescribed checks an answer against the OpenAPI document: every field it promises is there, no list is null, no value is outside its
// enumeration, and nothing is sent that it does not tell of. Every answer of every test comes through here.
func (w *world) wantDescribed(method string, answer reply) {
	w.t.Helper()
	path, _, _ := strings.Cut(answer.Request.URL.EscapedPath(), "?")
	if answer.Header.Get("Content-Type") != "application/json" || len(answer.body) == 0 {
		return
	}
	operation := w.operationAt(method, strings.TrimPrefix(path, "/api"))
	if operation == nil {
		w.t.Fatalf("%s %s answers JSON and is not in the document", method, path)
	}
	response := operation.Responses[strconv.Itoa(answer.StatusCode)]
	if response == nil {
		w.t.Fatalf("%s answers %d, which is not in the document", operation.OperationID, answer.StatusCode)
	}
	var value any
	if err := json.Unmarshal(answer.body, &value); err != nil {
		w.t.Fatalf("%s answers %s: %v", operation.OperationID, answer.body, err)
	}
	var result huma.ValidateResult
	registry := w.api.huma.OpenAPI().Components.Schemas
	huma.Validate(registry, response.Content["application/json"].Schema, huma.NewPathBuffer([]byte{}, 0), huma.ModeReadFromServer, value, &result)
	for _, err := range result.Errors {
		w.t.Errorf("%s does not answer as it says: %v", operation.OperationID, err)
	}
}

func (w *world) operationAt(method, path string) *huma.Operation {
	asked := strings.Split(path, "/")
	for template, item := range w.api.huma.OpenAPI().Paths {
		operation := map[string]*huma.Operation{http.MethodGet: item.Get, http.MethodPost: item.Post, http.MethodPut: item.Put, http.MethodPatch: item.Patch}[method]
		if operation != nil && fits(strings.Split(template, "/"), asked) {
			return operation
		}
	}
	return nil
}

func fits(template, asked []string) bool {
	if len(template) != len(asked) {
		return false
	}
	for i, part := range template {
		if part != asked[i] && !strings.HasPrefix(part, "{") {
			return false
		}
	}
	return true
}

// The check itself has to notice what it is there for.
func TestConformanceIsChecked(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	chief := w.as("chief")
	answer := chief.ask(http.MethodGet, "/api/weeks/"+testWeek, "")
	schema := w.operationAt(http.MethodGet, "/weeks/x").Responses["200"].Content["application/json"].Schema
	for name, spoil := range map[string]func(map[string]any){
		"null list":     func(v map[string]any) { v["drafts"] = nil },
		"missing field": func(v map[string]any) { delete(v, "letter") },
		"unknown field": func(v map[string]any) { v["colour"] = "blue" },
		"wrong value":   func(v map[string]any) { v["letter"] = "C" },
	} {
		var value map[string]any
		if err := json.Unmarshal(answer.body, &value); err != nil {
			t.Fatal(err)
		}
		spoil(value)
		var result huma.ValidateResult
		huma.Validate(w.api.huma.OpenAPI().Components.Schemas, schema, huma.NewPathBuffer([]byte{}, 0), huma.ModeReadFromServer, value, &result)
		if len(result.Errors) == 0 {
			t.Errorf("a %s goes unnoticed", name)
		}
	}
}
