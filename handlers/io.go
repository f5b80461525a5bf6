package handlers

import (
	"reflect"

	"github.com/danielgtaylor/huma/v2"
)

// UnlessSame lets a client say which answer it already has.
type UnlessSame struct {
	IfNoneMatch string `header:"If-None-Match"`
}

type bodyOf[T any] struct{ Body T }

// rotaBody is a request about one rota.
type rotaBody[T any] struct {
	RotaPath
	Body T
}

type weekBody[T any] struct {
	WeekPath
	Body T
}

type readRotaInput struct {
	RotaPath
	UnlessSame
}

type readWeekInput struct {
	WeekPath
	UnlessSame
}

type signInInput struct {
	Client
	Body signInJSON
}

type signInDemoInput struct {
	Client
	Body signInDemoJSON
}

// signedInOutput carries the cookie of a session beside the session.
type signedInOutput struct {
	SetCookie []string `header:"Set-Cookie"`
	Body      sessionJSON
}

type signedOutOutput struct {
	SetCookie []string `header:"Set-Cookie"`
}

type proposeOutput struct {
	Location string `header:"Location"`
	Body     runJSON
}

type listMeetingsInput struct {
	From string `query:"from" required:"true" format:"date"`
	To   string `query:"to" required:"true" format:"date" doc:"Last day, included."`
}

// Client is what a browser says of itself.
type Client struct {
	UserAgent string `header:"User-Agent"`
}

// describeEvents documents an operation whose answer is a stream of events of a name with data T.
func describeEvents[T any](api huma.API, name string, operation huma.Operation) huma.Operation {
	operation.Responses = map[string]*huma.Response{"200": {
		Description: "Server-sent events named " + name + ", until there is nothing more to tell.",
		Content: map[string]*huma.MediaType{"text/event-stream": {
			Schema: api.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[T](), true, ""),
		}},
	}}
	return operation
}
