package handlers

import (
	"errors"
	"fmt"
	"io/fs"
	"mime"
	"path"
	"slices"
	"strings"

	"github.com/gofiber/fiber/v2"
)

// appRoutes are the first segments of the addresses that the front end answers itself. Every other unknown path is a 404.
var appRoutes = []string{
	"", "connexion", "bienvenue", "planning", "rencontres", "mon-planning", "abonnement",
	"enfants", "equipe", "heures", "maison", "importer", "absences", "annee", "semaine-type", "plan-du-site",
}

// How long browsers keep files: those under /assets change their name with their content, the others are asked for again.
const (
	keepForever = "public, max-age=31536000, immutable"
	keepAsking  = "no-cache"
)

// assets serves the built front end from memory.
type assets struct {
	files map[string]*asset // by path, without the leading slash
}

// asset is one file with the forms it was compressed to when it was built.
type asset struct {
	mediaType           string
	plain, brotli, gzip []byte
}

func newAssets(root fs.FS) (*assets, error) {
	a := &assets{files: map[string]*asset{}}
	if root == nil {
		return a, nil
	}
	err := fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || strings.HasPrefix(entry.Name(), ".") {
			return err
		}
		content, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		a.add(name, content)
		return nil
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("reading the front end: %w", err)
	}
	return a, nil
}

func (a *assets) add(name string, content []byte) {
	original, isBrotli := strings.CutSuffix(name, ".br")
	original, isGzip := strings.CutSuffix(original, ".gz")
	file := a.files[original]
	if file == nil {
		file = &asset{mediaType: mediaType(original)}
		a.files[original] = file
	}
	switch {
	case isBrotli:
		file.brotli = content
	case isGzip:
		file.gzip = content
	default:
		file.plain = content
	}
}

// mediaType does not ask the machine, which may know less than the front end needs.
func mediaType(name string) string {
	switch extension := path.Ext(name); extension {
	case ".html":
		return "text/html; charset=utf-8"
	case ".js", ".mjs":
		return "text/javascript; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	case ".woff2":
		return "font/woff2"
	case ".webmanifest":
		return "application/manifest+json"
	default:
		if known := mime.TypeByExtension(extension); known != "" {
			return known
		}
		return "application/octet-stream"
	}
}

// serve answers with a file of the front end, with its first page for the addresses of the front end, or leaves the request to be refused.
func (a *assets) serve(c *fiber.Ctx) error {
	if c.Method() != fiber.MethodGet && c.Method() != fiber.MethodHead {
		return c.Next()
	}
	name := strings.TrimPrefix(c.Path(), "/")
	file := a.files[name]
	if file == nil && isAppRoute(name) {
		file = a.files["index.html"]
	}
	if file == nil && asksForPage(c, name) { // the front end has a page that says so
		file = a.files["index.html"]
		c.Status(fiber.StatusNotFound)
	}
	if file == nil || file.plain == nil {
		return c.Next()
	}
	c.Set(fiber.HeaderCacheControl, keepAsking)
	if strings.HasPrefix(name, "assets/") {
		c.Set(fiber.HeaderCacheControl, keepForever)
	}
	return file.send(c)
}

func isAppRoute(name string) bool {
	first, _, _ := strings.Cut(name, "/")
	for _, route := range appRoutes {
		if first == route && (route != "" || name == "") {
			return true
		}
	}
	return false
}

// machineRoutes are the first segments of the addresses that programs ask for: they get a problem, never a page.
var machineRoutes = []string{"api", "assets", "calendars", "healthz", "readyz", "metrics", "r"}

// asksForPage reports whether somebody followed a link or typed an address that leads nowhere.
func asksForPage(c *fiber.Ctx, name string) bool {
	first, _, _ := strings.Cut(name, "/")
	return !slices.Contains(machineRoutes, first) && path.Ext(name) == "" && strings.Contains(c.Get(fiber.HeaderAccept), fiber.MIMETextHTML)
}

func (f *asset) send(c *fiber.Ctx) error {
	c.Set(fiber.HeaderContentType, f.mediaType)
	content, coding := f.plain, ""
	if f.brotli != nil || f.gzip != nil {
		c.Vary(fiber.HeaderAcceptEncoding)
		switch accepted := c.Get(fiber.HeaderAcceptEncoding); {
		case f.brotli != nil && acceptsCoding(accepted, "br"):
			content, coding = f.brotli, "br"
		case f.gzip != nil && acceptsCoding(accepted, "gzip"):
			content, coding = f.gzip, "gzip"
		}
	}
	if coding != "" {
		c.Set(fiber.HeaderContentEncoding, coding)
	}
	return c.Send(content)
}
