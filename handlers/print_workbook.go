package handlers

import (
	"context"
	"slices"
	"strings"

	"github.com/maillage-dime/maillage/handlers/paper"
	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/sheets"
	"github.com/maillage-dime/maillage/planner"
)

// printWorkbook answers with what the rota's screen shows: every appointment, the week by people, and what is still to plan.
func (a *API) printWorkbook(ctx context.Context, who caller, input *printWorkbookInput) (*fileOutput, error) {
	view, err := a.Store.PrintRota(ctx, who.actor, string(input.ID), "workbook")
	if err != nil {
		return nil, err
	}
	p := a.printer(who, view, paper.Language(input.Language))
	staff, err := p.shown(string(input.Team))
	if err != nil {
		return nil, err
	}
	content, err := sheets.Write([]sheets.Page{p.listPage(staff), p.weekPage(staff), p.waitingPage()})
	if err != nil {
		return nil, err
	}
	return fileNamed("planning-"+view.Rota.Week+".xlsx", workbookType, content), nil
}

// shown are the people on the screen: everybody, or those of one team.
func (p *printer) shown(team string) ([]models.Professional, error) {
	staff := staffInOrder(p.view.House)
	if team == "" {
		return staff, nil
	}
	if _, err := chosen(p.view.House.Teams, team, models.ResourceTeam, func(t *models.Team) string { return t.ID }); err != nil {
		return nil, err
	}
	teams, _ := teamsOf(p.view.House)
	return slices.DeleteFunc(staff, func(s models.Professional) bool { return !slices.Contains(teams[s.ID], team) }), nil
}

func columnsNamed(width float64, titles ...string) []sheets.PageColumn {
	columns := make([]sheets.PageColumn, len(titles))
	for i, title := range titles {
		columns[i] = sheets.PageColumn{Title: title, Width: width}
	}
	return columns
}

// listPage has a line for every appointment of the people shown.
func (p *printer) listPage(staff []models.Professional) sheets.Page {
	w := &p.words.columns
	page := sheets.Page{Name: w.list, Columns: columnsNamed(
		16, w.day, w.from, w.to, w.minutes, w.activity, w.children, w.group, w.modality, w.staff, w.place, w.room, w.locked,
	)}
	for i := range p.rows {
		row := &p.rows[i]
		if !slices.ContainsFunc(staff, func(s models.Professional) bool { return slices.Contains(everybody(row), s.ID) }) {
			continue
		}
		group, children := "", p.whom(row)
		if named := p.infos[row.ActivityID].Group; named != nil && children != "" {
			group, children = *named, p.childNames(row)
		}
		room, locked := "", ""
		if row.RoomID != nil && p.roomOf[*row.RoomID] != nil {
			room = p.roomOf[*row.RoomID].Name
		}
		if row.Locked {
			locked = w.yes
		}
		place := ""
		if at := p.placeOf(row); at != nil {
			place = at.Name
		}
		page.Rows = append(page.Rows, []sheets.Cell{
			p.dayCell(row.Start), clockCell(row.Start), clockCell(p.end(row)),
			{Kind: sheets.Number, Number: float64(p.durations[row.ActivityID])},
			sheets.TextCell(p.label(row)), sheets.TextCell(children), sheets.TextCell(group), sheets.TextCell(p.modality(row)),
			sheets.TextCell(strings.Join(p.names(row, "", fullName), ", ")), sheets.TextCell(place), sheets.TextCell(room), sheets.TextCell(locked),
		})
	}
	return page
}

// dayCell is the date of a minute of the week; of a template's week, which has no dates, the number of the day.
func (p *printer) dayCell(minute int) sheets.Cell {
	day := minute / minutesOfDay
	if serial, ok := sheets.Serial(p.view.House.Week.Day(day)); ok && p.edition.Template == "" {
		return sheets.Cell{Kind: sheets.Date, Number: serial}
	}
	return sheets.TextCell(p.edition.DayName(day))
}

func clockCell(minute int) sheets.Cell {
	return sheets.Cell{Kind: sheets.Time, Number: float64(minute%minutesOfDay) / minutesOfDay}
}

// weekPage has a line for each person and a column for each day, as the grid has.
func (p *printer) weekPage(staff []models.Professional) sheets.Page {
	titles := []string{p.words.columns.person}
	for day := range p.edition.Days {
		titles = append(titles, p.edition.DayName(day))
	}
	page := sheets.Page{Name: p.words.columns.week, Columns: columnsNamed(30, titles...)}
	for i := range staff {
		days := make([][]string, p.edition.Days)
		for _, card := range p.row(&staff[i]).Cards {
			line := paper.Clock(card.Start) + " " + card.Title
			if card.Modality != "" {
				line += " [" + card.Modality + "]"
			}
			if card.Place != "" {
				line += " " + card.Place
			}
			days[card.Start/minutesOfDay] = append(days[card.Start/minutesOfDay], line)
		}
		cells := []sheets.Cell{sheets.TextCell(fullName(&staff[i]))}
		for _, lines := range days {
			cells = append(cells, sheets.TextCell(strings.Join(lines, "\n")))
		}
		page.Rows = append(page.Rows, cells)
	}
	return page
}

// waitingPage has a line for every activity of which something is not planned.
func (p *printer) waitingPage() sheets.Page {
	w := &p.words.columns
	page := sheets.Page{Name: w.waiting, Columns: columnsNamed(24, w.activity, w.children, w.modality, w.minutes, w.left)}
	planned := map[planner.Ref]bool{}
	for i := range p.rows {
		planned[refOf(&p.rows[i])] = true
	}
	for i := range p.view.Problem.Activities {
		activity, left := &p.view.Problem.Activities[i], 0
		for number := range activity.Count {
			if ref := (planner.Ref{Activity: activity.ID, Occurrence: number}); !planned[ref] && p.view.Asks(ref) {
				left++
			}
		}
		if left == 0 {
			continue
		}
		row := &models.RotaOccurrence{ActivityID: activity.ID}
		page.Rows = append(page.Rows, []sheets.Cell{
			sheets.TextCell(p.label(row)), sheets.TextCell(p.childNames(row)), sheets.TextCell(p.modality(row)),
			{Kind: sheets.Number, Number: float64(activity.Duration)},
			{Kind: sheets.Number, Number: float64(left)},
		})
	}
	return page
}
