package law

import (
	"cmp"
	"slices"
	"strings"
)

// Code is the machine name of a rule; screens have a sentence for each.
type Code string

// Finding is hours that a rule does not allow, or asks something for.
type Finding struct {
	Rule     Code     `json:"rule"`
	Article  string   `json:"article"`
	Source   string   `json:"source"`
	Severity Severity `json:"severity"`
	Person   string   `json:"person"`
	From     string   `json:"from"`  // civil date of the first day concerned
	To       string   `json:"to"`    // of the last
	Value    int      `json:"value"` // what there is
	Limit    int      `json:"limit"` // what is allowed or asked
	By       int      `json:"by"`    // how far it is beyond
	Unit     Unit     `json:"unit"`
	Beside   int      `json:"beside,omitempty"`   // the second figure of the rule, where it has one
	Weeks    int      `json:"weeks,omitempty"`    // over how many weeks a mean or a count is taken
	Children []string `json:"children,omitempty"` // whom it is about, for a rule that is about children
}

// Key names a finding for a signed reason: the same thing at the same person and day.
type Key struct {
	Rule   Code
	Person string
	From   string
}

// Key returns the name of the finding.
func (f *Finding) Key() Key { return Key{f.Rule, f.Person, f.From} }

func rank(s Severity) int { return slices.Index([]Severity{Legal, Consent, House}, s) }

// sortFindings puts the gravest first, then people, days and rules.
func sortFindings(findings []Finding) {
	slices.SortFunc(findings, func(a, b Finding) int {
		return cmp.Or(rank(a.Severity)-rank(b.Severity), strings.Compare(a.Person, b.Person), strings.Compare(a.From, b.From), strings.Compare(string(a.Rule), string(b.Rule)))
	})
}
