package handlers

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/maillage-dime/maillage/handlers/paper"
	"github.com/maillage-dime/maillage/models"
)

// childSheets draws the week of each child for the child: first names and drawings.
func (p *printer) childSheets(of string) ([]byte, error) {
	wanted, err := chosen(childrenInOrder(p.view.House), of, models.ResourceChild, func(c *models.Child) string { return c.ID })
	if err != nil {
		return nil, err
	}
	var weeks []paper.ChildWeek
	for i := range wanted {
		week := paper.ChildWeek{FirstName: wanted[i].FirstName}
		for j := range p.rows {
			if row := &p.rows[j]; slices.Contains(p.infos[row.ActivityID].ChildIDs, wanted[i].ID) {
				week.Moments = append(week.Moments, p.moment(row))
			}
		}
		if of != "" || len(week.Moments) > 0 {
			weeks = append(weeks, week)
		}
	}
	return paper.Children(p.edition, weeks)
}

func (p *printer) moment(row *models.RotaOccurrence) paper.Moment {
	moment := paper.Moment{
		Start: row.Start, End: p.end(row), What: capitalised(p.label(row)), Drawing: p.drawing(row),
		With: strings.Join(p.names(row, "", firstName), p.words.and),
	}
	if place := p.placeOf(row); place != nil {
		moment.Where, moment.There = place.Name, placeDrawings[place.Kind]
		if place.Kind == models.PlaceHome {
			moment.Where = p.words.home
		}
	}
	return moment
}

// capitalised begins a line of its own.
func capitalised(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// drawing tells a child what happens: a group, else the trade of who comes.
func (p *printer) drawing(row *models.RotaOccurrence) paper.Pictogram {
	info := p.infos[row.ActivityID]
	if info.Kind == "meeting" {
		return paper.Meet
	}
	for _, id := range row.Staff {
		if person := p.staff[id]; person != nil {
			if drawing, known := tradeDrawings[person.Profession]; known {
				return drawing
			}
		}
	}
	if len(info.ChildIDs) > 1 {
		return paper.Group
	}
	return paper.Together
}

var placeDrawings = map[models.PlaceKind]paper.Pictogram{
	models.PlaceSite: paper.AtSite, models.PlaceSchool: paper.AtSchool, models.PlaceHome: paper.AtHome, models.PlacePartner: paper.AtSite,
}

// tradeDrawings are what somebody of a trade does with a child; with everybody else one simply is together.
var tradeDrawings = map[string]paper.Pictogram{
	"speech_therapist": paper.Talk, "psychomotor_therapist": paper.Move, "physiotherapist": paper.Move, "occupational_therapist": paper.Make,
	"technical_educator": paper.Make, "psychologist": paper.Feel, "neuropsychologist": paper.Feel, "psychiatrist": paper.Feel,
	"physician": paper.Care, "nurse": paper.Care, "specialised_teacher": paper.Learn, "sports_teacher": paper.Sport,
	"house_parent": paper.Meal, "driver": paper.Ride, "night_watch": paper.Night,
}
