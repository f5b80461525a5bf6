package handlers

import (
	"context"
	"slices"

	"github.com/maillage-dime/maillage/handlers/paper"
	"github.com/maillage-dime/maillage/models"
)

const pdfType = "application/pdf"

// PrintLanguage is the language of a sheet. It is said in the address: a link is followed by the browser, which knows its own language only.
type PrintLanguage struct {
	Language string `query:"language" enum:"fr,en" default:"fr"`
}

type printInput struct {
	RotaPath
	PrintLanguage
	Sheet string     `path:"sheet" enum:"team,person,child,room,school"`
	Of    identifier `query:"of" doc:"Of which team, person, child, room or school; without it of all of them."`
}

type printWorkbookInput struct {
	RotaPath
	PrintLanguage
	Team identifier `query:"team" doc:"Only what this team does, as the screen shows it."`
}

type printMyWeekInput struct {
	WeekPath
	PrintLanguage
}

// printed are the sheets there are: how the file is named, and what draws it.
var printed = map[string]struct {
	file string
	draw func(p *printer, of string) ([]byte, error)
}{
	"team":   {"equipes", (*printer).teams},
	"person": {"personnes", (*printer).people},
	"child":  {"enfants", (*printer).childSheets},
	"room":   {"salles", (*printer).rooms},
	"school": {"ecoles", (*printer).schools},
}

// prints registers the operations whose answer is for the printer. What may be read may be printed: sheets hold what the rota's screen shows
// the same person, and no more.
func (a *API) prints() {
	signedIn(a, describeFile(get("/rotas/{id}/sheets/{sheet}", "printRota", "Sheets of a rota for the printer"), pdfType), a.printRota)
	signedIn(a, describeFile(get("/rotas/{id}/workbook", "printWorkbook", "A rota as a workbook"), workbookType), a.printWorkbook)
	signedIn(a, describeFile(get("/my/weeks/{week}/sheet", "printMyWeek", "The published week of the caller for the printer"), pdfType), a.printMyWeek)
}

func (a *API) printRota(ctx context.Context, who caller, input *printInput) (*fileOutput, error) {
	return a.print(ctx, who, string(input.ID), input.Sheet, string(input.Of), paper.Language(input.Language))
}

func (a *API) printMyWeek(ctx context.Context, who caller, input *printMyWeekInput) (*fileOutput, error) {
	week, err := models.ParseWeek(input.Week)
	if err != nil {
		return nil, err
	}
	mine, err := a.Store.MyWeek(ctx, who.actor, week)
	if err != nil {
		return nil, err
	}
	if mine.Published == nil {
		return nil, models.NotFound(models.ResourceRota)
	}
	return a.print(ctx, who, mine.Published.ID, "person", who.actor.ProfessionalID, paper.Language(input.Language))
}

func (a *API) print(ctx context.Context, who caller, id, sheet, of string, language paper.Language) (*fileOutput, error) {
	view, err := a.Store.PrintRota(ctx, who.actor, id, sheet)
	if err != nil {
		return nil, err
	}
	content, err := printed[sheet].draw(a.printer(who, view, language), of)
	if err != nil {
		return nil, err
	}
	return fileNamed("planning-"+view.Rota.Week+"-"+printed[sheet].file+".pdf", pdfType, content), nil
}

// printer gathers what the sheets of one rota are made of.
type printer struct {
	view       *models.RotaView
	edition    paper.Edition
	words      *printWords
	infos      map[string]models.ActivityInfo
	durations  map[string]int    // of activities, in minutes
	modalities map[string]string // of children
	own        map[string]string // the modality an activity has of its own
	children   map[string]*models.Child
	staff      map[string]*models.Professional
	places     map[string]*models.Place
	roomOf     map[string]*models.Room
	rows       []models.RotaOccurrence // in order of start
}

func (a *API) printer(who caller, view *models.RotaView, language paper.Language) *printer {
	house := view.House
	p := &printer{
		view: view, words: printWordsIn(language), infos: house.Activities(), durations: map[string]int{}, modalities: house.ChildModalities(),
		own: map[string]string{}, children: byID(house.Children, func(c *models.Child) string { return c.ID }),
		staff: byID(house.Professionals, func(s *models.Professional) string { return s.ID }), places: byID(house.Places, func(l *models.Place) string { return l.ID }),
		roomOf: byID(house.Rooms, func(r *models.Room) string { return r.ID }), rows: slices.Clone(view.Occurrences),
	}
	for i := range view.Problem.Activities {
		activity := &view.Problem.Activities[i]
		p.durations[activity.ID] = activity.Duration
		if activity.Modality != nil {
			p.own[activity.ID] = *activity.Modality
		}
	}
	slices.SortStableFunc(p.rows, func(one, other models.RotaOccurrence) int { return one.Start - other.Start })
	p.edition = p.describe(a, who, language)
	return p
}

// describe tells which rota it is. A weekend is shown when something is planned on it.
func (p *printer) describe(a *API, who caller, language paper.Language) paper.Edition {
	const workingDays = 5
	edition := paper.Edition{
		Language: language, House: p.view.House.Facility.Name, WeekNumber: p.view.House.Week.Number, Monday: p.view.House.Week.Monday(),
		Letter: string(p.view.House.Letter()), Days: workingDays, Version: p.view.Rota.PublishedAs, Draft: p.view.Rota.Number,
		PrintedAt: a.Now().In(who.zone),
	}
	if at := p.view.Rota.PublishedAt; at != nil {
		edition.PublishedAt = at.In(who.zone)
	}
	if template := p.view.House.Template; template != nil {
		edition.Template = template.Name
	}
	if last := len(p.rows) - 1; last >= 0 {
		edition.Days = max(edition.Days, p.rows[last].Start/minutesOfDay+1)
	}
	return edition
}

const minutesOfDay = 24 * 60

// byID returns rows by their id.
func byID[Row any](rows []Row, id func(*Row) string) map[string]*Row {
	known := make(map[string]*Row, len(rows))
	for i := range rows {
		known[id(&rows[i])] = &rows[i]
	}
	return known
}

// chosen returns the rows that are asked for: all of them, or the one with an id, which has to be there.
func chosen[Row any](rows []Row, of string, resource models.Resource, id func(*Row) string) ([]Row, error) {
	if of == "" {
		return rows, nil
	}
	for i := range rows {
		if id(&rows[i]) == of {
			return rows[i : i+1], nil
		}
	}
	return nil, models.NotFound(resource)
}
