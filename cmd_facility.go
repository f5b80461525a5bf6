package main

import (
	"errors"

	"github.com/maillage-dime/maillage/models"
)

type facilityCommand struct {
	Add facilityAddCommand `cmd:"" help:"Crée un établissement vide."`
}

type facilityAddCommand struct {
	databaseFlag

	Name       string `arg:"" help:"Nom de l'établissement."`
	TimeZone   string `name:"time-zone" default:"Europe/Paris" help:"Fuseau horaire, nom IANA."`
	SchoolZone string `name:"school-zone" default:"" help:"Zone de vacances scolaires : A, B, C, ou Corse, Guadeloupe, Martinique, Guyane, Réunion, Mayotte."`
	WeeksAhead int    `name:"weeks-ahead" default:"8" help:"Nombre de semaines préparées d'avance d'après la semaine type."`
	Department string `required:"" help:"Code du département, pour les jours fériés."`
}

// Run founds a facility with nothing but the lists every house begins with, and writes its id.
func (c *facilityAddCommand) Run(e *environment) (err error) {
	store, err := e.openStore(c.DB)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	facility, err := store.StartHouse(e.ctx, models.SystemActor(""), models.Facility{
		Name: c.Name, TimeZone: c.TimeZone, SchoolZone: c.SchoolZone, Department: c.Department, WeeksAhead: c.WeeksAhead,
	})
	if err != nil {
		return err
	}
	return e.answer(map[string]string{"id": facility.ID})
}
