package handlers

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/gofiber/fiber/v2"
)

// What a request started ends when nobody can be waiting for it any more.
func TestRequestsHaveADeadline(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	app := fiber.New()
	app.Use(w.api.deadline)
	var left time.Duration
	app.Get("/", func(c *fiber.Ctx) error {
		end, _ := c.UserContext().Deadline()
		left = time.Until(end)
		return nil
	})
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil)
	if err != nil {
		t.Fatal(err)
	}
	response, err := app.Test(request, -1)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if left <= 0 || left > requestTime {
		t.Errorf("a request has %v left", left)
	}
}

// Anybody can say to come from somewhere else; only a proxy named in the settings is believed.
func TestOnlyNamedProxiesSayWhoAsks(t *testing.T) {
	t.Parallel()
	for proxy, believed := range map[string]bool{"192.0.2.7": false, "127.0.0.1": true} {
		w := newWorld(t, func(d *Deps) { d.Proxies = []string{proxy} })
		address, stop := w.serve()
		request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://"+address+"/api/session", nil)
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("X-Forwarded-For", "198.51.100.66")
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		stop()
		if got := strings.Contains(w.log.String(), "198.51.100.66"); got != believed {
			t.Errorf("a header sent by 127.0.0.1 is believed: %t, with %s as proxy", got, proxy)
		}
	}
}

// Strings of a request stay what they were once the request is over: feeds and logs keep some.
func TestStringsOfARequestOutliveIt(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	app := fiber.New(w.api.serverConfig())
	var kept []string
	app.Get("/:name", func(c *fiber.Ctx) error {
		kept = append(kept, c.Params("name"))
		return nil
	})
	for _, path := range []string{"/first", "/other"} {
		request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, path, nil)
		if err != nil {
			t.Fatal(err)
		}
		response, err := app.Test(request, -1)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
	}
	if kept[0] != "first" || kept[1] != "other" {
		t.Errorf("the requests were for %q", kept)
	}
}
