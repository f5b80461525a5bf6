package sheets

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"
)

const minutesOfDay = 24 * 60

// usable answers with the issue of a cell that cannot be read whatever is expected in it.
func (c Cell) usable() *Issue {
	switch c.Kind {
	case Fault:
		return issue("cell_fault", "value", c.Text)
	case Formula:
		return issue("cell_formula")
	default:
		return nil
	}
}

// blanks are what people and programs put between figures.
var blanks = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "\t", "")

// Decimal reads a number: 17,75 or 17.75, with or without blanks between thousands.
func (c Cell) Decimal() (float64, *Issue) {
	if wrong := c.usable(); wrong != nil {
		return 0, wrong
	}
	switch c.Kind {
	case Number, Bool:
		return c.Number, nil
	case Date, Time:
		return 0, issue("not_a_number", "value", c.Text)
	default:
	}
	text := blanks.Replace(strings.ReplaceAll(c.Trimmed(), "−", "-"))
	if strings.Count(text, ",") == 1 && !strings.Contains(text, ".") {
		text = strings.Replace(text, ",", ".", 1)
	}
	number, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsInf(number, 0) || math.IsNaN(number) || strings.ContainsAny(text, "xXpP_eE") {
		return 0, issue("not_a_number", "value", c.Trimmed())
	}
	return number, nil
}

// Integer reads a whole number; a percent sign behind it is no matter.
func (c Cell) Integer() (int, *Issue) {
	plain := c
	if c.Kind == Text {
		plain.Text = strings.TrimSuffix(c.Trimmed(), "%")
	}
	number, wrong := plain.Decimal()
	if wrong != nil {
		return 0, wrong
	}
	if number != math.Trunc(number) || math.Abs(number) > 1e9 {
		return 0, issue("not_an_integer", "value", c.Trimmed())
	}
	return int(number), nil
}

// Yes reads oui and non in all the ways people write them.
func (c Cell) Yes() (bool, *Issue) {
	if wrong := c.usable(); wrong != nil {
		return false, wrong
	}
	switch Fold(c.Text) {
	case "oui", "o", "x", "1", "vrai", "yes", "y", "true", "ok":
		return true, nil
	case "non", "n", "0", "faux", "no", "false", "":
		// A tick has no letters at all.
		return strings.ContainsAny(c.Text, "✓✔☑✗✘☒") && !strings.ContainsAny(c.Text, "✗✘☐"), nil
	default:
		return false, issue("not_yes_or_no", "value", c.Trimmed())
	}
}

// List cuts a text at commas, semicolons, slashes and line ends, but for those between quotes.
func (c Cell) List() ([]string, *Issue) {
	if wrong := c.usable(); wrong != nil {
		return nil, wrong
	}
	var entries []string
	masked, quotes := MaskQuotes(c.Text)
	for entry := range strings.FieldsFuncSeq(masked, func(r rune) bool { return strings.ContainsRune(listSigns, r) }) {
		if entry = strings.TrimSpace(quotes.Unmask(entry)); entry != "" {
			entries = append(entries, entry)
		}
	}
	return entries, nil
}

// Line reads a text of one line: line ends and tabs become blanks, blanks side by side one.
func (c Cell) Line() (string, *Issue) {
	if wrong := c.usable(); wrong != nil {
		return "", wrong
	}
	return strings.Join(strings.Fields(c.Text), " "), nil
}

// excelEpoch is day 0 of Excel's count, which wrongly takes 1900 for a leap year; days before March 1900 do not concern us.
var excelEpoch = time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)

// The days between which a date is taken for one: what a house plans, and when people were born.
const (
	firstSerial = 61      // 1 March 1900
	lastSerial  = 109_574 // 31 December 2199
)

func serialDay(serial float64) (time.Time, bool) {
	if !(serial >= firstSerial && serial < lastSerial+1) {
		return time.Time{}, false
	}
	return excelEpoch.AddDate(0, 0, int(serial)), true
}

// Serial returns the number Excel keeps for a date written as 2026-11-23.
func Serial(date string) (float64, bool) {
	day, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return 0, false
	}
	return math.Round(day.Sub(excelEpoch).Hours() / 24), true
}

var (
	dayFirst  = regexp.MustCompile(`^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$`)
	yearFirst = regexp.MustCompile(`^(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})`)
	inWords   = regexp.MustCompile(`^(?:(?:lun|mar|mer|jeu|ven|sam|dim)[a-z]* )?(\d{1,2})(?:er)? ([a-z]+) (\d{4})$`)
)

var monthWords = map[string]time.Month{
	"janvier": 1, "janv": 1, "jan": 1, "fevrier": 2, "fevr": 2, "fev": 2, "mars": 3, "avril": 4, "avr": 4, "mai": 5, "juin": 6, "juillet": 7,
	"juil": 7, "aout": 8, "septembre": 9, "sept": 9, "octobre": 10, "oct": 10, "novembre": 11, "nov": 11, "decembre": 12, "dec": 12,
}

// Day reads a date and returns it as 2026-11-23: 23/11/2026, 23.11.26, 2026-11-23, « lundi 23 novembre 2026 », or Excel's own count.
func (c Cell) Day() (string, *Issue) {
	if wrong := c.usable(); wrong != nil {
		return "", wrong
	}
	wrong := issue("not_a_date", "value", c.Trimmed())
	if c.Kind == Date || c.Kind == Number {
		if day, ok := serialDay(c.Number); ok {
			return day.Format(time.DateOnly), nil
		}
		return "", wrong
	}
	text := c.Trimmed()
	var year, month, day string
	if m := dayFirst.FindStringSubmatch(text); m != nil {
		day, month, year = m[1], m[2], m[3]
	} else if m := yearFirst.FindStringSubmatch(text); m != nil {
		year, month, day = m[1], m[2], m[3]
	} else if m := inWords.FindStringSubmatch(Words(text)); m != nil && monthWords[m[2]] > 0 {
		day, month, year = m[1], strconv.Itoa(int(monthWords[m[2]])), m[3]
	} else if serial, err := strconv.Atoi(text); err == nil && len(text) == 5 {
		if date, ok := serialDay(float64(serial)); ok {
			return date.Format(time.DateOnly), nil
		}
	}
	if len(year) == 2 {
		year = "20" + year
	}
	date, err := time.Parse("2006-1-2", year+"-"+strings.TrimPrefix(month, "0")+"-"+strings.TrimPrefix(day, "0"))
	if err != nil {
		return "", wrong
	}
	return date.Format(time.DateOnly), nil
}

// FormatDay writes a date kept as 2026-11-23 as 23/11/2026.
func FormatDay(date string) string {
	day, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	return day.Format("02/01/2006")
}
