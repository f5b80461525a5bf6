package law

// sundaysOfYear is how many Sundays of a year are off under CCN51.
var sundaysOfYear = Rule{
	Code: "sundays_of_year", Severity: Consent, check: checkSundays,
	Limits: []Limit{{Value: 15, Unit: Days, Weeks: 52, Article: "CCN51, art. 05.05.2", Source: textCCN51, Scope: under51}},
}
