package school

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
)

// titles are the columns of the ministry's CSV: their technical names, and the ones shown to people.
var titles = map[string][]string{
	"name":       {"description"},
	"population": {"population"},
	"start":      {"start_date", "date de debut", "debut"},
	"end":        {"end_date", "date de fin", "fin"},
	"zone":       {"zones", "zone"},
	"year":       {"annee_scolaire", "annee scolaire"},
}

// parseTable reads the CSV. Lines that begin with # are remarks.
func parseTable(text string) ([]Holiday, error) {
	reader := csv.NewReader(strings.NewReader(text))
	reader.Comma, reader.Comment, reader.FieldsPerRecord, reader.LazyQuotes = separator(text), '#', -1, true
	var columns map[string]int
	var holidays []Holiday
	for {
		row, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return holidays, nil
		}
		if err != nil {
			return nil, &Error{Line: lineOf(err), Key: "not_a_table", Value: ""}
		}
		line, _ := reader.FieldPos(0)
		if columns == nil {
			if columns, err = columnsOf(row, line); err != nil {
				return nil, err
			}
			continue
		}
		if !slices.ContainsFunc(row, func(cell string) bool { return strings.TrimSpace(cell) != "" }) {
			continue
		}
		cell := func(title string) string {
			if at, there := columns[title]; there && at < len(row) {
				return row[at]
			}
			return ""
		}
		e := entry{
			line: line, name: cell("name"), population: cell("population"), zone: zoneNamed(cell("zone")),
			start: cell("start"), end: cell("end"), year: strings.TrimSpace(cell("year")),
		}
		if e.zone == "" {
			continue // a territory without a département of ours
		}
		holiday, forPupils, err := e.holiday()
		if err != nil {
			return nil, err
		}
		if forPupils {
			holidays = append(holidays, holiday)
		}
	}
}

// separator is what stands between the columns of the first line that is no remark.
func separator(text string) rune {
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, mark := range ";\t" {
			if strings.ContainsRune(line, mark) {
				return mark
			}
		}
		break
	}
	return ','
}

func lineOf(err error) int {
	if broken, ok := errors.AsType[*csv.ParseError](err); ok {
		return broken.Line
	}
	return 0
}

// columnsOf finds the columns in a row of titles.
func columnsOf(row []string, line int) (map[string]int, error) {
	columns := map[string]int{}
	for title, names := range titles {
		if at := slices.IndexFunc(row, func(cell string) bool { return slices.Contains(names, fold(cell)) }); at >= 0 {
			columns[title] = at
		}
	}
	for _, needed := range []string{"name", "start", "end", "zone"} {
		if _, there := columns[needed]; !there {
			return nil, &Error{Line: line, Key: "missing_column", Value: titles[needed][0]}
		}
	}
	return columns, nil
}
