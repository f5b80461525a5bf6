package handlers

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gofiber/fiber/v2"

	"github.com/maillage-dime/maillage/handlers/httpapi"
)

func pending[T any]() (*T, error) { return nil, httpapi.NewProblem(http.StatusNotFound) }

type feedCache struct{}

func newFeedCache() *feedCache              { return nil }
func (a *API) serveFeed(c *fiber.Ctx) error { return c.Next() }
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
func (a *API) listCalendars(context.Context, caller, *nothing) (*answer[calendarsJSON], error) {
	return pending[answer[calendarsJSON]]()
}
func (a *API) createCalendar(context.Context, caller, *bodyOf[createCalendarJSON]) (*answer[createdCalendarJSON], error) {
	return pending[answer[createdCalendarJSON]]()
}
func (a *API) revokeCalendar(context.Context, caller, *calendarPath) (*nothing, error) {
	return pending[nothing]()
}
