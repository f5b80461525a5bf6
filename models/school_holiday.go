package models

// The school calendar as announced for 2026-2027, from a single secondary source read on 21 November 2026; the arrêté itself was not at hand.
// A holiday starts on the Saturday after class and ends on the day before class resumes. The return of September 2027 is not announced yet:
// the first of the month is taken.

// schoolHoliday is a span of civil dates, both included.
type schoolHoliday struct{ first, last string }

// commonSchoolHolidays are those of all three zones.
var commonSchoolHolidays = []schoolHoliday{
	{"2026-10-17", "2026-11-01"}, // Toussaint
	{"2026-12-19", "2027-01-03"}, // Noël
	{"2027-07-03", "2027-08-31"}, // été
}

// zoneSchoolHolidays are the winter and spring holidays by zone.
var zoneSchoolHolidays = map[string][]schoolHoliday{
	"A": {{"2027-02-13", "2027-02-28"}, {"2027-04-10", "2027-04-25"}},
	"B": {{"2027-02-20", "2027-03-07"}, {"2027-04-17", "2027-05-02"}},
	"C": {{"2027-02-06", "2027-02-21"}, {"2027-04-03", "2027-04-18"}},
}

// InSchoolHolidays reports whether schools of the zone (A, B or C) are on holiday on that civil date. A facility without a zone has no school
// holidays, and a date outside the announced calendar is not in any.
func InSchoolHolidays(zone, date string) bool {
	ofZone, known := zoneSchoolHolidays[zone]
	if !known {
		return false
	}
	for _, holidays := range [][]schoolHoliday{commonSchoolHolidays, ofZone} {
		for _, holiday := range holidays {
			if holiday.first <= date && date <= holiday.last {
				return true
			}
		}
	}
	return false
}
