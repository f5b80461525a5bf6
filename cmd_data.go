package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/maillage-dime/maillage/handlers"
	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/planner"
)

// openStore opens the database a command works on and brings it up to date.
func (e *environment) openStore(dsn string) (*models.Store, error) {
	store, err := models.Open(e.ctx, dsn, models.Options{Now: e.now})
	if err != nil {
		return nil, err
	}
	if err := store.Migrate(e.ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("bringing the database up to date: %w", err), store.Close())
	}
	return store, nil
}

// onFacility opens the database, finds the facility a command is about and runs fn as the system on it.
func (e *environment) onFacility(flags facilityFlags, fn func(context.Context, *models.Store, models.Actor) error) (err error) {
	store, err := e.openStore(flags.DB)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	facilities, err := store.Facilities(e.ctx, models.SystemActor(""))
	if err != nil {
		return err
	}
	if flags.Facility == "" {
		if len(facilities) != 1 {
			return fmt.Errorf("this database holds %d facilities: say which one with --facility", len(facilities))
		}
		return fn(e.ctx, store, models.SystemActor(facilities[0].ID))
	}
	if !slices.ContainsFunc(facilities, func(f models.Facility) bool { return f.ID == flags.Facility }) {
		return fmt.Errorf("--facility %q: there is no such facility in this database", flags.Facility)
	}
	return fn(e.ctx, store, models.SystemActor(flags.Facility))
}

type migrateCommand struct{ databaseFlag }

// Run brings the database up to date.
func (c *migrateCommand) Run(e *environment) error {
	store, err := e.openStore(c.DB)
	if err != nil {
		return err
	}
	return store.Close()
}

type backupCommand struct {
	databaseFlag

	File string `arg:"" name:"fichier" help:"Fichier à créer."`
}

// Run copies the database while it may be in use.
func (c *backupCommand) Run(e *environment) error {
	store, err := models.Open(e.ctx, c.DB, models.Options{Now: e.now})
	if err != nil {
		return err
	}
	return errors.Join(store.Backup(e.ctx, c.File), store.Close())
}

type exportCommand struct {
	Problem  exportProblemCommand  `cmd:"" help:"Écrit le problème que le serveur résoudrait pour une semaine."`
	Workbook exportWorkbookCommand `cmd:"" help:"Écrit toute la maison dans un classeur qui peut être importé de nouveau."`
	Model    exportModelCommand    `cmd:"" help:"Écrit le classeur vide, à remplir."`
	CSV      exportCSVCommand      `cmd:"" name:"csv" help:"Écrit une feuille du classeur en CSV."`
}

type exportProblemCommand struct {
	facilityFlags

	Week string `placeholder:"SEMAINE" help:"Semaine ISO, par exemple 2026-W37 ; sans elle, la semaine à planifier."`
}

// Run writes the problem of a week; ids are the records' ids.
func (c *exportProblemCommand) Run(e *environment) error {
	return e.onFacility(c.facilityFlags, func(ctx context.Context, store *models.Store, actor models.Actor) error {
		week, err := e.weekNamed(ctx, store, actor, c.Week)
		if err != nil {
			return err
		}
		house, err := store.ReadHouse(ctx, actor, week)
		if err != nil {
			return err
		}
		problem, err := models.Compile(house, nil)
		if err != nil {
			return err
		}
		return planner.WriteProblem(e.stdout, problem)
	})
}

// weekNamed reads --week; without one it is the week that people of the facility are planning now.
func (e *environment) weekNamed(ctx context.Context, store *models.Store, actor models.Actor, name string) (models.Week, error) {
	if name != "" {
		week, err := models.ParseWeek(name)
		if err != nil {
			return models.Week{}, fmt.Errorf("--week %q: give an ISO week such as 2026-W37", name)
		}
		return week, nil
	}
	facility, err := store.FacilityByID(ctx, actor)
	if err != nil {
		return models.Week{}, err
	}
	location, err := time.LoadLocation(facility.TimeZone)
	if err != nil {
		return models.Week{}, fmt.Errorf("time zone of facility %s: %w", facility.ID, err)
	}
	return models.PlanningWeek(e.now(), location), nil
}

type userCommand struct {
	Add userAddCommand `cmd:"" help:"Crée un compte ; le mot de passe est lu sur l'entrée standard."`
}

type userAddCommand struct {
	facilityFlags

	Email        string `arg:"" name:"adresse" help:"Adresse électronique."`
	Name         string `required:"" placeholder:"NOM" help:"Nom affiché."`
	Role         string `required:"" placeholder:"ROLE" enum:"administrator,manager,coordinator,professional,reader" help:"Rôle : ${enum}."`
	Professional string `placeholder:"ID" help:"Fiche de professionnel de ce compte."`
}

// shortestPassword is what the CNIL advises for a password alone, in characters; longestPassword is what is read of a line, in bytes.
const (
	shortestPassword = 12
	longestPassword  = 1 << 10
)

// Run creates the account.
func (c *userAddCommand) Run(e *environment) error {
	hash, err := e.readPassword()
	if err != nil {
		return err
	}
	return e.onFacility(c.facilityFlags, func(ctx context.Context, store *models.Store, actor models.Actor) error {
		account := models.Account{Email: c.Email, Name: c.Name, PasswordHash: hash, Role: models.Role(c.Role), TeamIDs: []string{}}
		if c.Professional != "" {
			account.ProfessionalID = &c.Professional
		}
		account, err := store.CreateAccount(ctx, actor, account)
		if err != nil {
			return err
		}
		return e.answer(map[string]string{"id": account.ID})
	})
}

// readPassword reads the first line of the standard input and returns its hash.
func (e *environment) readPassword() (string, error) {
	line, err := bufio.NewReader(io.LimitReader(e.stdin, longestPassword)).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return "", fmt.Errorf("reading the password from the standard input: %w", err)
	}
	password := strings.TrimRight(line, "\r\n")
	if utf8.RuneCountInString(password) < shortestPassword {
		return "", fmt.Errorf("the password on the standard input is too short: give %d characters at least", shortestPassword)
	}
	return handlers.HashPassword(password)
}
