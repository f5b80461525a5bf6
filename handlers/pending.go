package handlers

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/maillage-dime/maillage/handlers/httpapi"
)

func pending[T any]() (*T, error) { return nil, httpapi.NewProblem(http.StatusNotFound) }

func (a *API) propose(context.Context, caller, *rotaBody[proposeJSON]) (*proposeOutput, error) {
	return pending[proposeOutput]()
}
func (a *API) readRun(context.Context, caller, *runPath) (*answer[runJSON], error) {
	return pending[answer[runJSON]]()
}
func (a *API) runEvents(context.Context, caller, *runPath) (*huma.StreamResponse, error) {
	return pending[huma.StreamResponse]()
}
func (a *API) stopRun(context.Context, caller, *runPath) (*answer[runJSON], error) {
	return pending[answer[runJSON]]()
}
