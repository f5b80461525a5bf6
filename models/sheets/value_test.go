package sheets_test

import (
	"slices"
	"testing"

	"github.com/maillage-dime/maillage/models/sheets"
)

func text(value string) sheets.Cell { return sheets.TextCell(value) }

// wrong stands for a value that must be refused.
const wrong = -1

func TestClock(t *testing.T) {
	t.Parallel()
	for value, want := range map[string]int{
		"8h30": 510, "08:30": 510, "8,5": 510, "8.5": 510, "8 h 30": 510, "8\u00a0h\u202f30": 510, "8H30": 510, "08:30:00": 510, "8h": 480, "8": 480,
		"24h": 1440, "0h": 0, "8 heures 30": 510, "8h30min": 510,
		"25h": wrong, "8h75": wrong, "matin": wrong, "8h5": wrong, "-8h": wrong, "1e3": wrong, "8h30m30": wrong,
	} {
		checkInt(t, value, want, func(c sheets.Cell) (int, *sheets.Issue) { return c.Clock() }, text(value))
	}
	checkInt(t, "Excel's half past eight", 510, sheets.Cell.Clock, sheets.NumberCell(sheets.Time, 8.5/24))
	checkInt(t, "the number 8.5", 510, sheets.Cell.Clock, sheets.NumberCell(sheets.Number, 8.5))
}

func TestLengths(t *testing.T) {
	t.Parallel()
	for value, want := range map[string]int{
		"45": 45, "45 min": 45, "45mn": 45, "1h": 60, "1 h 30": 90, "1:30": 90, "1,5 h": 90, "0:45": 45, "90'": 90, "1,5": 90,
		"longue": wrong, "-45": wrong, "17,75,": wrong,
	} {
		checkInt(t, value+" of minutes", want, sheets.Cell.Minutes, text(value))
	}
	for value, want := range map[string]int{
		"35": 2100, "17,75": 1065, "17:45": 1065, "17h45": 1065, "35 h": 2100, "35,00": 2100, "45 min": 45, "151,67": 9100,
		"17,75,": wrong, "temps plein": wrong,
	} {
		checkInt(t, value+" of hours", want, sheets.Cell.Hours, text(value))
	}
	checkInt(t, "Excel's 35:00", 2100, sheets.Cell.Hours, sheets.NumberCell(sheets.Time, 35.0/24))
	checkInt(t, "the number 17.75", 1065, sheets.Cell.Hours, sheets.NumberCell(sheets.Number, 17.75))
	checkInt(t, "Excel's 0:45", 45, sheets.Cell.Minutes, sheets.NumberCell(sheets.Time, 45.0/1440))
	checkInt(t, "the number 45", 45, sheets.Cell.Minutes, sheets.NumberCell(sheets.Number, 45))
}

func TestNumbers(t *testing.T) {
	t.Parallel()
	for value, want := range map[string]int{"12": 12, " 12 ": 12, "1 200": 1200, "80 %": 80, "80%": 80, "-3": -3, "2,0": 2, "1,5": wrong, "douze": wrong, "0x10": wrong, "1_0": wrong} {
		checkInt(t, value, want, sheets.Cell.Integer, text(value))
	}
	for value, want := range map[string]float64{"45,0433": 45.0433, "45.0433": 45.0433, "3,8": 3.8, "−3,5": -3.5} {
		if got, issue := text(value).Decimal(); issue != nil || got != want {
			t.Errorf("%q is read as %v, %v, not %v", value, got, issue, want)
		}
	}
	if _, issue := text("1e9").Decimal(); issue == nil {
		t.Error("an exponent is taken for a number people write")
	}
}

func checkInt(t *testing.T, value string, want int, read func(sheets.Cell) (int, *sheets.Issue), cell sheets.Cell) {
	t.Helper()
	got, issue := read(cell)
	switch {
	case want == wrong && value != "-3" && issue == nil:
		t.Errorf("%q is read as %d instead of being refused", value, got)
	case want != wrong && (issue != nil || got != want):
		t.Errorf("%q is read as %d, %v; want %d", value, got, issue, want)
	}
}

func TestDays(t *testing.T) {
	t.Parallel()
	for value, want := range map[string]string{
		"12/01/2026": "2026-01-12", "12-01-2026": "2026-01-12", "12.1.26": "2026-01-12", "2026-01-12": "2026-01-12", "1/9/2026": "2026-09-01",
		"lundi 12 janvier 2026": "2026-01-12", "1er septembre 2026": "2026-09-01", "3 août 2026": "2026-08-03", "46034": "2026-01-12", "29/02/2028": "2028-02-29",
		"31/02/2026": "", "29/02/2026": "", "13/13/2026": "", "janvier": "", "": "", "2026": "", "00/00/0000": "", "12/01/20266": "",
	} {
		got, issue := text(value).Day()
		if got != want || (issue == nil) != (want != "") {
			t.Errorf("%q is read as %q, %v; want %q", value, got, issue, want)
		}
	}
	if got, issue := sheets.NumberCell(sheets.Date, 46034).Day(); issue != nil || got != "2026-01-12" {
		t.Errorf("Excel's day 46034 is %q, %v", got, issue)
	}
	if serial, ok := sheets.Serial("2026-01-12"); !ok || serial != 46034 {
		t.Errorf("12 January 2026 is Excel's day %v, not 46034", serial)
	}
}

func TestYesAndNo(t *testing.T) {
	t.Parallel()
	for value, want := range map[string]bool{"oui": true, "Oui": true, "x": true, "X": true, "1": true, "✓": true, "non": false, "N": false, "": false, "0": false} {
		if got, issue := text(value).Yes(); issue != nil || got != want {
			t.Errorf("%q is read as %v, %v", value, got, issue)
		}
	}
	if _, issue := text("peut-être").Yes(); issue == nil {
		t.Error("« peut-être » is neither yes nor no")
	}
}

func TestBrokenCellsAreRefusedEverywhere(t *testing.T) {
	t.Parallel()
	for _, cell := range []sheets.Cell{{Kind: sheets.Fault, Text: "#N/A"}, {Kind: sheets.Formula, Text: "="}} {
		_, number := cell.Integer()
		_, clock := cell.Clock()
		_, day := cell.Day()
		_, line := cell.Line()
		_, list := cell.List()
		_, yes := cell.Yes()
		_, spans := cell.Spans(0)
		for what, issue := range map[string]*sheets.Issue{"number": number, "clock": clock, "day": day, "line": line, "list": list, "yes": yes, "spans": spans} {
			if issue == nil || issue.Key != "cell_fault" && issue.Key != "cell_formula" {
				t.Errorf("%q as %s: %v", cell.Text, what, issue)
			}
		}
	}
}

func TestNear(t *testing.T) {
	t.Parallel()
	for _, pair := range [][2]string{
		{"Équipe hébergement", "equipe hebergement"},
		{"Hébergement", "Équipe hébergement"},
		{"DUPONT Jean", "Jean Dupont"},
		{"Guéguen Maëlle", "Gueguen Maelle"},
		{"Chevallier", "Chevalier"},
		{"Jean-Pierre", "Jean Pierre"},
		{"Cœur", "coeur"},
	} {
		if !sheets.Near(pair[0], pair[1]) {
			t.Errorf("%q and %q are not near", pair[0], pair[1])
		}
	}
	for _, pair := range [][2]string{{"Internat", "Milieu ordinaire"}, {"MO", "AJ"}, {"Lina", "Lena"}, {"Anne Keller", "Paul Keller"}, {"", ""}} {
		if sheets.Near(pair[0], pair[1]) {
			t.Errorf("%q and %q are near", pair[0], pair[1])
		}
	}
}

// What computing with binary fractions leaves at the end of a number is not shown, as Excel does not show it.
func TestNumbersAreWrittenAsAFrenchReaderDoes(t *testing.T) {
	t.Parallel()
	for number, want := range map[float64]string{45.040000000000006: "45,04", 0.1 + 0.2: "0,3", 3.8852: "3,8852", -21.115141: "-21,115141", 1e6: "1000000", 12: "12"} {
		if cell := sheets.NumberCell(sheets.Number, number); cell.Text != want || cell.Number != number {
			t.Errorf("%v is written %q and kept as %v", number, cell.Text, cell.Number)
		}
	}
}

// An entry of a list keeps the signs that would cut it; quotes elsewhere than at the beginning of a word are part of the text.
func TestListsAreReadAsTheyAreWritten(t *testing.T) {
	t.Parallel()
	for _, want := range [][]string{{"LSF / Makaton", "natation"}, {`8" et 6"`, "eau"}, {`"seul`, `a "b"`}, {`""`, ";", "a, b"}, {`dit "Jo, le grand"`}, {`a("b")`}} {
		read, wrong := sheets.TextCell(sheets.JoinList(want)).List()
		if wrong != nil || !slices.Equal(read, want) {
			t.Errorf("%q is written %s and read %q (%v)", want, sheets.JoinList(want), read, wrong)
		}
	}
	for text, want := range map[string][]string{`tapis, espaliers`: {"tapis", "espaliers"}, `tapis 8", eau`: {`tapis 8"`, "eau"}, `"tapis, eau" ; x`: {"tapis, eau", "x"}, `"jamais fermé, x`: {`"jamais fermé`, "x"}} {
		if read, _ := sheets.TextCell(text).List(); !slices.Equal(read, want) {
			t.Errorf("%s is read %q", text, read)
		}
	}
}
