package models

import (
	"slices"
	"sync"
)

// cachedWeeks bounds the memory compiled weeks take: a manager works on one or two, a search for a meeting walks over six.
const cachedWeeks = 16

// weekKey names a state of a week. Every change of a record that plans depend on moves the facility's revision, within the change's own
// transaction; published occurrences never change under their rota's id.
type weekKey struct {
	facilityID  string
	version     int
	publishedID string
	madeFromID  string
	templateID  string
	exceptions  string
	week        Week
}

// weekCache keeps the compiled weeks used last. Its zero value is empty and ready.
//
// A transaction looks a week up before it moves the facility's revision: what it compiled after that would stay when it is rolled back.
type weekCache struct {
	mu    sync.Mutex
	weeks []cachedWeek // used last in front
}

type cachedWeek struct {
	key  weekKey
	week *compiledWeek
}

func (c *weekCache) get(key weekKey) *compiledWeek {
	c.mu.Lock()
	defer c.mu.Unlock()
	i := slices.IndexFunc(c.weeks, func(known cachedWeek) bool { return known.key == key })
	if i < 0 {
		return nil
	}
	known := c.weeks[i]
	c.weeks = slices.Insert(slices.Delete(c.weeks, i, i+1), 0, known)
	return known.week
}

func (c *weekCache) put(key weekKey, week *compiledWeek) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.weeks = slices.Insert(c.weeks, 0, cachedWeek{key, week})
	if len(c.weeks) > cachedWeeks {
		c.weeks = slices.Delete(c.weeks, cachedWeeks, len(c.weeks))
	}
}
