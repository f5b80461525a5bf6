package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/exchange"
	"github.com/maillage-dime/maillage/models/sheets"
)

type importCommand struct {
	facilityFlags

	File    string `arg:"" name:"fichier" help:"Classeur Excel ou fichier CSV."`
	DryRun  bool   `help:"Dit ce qui serait fait, sans rien enregistrer."`
	JSON    bool   `help:"Écrit le compte rendu en JSON."`
	Refused string `placeholder:"FICHIER" help:"Écrit les lignes refusées, avec la raison de chacune, dans ce classeur."`
}

// importReport is what an import did, or would do.
type importReport struct {
	File     string              `json:"file"`
	Imported bool                `json:"imported"`
	Counts   exchange.Counts     `json:"counts"`
	Sheets   []importSheetReport `json:"sheets"`
	Unread   []string            `json:"unread"`
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

// Run imports what can be imported. Its answer is no when rows were refused.
func (c *importCommand) Run(e *environment) error {
	content, err := readLimited(c.File)
	if err != nil {
		return err
	}
	return e.onFacility(c.facilityFlags, func(ctx context.Context, store *models.Store, actor models.Actor) error {
		started, err := exchange.Start(ctx, store, actor, filepath.Base(c.File), content)
		if err != nil {
			return unreadableFile(c.File, err)
		}
		if !c.DryRun && started.Preview.Counts().Accepted() > 0 {
			if started, err = exchange.Commit(ctx, store, actor, started.ID); err != nil {
				return fmt.Errorf("%s: %w", c.File, err)
			}
		}
		if err := c.report(e, started); err != nil {
			return err
		}
		if started.Preview.Counts().Left() > 0 {
			return answerNo{}
		}
		return nil
	})
}

// readLimited reads a file as far as it may be large.
func readLimited(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, sheets.MostBytes+1))
}

// unreadableFile puts the sentence about a file that cannot be read in place of its key.
func unreadableFile(path string, err error) error {
	refusal, ok := errors.AsType[*models.Error](err)
	if !ok || refusal.Args[string(exchange.French)] == nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return fmt.Errorf("%s: %v", path, refusal.Args[string(exchange.French)])
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
	head := "Rien n'est enregistré."
	if r.Imported {
		head = "Importé."
	}
	_, err := fmt.Fprintf(w, "%s : %d à créer, %d à modifier, %d inchangées, %d refusées. %s\n", r.File, r.Counts.Created, r.Counts.Changed, r.Counts.Unchanged, r.Counts.Left(), head)
	for _, sheet := range r.Sheets {
		if err == nil {
			_, err = fmt.Fprintf(w, "%s : %d créées, %d modifiées, %d inchangées, %d refusées\n", cmp.Or(sheet.Name, sheet.Sheet), sheet.Counts.Created, sheet.Counts.Changed, sheet.Counts.Unchanged, sheet.Counts.Left())
		}
		for _, row := range sheet.Refused {
			if err == nil {
				_, err = fmt.Fprintf(w, "  ligne %d : %s\n", row.Row, row.Reason)
			}
		}
	}
	for _, name := range r.Unread {
		if err == nil {
			_, err = fmt.Fprintf(w, "Feuille « %s » : inconnue, laissée de côté\n", name)
		}
	}
	return err
}

// workbookFlags name the workbook a command writes.
type workbookFlags struct {
	facilityFlags

	File string `arg:"" name:"fichier" help:"Classeur à écrire."`
}

// write writes the workbook that is made of a facility.
func (f *workbookFlags) write(e *environment, make func(context.Context, *models.Store, models.Actor) ([]byte, error)) error {
	return e.onFacility(f.facilityFlags, func(ctx context.Context, store *models.Store, actor models.Actor) error {
		content, err := make(ctx, store, actor)
		if err != nil {
			return err
		}
		return os.WriteFile(f.File, content, 0o600)
	})
}

type exportWorkbookCommand struct{ workbookFlags }

// Run writes the whole house as the workbook that can be imported again.
func (c *exportWorkbookCommand) Run(e *environment) error { return c.write(e, exchange.Export) }

type exportModelCommand struct{ workbookFlags }

// Run writes the workbook to be filled in.
func (c *exportModelCommand) Run(e *environment) error { return c.write(e, exchange.EmptyWorkbook) }
