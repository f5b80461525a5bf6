package httpapi

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"

	"github.com/gofiber/fiber/v2"
)

// ErrorHandler returns what Fiber calls for every error that no operation answered: unknown paths, bodies over the limit, panics. A failure of
// the server is logged and told to the client by its status alone.
func ErrorHandler(log *slog.Logger) fiber.ErrorHandler {
	return func(c *fiber.Ctx, err error) error {
		var problem *Problem
		var refusal *fiber.Error
		switch {
		case errors.As(err, &problem):
		case errors.As(err, &refusal):
			problem = NewProblem(refusal.Code)
		default:
			problem = NewProblem(http.StatusInternalServerError)
		}
		if problem.Status >= http.StatusInternalServerError {
			log.ErrorContext(c.UserContext(), "request failed", "request_id", RequestID(c), "method", c.Method(), "route", c.Route().Path, "error", err)
		}
		return WriteProblem(c, problem)
	}
}

// WriteProblem answers with problem.
func WriteProblem(c *fiber.Ctx, problem *Problem) error {
	c.Status(problem.Status)
	for name := range problem.Headers {
		c.Set(name, problem.Headers.Get(name))
	}
	if err := c.JSON(problem); err != nil {
		return err
	}
	c.Set(fiber.HeaderContentType, problem.ContentType(""))
	return nil
}

// Recover turns a panic of a later handler into an error, with its stack for the log. Without it the process would end.
func Recover(c *fiber.Ctx) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("panic: %v\n%s", fault, debug.Stack())
		}
	}()
	return c.Next()
}

// RequestID returns the identifier the request was given, or nothing before it was.
func RequestID(c *fiber.Ctx) string { return c.GetRespHeader(fiber.HeaderXRequestID) }
