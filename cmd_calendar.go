package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/school"
)

type calendarCommand struct {
	Add    calendarAddCommand    `cmd:"" help:"Crée une adresse d'agenda, montrée une seule fois."`
	List   calendarListCommand   `cmd:"" help:"Liste les adresses en service."`
	Revoke calendarRevokeCommand `cmd:"" help:"Retire une adresse."`

	ImportHolidays importHolidaysCommand `cmd:"" name:"import-holidays" help:"Reprend les vacances scolaires publiées par l'Éducation nationale (CSV ou iCalendar)."`
}

type calendarAddCommand struct {
	facilityFlags

	For       string `required:"" placeholder:"professional:ID" help:"professional, team, room, place, child ou partner, deux-points, puis l'identifiant."`
	Detail    string `default:"busy" enum:"busy,work,full" help:"Ce que l'agenda montre."`
	Name      string `placeholder:"NOM" help:"Nom de l'agenda."`
	PublicURL string `name:"public-url" default:"http://127.0.0.1:8080" help:"Adresse publique du serveur."`
}

// Run creates the address and writes it, once.
func (c *calendarAddCommand) Run(e *environment) error {
	subject, id, ok := strings.Cut(c.For, ":")
	if !ok || id == "" {
		return fmt.Errorf("--for %q: give a kind and an id, such as professional:018f…", c.For)
	}
	if err := validPublicURL(c.PublicURL); err != nil {
		return err
	}
	return e.onFacility(c.facilityFlags, func(ctx context.Context, store *models.Store, actor models.Actor) error {
		subscription, token, err := store.AddSubscription(ctx, actor, subject, id, c.Name, models.FeedDetail(c.Detail))
		if err != nil {
			return err
		}
		return e.answer(map[string]string{"id": subscription.ID, "address": withoutSlash(c.PublicURL) + "/calendars/" + token + ".ics"})
	})
}

type calendarListCommand struct {
	facilityFlags
}

// Run lists the addresses in use, without the addresses themselves: only their hash is kept.
func (c *calendarListCommand) Run(e *environment) error {
	return e.onFacility(c.facilityFlags, func(ctx context.Context, store *models.Store, actor models.Actor) error {
		subscriptions, err := store.ListSubscriptions(ctx, actor)
		if err != nil {
			return err
		}
		rows := make([]map[string]any, len(subscriptions))
		for i, s := range subscriptions {
			rows[i] = map[string]any{"id": s.ID, "for": s.Subject + ":" + s.SubjectID, "name": s.Name, "detail": s.Detail, "last_used_at": s.LastUsedAt}
		}
		return e.answer(rows)
	})
}

type calendarRevokeCommand struct {
	facilityFlags

	ID string `arg:"" name:"identifiant" help:"Identifiant de l'adresse."`
}

// Run revokes the address for good.
func (c *calendarRevokeCommand) Run(e *environment) error {
	return e.onFacility(c.facilityFlags, func(ctx context.Context, store *models.Store, actor models.Actor) error {
		return store.RevokeSubscription(ctx, actor, c.ID)
	})
}

type importHolidaysCommand struct {
	databaseFlag

	File string `arg:"" help:"Fichier CSV (fr-en-calendrier-scolaire) ou .ics ; - pour l'entrée standard."`
	Zone string `placeholder:"ZONE" help:"Zone d'un fichier .ics qui n'en nomme pas : A, B, C, Corse…"`
}

// Run takes the holidays in for the whole installation and writes what they were.
func (c *importHolidaysCommand) Run(e *environment) (err error) {
	data, err := readFile(e, c.File, func(r io.Reader) ([]byte, error) {
		data, err := io.ReadAll(io.LimitReader(r, school.LargestFile+1))
		if err == nil {
			_, err = school.Parse(filepath.Base(c.File), data, c.Zone)
		}
		return data, err
	})
	if err != nil {
		return err
	}
	store, err := e.openStore(c.DB)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	imported, err := store.ImportSchoolHolidays(e.ctx, models.SystemActor(""), filepath.Base(c.File), data, c.Zone)
	if err != nil {
		return err
	}
	return e.answer(map[string]any{"years": imported.Years, "zones": imported.Zones, "holidays": imported.Holidays})
}
