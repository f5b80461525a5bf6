package exchange

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/sheets"
)

// seatsColumn is who takes part: « orthophoniste », « Keller Anne ou psychologue », « 2 éducateur spécialisé ; infirmier (LSF) ». Seats are
// separated by semicolons or line ends, those who may take one by « ou », what they must be able to do stands in brackets.
func seatsColumn[R any](id, title, english string, of func(*R) *[]models.SeatRequest) column[R] {
	return column[R]{
		Column: Column{
			ID: id, Title: title, English: english, Required: true, Path: "seats", Width: 34, Refers: KindProfessional,
			Note: "Un métier ou une personne ; « ou » entre ceux qui conviennent, un point-virgule entre ceux qu’il faut ensemble. Par exemple : psychologue ; Keller Anne ou Roy Bastien.",
		},
		get: func(w *writer, row *R) sheets.Cell { return sheets.TextCell(formatSeats(w, *of(row))) },
		set: func(r *reader, cell sheets.Cell, row *R) (wrong *sheets.Issue) {
			*of(row), wrong = readSeats(r, cell)
			return wrong
		},
	}
}

func formatSeats(w *writer, seats []models.SeatRequest) string {
	var entries []string
	for i := 0; i < len(seats); {
		same := 1
		entry := formatSeat(w, &seats[i])
		for i+same < len(seats) && formatSeat(w, &seats[i+same]) == entry {
			same++
		}
		if same > 1 {
			entry = strconv.Itoa(same) + " × " + entry
		}
		entries = append(entries, entry)
		i += same
	}
	return strings.Join(entries, " ; ")
}

func formatSeat(w *writer, seat *models.SeatRequest) string {
	who := each(seat.Professions, professions.word)
	for _, name := range w.names(KindProfessional, seat.OneOf) {
		if misleadingName.MatchString(name) {
			name = sheets.InQuotes(name)
		}
		who = append(who, name)
	}
	text := strings.Join(who, " ou ")
	if len(seat.Skills) > 0 {
		skills := each(seat.Skills, func(skill string) string {
			if misleadingSkill.MatchString(skill) {
				return sheets.InQuotes(skill)
			}
			return skill
		})
		text += " (" + strings.Join(skills, ", ") + ")"
	}
	return text
}

var (
	severalSeats = regexp.MustCompile(`^(\d{1,2})\s*(?:x|×)?\s+(.+)$`)
	seatSkills   = regexp.MustCompile(`^(.*\S)\s*\(([^()]*[^()0-9][^()]*)\)$`) // a number in brackets belongs to a name: Keller Anne (2)
	// misleadingName is a name that holds what separates people, or would be taken for a number or skills.
	misleadingName = regexp.MustCompile(`(?i)[;+/,"]|\sou\s|^\d|\([^()]*[^()0-9][^()]*\)$`)
	// misleadingSkill holds what separates skills or ends them, or would be taken for the number of a name.
	misleadingSkill = regexp.MustCompile(`[,;/|+()"]|^\d+$`)
	alternatives    = regexp.MustCompile(`(?i)\s+ou\s+|\s*/\s*|\s*,\s*`)
)

// mostOfOne is how many people of one kind a cell may ask for.
const mostOfOne = 20

func readSeats(r *reader, cell sheets.Cell) ([]models.SeatRequest, *sheets.Issue) {
	if _, wrong := cell.Line(); wrong != nil {
		return nil, wrong
	}
	seats := []models.SeatRequest{}
	masked, quotes := sheets.MaskQuotes(cell.Text)
	for entry := range strings.FieldsFuncSeq(masked, func(sign rune) bool { return strings.ContainsRune(";\r\n+", sign) }) {
		if entry = strings.Join(strings.Fields(entry), " "); entry == "" {
			continue
		}
		count := 1
		if m := severalSeats.FindStringSubmatch(entry); m != nil {
			count, _ = strconv.Atoi(m[1])
			entry = m[2]
		}
		if count < 1 || count > mostOfOne {
			return nil, &sheets.Issue{Key: "too_many_people", Args: map[string]string{"value": entry, "limit": intText(mostOfOne)}}
		}
		seat, wrong := readSeat(r, entry, quotes)
		if wrong != nil {
			return nil, wrong
		}
		for range count {
			seats = append(seats, seat)
		}
	}
	return seats, nil
}

func readSeat(r *reader, entry string, quotes sheets.Quotes) (seat models.SeatRequest, wrong *sheets.Issue) {
	if m := seatSkills.FindStringSubmatch(entry); m != nil {
		entry = m[1]
		skills, _ := sheets.TextCell(m[2]).List()
		seat.Skills = each(skills, quotes.Unmask)
	}
	for _, who := range alternatives.Split(entry, -1) {
		who = quotes.Unmask(who)
		if code, known := professions.code(who); known {
			seat.Professions = append(seat.Professions, code)
			continue
		}
		id, wrong := r.named(KindProfessional, who)
		if wrong != nil {
			if wrong.Key == "unknown_"+string(KindProfessional) {
				wrong.Key = "unknown_seat"
			}
			return seat, wrong
		}
		seat.OneOf = append(seat.OneOf, id)
	}
	return seat, nil
}

// windowsColumn is hours of a week, some of which cost more than others.
func windowsColumn[R any](of func(*R) *[]models.WishedSpan) column[R] {
	return column[R]{
		Column: Column{
			ID: "windows", Title: "Créneaux possibles", English: "Possible hours", Aliases: []string{"créneaux", "quand", "horaires possibles", "plages", "horaire"}, Width: 34,
			Note: "Par exemple : lun 9h-12h30, mar A 14h-17h. Vide : à toute heure où les personnes sont là.",
		},
		get: func(_ *writer, row *R) sheets.Cell {
			entries := make([]string, len(*of(row)))
			for i, window := range *of(row) {
				entries[i] = sheets.FormatSpans([]sheets.Span{toSpan(window.DaySpan)})
				if window.Cost > 0 {
					entries[i] += fmt.Sprintf(" (coût %d)", window.Cost)
				}
			}
			return sheets.TextCell(strings.Join(entries, ", "))
		},
		set: func(_ *reader, cell sheets.Cell, row *R) (wrong *sheets.Issue) {
			*of(row), wrong = readWindows(cell)
			return wrong
		},
	}
}

var windowCost = regexp.MustCompile(`(?i)\(\s*coût\s*:?\s*(\d{1,7})\s*\)`)

func readWindows(cell sheets.Cell) ([]models.WishedSpan, *sheets.Issue) {
	windows := []models.WishedSpan{}
	if cell.Kind == sheets.Empty {
		return windows, nil
	}
	if _, wrong := cell.Line(); wrong != nil {
		return nil, wrong
	}
	rest := cell.Text
	for strings.Trim(rest, " ,;\r\n") != "" {
		text, cost := rest, 0
		rest = ""
		if at := windowCost.FindStringSubmatchIndex(text); at != nil {
			cost, _ = strconv.Atoi(text[at[2]:at[3]])
			text, rest = text[:at[0]], text[at[1]:]
		}
		read, wrong := sheets.ReadSpans(text, -1)
		if wrong != nil {
			return nil, wrong
		}
		for _, span := range read {
			windows = append(windows, models.WishedSpan{DaySpan: fromSpan(span)})
		}
		windows[len(windows)-1].Cost = int64(cost)
	}
	return windows, nil
}
