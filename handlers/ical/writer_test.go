package ical

import (
	"strings"
	"testing"

	goical "github.com/emersion/go-ical"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func line(property goical.Prop) string {
	return string(appendProperty(nil, &property))
}

func TestParametersAreQuotedAndEncoded(t *testing.T) {
	t.Parallel()
	cases := map[string]string{
		`Jo`:                          `X;CN=Jo:v`,
		`Dupont, Jo`:                  `X;CN="Dupont, Jo":v`,
		`a;b:c`:                       `X;CN="a;b:c":v`,
		`Jo "le grand"`:               `X;CN=Jo ^'le grand^':v`,
		`2^3`:                         `X;CN=2^^3:v`,
		"Evil\r\nATTENDEE:x":          `X;CN="Evil^nATTENDEE:x":v`,
		"a\x00b\x7fc\xff":             "X;CN=abc\ufffd:v",
		strings.Repeat("é", 40) + ",": `X;CN="` + strings.Repeat("é", 34) + "\r\n " + strings.Repeat("é", 6) + `,":v`,
	}
	for give, want := range cases {
		got := line(goical.Prop{Name: "X", Params: goical.Params{"CN": {give}}, Value: "v"})
		if difference := cmp.Diff(want+"\r\n", got); difference != "" {
			t.Errorf("parameter %q (-want +got):\n%s", give, difference)
		}
	}
	got := line(goical.Prop{Name: "X", Params: goical.Params{"B": {"1", "2,3"}, "A": {"0"}}, Value: "v"})
	if want := "X;A=0;B=1,\"2,3\":v\r\n"; got != want {
		t.Errorf("several parameters give %q, want %q", got, want)
	}
}

func TestFoldingLosesNothingAndFillsLines(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		value := cleanValue(hostileTexts().Draw(t, "value"))
		folded := line(goical.Prop{Name: "SUMMARY", Value: value})
		checkLines(t, []byte(folded))
		if unfolded := strings.ReplaceAll(folded, "\r\n ", ""); unfolded != "SUMMARY:"+value+"\r\n" {
			t.Fatalf("unfolded %q, want %q", unfolded, value)
		}
		lines := strings.Split(strings.TrimSuffix(folded, "\r\n"), "\r\n")
		for _, full := range lines[:len(lines)-1] {
			// A rune of four octets may leave three free.
			if len(full) < 72 {
				t.Fatalf("a line of %d octets was folded: %q", len(full), full)
			}
		}
	})
}

func TestValuesStayOnTheirLine(t *testing.T) {
	t.Parallel()
	got := line(goical.Prop{Name: "X", Value: "a\r\nATTENDEE:b\x00\xff"})
	if want := "X:aATTENDEE:b\ufffd\r\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestPropertiesAreWrittenInOneOrder(t *testing.T) {
	t.Parallel()
	component := goical.NewComponent(goical.CompEvent)
	for _, name := range []string{"X-B", "SUMMARY", "X-A", "UID"} {
		component.Props[name] = []goical.Prop{{Name: name, Value: "v"}}
	}
	component.Props["X-A"] = append(component.Props["X-A"], goical.Prop{Name: "X-A", Value: "w"})
	want := "BEGIN:VEVENT\r\nUID:v\r\nSUMMARY:v\r\nX-A:v\r\nX-A:w\r\nX-B:v\r\nEND:VEVENT\r\n"
	for range 20 {
		if got := string(appendComponent(nil, component)); got != want {
			t.Fatalf("got %q, want %q", got, want)
		}
	}
}
