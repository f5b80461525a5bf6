package main

import (
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
	Sheet   string `placeholder:"FEUILLE" help:"Ce que contient un fichier d'une seule feuille dont les titres ne le disent pas, par exemple Lieux."`
	DryRun  bool   `help:"Dit ce qui serait fait, sans rien enregistrer."`
	JSON    bool   `help:"Écrit le compte rendu en JSON."`
	Refused string `placeholder:"FICHIER" help:"Écrit les lignes refusées, avec la raison de chacune, dans ce classeur."`
}

// Run imports what can be imported. Its answer is no when something of the file was refused or somebody has to say what it is.
func (c *importCommand) Run(e *environment) error {
	content, err := readLimited(c.File)
	if err != nil {
		return err
	}
	return e.onFacility(c.facilityFlags, func(ctx context.Context, store *models.Store, actor models.Actor) error {
		done, err := c.look(ctx, store, actor, content)
		if err != nil {
			return err
		}
		if !c.DryRun && done.Preview.Counts().Accepted() > 0 {
			if done, err = exchange.Commit(ctx, store, actor, done.ID); err != nil {
				return fmt.Errorf("%s: %w", c.File, err)
			}
		}
		if err := c.report(e, done); err != nil {
			return err
		}
		if done.Preview.Counts().Left() > 0 || len(unsure(done)) > 0 {
			return answerNo{}
		}
		return nil
	})
}

// look reads the file and says what importing it would do.
func (c *importCommand) look(ctx context.Context, store *models.Store, actor models.Actor, content []byte) (*exchange.Import, error) {
	started, err := exchange.Start(ctx, store, actor, filepath.Base(c.File), content)
	if err != nil {
		return nil, unreadableFile(c.File, err)
	}
	if c.Sheet == "" {
		if len(started.Preview.Sheets) == 0 {
			return nil, fmt.Errorf("%s: ses titres ne disent pas ce que ce fichier contient ; dites-le avec --sheet, par exemple --sheet=%s", c.File, likeliest(started))
		}
		return started, nil
	}
	is, err := sheetCalled(c.Sheet)
	if err != nil {
		return nil, fmt.Errorf("--sheet: %w", err)
	}
	names := sheetNames(started)
	if len(names) != 1 {
		return nil, fmt.Errorf("--sheet %q: %s has %d sheets: give each the name of what it holds", c.Sheet, c.File, len(names))
	}
	return exchange.Decide(ctx, store, actor, started.ID, exchange.Decisions{Sheets: map[string]string{names[0]: is}})
}

// sheetNames are the names of all sheets of a file, read or not.
func sheetNames(started *exchange.Import) []string {
	var names []string
	for _, sheet := range started.Preview.Sheets {
		names = append(names, sheet.Name)
	}
	for _, sheet := range started.Preview.Unread {
		names = append(names, sheet.Name)
	}
	return names
}

func sheetTitles() []string {
	var titles []string
	for _, sheet := range exchange.Sheets() {
		titles = append(titles, sheet.Title)
	}
	return titles
}

// unsure are the sheets of a file of which somebody has to say what they are.
func unsure(started *exchange.Import) []exchange.UnreadSheet {
	var asked []exchange.UnreadSheet
	for _, sheet := range started.Preview.Unread {
		if sheet.Why == exchange.UnreadUnsure {
			asked = append(asked, sheet)
		}
	}
	return asked
}

// likeliest names what a file of which nothing was read may be.
func likeliest(started *exchange.Import) string {
	for _, asked := range unsure(started) {
		for _, sheet := range exchange.Sheets() {
			if sheet.ID == asked.Likely[0] {
				return sheet.Title
			}
		}
	}
	return sheetTitles()[0]
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
