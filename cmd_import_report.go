package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/exchange"
)

// importReport is what an import did, or would do.
type importReport struct {
	File     string                 `json:"file"`
	Imported bool                   `json:"imported"`
	Counts   exchange.Counts        `json:"counts"`
	Sheets   []importSheetReport    `json:"sheets"`
	Unread   []exchange.UnreadSheet `json:"unread"`
}

type importSheetReport struct {
	Sheet   string            `json:"sheet"`
	Name    string            `json:"name"`
	Counts  exchange.Counts   `json:"counts"`
	Refused []importRowReport `json:"refused"`
}

type importRowReport struct {
	Row    int    `json:"row"`
	Reason string `json:"reason"`
}

func (c *importCommand) report(e *environment, done *exchange.Import) error {
	if c.Refused != "" {
		content, err := done.RefusedFile(exchange.French)
		if err == nil && content != nil {
			err = os.WriteFile(c.Refused, content, 0o600)
		}
		if err != nil {
			return err
		}
	}
	report := importReport{File: c.File, Imported: done.State == models.ImportDone, Counts: done.Preview.Counts(), Sheets: []importSheetReport{}, Unread: done.Preview.Unread}
	for i := range done.Preview.Sheets {
		sheet := &done.Preview.Sheets[i]
		lines := importSheetReport{Sheet: sheet.Sheet, Name: sheet.Name, Counts: sheet.Counts, Refused: []importRowReport{}}
		for j := range sheet.Rows {
			if row := &sheet.Rows[j]; row.State == exchange.Refused || row.State == exchange.Asked {
				lines.Refused = append(lines.Refused, importRowReport{Row: row.Number, Reason: sheet.Reason(exchange.French, row)})
			}
		}
		report.Sheets = append(report.Sheets, lines)
	}
	if c.JSON {
		return e.answer(report)
	}
	return report.write(e.stdout)
}

// write writes the report for a person.
func (r *importReport) write(w io.Writer) error {
	var text strings.Builder
	outcome := "rien n'est enregistré"
	if r.Imported {
		outcome = "importé"
	}
	fmt.Fprintf(&text, "%s : %s ; %s.\n", r.File, r.countText(r.Counts), outcome)
	for _, sheet := range r.Sheets {
		fmt.Fprintf(&text, "%s : %s\n", cmp.Or(sheet.Name, sheet.Sheet), r.countText(sheet.Counts))
		for _, row := range sheet.Refused {
			fmt.Fprintf(&text, "  ligne %d : %s\n", row.Row, row.Reason)
		}
	}
	for _, sheet := range r.Unread {
		why := "inconnue, laissée de côté"
		if sheet.Why == exchange.UnreadUnsure {
			why = "ses titres ne disent pas ce qu'elle contient, laissée de côté ; nommez-la comme dans le modèle"
		}
		fmt.Fprintf(&text, "Feuille « %s » : %s\n", sheet.Name, why)
	}
	_, err := io.WriteString(w, text.String())
	return err
}

// countText says how many rows there are of each kind: what was done, or what would be.
func (r *importReport) countText(c exchange.Counts) string {
	created, changed := fmt.Sprintf("%d à créer", c.Created), fmt.Sprintf("%d à modifier", c.Changed)
	if r.Imported {
		created, changed = agreed(c.Created, "créée"), agreed(c.Changed, "modifiée")
	}
	text := strings.Join([]string{created, changed, agreed(c.Unchanged, "inchangée"), agreed(c.Refused, "refusée")}, ", ")
	if c.Asked > 0 {
		text += fmt.Sprintf(", %d à vérifier", c.Asked)
	}
	return text
}

// agreed is a number and a French word that goes with it: 0 and 1 are singular.
func agreed(count int, word string) string {
	if count > 1 {
		word += "s"
	}
	return fmt.Sprintf("%d %s", count, word)
}
