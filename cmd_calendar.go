package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/maillage-dime/maillage/models"
)

type calendarCommand struct {
	Add    calendarAddCommand    `cmd:"" help:"Crée une adresse d'agenda, montrée une seule fois."`
	List   calendarListCommand   `cmd:"" help:"Liste les adresses en service."`
	Revoke calendarRevokeCommand `cmd:"" help:"Retire une adresse."`
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
