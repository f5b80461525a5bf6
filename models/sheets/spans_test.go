package sheets_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/maillage-dime/maillage/models/sheets"
)

func TestReadSpans(t *testing.T) {
	t.Parallel()
	morning := func(day int) sheets.Span { return sheets.Span{Day: day, From: 540, To: 750} }
	for value, want := range map[string][]sheets.Span{
		"lun 9h-12h30":                         {morning(0)},
		"lun. 9 h – 12 h 30":                   {morning(0)},
		"Lundi de 9h à 12h30":                  {morning(0)},
		"lundi 9:00-12:30":                     {morning(0)},
		"lun 9-12,5":                           {morning(0)},
		"lun 9h A 12h30":                       {morning(0)},
		"lun, mar 9h-12h30":                    {morning(0), morning(1)},
		"lun et mar 9h-12h30":                  {morning(0), morning(1)},
		"lun-mer 9h-12h30":                     {morning(0), morning(1), morning(2)},
		"du lundi au mercredi 9h-12h30":        nil,
		"lundi au mercredi : 9h-12h30":         {morning(0), morning(1), morning(2)},
		"lun 9h-12h30, mar A 14h-17h":          {morning(0), {Letter: "A", Day: 1, From: 840, To: 1020}},
		"lun 9h-12h30 14h-17h":                 {morning(0), {Day: 0, From: 840, To: 1020}},
		"lun 9h-12h30 / 14h-17h\nmer 9-12h30":  {morning(0), {Day: 0, From: 840, To: 1020}, morning(2)},
		"semaine B : jeu 14h-17h, ven 14h-17h": {{Letter: "B", Day: 3, From: 840, To: 1020}, {Letter: "B", Day: 4, From: 840, To: 1020}},
		"lundi matin":                          nil,
		"9h-12h":                               nil,
		"lun 12h-9h":                           nil,
		"lun":                                  nil,
		"":                                     nil,
		"lun 9h":                               nil,
		"lun 9h-25h":                           nil,
		"lun 9h-12h30 mar":                     nil,
	} {
		got, issue := sheets.ReadSpans(value, -1)
		if (issue == nil) != (want != nil) || want != nil && !cmp.Equal(got, want) {
			t.Errorf("%q is read as %v, %v; want %v", value, got, issue, want)
		}
	}
	got, issue := sheets.ReadSpans("9h-12h 13h30-17h", 2)
	if want := []sheets.Span{{Day: 2, From: 540, To: 720}, {Day: 2, From: 810, To: 1020}}; issue != nil || !cmp.Equal(got, want) {
		t.Errorf("the spans of a Wednesday are read as %v, %v; want %v", got, issue, want)
	}
}

// anySpan draws a span as a house has them.
func anySpan(t *rapid.T) sheets.Span {
	from := rapid.IntRange(0, 1439).Draw(t, "from")
	return sheets.Span{
		Letter: rapid.SampledFrom([]string{"", "A", "B"}).Draw(t, "letter"), Day: rapid.IntRange(0, 6).Draw(t, "day"),
		From: from, To: rapid.IntRange(from+1, 1440).Draw(t, "to"),
	}
}

func TestWrittenSpansAreReadBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		spans := rapid.SliceOfN(rapid.Custom(anySpan), 1, 8).Draw(t, "spans")
		written := sheets.FormatSpans(spans)
		if read, issue := sheets.ReadSpans(written, -1); issue != nil || !cmp.Equal(read, spans) {
			t.Fatalf("%q is read back as %v, %v", written, read, issue)
		}
	})
}

func TestWrittenHoursAreReadBack(t *testing.T) {
	t.Parallel()
	for minutes := range 3001 {
		if read, issue := sheets.TextCell(sheets.FormatHours(minutes)).Hours(); issue != nil || read != minutes {
			t.Fatalf("%d minutes, %q, are read back as %d, %v", minutes, sheets.FormatHours(minutes), read, issue)
		}
	}
	for minutes := range 1441 {
		if read, issue := sheets.TextCell(sheets.FormatClock(minutes)).Clock(); issue != nil || read != minutes {
			t.Fatalf("minute %d, %q, is read back as %d, %v", minutes, sheets.FormatClock(minutes), read, issue)
		}
		if read, issue := sheets.NumberCell(sheets.Time, float64(minutes)/1440).Clock(); issue != nil || read != minutes {
			t.Fatalf("minute %d as Excel keeps it is read back as %d, %v", minutes, read, issue)
		}
	}
}

func FuzzReadSpans(f *testing.F) {
	for _, seed := range []string{"lun 9h-12h30, mar A 14h-17h", "sem A : lun-ven 8,5-16,5", "9h à 12h", "mar A", "\u00a0–"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		spans, issue := sheets.ReadSpans(text, -1)
		if issue != nil {
			return
		}
		for _, span := range spans {
			if span.From < 0 || span.To > 1440 || span.To <= span.From || span.Day < 0 || span.Day > 6 {
				t.Fatalf("%q gives %v", text, span)
			}
		}
		if again, issue := sheets.ReadSpans(sheets.FormatSpans(spans), -1); issue != nil || !cmp.Equal(again, spans) {
			t.Fatalf("%q is %v, written again %v", text, spans, again)
		}
	})
}
