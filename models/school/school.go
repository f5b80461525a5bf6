// Package school knows the holidays of French schools: those announced when this version was made, and how to read the files the ministry of
// education publishes for other years.
package school

import (
	_ "embed" // the announced years
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"
)

// Holiday is a span of civil dates without class in a zone, both included.
type Holiday struct {
	Zone  string // A, B, C or one of the territories with a calendar of their own
	Year  string // the school year, 2026-2027
	Name  string // in French, as published
	First string
	Last  string
}

//go:embed holidays.csv
var announcedFile []byte

var announced = sync.OnceValue(func() []Holiday {
	holidays, err := Parse("holidays.csv", announcedFile, "")
	if err != nil {
		panic(fmt.Sprintf("the embedded school holidays: %v", err)) // a test reads them
	}
	return holidays
})

// Announced returns the holidays known when this version was made, those of one zone after the other. The list is the caller's own.
func Announced() []Holiday { return slices.Clone(announced()) }

// territory is a part of the country with a school calendar of its own.
type territory struct {
	name, timeZone string
	departments    []string
}

// territories are those beside zones A, B and C, named as in the ministry's data, with the INSEE codes of their départements.
var territories = []territory{
	{"Corse", "Europe/Paris", []string{"20", "2A", "2B"}},
	{"Guadeloupe", "America/Guadeloupe", []string{"971", "977", "978"}},
	{"Martinique", "America/Martinique", []string{"972"}},
	{"Guyane", "America/Cayenne", []string{"973"}},
	{"Réunion", "Indian/Reunion", []string{"974"}},
	{"Saint Pierre et Miquelon", "America/Miquelon", []string{"975"}},
	{"Mayotte", "Indian/Mayotte", []string{"976"}},
	{"Wallis et Futuna", "Pacific/Wallis", []string{"986"}},
	{"Polynésie", "Pacific/Tahiti", []string{"987"}},
	{"Nouvelle Calédonie", "Pacific/Noumea", []string{"988"}},
}

// ZoneOf returns whose calendar the schools of a département follow: the territory given, else that of the département where it has one, else
// the zone given. Without a zone there are no school holidays at all.
func ZoneOf(zone, department string) string {
	if len(zone) != len("A") {
		return zone
	}
	for _, t := range territories {
		if slices.Contains(t.departments, department) {
			return t.name
		}
	}
	return zone
}

// Zones are all zones a holiday can be of.
func Zones() []string {
	zones := []string{"A", "B", "C"}
	for _, t := range territories {
		zones = append(zones, t.name)
	}
	return zones
}

// zoneNamed returns the zone a text names, empty when it names none: « Zone A », « La Réunion », « wallis-et-futuna ».
func zoneNamed(text string) string {
	folded := fold(text)
	for _, zone := range Zones() {
		if name := fold(zone); folded == name || folded == "zone "+name || folded == "la "+name {
			return zone
		}
	}
	return ""
}

// clocks are those of the zones.
var clocks = sync.OnceValue(func() map[string]*time.Location {
	clock := func(name string) *time.Location {
		location, err := time.LoadLocation(name)
		if err != nil {
			panic(fmt.Sprintf("the clock of a territory: %v", err)) // a test reads them
		}
		return location
	}
	paris := clock("Europe/Paris")
	locations := map[string]*time.Location{"A": paris, "B": paris, "C": paris}
	for _, t := range territories {
		locations[t.name] = clock(t.timeZone)
	}
	return locations
})

var accents = strings.NewReplacer("é", "e", "è", "e", "ê", "e", "à", "a", "â", "a", "î", "i", "ô", "o", "û", "u", "ç", "c", "-", " ", "’", "'")

// fold makes texts comparable that differ by accents, capitals, hyphens and spaces.
func fold(text string) string {
	return strings.Join(strings.Fields(accents.Replace(strings.ToLower(text))), " ")
}

// firstMonth is when a school year begins.
const firstMonth = time.September

// YearOf returns the school year in which a civil date lies: from 1 September to 31 August.
func YearOf(day time.Time) string {
	first := day.Year()
	if day.Month() < firstMonth {
		first--
	}
	return fmt.Sprintf("%04d-%04d", first, first+1)
}

// ParseYear reads 2026-2027 and returns its first and last day.
func ParseYear(text string) (first, last time.Time, ok bool) {
	var one, two int
	if n, err := fmt.Sscanf(text, "%4d-%4d", &one, &two); n != 2 || err != nil || two != one+1 || text != fmt.Sprintf("%04d-%04d", one, two) {
		return first, last, false
	}
	first = time.Date(one, firstMonth, 1, 0, 0, 0, 0, time.UTC)
	return first, first.AddDate(1, 0, -1), true
}
