package handlers

import (
	"time"

	"github.com/gofiber/fiber/v2"

	"github.com/maillage-dime/maillage/handlers/httpapi"
)

// Limits of one request and one connection.
const (
	largestBody    = 1 << 20
	requestTime    = 20 * time.Second // after it the store gives up, and with it the request
	readTime       = 30 * time.Second
	idleTime       = 2 * time.Minute
	writeTime      = 10 * time.Minute // longer than any plan run, because event streams are written all the while
	largestHeaders = 16 << 10
)

func (a *API) serverConfig() fiber.Config {
	return fiber.Config{
		AppName:               "Maillage",
		Immutable:             true, // else strings of a request change under whoever keeps them
		StrictRouting:         true,
		CaseSensitive:         true,
		UnescapePath:          false,
		BodyLimit:             largestBody,
		ReadBufferSize:        largestHeaders,
		ReadTimeout:           readTime,
		WriteTimeout:          writeTime,
		IdleTimeout:           idleTime,
		DisableStartupMessage: true,
		ErrorHandler:          httpapi.ErrorHandler(a.Log),
		// Only a named proxy may say who the client is, else anybody could.
		EnableTrustedProxyCheck: true,
		TrustedProxies:          a.Proxies,
		ProxyHeader:             forwardedHeader(a.Proxies),
		EnableIPValidation:      true,
	}
}

func forwardedHeader(proxies []string) string {
	if len(proxies) == 0 {
		return ""
	}
	return fiber.HeaderXForwardedFor
}
