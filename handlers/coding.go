package handlers

import (
	"strconv"
	"strings"

	"github.com/maillage-dime/maillage/handlers/ical"
)

// acceptsCoding reports whether an Accept-Encoding header allows a coding: named, or covered by *, with a weight above zero.
func acceptsCoding(header, coding string) bool {
	accepted := false
	for part := range strings.SplitSeq(header, ",") {
		name, parameters, _ := strings.Cut(part, ";")
		name = strings.ToLower(strings.TrimSpace(name))
		if name != coding && name != "*" {
			continue
		}
		allowed := !zeroWeight(parameters)
		if name == coding {
			return allowed
		}
		accepted = allowed
	}
	return accepted
}

func zeroWeight(parameters string) bool {
	name, value, _ := strings.Cut(strings.TrimSpace(parameters), "=")
	weight, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	return strings.EqualFold(strings.TrimSpace(name), "q") && err == nil && weight == 0
}

// matchesETag compares an If-None-Match header with an entity tag, weakly.
func matchesETag(ifNoneMatch, tag string) bool {
	return ifNoneMatch != "" && ical.MatchesETag(ifNoneMatch, tag)
}
