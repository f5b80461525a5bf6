package handlers

import (
	linked "container/list"
	"sync"

	"github.com/maillage-dime/maillage/handlers/ical"
	"github.com/maillage-dime/maillage/models"
)

// renderedFeed is a feed as it is sent.
type renderedFeed struct {
	ical.Body
	modified string
}

// feedCacheBytes bounds the memory of rendered feeds. A person's feed has some 100 kB.
const feedCacheBytes = 32 << 20

// feedCache keeps the feeds that were read last.
type feedCache struct {
	mutex  sync.Mutex
	known  map[models.FeedMark]*linked.Element
	recent *linked.List // of *cachedFeed, the last used first
	bytes  int
}

type cachedFeed struct {
	mark models.FeedMark
	feed *renderedFeed
}

func (f *cachedFeed) bytes() int { return len(f.feed.Plain) + len(f.feed.Gzip) }

func newFeedCache() *feedCache {
	return &feedCache{known: map[models.FeedMark]*linked.Element{}, recent: linked.New()}
}

// get returns the feed of a mark, or nil.
func (c *feedCache) get(mark models.FeedMark) *renderedFeed {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	element := c.known[mark]
	if element == nil {
		return nil
	}
	c.recent.MoveToFront(element)
	return element.Value.(*cachedFeed).feed
}

// put keeps a feed and forgets those unused longest, until all fit.
func (c *feedCache) put(mark models.FeedMark, feed *renderedFeed) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if c.known[mark] != nil {
		return
	}
	kept := &cachedFeed{mark: mark, feed: feed}
	c.known[mark] = c.recent.PushFront(kept)
	c.bytes += kept.bytes()
	for c.bytes > feedCacheBytes && c.recent.Len() > 1 {
		oldest := c.recent.Remove(c.recent.Back()).(*cachedFeed)
		delete(c.known, oldest.mark)
		c.bytes -= oldest.bytes()
	}
}
