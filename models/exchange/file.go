package exchange

import (
	"iter"
	"slices"
	"strings"
	"unicode"

	"github.com/maillage-dime/maillage/models/sheets"
)

func wordsOf(text string) iter.Seq[string] { return strings.FieldsSeq(sheets.Words(text)) }

func upper(letters []rune) string {
	made := make([]rune, len(letters))
	for i, r := range letters {
		made[i] = unicode.ToUpper(r)
	}
	return string(made)
}

// Workbook returns the whole house as the workbook that can be imported again.
func Workbook(h *House) ([]byte, error) { return writeBook(h, newWriter(h)) }

// Model returns the workbook without any row, to be filled in.
func Model(modalities *House) ([]byte, error) {
	empty := &House{Modalities: modalities.Modalities, Units: modalities.Units}
	return writeBook(empty, newWriter(empty))
}

func writeBook(h *House, w *writer) ([]byte, error) {
	pages := []sheets.Page{instructions(h)}
	for _, t := range tables {
		pages = append(pages, sheets.Page{Name: t.about().Title, Columns: pageColumns(t, h), Rows: t.write(w)})
	}
	return sheets.Write(pages)
}

// List returns one kind of record as CSV, nil for a sheet there is not.
func List(h *House, sheet string) []byte {
	t := tableOf(sheet)
	if t == nil {
		return nil
	}
	return sheets.WriteText(writtenTitles(t), t.write(newWriter(h)))
}

// writtenTitles are the headers of a sheet as Maillage writes them.
func writtenTitles(t sheetTable) []string {
	var titles []string
	for _, c := range t.columns() {
		if !c.ReadOnly {
			titles = append(titles, c.Title)
		}
	}
	return titles
}

func pageColumns(t sheetTable, h *House) []sheets.PageColumn {
	var columns []sheets.PageColumn
	for _, c := range t.columns() {
		if c.ReadOnly {
			continue
		}
		page := sheets.PageColumn{Title: c.Title, Required: c.Required, Width: c.Width, Note: c.Note, Choices: c.Choices}
		switch c.Refers {
		case "":
		case KindModality:
			for i := range h.Modalities {
				page.Choices = append(page.Choices, h.Modalities[i].Name)
			}
		case KindUnit:
			for i := range h.Units {
				page.Choices = append(page.Choices, h.Units[i].Name)
			}
		default:
			page.ListOf = listOf(c.Refers)
		}
		columns = append(columns, page)
	}
	return columns
}

// listOf returns the column of the workbook that holds the names of a kind of record. A person's name stands in two columns, so that no list
// of them can be offered.
func listOf(kind Kind) string {
	for _, t := range tables {
		if about := t.about(); about.Names == kind && kind != KindProfessional && kind != KindChild {
			at := slices.IndexFunc(t.columns(), func(c Column) bool { return c.ID == "name" })
			return "'" + about.Title + "'!$" + sheets.ColumnName(at)
		}
	}
	return ""
}

// instructionsTitle names the sheet that explains the others.
const instructionsTitle = "Mode d’emploi"

// instructions are the first sheet of the workbook. They come from the tables, so that they are never wrong about them.
func instructions(h *House) sheets.Page {
	notes := []string{
		"Maillage : votre maison dans un classeur",
		"Une feuille par sujet, une ligne par chose. Remplissez ce que vous avez ; une feuille vide ne change rien. Importez le fichier dans Maillage : rien n’est enregistré avant que vous ayez relu.",
		"Les titres sur fond bleu sont nécessaires. Choisissez une cellule pour lire l’aide de sa colonne. Vous pouvez changer l’ordre des colonnes et en retirer.",
		"Ce que vous laissez vide dans une colonne présente est vidé dans Maillage ; une colonne que vous retirez n’est pas touchée. Une ligne que vous effacez du fichier reste dans Maillage.",
		"Écrivez les personnes « Nom Prénom », comme dans leur feuille. Les heures s’écrivent 8h30, 08:30 ou 8,5 ; les dates 12/01/2026 ; oui, non ou x.",
		"Les horaires d’une semaine s’écrivent « lun 9h-12h30, mar A 14h-17h » : un jour vaut jusqu’au jour suivant, A ou B limite à ces semaines.",
		"N’écrivez aucun diagnostic ni renseignement de santé, nulle part.",
		"",
	}
	for _, t := range tables {
		notes = append(notes, t.about().Title+" : "+t.about().Help)
	}
	if len(h.Modalities) > 0 {
		names := make([]string, len(h.Modalities))
		for i, m := range h.Modalities {
			names[i] = m.Name + " (" + m.Code + ")"
		}
		notes = append(notes, "", "Vos modalités : "+strings.Join(names, ", ")+".")
	}
	return sheets.Page{Name: instructionsTitle, Notes: notes}
}
