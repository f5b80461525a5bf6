package law

import "slices"

// Severity is what a finding asks for.
type Severity string

// The severities.
const (
	Legal   Severity = "legal"     // blocks publication; only the derogations of the article itself, which are limits of the rule, lift it
	Consent Severity = "agreement" // what the law or a convention ties to agreement or notice: publication asks for a signed reason
	House   Severity = "house"     // informs
)

// Unit is what values and limits of a rule count.
type Unit string

// The units.
const (
	Minutes     Unit = "minutes"
	Days        Unit = "days"         // calendar days
	WorkingDays Unit = "working_days" // Monday to Friday without public holidays
	HalfDays    Unit = "half_days"
	Count       Unit = "count"
)

// Agreement is the code of a derogation that a house may have in force.
type Agreement string

// The derogations the articles provide for.
const (
	DailyWork12     Agreement = "day_12h"                 // collective agreement, art. L.3121-19
	WeeklyMean46    Agreement = "mean_46h"                // collective agreement, art. L.3121-23
	Rest9           Agreement = "rest_9h"                 // branch agreement of 1 April 1999, CCN66 art. 20.7, art. L.3131-2
	Night12         Agreement = "night_12h"               // collective agreement, art. L.3122-17
	NightMean44     Agreement = "night_mean_44h"          // branch agreement, art. L.3122-18
	PartTimeNotice3 Agreement = "part_time_notice_3"      // agreement with a counterpart, art. L.3123-24
	PartTimeBreaks2 Agreement = "part_time_interruptions" // branch agreement, art. L.3123-23
)

// Agreements are all derogations a house can declare.
var Agreements = []Agreement{DailyWork12, WeeklyMean46, Rest9, Night12, NightMean44, PartTimeNotice3, PartTimeBreaks2}

// Rule is one thing that is checked. The last of its limits that applies to a contract on a day is the one in force; a rule of which none
// applies says nothing.
type Rule struct {
	Code     Code
	Severity Severity
	Limits   []Limit

	check func(r *Rule, p *person)
}

// Limit is one value of a rule: what, by which text, for whom, from when to when.
type Limit struct {
	Value     int
	Unit      Unit
	Beside    int    // the second figure of the rule, where it has one: how long a break is, how many half-days follow each other, a share
	Weeks     int    // over how many weeks the value is taken; 0: one
	Article   string // as cited in French
	Source    string // where the text can be read
	Scope     Scope
	Agreement Agreement // holds only where the house or the contract has this derogation
	From, To  string    // civil dates, both included; empty is open
}

// Scope is whose contracts a limit is for; what is empty is not asked.
type Scope struct {
	Conventions []Convention
	Families    []Family
	PartTime    bool // part time only
	Minor       bool // under 18 only
}

func (s *Scope) includes(c *Contract) bool {
	return (len(s.Conventions) == 0 || slices.Contains(s.Conventions, c.Convention)) &&
		(len(s.Families) == 0 || slices.Contains(s.Families, c.Family)) &&
		(!s.PartTime || c.PartTime) && (!s.Minor || c.Minor)
}

// limit returns the limit in force for a contract on a civil date.
func (r *Rule) limit(c *Contract, date string, agreements []Agreement) *Limit {
	for i := len(r.Limits) - 1; i >= 0; i-- {
		l := &r.Limits[i]
		if l.Scope.includes(c) && l.From <= date && (l.To == "" || date <= l.To) &&
			(l.Agreement == "" || slices.Contains(agreements, l.Agreement) || slices.Contains(c.Agreements, l.Agreement)) {
			return l
		}
	}
	return nil
}

// Where the texts can be read.
const (
	codeDuTravail = "https://www.legifrance.gouv.fr/codes/id/LEGITEXT000006072050"
	textCCN66     = "https://www.legifrance.gouv.fr/conv_coll/id/KALICONT000005635407"
	textCCN51     = "https://www.legifrance.gouv.fr/conv_coll/article/KALIARTI000029952651"
	agreementBASS = "https://www.legifrance.gouv.fr" // no address of the agreement itself was read
)

// Since when the numbers of the articles hold.
const (
	recodified = "2008-05-01" // the Code du travail of today
	act2016    = "2016-08-10" // loi 2016-1088, which renumbered the articles on duration
	bass2013   = "2014-01-01" // branch agreement of 22 November 2013
)

var (
	under66    = Scope{Conventions: []Convention{CCN66}}
	under51    = Scope{Conventions: []Convention{CCN51}}
	partTime   = Scope{PartTime: true}
	partTime66 = Scope{PartTime: true, Conventions: []Convention{CCN66}}
	minors     = Scope{Minor: true}
)
