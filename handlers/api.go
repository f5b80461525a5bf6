package handlers

import (
	"context"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gofiber/fiber/v2"

	"github.com/maillage-dime/maillage/handlers/httpapi"
	"github.com/maillage-dime/maillage/models"
)

// Deps are what the interface needs of the rest of the program.
type Deps struct {
	Store       *models.Store
	Now         func() time.Time
	Wake        func()       // tells the workers that a job waits
	Assets      fs.FS        // the built front end, index.html at its root; nil: none is served
	Log         *slog.Logger // nil: nothing is logged
	Demo        bool         // the demo accounts sign in without a password
	PublicURL   string       // how browsers and calendar programs reach the server, without a slash at the end
	Version     string
	OpenMetrics bool     // answer /metrics to everybody, not only to this machine
	Proxies     []string // addresses of reverse proxies whose X-Forwarded-For is believed; none: no header is
}

// API answers HTTP. Its methods are safe for use by several goroutines.
type API struct {
	Deps
	app       *fiber.App
	huma      huma.API
	document  []byte
	streams   *httpapi.Streams
	passwords *passwords
	feeds     *feedCache
	metrics   *metrics
}

// New returns the interface over deps. Nothing listens until [API.Serve].
func New(deps Deps) (*API, error) {
	if deps.Log == nil {
		deps.Log = slog.New(slog.DiscardHandler)
	}
	a := &API{
		Deps: deps, streams: httpapi.NewStreams(deps.Log), passwords: newPasswords(), feeds: newFeedCache(), metrics: newMetrics(deps.Version),
	}
	a.app = fiber.New(a.serverConfig())
	allowFiles(a.app)
	if err := a.routes(); err != nil {
		return nil, err
	}
	return a, nil
}

// routes are all paths of the server; the operations under /api follow in [API.operations].
func (a *API) routes() error {
	a.app.Use(a.identify, a.observe, httpapi.Recover, a.secure, a.deadline)
	a.app.Get("/healthz", a.healthy)
	a.app.Get("/readyz", a.ready)
	a.app.Get("/metrics", a.serveMetrics())
	a.app.Get("/robots.txt", robots)
	a.app.Get("/calendars/:token.ics", a.serveFeed)
	a.app.Use("/api", a.guardAPI)
	a.app.Get("/api/openapi.json", a.serveDocument)
	a.huma = httpapi.New(a.app, httpapi.Options{Title: "Maillage", Version: a.Version, Prefix: "/api", Description: apiDescription})
	a.operations(a.huma)
	declareCodes(a.huma.OpenAPI().Components.Schemas)
	document, err := httpapi.Document(a.huma)
	if err != nil {
		return err
	}
	a.document = document
	assets, err := newAssets(a.Assets)
	if err != nil {
		return err
	}
	a.app.Use(assets.serve)
	return nil
}

// Document returns the OpenAPI 3.1 document of all operations.
func (a *API) Document() []byte { return a.document }

// Serve answers on listener until [API.Shutdown]; it returns nil after one.
func (a *API) Serve(listener net.Listener) error {
	if err := a.app.Listener(listener); err != nil {
		return fmt.Errorf("serving on %s: %w", listener.Addr(), err)
	}
	return nil
}

// Shutdown stops listening, ends the event streams, lets the requests under way finish and returns when they have or ctx is done.
func (a *API) Shutdown(ctx context.Context) error {
	if err := a.streams.Close(ctx); err != nil {
		return err
	}
	if err := a.app.ShutdownWithContext(ctx); err != nil {
		return fmt.Errorf("finishing requests: %w", err)
	}
	return nil
}

// Do answers one request without a network, for tests and tools.
func (a *API) Do(request *http.Request) (*http.Response, error) { return a.app.Test(request, -1) }
