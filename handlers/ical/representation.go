package ical

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"strings"
)

// Body is one rendered feed in both codings it is served in, each with its own
// strong entity tag. A Body is never changed once made, so it may be shared.
type Body struct {
	Plain, Gzip    []byte
	ETag, GzipETag string
}

// Representations makes the body of a feed from its bytes. Equal bytes give
// equal tags, on every machine.
func Representations(plain []byte) (Body, error) {
	var packed bytes.Buffer
	packed.Grow(len(plain)/8 + 1024)
	writer := gzip.NewWriter(&packed)
	if _, err := writer.Write(plain); err != nil {
		return Body{}, fmt.Errorf("compressing a feed of %d octets: %w", len(plain), err)
	}
	if err := writer.Close(); err != nil {
		return Body{}, fmt.Errorf("compressing a feed of %d octets: %w", len(plain), err)
	}
	const tagOctets = 16
	digest := sha256.Sum256(plain)
	tag := base64.RawURLEncoding.EncodeToString(digest[:tagOctets])
	return Body{
		Plain: plain, Gzip: packed.Bytes(),
		ETag: `"` + tag + `"`, GzipETag: `"` + tag + `-g"`,
	}, nil
}

// MatchesETag says whether an If-None-Match header, which may be empty, a list
// or `*`, names the entity tag. Tags are compared weakly, as RFC 9110 13.1.2
// asks, so a tag that a proxy weakened still matches. What follows a malformed
// tag is not read.
func MatchesETag(ifNoneMatch, etag string) bool {
	rest := strings.TrimSpace(ifNoneMatch)
	if rest == "*" {
		return true
	}
	opaque := strings.TrimPrefix(etag, "W/")
	for {
		rest = strings.TrimLeft(rest, " \t,")
		rest = strings.TrimPrefix(rest, "W/")
		if !strings.HasPrefix(rest, `"`) {
			return false
		}
		length := strings.IndexByte(rest[1:], '"')
		if length < 0 {
			return false
		}
		end := length + 2
		if rest[:end] == opaque {
			return true
		}
		rest = rest[end:]
	}
}
