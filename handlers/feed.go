package handlers

import (
	"context"
	"fmt"
	"net/http"
	"strings"

	"github.com/gofiber/fiber/v2"

	"github.com/maillage-dime/maillage/handlers/httpapi"
	"github.com/maillage-dime/maillage/handlers/ical"
	"github.com/maillage-dime/maillage/models"
)

// serveFeed answers GET and HEAD on a secret calendar address. What is wrong with an address is not told: a malformed, an unknown and a revoked
// token, and every other unknown path, get the same answer. Neither token nor path is ever logged.
func (a *API) serveFeed(c *fiber.Ctx) error {
	token := c.Params("token")
	if len(token) != tokenLength || strings.ContainsAny(token, "%") {
		return httpapi.NewProblem(http.StatusNotFound)
	}
	feed, err := a.feed(c.UserContext(), token)
	if models.CodeOf(err) == models.CodeNotFound {
		return httpapi.NewProblem(http.StatusNotFound)
	}
	if err != nil {
		return problemOf(c.UserContext(), a.Log, "readFeed", err)
	}
	return sendFeed(c, feed)
}

// feed returns the rendered feed of a token, from memory while nothing in it has changed.
func (a *API) feed(ctx context.Context, token string) (*renderedFeed, error) {
	hash := models.FeedTokenHash(token)
	mark, err := a.Store.FeedMark(ctx, hash)
	if err != nil {
		return nil, err
	}
	if known := a.feeds.get(mark); known != nil {
		return known, nil
	}
	entries, err := a.Store.FeedEntries(ctx, hash)
	if err != nil {
		return nil, err
	}
	rendered, err := renderFeed(&entries, a.PublicURL)
	if err != nil {
		return nil, err
	}
	a.feeds.put(mark, rendered)
	return rendered, nil
}

// renderFeed writes a feed. The same content gives the same bytes.
func renderFeed(feed *models.Feed, home string) (*renderedFeed, error) {
	location, err := feed.Facility.Location()
	if err != nil {
		return nil, fmt.Errorf("time zone of the facility %s: %w", feed.Facility.ID, err)
	}
	plain, err := ical.Encode(ical.Calendar{
		Name: feed.Subscription.Name, ProductID: feedProduct, Location: location,
		Events: each(feed.Entries, func(entry *models.FeedEntry) ical.Event { return feedEvent(entry, feed.Subscription.Detail, home) }),
	})
	if err != nil {
		return nil, fmt.Errorf("writing the calendar %s: %w", feed.Subscription.ID, err)
	}
	body, err := ical.Representations(plain)
	if err != nil {
		return nil, fmt.Errorf("compressing the calendar %s: %w", feed.Subscription.ID, err)
	}
	return &renderedFeed{Body: body, modified: feed.Revision.UTC().Format(http.TimeFormat)}, nil
}

func sendFeed(c *fiber.Ctx, feed *renderedFeed) error {
	content, tag := feed.Plain, feed.ETag
	if acceptsCoding(c.Get(fiber.HeaderAcceptEncoding), "gzip") {
		content, tag = feed.Gzip, feed.GzipETag
		c.Set(fiber.HeaderContentEncoding, "gzip")
	}
	c.Set(fiber.HeaderETag, tag)
	c.Set(fiber.HeaderVary, fiber.HeaderAcceptEncoding)
	c.Set(fiber.HeaderLastModified, feed.modified)
	c.Set(fiber.HeaderCacheControl, "private, max-age=300")
	c.Set("X-Robots-Tag", "noindex")
	if unchanged(c, tag, feed.modified) {
		c.Response().Header.Del(fiber.HeaderContentEncoding)
		return c.Status(http.StatusNotModified).Send(nil)
	}
	c.Set(fiber.HeaderContentType, "text/calendar; charset=utf-8")
	c.Set(fiber.HeaderContentDisposition, `inline; filename="agenda.ics"`)
	return c.Send(content)
}

// unchanged reports whether the client has these very bytes. A tag decides alone where one is sent (RFC 9110 13.2.2).
func unchanged(c *fiber.Ctx, tag, modified string) bool {
	if header := c.Get(fiber.HeaderIfNoneMatch); header != "" {
		return matchesETag(header, tag)
	}
	since, err := http.ParseTime(c.Get(fiber.HeaderIfModifiedSince))
	if err != nil {
		return false
	}
	changed, err := http.ParseTime(modified)
	return err == nil && !changed.After(since)
}
