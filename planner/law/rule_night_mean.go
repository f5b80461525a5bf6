package law

// nightMean is the mean of weekly work of night workers over twelve consecutive weeks.
var nightMean = Rule{
	Code: "night_mean", Severity: Legal, check: checkNightMean,
	Limits: []Limit{
		{Value: 40 * 60, Unit: Minutes, Weeks: 12, Article: "Code du travail, art. L.3122-7", Source: codeDuTravail, From: act2016},
		{Value: 44 * 60, Unit: Minutes, Weeks: 12, Article: "Code du travail, art. L.3122-18", Source: codeDuTravail, Agreement: NightMean44, From: act2016},
	},
}

func checkNightMean(r *Rule, p *person) { p.checkMean(r, p.nightWorker) }
