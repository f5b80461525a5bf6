package law

// cycleWeek is the most a week of a work cycle may hold.
var cycleWeek = Rule{
	Code: "cycle_week", Severity: Consent, check: checkWeeklyWork,
	Limits: []Limit{{Value: 44 * 60, Unit: Minutes, Article: "CCN66, art. 20.3", Source: textCCN66, Scope: under66}},
}
