package main

import (
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/exchange"
)

// workbookFlags name the workbook a command writes.
type workbookFlags struct {
	facilityFlags

	File string `arg:"" name:"fichier" help:"Classeur à écrire."`
}

// write writes the workbook that is made of a facility.
func (f *workbookFlags) write(e *environment, contentOf func(context.Context, *models.Store, models.Actor) ([]byte, error)) error {
	return e.onFacility(f.facilityFlags, func(ctx context.Context, store *models.Store, actor models.Actor) error {
		content, err := contentOf(ctx, store, actor)
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

type exportCSVCommand struct {
	facilityFlags

	Sheet string `arg:"" name:"feuille" help:"Feuille du classeur, par exemple Enfants."`
	File  string `arg:"" name:"fichier" help:"Fichier CSV à écrire."`
}

// Run writes the records of one sheet as CSV.
func (c *exportCSVCommand) Run(e *environment) error {
	sheet, err := sheetCalled(c.Sheet)
	if err != nil {
		return err
	}
	return e.onFacility(c.facilityFlags, func(ctx context.Context, store *models.Store, actor models.Actor) error {
		content, err := exchange.ListFile(ctx, store, actor, sheet)
		if err != nil {
			return err
		}
		return os.WriteFile(c.File, content, 0o600)
	})
}

// sheetCalled returns the ID of the sheet of the workbook that is called so.
func sheetCalled(name string) (string, error) {
	if id := exchange.SheetNamed(name); id != "" {
		return id, nil
	}
	return "", fmt.Errorf("sheet %q: give one of %s", name, strings.Join(sheetTitles(), ", "))
}
