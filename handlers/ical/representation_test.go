package ical

import (
	"bytes"
	"compress/gzip"
	"io"
	"testing"
)

func TestRepresentations(t *testing.T) {
	t.Parallel()
	feed := mustEncode(t, week(t))
	body, err := Representations(feed)
	if err != nil {
		t.Fatal(err)
	}
	reader, err := gzip.NewReader(bytes.NewReader(body.Gzip))
	if err != nil {
		t.Fatal(err)
	}
	unpacked, err := io.ReadAll(reader)
	if err != nil || !bytes.Equal(unpacked, feed) || !bytes.Equal(body.Plain, feed) {
		t.Errorf("the bodies are not the feed (%v)", err)
	}
	again, err := Representations(bytes.Clone(feed))
	if err != nil || again.ETag != body.ETag || again.GzipETag != body.GzipETag || !bytes.Equal(again.Gzip, body.Gzip) {
		t.Errorf("the same feed gave another body (%v)", err)
	}
	other, err := Representations(append(bytes.Clone(feed), ' '))
	if err != nil || other.ETag == body.ETag || other.GzipETag == body.GzipETag || body.ETag == body.GzipETag {
		t.Errorf("tags of different bytes are the same (%v)", err)
	}
	if len(body.ETag) != 24 || body.GzipETag != body.ETag[:23]+`-g"` {
		t.Errorf("tags are %s and %s", body.ETag, body.GzipETag)
	}
}

func TestMatchesETag(t *testing.T) {
	t.Parallel()
	cases := []struct {
		header, etag string
		want         bool
	}{
		{`"h"`, `"h"`, true},
		{` "h" `, `"h"`, true},
		{`W/"h"`, `"h"`, true},
		{`"h"`, `W/"h"`, true},
		{`*`, `"h"`, true},
		{`"a", W/"b","h"`, `"h"`, true},
		{`"a,b", "h"`, `"h"`, true},
		{`,, "h"`, `"h"`, true},
		{`"h-g"`, `"h"`, false},
		{`"a,"h"`, `"h"`, false},
		{`"H"`, `"h"`, false},
		{`h`, `"h"`, false},
		{`"h`, `"h"`, false},
		{`"x*"`, `"h"`, false},
		{`"`, `"h"`, false},
		{``, `"h"`, false},
		{`w/"h"`, `"h"`, false},
	}
	for _, test := range cases {
		if got := MatchesETag(test.header, test.etag); got != test.want {
			t.Errorf("If-None-Match: %s against %s is %t, want %t", test.header, test.etag, got, test.want)
		}
	}
}
