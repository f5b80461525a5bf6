package handlers

import (
	"net/http"
	"strings"
	"testing"
	"testing/fstest"
)

// built is a front end as Vite leaves it.
var built = fstest.MapFS{
	"index.html":            {Data: []byte("<!doctype html>")},
	"theme.js":              {Data: []byte("theme")},
	"assets/app-1a2b.js":    {Data: []byte("app")},
	"assets/app-1a2b.js.br": {Data: []byte("app in brotli")},
	"assets/app-1a2b.js.gz": {Data: []byte("app in gzip")},
	"assets/only.css.gz":    {Data: []byte("packed only")},
	".keep":                 {Data: []byte("")},
}

func TestFrontEndIsServed(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(deps *Deps) { deps.Assets = built })
	tests := map[string]struct {
		path, accept                   string
		status                         int
		body, mediaType, cache, coding string
	}{
		"first page":      {"/", "", 200, "<!doctype html>", "text/html; charset=utf-8", "no-cache", ""},
		"app route":       {"/planning/2026-W48", "br", 200, "<!doctype html>", "text/html; charset=utf-8", "no-cache", ""},
		"another":         {"/rencontres/nouvelle", "", 200, "<!doctype html>", "text/html; charset=utf-8", "no-cache", ""},
		"hashed file":     {"/assets/app-1a2b.js", "", 200, "app", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable", ""},
		"in brotli":       {"/assets/app-1a2b.js", "gzip, br", 200, "app in brotli", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable", "br"},
		"in gzip":         {"/assets/app-1a2b.js", "gzip, br;q=0", 200, "app in gzip", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable", "gzip"},
		"unhashed file":   {"/theme.js", "", 200, "theme", "text/javascript; charset=utf-8", "no-cache", ""},
		"missing file":    {"/assets/old.js", "", 404, "", "application/problem+json", "", ""},
		"no plain form":   {"/assets/only.css", "gzip", 404, "", "application/problem+json", "", ""},
		"hidden":          {"/.keep", "", 404, "", "application/problem+json", "", ""},
		"unknown":         {"/nothing", "", 404, "", "application/problem+json", "", ""},
		"unknown of api":  {"/api/nothing", "", 404, "", "application/problem+json", "no-store", ""},
		"like a route":    {"/planningX", "", 404, "", "application/problem+json", "", ""},
		"out of the tree": {"/assets/../../house.go", "", 404, "", "application/problem+json", "", ""},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			answer := w.ask(http.MethodGet, test.path, "", "Accept-Encoding", test.accept)
			got := []string{answer.Header.Get("Content-Type"), answer.Header.Get("Cache-Control"), answer.Header.Get("Content-Encoding")}
			want := []string{test.mediaType, test.cache, test.coding}
			if answer.StatusCode != test.status || strings.Join(got, "|") != strings.Join(want, "|") || test.body != "" && string(answer.body) != test.body {
				t.Errorf("%s answers %d %q %q, want %d %q %q", test.path, answer.StatusCode, answer.body, got, test.status, test.body, want)
			}
			if test.coding != "" && answer.Header.Get("Vary") != "Accept-Encoding" {
				t.Errorf("it varies by %q", answer.Header.Get("Vary"))
			}
		})
	}
	if answer := w.ask(http.MethodPost, "/planning", ""); answer.StatusCode != http.StatusNotFound && answer.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("a form sent to a page answers %d", answer.StatusCode)
	}
}

// Whoever follows a broken link reads a page that says so; programs, and whoever holds a wrong calendar address, get a problem.
func TestAddressesThatLeadNowhere(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(deps *Deps) { deps.Assets = built })
	for path, mediaType := range map[string]string{
		"/nothing": "text/html; charset=utf-8", "/nothing/at/all": "text/html; charset=utf-8",
		"/nothing.js": "application/problem+json", "/assets/old": "application/problem+json", "/api/nothing": "application/problem+json",
		"/calendars/wrong": "application/problem+json",
	} {
		answer := w.ask(http.MethodGet, path, "", "Accept", "text/html,*/*;q=0.8")
		if answer.StatusCode != http.StatusNotFound || answer.Header.Get("Content-Type") != mediaType {
			t.Errorf("%s answers %d %s, want 404 %s", path, answer.StatusCode, answer.Header.Get("Content-Type"), mediaType)
		}
	}
}

func TestPagesLoadFromThisServerOnly(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(deps *Deps) { deps.Assets = built })
	for _, path := range []string{"/", "/api/sign-in", "/assets/old.js", "/robots.txt"} {
		header := w.ask(http.MethodGet, path, "").Header
		if policy := header.Get("Content-Security-Policy"); !strings.HasPrefix(policy, "default-src 'none'; script-src 'self'; style-src 'self';") || strings.Contains(policy, "unsafe") || !strings.Contains(policy, "worker-src 'self';") {
			t.Errorf("%s has the policy %q", path, policy)
		}
		for name, want := range map[string]string{
			"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cross-Origin-Opener-Policy": "same-origin",
			"Cross-Origin-Embedder-Policy": "", "Strict-Transport-Security": "max-age=31536000",
		} {
			if header.Get(name) != want {
				t.Errorf("%s has %s %q, want %q", path, name, header.Get(name), want)
			}
		}
		if header.Get("X-Request-Id") == "" {
			t.Errorf("%s has no request id", path)
		}
	}
	if answer := w.ask(http.MethodGet, "/robots.txt", ""); string(answer.body) != "User-agent: *\nAllow: /calendars/\nDisallow: /\n" {
		t.Errorf("robots are told %q", answer.body)
	}
	plain := newWorld(t, func(deps *Deps) { deps.PublicURL = "http://127.0.0.1:8080" })
	if header := plain.ask(http.MethodGet, "/api/sign-in", "").Header; header.Get("Strict-Transport-Security") != "" {
		t.Error("a server without TLS asks for it")
	}
}
