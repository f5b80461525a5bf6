package school_test

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/maillage-dime/maillage/models/school"
)

func off(holidays []school.Holiday, zone, date string) bool {
	for _, h := range holidays {
		if h.Zone == zone && h.First <= date && date <= h.Last {
			return true
		}
	}
	return false
}

func TestAnnouncedYear(t *testing.T) {
	t.Parallel()
	announced := school.Announced()
	for _, day := range []struct {
		zone, date string
		want       bool
	}{
		{"A", "2026-10-16", false},
		{"A", "2026-10-17", true},
		{"A", "2026-11-01", true},
		{"A", "2026-11-02", false},
		{"A", "2027-02-13", true},
		{"B", "2027-02-13", false},
		{"C", "2027-02-13", true},
		{"B", "2027-03-07", true},
		{"B", "2027-03-08", false},
		{"A", "2027-02-28", true},
		{"A", "2027-03-01", false},
		{"C", "2027-04-03", true},
		{"A", "2027-07-14", true},
		{"C", "2027-08-31", true},
		{"A", "2027-09-01", false},
		{"A", "2031-12-25", false},
		{"Corse", "2026-12-25", false},
	} {
		if got := off(announced, day.zone, day.date); got != day.want {
			t.Errorf("zone %q on %s: %v", day.zone, day.date, got)
		}
	}
	if len(announced) != 15 {
		t.Errorf("%d holidays, want five in each of three zones", len(announced))
	}
}

const published = "description;population;start_date;end_date;location;zones;annee_scolaire\n" +
	"Vacances de la Toussaint;-;2027-10-22T22:00:00+00:00;2027-11-07T23:00:00+00:00;Lyon;Zone A;2027-2028\n" +
	"Vacances de la Toussaint;-;2027-10-22T22:00:00+00:00;2027-11-07T23:00:00+00:00;Dijon;Zone A;2027-2028\n" +
	"Vacances de la Toussaint;Enseignants;2027-10-21T22:00:00+00:00;2027-11-08T23:00:00+00:00;Lyon;Zone A;2027-2028\n" +
	"Prérentrée des enseignants;-;2027-08-30T22:00:00+00:00;2027-08-31T22:00:00+00:00;Lyon;Zone A;2027-2028\n" +
	"Vacances de Noël;Élèves;2027-12-17T23:00:00+00:00;2028-01-02T23:00:00+00:00;Corse;Corse;2027-2028\n" +
	"Vacances de Carnaval;-;2028-02-19T04:00:00+00:00;2028-03-06T04:00:00+00:00;Guadeloupe;Guadeloupe;2027-2028\n" +
	"Vacances d'été;-;2028-07-07T22:00:00+00:00;2028-07-07T22:00:00+00:00;Lyon;Zone A;2027-2028\n" +
	"Vacances australes;-;2027-12-17T23:00:00+00:00;2028-01-02T23:00:00+00:00;Terre Adélie;Terre Adélie;2027-2028\n\n"

var wanted = []school.Holiday{
	{Zone: "A", Year: "2027-2028", Name: "Vacances de la Toussaint", First: "2027-10-23", Last: "2027-11-07"},
	{Zone: "A", Year: "2027-2028", Name: "Vacances d'été", First: "2028-07-08", Last: "2028-08-31"},
	{Zone: "Corse", Year: "2027-2028", Name: "Vacances de Noël", First: "2027-12-18", Last: "2028-01-02"},
	{Zone: "Guadeloupe", Year: "2027-2028", Name: "Vacances de Carnaval", First: "2028-02-19", Last: "2028-03-05"},
}

// latin1 is how an older Excel saves a text.
func latin1(text string) []byte {
	var encoded []byte
	for _, r := range text {
		encoded = append(encoded, byte(r))
	}
	return encoded
}

func TestTheSameTableInManyForms(t *testing.T) {
	t.Parallel()
	commas := strings.ReplaceAll(published, ";", ",")
	shown := strings.Replace(published, "description;population;start_date;end_date;location;zones", "Description;Population;Date de début;Date de fin;Académies;Zones", 1)
	for name, data := range map[string][]byte{
		"utf-8": []byte(published), "mark": []byte("\ufeff" + published), "windows-1252": latin1(shown), "commas": []byte(commas),
		"crlf": []byte(strings.ReplaceAll(shown, "\n", "\r\n")), "remarks": []byte("# lu le 1er mai ; provisoire\n" + published),
	} {
		holidays, err := school.Parse(name, data, "")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if difference := cmp.Diff(wanted, holidays); difference != "" {
			t.Errorf("%s (-want +got): %s", name, difference)
		}
	}
}

const agenda = "BEGIN:VCALENDAR\r\nX-WR-CALNAME:Calendrier scolaire - Zone B\r\n" +
	"BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20280212\r\nDTEND;VALUE=DATE:20280228\r\nSUMMARY:Vacances d'hiver\r\nEND:VEVENT\r\n" +
	"BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20271218\r\nDTEND;VALUE=DATE:20280103\r\nSUMMARY:Vacances de Noël - Zones A\\, B et\r\n  C\r\nEND:VEVENT\r\n" +
	"BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270902\r\nSUMMARY:Rentrée scolaire des élèves - Zone B\r\nEND:VEVENT\r\n" +
	"BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20280708\r\nSUMMARY:Vacances d'été\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"

func TestACalendar(t *testing.T) {
	t.Parallel()
	holidays, err := school.Parse("zone-b.ics", []byte(agenda), "")
	if err != nil {
		t.Fatal(err)
	}
	want := []school.Holiday{
		{Zone: "A", Year: "2027-2028", Name: "Vacances de Noël", First: "2027-12-18", Last: "2028-01-02"},
		{Zone: "B", Year: "2027-2028", Name: "Vacances de Noël", First: "2027-12-18", Last: "2028-01-02"},
		{Zone: "B", Year: "2027-2028", Name: "Vacances d'hiver", First: "2028-02-12", Last: "2028-02-27"},
		{Zone: "B", Year: "2027-2028", Name: "Vacances d'été", First: "2028-07-08", Last: "2028-08-31"},
		{Zone: "C", Year: "2027-2028", Name: "Vacances de Noël", First: "2027-12-18", Last: "2028-01-02"},
	}
	if difference := cmp.Diff(want, holidays); difference != "" {
		t.Errorf("(-want +got): %s", difference)
	}
	nameless := strings.Replace(agenda, "X-WR-CALNAME:Calendrier scolaire - Zone B\r\n", "", 1)
	if named, err := school.Parse("x.ics", []byte(nameless), "C"); err != nil || !off(named, "C", "2028-02-20") {
		t.Errorf("the zone given: %v", err)
	}
}

func TestFilesThatAreRefused(t *testing.T) {
	t.Parallel()
	head := "description;population;start_date;end_date;location;zones;annee_scolaire\n"
	for name, test := range map[string]struct {
		data string
		line int
		key  string
	}{
		"empty":      {"", 1, "no_holidays"},
		"pdf":        {"%PDF-1.7\n1 0 obj", 1, "missing_column"},
		"no end":     {"description;start_date;zones\nNoël;2027-12-18;Zone A\n", 1, "missing_column"},
		"bad date":   {head + "Noël;-;18 décembre;2028-01-03;;Zone A;\n", 2, "not_a_date"},
		"bad end":    {head + "Noël;-;2027-12-18;;;Zone A;\n", 2, "not_a_date"},
		"backwards":  {head + "\nNoël;-;2027-12-18;2027-12-18;;Zone A;\n", 3, "ends_before_start"},
		"year 9999":  {head + "Noël;-;9999-12-18;9999-12-19;;Zone A;\n", 2, "not_a_date"},
		"no zone":    {"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20271218\nDTEND:20280103\nSUMMARY:Noël\nEND:VEVENT\n", 2, "zone_missing"},
		"too large":  {strings.Repeat("x", school.LargestFile+1), 0, "too_large"},
		"teachers'":  {head + "Noël;Enseignants;2027-12-18;2028-01-03;;Zone A;\n", 1, "no_holidays"},
		"lost quote": {head + "\"Noël;-;2027-12-18;2028-01-03;;Zone A;\n", 1, "no_holidays"},
	} {
		_, err := school.Parse(name, []byte(test.data), "")
		wrong, ok := errors.AsType[*school.Error](err)
		if !ok || wrong.Key != test.key || wrong.Line != test.line {
			t.Errorf("%s: %v, want line %d: %s", name, err, test.line, test.key)
		}
	}
}

func TestSchoolYears(t *testing.T) {
	t.Parallel()
	for date, want := range map[string]string{"2026-08-31": "2025-2026", "2026-09-01": "2026-2027", "2028-02-29": "2027-2028"} {
		day, err := time.Parse(time.DateOnly, date)
		if err != nil || school.YearOf(day) != want {
			t.Errorf("%s: %s, %v", date, school.YearOf(day), err)
		}
	}
	first, last, ok := school.ParseYear("2027-2028")
	if !ok || first.Format(time.DateOnly) != "2027-09-01" || last.Format(time.DateOnly) != "2028-08-31" {
		t.Errorf("2027-2028 is %s to %s", first, last)
	}
	for _, text := range []string{"2027", "2027-2029", "2027-2028 ", "27-28", "+027-2028", "", "2027–2028"} {
		if _, _, ok := school.ParseYear(text); ok {
			t.Errorf("%q is a school year", text)
		}
	}
	for department, want := range map[string]string{"43": "A", "2A": "Corse", "974": "Réunion", "988": "Nouvelle Calédonie"} {
		if got := school.ZoneOf("A", department); got != want {
			t.Errorf("department %s: %s", department, got)
		}
	}
	if school.ZoneOf("Mayotte", "69") != "Mayotte" {
		t.Error("a territory given does not count")
	}
	if school.ZoneOf("", "974") != "" {
		t.Error("a house without a zone has one")
	}
}

// FuzzParse asks that whatever is read can be kept: dates in order, a known zone, a year.
func FuzzParse(f *testing.F) {
	file, err := os.ReadFile("holidays.csv")
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{published, agenda, string(file), "a;b\n\"", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		holidays, err := school.Parse("x", data, "A")
		if err != nil {
			return
		}
		for _, h := range holidays {
			if _, _, ok := school.ParseYear(h.Year); !ok || h.Last < h.First || len(h.First) != 10 || len(h.Last) != 10 || h.Zone == "" {
				t.Fatalf("%+v", h)
			}
		}
	})
}

// The calendars of Corsica and overseas come as the ministry writes them, at midnight of their own clocks.
func TestTerritoriesAreImported(t *testing.T) {
	t.Parallel()
	file, err := os.ReadFile("testdata/territoires.csv")
	if err != nil {
		t.Fatal(err)
	}
	holidays, err := school.Parse("territoires.csv", file, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, day := range []struct {
		zone, date string
		want       bool
	}{
		{"Corse", "2029-04-13", false},
		{"Corse", "2029-04-14", true},
		{"Guadeloupe", "2029-01-02", true},
		{"Guadeloupe", "2029-01-03", false},
		{"Martinique", "2029-02-10", true},
		{"Guyane", "2029-02-09", false},
		{"Réunion", "2029-01-28", true},
		{"Réunion", "2029-01-29", false},
		{"Réunion", "2028-08-31", false},
		{"Mayotte", "2028-12-16", true},
		{"Mayotte", "2028-12-15", false},
		{"Nouvelle Calédonie", "2029-02-18", true},
		{"Corse", "2029-08-31", true},
	} {
		if got := off(holidays, day.zone, day.date); got != day.want {
			t.Errorf("%s on %s: %v", day.zone, day.date, got)
		}
	}
}

// A file of the size of the ministry's, which holds every académie of every year since 2017, is read whole.
func TestAFileAsLargeAsTheMinistrys(t *testing.T) {
	t.Parallel()
	var file strings.Builder
	file.WriteString("description;population;start_date;end_date;location;zones;annee_scolaire\n")
	for year := 2017; file.Len() < school.LargestFile-1<<10; year++ {
		for n := range 300 {
			fmt.Fprintf(&file, "Vacances de la Toussaint;-;%d-10-20T22:00:00+00:00;%d-11-04T23:00:00+00:00;Académie %d;Zone A;%d-%d\n", year%80+2000, year%80+2000, n, year%80+2000, year%80+2001)
		}
		if file.Len() > school.LargestFile-64<<10 {
			break
		}
	}
	holidays, err := school.Parse("national.csv", []byte(file.String()), "")
	if err != nil || file.Len() < 2<<20 {
		t.Fatalf("%d bytes: %v", file.Len(), err)
	}
	if !off(holidays, "A", "2017-11-04") {
		t.Error("the first year is missing")
	}
}
