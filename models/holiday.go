package models

import (
	"slices"
	"strings"
	"time"
)

// PublicHoliday is a day on which nobody works, with its name in French.
type PublicHoliday struct {
	Date string
	Name string
}

// PublicHolidays returns the public holidays of a year in a département, in order of date: the eleven of the labour code (L.3133-1), the two
// of Alsace-Moselle (L.3134-13), and the abolition of slavery overseas (L.3422-2). The département is its INSEE code.
func PublicHolidays(year int, department string) []PublicHoliday {
	easter := easterSunday(year)
	fixed := func(month time.Month, day int, name string) PublicHoliday {
		return PublicHoliday{time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Format(time.DateOnly), name}
	}
	movable := func(days int, name string) PublicHoliday {
		return PublicHoliday{easter.AddDate(0, 0, days).Format(time.DateOnly), name}
	}
	holidays := []PublicHoliday{
		fixed(time.January, 1, "Jour de l’an"),
		movable(1, "Lundi de Pâques"),
		fixed(time.May, 1, "Fête du Travail"),
		fixed(time.May, 8, "Victoire de 1945"),
		movable(39, "Ascension"),
		movable(50, "Lundi de Pentecôte"),
		fixed(time.July, 14, "Fête nationale"),
		fixed(time.August, 15, "Assomption"),
		fixed(time.November, 1, "Toussaint"),
		fixed(time.November, 11, "Armistice de 1918"),
		fixed(time.December, 25, "Noël"),
	}
	const abolition = "Abolition de l’esclavage"
	switch department {
	case "57", "67", "68":
		holidays = append(holidays, movable(-2, "Vendredi saint"), fixed(time.December, 26, "Saint-Étienne"))
	case "971":
		holidays = append(holidays, fixed(time.May, 27, abolition))
	case "972":
		holidays = append(holidays, fixed(time.May, 22, abolition))
	case "973":
		holidays = append(holidays, fixed(time.June, 10, abolition))
	case "974":
		holidays = append(holidays, fixed(time.December, 20, abolition))
	case "976":
		holidays = append(holidays, fixed(time.April, 27, abolition))
	case "977":
		holidays = append(holidays, fixed(time.October, 9, abolition))
	case "978":
		holidays = append(holidays, fixed(time.May, 28, abolition))
	}
	slices.SortStableFunc(holidays, func(one, other PublicHoliday) int { return strings.Compare(one.Date, other.Date) })
	return holidays
}

// easterSunday returns the Sunday of Easter in the Gregorian calendar (the anonymous algorithm of 1876).
func easterSunday(year int) time.Time {
	golden, century, inCentury := year%19, year/100, year%100
	moonCorrection := (century - (century+8)/25 + 1) / 3
	epact := (19*golden + century - century/4 - moonCorrection + 15) % 30
	toSunday := (32 + 2*(century%4) + 2*(inCentury/4) - epact - inCentury%4) % 7
	late := (golden + 11*epact + 22*toSunday) / 451
	day := epact + toSunday - 7*late + 114
	return time.Date(year, time.Month(day/31), day%31+1, 0, 0, 0, 0, time.UTC)
}
