package handlers

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/gofiber/fiber/v2"
	"github.com/google/uuid"

	"github.com/maillage-dime/maillage/handlers/httpapi"
)

type requestIDKey struct{}

// requestID returns what names the request in the log.
func requestID(ctx context.Context) string {
	id, _ := ctx.Value(requestIDKey{}).(string)
	return id
}

// identify gives every request a name of our own; one sent by the client could forge lines of the log.
func (a *API) identify(c *fiber.Ctx) error {
	id := uuid.NewString()
	c.Set(fiber.HeaderXRequestID, id)
	c.SetUserContext(context.WithValue(c.UserContext(), requestIDKey{}, id))
	return c.Next()
}

// observe counts and logs each request by its route, never by its path: paths hold secrets of calendars. It answers errors itself, so
// that their status is known here.
func (a *API) observe(c *fiber.Ctx) error {
	start := a.Now()
	if err := c.Next(); err != nil {
		if err := c.App().ErrorHandler(c, err); err != nil {
			return err
		}
	}
	elapsed, route, status := a.Now().Sub(start), c.Route().Path, c.Response().StatusCode()
	a.metrics.observe(c.Method(), route, status, elapsed)
	a.Log.DebugContext(c.UserContext(), "request", "request_id", httpapi.RequestID(c), "client", c.IP(), "method", c.Method(), "route", route, "status", status, "elapsed", elapsed)
	return nil
}

// contentPolicy lets pages load from this server only, and no page of another server show ours.
const contentPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
	"manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// secure sets what browsers have to know of every answer.
func (a *API) secure(c *fiber.Ctx) error {
	c.Set(fiber.HeaderContentSecurityPolicy, contentPolicy)
	c.Set(fiber.HeaderXContentTypeOptions, "nosniff")
	c.Set(fiber.HeaderReferrerPolicy, "no-referrer")
	c.Set("Cross-Origin-Opener-Policy", "same-origin")
	c.Set("Cross-Origin-Resource-Policy", "same-origin")
	if a.secureOrigin() {
		c.Set(fiber.HeaderStrictTransportSecurity, "max-age=31536000")
	}
	return c.Next()
}

// deadline ends what the request started, because Fiber does not tell when the client has gone.
func (a *API) deadline(c *fiber.Ctx) error {
	ctx, cancel := context.WithTimeout(c.UserContext(), requestTime)
	defer cancel()
	c.SetUserContext(ctx)
	return c.Next()
}

// crossOrigin refuses what a page of another site makes a browser send.
var crossOrigin = http.NewCrossOriginProtection()

// guardAPI refuses what no operation has to see: requests from foreign pages, texts that are not UTF-8, and packed bodies, because unpacking
// one could fill the memory that the limit of bodies protects.
func (a *API) guardAPI(c *fiber.Ctx) error {
	c.Set(fiber.HeaderCacheControl, "no-store")
	if c.Get(fiber.HeaderContentEncoding) != "" {
		return httpapi.NewProblem(http.StatusUnsupportedMediaType)
	}
	target, err := url.ParseRequestURI(c.OriginalURL())
	if err != nil || !utf8.ValidString(target.Path) || strings.ContainsRune(target.Path, 0) || !isFile(c.Method(), c.OriginalURL()) && !utf8.Valid(c.Body()) {
		return httpapi.NewProblem(http.StatusBadRequest)
	}
	request := &http.Request{Method: c.Method(), Host: string(c.Context().Host()), URL: target, Header: http.Header{}}
	for _, name := range []string{"Sec-Fetch-Site", "Origin"} {
		if value := c.Get(name); value != "" {
			request.Header.Set(name, value)
		}
	}
	if crossOrigin.Check(request) != nil {
		return httpapi.NewProblem(http.StatusForbidden).WithCode(httpapi.CodeCrossOrigin)
	}
	return c.Next()
}
