package law

// Rules are all rules, each in its file, in the order of domain and page docs/droit.md. Nobody changes them.
var Rules = []Rule{
	dailyWork, weeklyWork, weeklyMean, dailyRest, daySpan, workBreak, mealBreak,
	weekDays, weeklyRest, restDays, fortnightRest, sundays, sundaysOfYear, publicHoliday, mayDay,
	cycleWeek, daySequences, shortSequence, partTimeInterruptions, longInterruption, partTimeSpan,
	notice, contractMinimum, contractGrouping, nightWork, nightMean, nightMinor, contractWeek, coordinationShare,
}

// RuleOf returns a rule by its code, or nil.
func RuleOf(code Code) *Rule {
	for i := range Rules {
		if Rules[i].Code == code {
			return &Rules[i]
		}
	}
	return nil
}
