package paper

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Language is the one a sheet is written in.
type Language string

// The languages.
const (
	French  Language = "fr"
	English Language = "en"
)

// noBreak holds signs and units to their words.
const noBreak = "\u00a0"

// words are the texts of the sheets in one language.
type words struct {
	days, months                                          []string
	week, draft, version, printed, page, template, letter string
	morning, afternoon, person, modality, places          string
	workingPaper, nothing, nobody, door, staffAt, annex   string
	name, trade, status, hours, total, mine, empty        string
}

var french = words{
	days:   []string{"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"},
	months: []string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"},
	week:   "Semaine" + noBreak + "%d, du %s au %s", letter: " (semaine" + noBreak + "%s)", template: "Semaine type «" + noBreak + "%s" + noBreak + "»",
	draft: "Brouillon" + noBreak + "%d, non publié", version: "Version" + noBreak + "%d, publiée le %s",
	printed: "imprimé le %s", page: "page" + noBreak + "%d sur" + noBreak + "%s",
	morning: "matin", afternoon: "après-midi", person: "Professionnel", modality: "Modalité", places: "Lieux",
	workingPaper: "Document de travail" + noBreak + ": ne pas afficher dans un lieu ouvert au public.",
	nothing:      "Rien de planifié", nobody: "Il n’y a rien à imprimer pour ce choix.", empty: "Aucun intervenant cette semaine.",
	door: "Porte de salle" + noBreak + ": aucun nom d’enfant n’y figure.", staffAt: "Nos intervenants" + noBreak + ": %s",
	annex: "Liste annexée à la convention (code de l’action sociale et des familles, article D.312-58)",
	name:  "Nom", trade: "Qualification", status: "Statut", hours: "Jours et heures", total: "Par semaine", mine: "Ma semaine",
}

var english = words{
	days:   []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
	months: []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
	week:   "Week" + noBreak + "%d, from %s to %s", letter: " (week" + noBreak + "%s)", template: "Ordinary week “%s”",
	draft: "Draft" + noBreak + "%d, not published", version: "Version" + noBreak + "%d, published on %s",
	printed: "printed on %s", page: "page" + noBreak + "%d of" + noBreak + "%s",
	morning: "morning", afternoon: "afternoon", person: "Professional", modality: "Modality", places: "Places",
	workingPaper: "Working document: do not display in a place open to the public.",
	nothing:      "Nothing planned", nobody: "There is nothing to print for this choice.", empty: "Nobody of our staff this week.",
	door: "Room door: it bears no child’s name.", staffAt: "Our staff: %s",
	annex: "List annexed to the agreement (French code of social action and families, article D.312-58)",
	name:  "Name", trade: "Qualification", status: "Status", hours: "Days and hours", total: "A week", mine: "My week",
}

func (l Language) words() *words {
	if l == English {
		return &english
	}
	return &french
}

// Clock writes a time of day in a column: 9:30.
func Clock(minute int) string {
	minute %= minutesOfDay
	return fmt.Sprintf("%d:%02d", minute/60, minute%60)
}

// hour writes a time of day in a sentence: « 14 h 30 », « 9 h », 14:30.
func (l Language) hour(minute int) string {
	if l == English {
		return Clock(minute)
	}
	return strings.TrimSuffix(fmt.Sprintf("%d"+noBreak+"h"+noBreak+"%02d", minute/60%24, minute%60), noBreak+"00")
}

// span writes from when to when: « 14 h 45 – 15 h 45 ».
func (l Language) span(from, to int) string {
	return l.hour(from) + noBreak + "–" + noBreak + l.hour(to)
}

// length writes minutes of work: « 45 min », « 1 h 30 ».
func (l Language) length(minutes int) string {
	if minutes < 60 {
		return fmt.Sprintf("%d"+noBreak+"min", minutes)
	}
	if l == English {
		return fmt.Sprintf("%d"+noBreak+"h"+noBreak+"%02d", minutes/60, minutes%60)
	}
	return strings.TrimSuffix(fmt.Sprintf("%d"+noBreak+"h"+noBreak+"%02d", minutes/60, minutes%60), noBreak+"00")
}

// date writes a day and its month: « lundi 23 novembre », « dimanche 1er novembre ».
func (l Language) date(day time.Time) string {
	return l.words().days[(int(day.Weekday())+6)%7] + noBreak + l.dayOfMonth(day)
}

func (l Language) dayOfMonth(day time.Time) string {
	number := strconv.Itoa(day.Day())
	if day.Day() == 1 && l != English {
		number = "1er"
	}
	return number + noBreak + l.words().months[day.Month()-1]
}

// moment writes a day of a year and its hour.
func (l Language) moment(at time.Time) string {
	joint := " à "
	if l == English {
		joint = " at "
	}
	return l.dayOfMonth(at) + noBreak + strconv.Itoa(at.Year()) + joint + l.hour(at.Hour()*60+at.Minute())
}

// week names the week of an edition, or the template it is an ordinary week of.
func (e *Edition) week() string {
	w := e.Language.words()
	text := ""
	if e.Template != "" {
		text = fmt.Sprintf(w.template, e.Template)
	} else {
		last := e.Monday.AddDate(0, 0, e.Days-1)
		text = fmt.Sprintf(w.week, e.WeekNumber, e.Language.date(e.Monday), e.Language.date(last)) + noBreak + strconv.Itoa(last.Year())
	}
	if e.Letter != "" {
		text += fmt.Sprintf(w.letter, e.Letter)
	}
	return text
}

// standing says which version of the week it is.
func (e *Edition) standing() string {
	w := e.Language.words()
	if e.Version == 0 {
		return fmt.Sprintf(w.draft, e.Draft)
	}
	return fmt.Sprintf(w.version, e.Version, e.Language.moment(e.PublishedAt))
}

// DayName names a day of the week, with its date where it has one.
func (e *Edition) DayName(day int) string {
	if e.Template != "" {
		return e.Language.words().days[day]
	}
	return e.Language.date(e.Monday.AddDate(0, 0, day))
}
