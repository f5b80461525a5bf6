package httpapi

import (
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humafiber"
)

// hidden is an alias so that the embedded field does not take the name of the method Context.
type hidden = huma.Context

// cookieContext sends each Set-Cookie as a header of its own. The adapter joins repeated headers with commas, and browsers read such
// a line as one broken cookie.
type cookieContext struct{ hidden }

// Unwrap lets humafiber find its own context.
func (c cookieContext) Unwrap() huma.Context { return c.hidden }

// AppendHeader adds a header beside those of the same name.
func (c cookieContext) AppendHeader(name, value string) {
	if http.CanonicalHeaderKey(name) == "Set-Cookie" {
		humafiber.Unwrap(c.hidden).Response().Header.Add(name, value)
		return
	}
	c.hidden.AppendHeader(name, value)
}

func separateCookies(c huma.Context, next func(huma.Context)) { next(cookieContext{c}) }
