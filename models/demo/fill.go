package demo

import (
	"context"
	"fmt"
	"time"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/planner"
)

// Password is that of the three demo accounts, for those who would rather type it than press a button.
const Password = "ambelle-demo-2026"

// Options are what Fill takes from the program.
type Options struct {
	Now          func() time.Time
	Plan         func(context.Context, *planner.Problem) (*planner.Plan, error) // how the demo weeks are planned; must be deterministic
	PasswordHash string                                                         // of Password
}

// Accounts are the people one can be in the demo house.
var Accounts = []struct {
	Key, Name, Email string
	Role             models.Role
	LastName         string // of the professional it belongs to, if any
}{
	{"manager", "Claire Vasseur", "claire.vasseur@exemple.fr", models.RoleManager, ""},
	{"professional", "Maëlle Guéguen", "maelle.gueguen@exemple.fr", models.RoleProfessional, "Guéguen"},
	{"coordinator", "Hélène Garnier", "helene.garnier@exemple.fr", models.RoleCoordinator, "Garnier"},
}

// Fill writes the demo house into a database without any facility, and does nothing when there is one. The week before the planning week is
// published, the planning week is published twice (some hours moved since the first version), then two people are absent, and a draft is
// open in which their sessions wait to be planned.
func Fill(ctx context.Context, store *models.Store, o Options) error {
	facilities, err := store.Facilities(ctx, models.SystemActor(""))
	if err != nil || len(facilities) > 0 {
		return err
	}
	records := build()
	addAccounts(records, o.PasswordHash)
	if err := store.FoundHouse(ctx, models.SystemActor(""), records); err != nil {
		return fmt.Errorf("demo house: %w", err)
	}
	location, err := time.LoadLocation(records.Facility.TimeZone)
	if err != nil {
		return err
	}
	weeks := filler{store: store, actor: models.SystemActor(records.Facility.ID), options: o}
	return weeks.fill(ctx, models.PlanningWeek(o.Now(), location))
}

func addAccounts(records *models.HouseRecords, passwordHash string) {
	b := builder{}
	for _, a := range Accounts {
		account := models.Account{
			Record: b.record("account", a.Key), Email: a.Email, Name: a.Name, PasswordHash: passwordHash, Role: a.Role,
			TeamIDs: []string{}, DemoKey: a.Key,
		}
		for i := range records.Professionals {
			if a.LastName != "" && records.Professionals[i].LastName == a.LastName {
				account.ProfessionalID = &records.Professionals[i].ID
			}
		}
		records.Accounts = append(records.Accounts, account)
	}
}
