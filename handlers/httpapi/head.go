package httpapi

import (
	"net/http"

	"github.com/gofiber/fiber/v2"
)

// headRouter answers HEAD wherever GET is answered, which the adapter does not: it registers by method name, and Fiber adds HEAD only to its
// own Get. The server leaves the body of such an answer out.
type headRouter struct{ fiber.Router }

// Add registers the handlers for the method, and those of GET for HEAD too.
func (r headRouter) Add(method, path string, handlers ...fiber.Handler) fiber.Router {
	if method == http.MethodGet {
		r.Router.Add(http.MethodHead, path, handlers...)
	}
	return r.Router.Add(method, path, handlers...)
}
