package exchange_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/exchange"
	"github.com/maillage-dime/maillage/models/sheets"
)

// reread looks at the sheets of a house as an import into another one.
func reread(t failing, book *sheets.Book, into *exchange.House) *exchange.Preview {
	t.Helper()
	preview, err := exchange.Look(into, book, exchange.Mappings{}, nil)
	if err != nil {
		t.Fatalf("looking at the workbook: %v", err)
	}
	return preview
}

// fileOf returns the workbook of a house as it is read from its file.
func fileOf(t failing, house *exchange.House) *sheets.Book {
	t.Helper()
	content, err := exchange.Workbook(house)
	if err != nil {
		t.Fatalf("writing the workbook: %v", err)
	}
	return readBook(t, content)
}

// textOf returns one sheet of a house as it is read from its CSV file.
func textOf(t failing, house *exchange.House, sheet string) *sheets.Book {
	t.Helper()
	return readBook(t, exchange.List(house, sheet))
}

func readBook(t failing, content []byte) *sheets.Book {
	t.Helper()
	book, err := sheets.Read(content)
	if err != nil {
		t.Fatalf("reading the file: %v", err)
	}
	return book
}

type failing interface {
	Helper()
	Fatalf(format string, args ...any)
}

// TestWorkbookIsItsHouse: a workbook changes nothing in the house it was written from, and makes the same house where there is none.
func TestWorkbookIsItsHouse(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		house := anyHouse(t)
		book := exchange.BookOf(house)
		if rapid.Bool().Draw(t, "through a file") {
			book = fileOf(t, house)
		}
		same := reread(t, book, house)
		if counts := same.Counts(); counts.Accepted()+counts.Left() > 0 {
			t.Fatalf("imported into its own house: %+v\n%s", counts, findings(same))
		}
		list := rapid.SampledFrom(exchange.Sheets()).Draw(t, "list").ID
		if csv := reread(t, textOf(t, house, list), house); csv.Counts().Accepted()+csv.Counts().Left() > 0 || len(csv.Unread) > 0 {
			t.Fatalf("the list of %s, imported into its own house: %+v\n%s", list, csv.Counts(), findings(csv))
		}
		copied := reread(t, book, &exchange.House{Today: house.Today, Units: house.Units, Modalities: house.Modalities})
		if counts := copied.Counts(); counts.Left()+counts.Changed > 0 {
			t.Fatalf("imported into an empty house: %+v\n%s", counts, findings(copied))
		}
		twin := exchange.HouseAfter(copied)
		twin.Units, twin.Modalities = house.Units, house.Modalities
		for _, sheet := range exchange.Sheets() {
			if diff := cmp.Diff(string(exchange.List(house, sheet.ID)), string(exchange.List(twin, sheet.ID))); diff != "" {
				t.Fatalf("%s differs:\n%s", sheet.ID, diff)
			}
		}
	})
}

// Blanks that a file does not keep are no change: no-break ones, two side by side, those around a text.
func TestBlanksAreNoChange(t *testing.T) {
	t.Parallel()
	house := &exchange.House{
		Places:   []models.Place{{Record: models.Record{ID: "p"}, Kind: models.PlaceSite, Name: "Les\u00a0Tilleuls ", Address: "3,  rue des\u202fÉcoles"}},
		Children: []models.Child{{Record: models.Record{ID: "c"}, FirstName: "Zoé", LastName: "De\u00a0la  Tour", BirthYear: 2014, Wishes: "Du cheval. \r\n\r\nEt l’eau\n"}},
	}
	if same := reread(t, fileOf(t, house), house); same.Counts() != (exchange.Counts{Unchanged: 2}) {
		t.Errorf("%+v\n%s", same.Counts(), findings(same))
	}
}

// findings tells what is refused or changed, for the reader of a failed test.
func findings(p *exchange.Preview) string {
	var text strings.Builder
	for i := range p.Sheets {
		for _, row := range p.Sheets[i].Rows {
			if row.State == exchange.Created || row.State == exchange.Unchanged {
				continue
			}
			fmt.Fprintf(&text, "%s %d %s %v %s\n", p.Sheets[i].Sheet, row.Number, row.State, row.Cells, p.Sheets[i].Reason(exchange.French, &row))
		}
	}
	return text.String()
}

var (
	plainText = rapid.StringMatching(`[A-ZÉŒ][a-zéèçï’-]{2,9}( [A-Z0-9][a-zé]{1,6})?`)
	// hostileText is what formulas, separators, quotes, numbers and escapes look like.
	hostileText = rapid.SampledFrom([]string{
		`=1+1`, `=cmd|' /C calc'!A0`, `+33 6 00`, `-`, `@SUM(A1)`, `'`, `''quoted''`, `"`, `""`, `"Dit" la`, `a "b, c" d`, `8" et 6"`, `x;y`, `x, y`, `x / y`, `x|y`, `A ou B`,
		`00123`, `1e5`, `12/01/2026`, `8h30`, `oui`, `#N/A`, `TRUE`, `_x000D_`, `_x005F_`, `<b>&amp;</b>`, `]]>`, `🧸 Zoé 👩‍🦽`, `e\u0301te\u0301`, `(LSF)`, `(2)`, `12 %`, `sep=;`, `\n`, `{value}`, `2 x`, `du 01/09/2026`, `A+B`,
	})
	someText     = rapid.OneOf(plainText, hostileText)
	anyClockSpan = rapid.Custom(func(t *rapid.T) models.DaySpan {
		from := rapid.IntRange(0, 1435).Draw(t, "from")
		return models.DaySpan{
			Letter: rapid.SampledFrom([]models.WeekLetter{"", "A", "B"}).Draw(t, "letter"), Day: rapid.IntRange(0, 6).Draw(t, "day"),
			From: from, To: rapid.IntRange(from+1, 1440).Draw(t, "to"),
		}
	})
	anyDate = rapid.Custom(func(t *rapid.T) string {
		return fmt.Sprintf("20%02d-%02d-%02d", rapid.IntRange(20, 40).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month"), rapid.IntRange(1, 28).Draw(t, "day"))
	})
)

// oneSpanADay keeps spans that overlap no other.
func oneSpanADay(spans []models.DaySpan) []models.DaySpan {
	kept := []models.DaySpan{}
	seen := map[int]bool{}
	for _, span := range spans {
		if !seen[span.Day] {
			kept = append(kept, span)
		}
		seen[span.Day] = true
	}
	return kept
}

func maybe[T any](t *rapid.T, of *rapid.Generator[T], name string) *T {
	if !rapid.Bool().Draw(t, name+"?") {
		return nil
	}
	value := of.Draw(t, name)
	return &value
}

func some[T any](t *rapid.T, of []T, name string) []T {
	chosen := []T{}
	for i := range of {
		if rapid.Bool().Draw(t, fmt.Sprintf("%s %d?", name, i)) {
			chosen = append(chosen, of[i])
		}
	}
	return chosen
}

// anyHouse draws a small house in which everything a workbook holds occurs.
func anyHouse(t *rapid.T) *exchange.House {
	d := houseDraw{T: t}
	h := &exchange.House{Today: rapid.SampledFrom([]string{"2026-08-31", "2026-09-01"}).Draw(t, "today")}
	for _, m := range [][2]string{{"MO", "Milieu ordinaire"}, {"AJ", "Accueil de jour"}} {
		h.Modalities = append(h.Modalities, models.CareModality{Record: d.record(), Code: m[0], Name: m[1]})
	}
	h.Units = []models.ServiceUnit{{Record: d.record(), Name: "IME des Tilleuls", Kind: "ime"}}
	for range rapid.IntRange(1, 4).Draw(t, "places") {
		h.Places = append(h.Places, d.place())
	}
	d.places = ids(h.Places, func(p *models.Place) string { return p.ID })
	for range rapid.IntRange(0, 2).Draw(t, "rooms") {
		h.Rooms = append(h.Rooms, d.room())
	}
	for range rapid.IntRange(0, 3).Draw(t, "teams") {
		h.Teams = append(h.Teams, d.team(h))
	}
	d.teams = ids(h.Teams, func(x *models.Team) string { return x.ID })
	for range rapid.IntRange(1, 4).Draw(t, "professionals") {
		h.Professionals = append(h.Professionals, d.professional())
	}
	d.people = ids(h.Professionals, func(x *models.Professional) string { return x.ID })
	for range rapid.IntRange(1, 4).Draw(t, "children") {
		h.Children = append(h.Children, d.child())
	}
	d.kids = ids(h.Children, func(x *models.Child) string { return x.ID })
	if rapid.Bool().Draw(t, "group?") {
		h.Groups = append(h.Groups, models.ChildGroup{Record: d.record(), Name: "Groupe " + d.unique(), ModalityCode: maybe(t, rapid.SampledFrom([]string{"MO", "AJ"}), "modality"), ChildIDs: some(t, d.kids, "member")})
		d.groups = []string{h.Groups[0].ID}
	}
	for range rapid.IntRange(0, 5).Draw(t, "needs") {
		need := models.Need{Record: d.record(), Demand: d.demand(), Kind: rapid.SampledFrom([]string{models.NeedSession, models.NeedSupport}).Draw(t, "kind")}
		if len(d.groups) > 0 && rapid.Bool().Draw(t, "of a group") {
			need.GroupID = &d.groups[0]
		} else {
			need.ChildID = d.one(d.kids)
		}
		h.Needs = append(h.Needs, need)
	}
	for range rapid.IntRange(0, 2).Draw(t, "meetings") {
		h.Meetings = append(h.Meetings, models.RecurringMeeting{
			Record: d.record(), Demand: d.demand(), Kind: rapid.SampledFrom([]string{models.MeetingTogether, models.MeetingProtected}).Draw(t, "kind"),
			Purpose: rapid.SampledFrom(models.MeetingPurposes).Draw(t, "purpose"), ChildID: maybe(t, rapid.SampledFrom(d.kids), "about"),
		})
	}
	for range rapid.IntRange(0, 2).Draw(t, "duties") {
		h.Duties = append(h.Duties, models.StandingDuty{Record: d.record(), Demand: d.demand(), Kind: rapid.SampledFrom(models.DutyKinds).Draw(t, "kind")})
	}
	d.daysAndPartners(h)
	return h
}

func ids[T any](rows []T, of func(*T) string) []string {
	all := make([]string, len(rows))
	for i := range rows {
		all[i] = of(&rows[i])
	}
	return all
}

type houseDraw struct {
	*rapid.T
	count                               int
	places, teams, people, kids, groups []string
}

func (d *houseDraw) record() models.Record {
	d.count++
	return models.Record{ID: fmt.Sprintf("id-%d", d.count), Version: 1}
}

// unique is a name nothing else has and nothing else resembles.
func (d *houseDraw) unique() string {
	d.count++
	words := []string{"Abricot", "Boussole", "Cerisier", "Dahlia", "Escale", "Fougère", "Girafe", "Horizon", "Iris", "Jonquille", "Kiosque", "Lavande", "Mirabelle", "Nénuphar", "Orchidée", "Pivoine", "Quartz", "Roseau", "Saule", "Tournesol"}
	hostile := ""
	if rapid.IntRange(0, 3).Draw(d.T, "hostile") == 0 {
		hostile = hostileText.Draw(d.T, "name") + " "
	}
	return fmt.Sprintf("%s%s %s %d", hostile, words[d.count%len(words)], words[(d.count/len(words)+7*d.count)%len(words)], d.count)
}

func (d *houseDraw) one(of []string) *string {
	id := rapid.SampledFrom(of).Draw(d.T, "one")
	return &id
}

// texts is a list of short texts, each once.
func (d *houseDraw) texts(name string) []string {
	return rapid.SliceOfNDistinct(someText, 0, 3, rapid.ID).Draw(d.T, name)
}

func (d *houseDraw) spans() []models.DaySpan {
	return oneSpanADay(rapid.SliceOfN(anyClockSpan, 0, 4).Draw(d.T, "spans"))
}

func (d *houseDraw) place() models.Place {
	place := models.Place{
		Record: d.record(), Kind: rapid.SampledFrom([]models.PlaceKind{models.PlaceSite, models.PlaceSchool, models.PlaceHome, models.PlacePartner}).Draw(d.T, "kind"),
		Name: "Lieu " + d.unique(), Code: fmt.Sprintf("L%d", d.count), Address: "1, rue « du Pré »; bât. B", Sector: someText.Draw(d.T, "sector"),
		Latitude: rapid.SampledFrom([]float64{0, 45.0433, -21.115141}).Draw(d.T, "latitude"), Longitude: 3.8852, Hours: d.spans(),
	}
	if place.Kind == models.PlaceHome { // many homes have one name and one code
		place.Name, place.Code = "Domicile, famille", "DOM"
	}
	return place
}

func (d *houseDraw) room() models.Room {
	return models.Room{
		Record: d.record(), PlaceID: *d.one(d.places), Name: "Salle " + d.unique(), Seats: rapid.IntRange(0, 500).Draw(d.T, "seats"),
		Features: d.texts("feature"), Wheelchair: rapid.Bool().Draw(d.T, "wheelchair"), Closed: d.spans(),
	}
}

func (d *houseDraw) team(h *exchange.House) models.Team {
	return models.Team{
		Record: d.record(), Code: fmt.Sprintf("E%d", d.count), Name: "Équipe " + d.unique(),
		Kind:       rapid.SampledFrom([]models.TeamKind{models.TeamDedicated, models.TeamTransversal, models.TeamTerritorial, models.TeamResource}).Draw(d.T, "kind"),
		Modalities: some(d.T, []string{"MO", "AJ"}, "modality"), Sectors: d.texts("sector"),
		Position: rapid.IntRange(0, 9).Draw(d.T, "position"), UnitID: maybe(d.T, rapid.Just(h.Units[0].ID), "unit"),
	}
}

func (d *houseDraw) professional() models.Professional {
	p := models.Professional{
		Record: d.record(), FirstName: someText.Draw(d.T, "first"), LastName: d.unique(), Profession: rapid.SampledFrom(models.Professions).Draw(d.T, "profession"),
		JobTitle: someText.Draw(d.T, "job"), Skills: d.texts("skill"), Contracts: d.contracts(),
		Minor: rapid.Bool().Draw(d.T, "minor"), WorkingPattern: d.spans(), BasePlaceID: *d.one(d.places), FromBase: rapid.Bool().Draw(d.T, "base"),
		DirectTarget: maybe(d.T, rapid.IntRange(0, 2400), "direct"), CoordinationTarget: maybe(d.T, rapid.IntRange(0, 600), "coordination"),
		PreparationTarget: maybe(d.T, rapid.IntRange(0, 600), "preparation"), KeyWorkerLoad: maybe(d.T, rapid.IntRange(0, 12), "load"), Memberships: []models.Membership{},
	}
	if rapid.Bool().Draw(d.T, "lunch") {
		p.Lunch = &models.LunchBreak{From: 690, To: 840, Minutes: 45}
	}
	if rapid.Bool().Draw(d.T, "limits") {
		p.Limits = &models.WorkLimits{DaySpan: 660, DayWork: 600, Rest: 670, WeekWork: 2640, WeekDays: 5}
	}
	for i, team := range d.teams {
		p.Memberships = append(p.Memberships, models.Membership{ProfessionalID: p.ID, TeamID: team, Share: 20 + i, Main: i == 0})
	}
	return p
}

// contracts draws one contract, or the one that begins in another that ends.
func (d *houseDraw) contracts() []models.Contract {
	first := models.Contract{
		Minutes: rapid.IntRange(0, 2400).Draw(d.T, "contract"), Convention: models.ConventionCCN66, Kind: models.ContractFixedTerm,
		From: maybe(d.T, rapid.Just("2019-01-01"), "contract from"), Agreements: []string{"day_12h"},
	}
	if !rapid.Bool().Draw(d.T, "another contract") {
		first.Agreements = nil // which no workbook holds
		first.To = maybe(d.T, anyDate, "contract to")
		return []models.Contract{first}
	}
	first.To = new("2026-08-31")
	return []models.Contract{first, {Minutes: 1050, Convention: models.ConventionCCN51, Kind: models.ContractPermanent, From: new("2026-09-01")}}
}

func (d *houseDraw) child() models.Child {
	c := models.Child{
		Record: d.record(), FirstName: someText.Draw(d.T, "first"), LastName: d.unique(), BirthYear: rapid.IntRange(2006, 2024).Draw(d.T, "birth"),
		InternalNumber: rapid.SampledFrom([]string{"", fmt.Sprintf("N%d", d.count)}).Draw(d.T, "number"), Sector: "Nord",
		HomePlaceID: maybe(d.T, rapid.SampledFrom(d.places), "home"), SchoolPlaceID: maybe(d.T, rapid.SampledFrom(d.places), "school"),
		KeyWorkerID: maybe(d.T, rapid.SampledFrom(d.people), "key worker"), CaseCoordinatorID: maybe(d.T, rapid.SampledFrom(d.people), "coordinator"),
		ProfessionalsTarget: rapid.IntRange(0, 30).Draw(d.T, "faces"), SessionsPerDayTarget: rapid.IntRange(0, 20).Draw(d.T, "sessions"),
		Transport: rapid.SampledFrom(models.Transports).Draw(d.T, "transport"),
		Wishes:    rapid.SampledFrom([]string{"", "Du cheval.\nEt « rien » d’autre", "=1\n\"2\"; 🧸", "'="}).Draw(d.T, "wishes"), Schedule: []models.ScheduleWindow{}, Periods: []models.CareModalityPeriod{},
	}
	for _, span := range d.spans() {
		if places := some(d.T, d.places, "at"); len(places) > 0 {
			c.Schedule = append(c.Schedule, models.ScheduleWindow{DaySpan: span, Places: places})
		}
	}
	for i, code := range some(d.T, []string{"AJ", "MO"}, "period") {
		period := models.CareModalityPeriod{ChildID: c.ID, ModalityCode: code, FromDate: fmt.Sprintf("2026-0%d-01", i+1), WeeklyMinutes: rapid.IntRange(0, 2100).Draw(d.T, "minutes")}
		if rapid.Bool().Draw(d.T, "ends") {
			period.ToDate = new("2027-07-31")
		}
		c.Periods = append(c.Periods, period)
	}
	return c
}

func (d *houseDraw) demand() models.Demand {
	demand := models.Demand{
		Label: "Activité " + someText.Draw(d.T, "label"), ShortLabel: "act", Duration: rapid.IntRange(5, 1440).Draw(d.T, "duration"), Count: rapid.IntRange(1, 50).Draw(d.T, "count"),
		Rhythm: rapid.SampledFrom([]models.Rhythm{models.EachWeek, models.EachFortnight}).Draw(d.T, "rhythm"), Letter: rapid.SampledFrom([]models.WeekLetter{"", "A", "B"}).Draw(d.T, "letter"),
		MinGapDays: rapid.IntRange(0, 6).Draw(d.T, "gap"), ModalityCode: maybe(d.T, rapid.SampledFrom([]string{"MO", "AJ"}), "modality"), Sector: maybe(d.T, someText, "sector"),
		Seats: []models.SeatRequest{{Professions: []string{"nurse", "psychologist"}, Skills: d.texts("skill")}}, OptionalIDs: some(d.T, d.people, "optional"),
		PlaceIDs: some(d.T, d.places, "place"), Windows: []models.WishedSpan{}, WishedSpans: d.spans(), RefusedSpans: d.spans(), RefusedIDs: some(d.T, d.people, "refused"),
		Priority: rapid.IntRange(1, 100).Draw(d.T, "priority"), PreferredIDs: some(d.T, d.people, "preferred"), FromDate: maybe(d.T, rapid.Just("2026-09-01"), "from"), ToDate: maybe(d.T, anyDate.Filter(func(s string) bool { return s > "2026-09-01" }), "to"),
	}
	if people := some(d.T, d.people, "seat"); len(people) > 0 {
		demand.Seats = append(demand.Seats, models.SeatRequest{OneOf: people}, models.SeatRequest{OneOf: people})
	}
	if len(demand.PlaceIDs) > 0 && rapid.Bool().Draw(d.T, "room") {
		demand.Room = &models.RoomRequest{Features: d.texts("feature"), Seats: rapid.IntRange(0, 40).Draw(d.T, "seats")}
	}
	for i, span := range d.spans() {
		demand.Windows = append(demand.Windows, models.WishedSpan{DaySpan: span, Cost: int64(5 * (i % 3))})
	}
	return demand
}

func (d *houseDraw) daysAndPartners(h *exchange.House) {
	for i := range rapid.IntRange(0, 3).Draw(d.T, "absences") {
		absence := models.Absence{Record: d.record(), FromDate: fmt.Sprintf("2026-11-2%d", i), FromMinute: 60 * rapid.IntRange(0, 10).Draw(d.T, "from"), ToDate: "2026-12-24", ToMinute: rapid.IntRange(0, 1440).Draw(d.T, "to"), Reason: rapid.SampledFrom([]models.AbsenceReason{models.AbsenceLeave, models.AbsenceIllness, models.AbsenceOther}).Draw(d.T, "reason"), State: models.StateAccepted}
		if rapid.Bool().Draw(d.T, "child") {
			absence.ChildID = d.one(d.kids)
		} else {
			absence.ProfessionalID = d.one(d.people)
		}
		h.Absences = append(h.Absences, absence)
	}
	for range rapid.IntRange(0, 3).Draw(d.T, "partners") {
		partner := models.Partner{Record: d.record(), Kind: rapid.SampledFrom(models.PartnerKinds).Draw(d.T, "kind"), Name: "Partenaire " + d.unique(), PlaceID: maybe(d.T, rapid.SampledFrom(d.places), "place")}
		h.Partners = append(h.Partners, partner)
		for range rapid.IntRange(0, 2).Draw(d.T, "contacts") {
			h.Contacts = append(h.Contacts, models.PartnerContact{Record: d.record(), PartnerID: partner.ID, Name: "Mme " + d.unique(), Role: "directrice", Email: "ecole@example.org", Phone: "04 71 00 00 00", Hours: d.spans()})
		}
	}
	for i := range rapid.IntRange(0, 2).Draw(d.T, "closed") {
		h.ClosedDays = append(h.ClosedDays, models.ClosedDay{Record: d.record(), Date: fmt.Sprintf("2026-05-1%d", i), Label: "Pont", PlaceID: maybe(d.T, rapid.SampledFrom(d.places), "place"), Kind: models.KindReduced, FromMinute: 480, ToMinute: 720})
	}
	if len(d.places) > 1 {
		h.Travel = append(h.Travel, models.TravelOverride{Record: d.record(), FromPlaceID: d.places[0], ToPlaceID: d.places[1], Minutes: rapid.IntRange(0, 720).Draw(d.T, "minutes"), Source: models.TravelCorrected})
	}
}
