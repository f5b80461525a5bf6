package handlers

import (
	"net/http"

	"github.com/gofiber/fiber/v2"

	"github.com/maillage-dime/maillage/handlers/httpapi"
)

// healthy says that the process answers.
func (a *API) healthy(c *fiber.Ctx) error {
	c.Set(fiber.HeaderCacheControl, "no-store")
	return c.SendString("ok\n")
}

// ready says that the database answers too.
func (a *API) ready(c *fiber.Ctx) error {
	c.Set(fiber.HeaderCacheControl, "no-store")
	if err := a.Store.Ping(c.UserContext()); err != nil {
		a.Log.ErrorContext(c.UserContext(), "database does not answer", "error", err)
		return httpapi.NewProblem(http.StatusServiceUnavailable).WithCode("database")
	}
	return c.SendString("ready\n")
}

// robots keeps search engines out of everything but the calendars, which say noindex themselves: calendar programs that heed this file must be
// able to read them.
func robots(c *fiber.Ctx) error {
	return c.SendString("User-agent: *\nAllow: /calendars/\nDisallow: /\n")
}

func (a *API) serveDocument(c *fiber.Ctx) error {
	c.Set(fiber.HeaderContentType, "application/openapi+json")
	return c.Send(a.document)
}
