package models

import (
	"context"
	"time"

	"github.com/uptrace/bun"
)

// JobKindTravel is the kind of job that asks the routing server of a facility for the ways between its places; its arguments are
// [TravelArguments].
const JobKindTravel = "travel"

// TravelArguments name the facility whose ways are asked for; empty: all that have a routing server.
type TravelArguments struct {
	FacilityID string `json:"facility_id,omitempty"`
}

// AuditAsk is asking for travel times, in the audit trail.
const AuditAsk AuditAction = "ask"

// Travel returns the ways between all places in use as plans count them.
func (s *Store) Travel(ctx context.Context, actor Actor) ([]TravelPair, error) {
	if _, err := s.allow(actor, ResourceTravel, ActionRead); err != nil {
		return nil, err
	}
	var pairs []TravelPair
	err := s.read(ctx, func(ctx context.Context, tx bun.Tx, _ time.Time) error {
		house, err := travelHouse(ctx, tx, actor.FacilityID)
		if err == nil {
			pairs = house.Travel()
		}
		return err
	})
	return pairs, err
}

// travelHouse reads what ways depend on.
func travelHouse(ctx context.Context, tx bun.IDB, facilityID string) (*House, error) {
	house := &House{}
	if err := findFacility(ctx, tx, &house.Facility, facilityID); err != nil {
		return nil, err
	}
	for _, query := range []*bun.SelectQuery{
		tx.NewSelect().Model(&house.Places).Where("archived_at IS NULL").OrderExpr("id"),
		tx.NewSelect().Model(&house.TravelOverrides).Where("archived_at IS NULL").OrderExpr("id"),
		tx.NewSelect().Model(&house.RoutedTravels).OrderExpr("from_place_id, to_place_id"),
	} {
		if err := query.Where("facility_id = ?", facilityID).Scan(ctx); err != nil {
			return nil, err
		}
	}
	return house, nil
}

// RequestTravel has the routing server of the facility asked in the background. Without a server it is a conflict.
func (s *Store) RequestTravel(ctx context.Context, actor Actor) error {
	scope, err := s.allow(actor, ResourceTravel, ActionChange)
	if err != nil {
		return err
	}
	if !actor.wholeFacility(scope) {
		return outOfScope()
	}
	return s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		var facility Facility
		if err := findFacility(ctx, tx, &facility, actor.FacilityID); err != nil {
			return err
		}
		if facility.OSRMURL == "" {
			return Conflict("no_routing_server", nil)
		}
		if err := enqueue(ctx, tx, now, JobKindTravel, TravelArguments{FacilityID: facility.ID}, nil, now); err != nil {
			return err
		}
		return record(ctx, tx, now, actor, AuditAsk, ResourceTravel, facility.ID, "")
	})
}

// RoutingQuestion is what the routing server of a facility is to be asked: the ways between its located places.
type RoutingQuestion struct {
	Address string // empty: there is no server
	Places  []Place
}

// RoutingQuestion returns what to ask for the actor's facility.
func (s *Store) RoutingQuestion(ctx context.Context, actor Actor) (RoutingQuestion, error) {
	question := RoutingQuestion{}
	if _, err := s.allow(actor, ResourceTravel, ActionRead); err != nil {
		return question, err
	}
	err := s.read(ctx, func(ctx context.Context, tx bun.Tx, _ time.Time) error {
		house, err := travelHouse(ctx, tx, actor.FacilityID)
		if err != nil {
			return err
		}
		question.Address = house.Facility.OSRMURL
		for i := range house.Places {
			if house.Places[i].Located() {
				question.Places = append(question.Places, house.Places[i])
			}
		}
		return nil
	})
	return question, err
}

// SaveRouting keeps what the server answered for places as they lay when it was asked: minutes[i][j] from one to another, negative where it knows
// no way. What was kept before is forgotten. Plans made from other minutes are stale.
func (s *Store) SaveRouting(ctx context.Context, actor Actor, places []Place, minutes [][]int) error {
	scope, err := s.allow(actor, ResourceTravel, ActionChange)
	if err != nil {
		return err
	}
	if !actor.wholeFacility(scope) {
		return outOfScope()
	}
	return s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		var routed []RoutedTravel
		for i := range places {
			for j := range places {
				if i != j && minutes[i][j] >= 0 {
					routed = append(routed, RoutedTravel{
						FacilityID: actor.FacilityID, FromPlaceID: places[i].ID, ToPlaceID: places[j].ID, AskedAt: now,
						Minutes: min(longestTravel, minutes[i][j]+parkingMinutes), FromLatitude: places[i].Latitude, FromLongitude: places[i].Longitude,
						ToLatitude: places[j].Latitude, ToLongitude: places[j].Longitude,
					})
				}
			}
		}
		if same, err := sameRouting(ctx, tx, actor.FacilityID, routed); same || err != nil {
			return err
		}
		if _, err := tx.NewDelete().Model((*RoutedTravel)(nil)).Where("facility_id = ?", actor.FacilityID).Exec(ctx); err != nil {
			return err
		}
		for len(routed) > 0 {
			batch := routed[:min(len(routed), foundingBatch)]
			routed = routed[len(batch):]
			if _, err := tx.NewInsert().Model(&batch).Exec(ctx); err != nil {
				return err
			}
		}
		if err := moveFacility(ctx, tx, actor.FacilityID); err != nil {
			return err
		}
		return record(ctx, tx, now, actor, AuditUpdate, ResourceTravel, actor.FacilityID, "")
	})
}

// sameRouting reports whether the server answered what is known already; then only when it was asked is written, and no plan is stale.
func sameRouting(ctx context.Context, tx bun.Tx, facilityID string, routed []RoutedTravel) (bool, error) {
	var known []RoutedTravel
	if err := tx.NewSelect().Model(&known).Where("facility_id = ?", facilityID).Scan(ctx); err != nil || len(known) != len(routed) || len(known) == 0 {
		return false, err
	}
	answers := make(map[RoutedTravel]bool, len(known))
	for _, way := range known {
		way.AskedAt = time.Time{}
		answers[way] = true
	}
	for _, way := range routed {
		way.AskedAt = time.Time{}
		if !answers[way] {
			return false, nil
		}
	}
	_, err := tx.NewUpdate().Model((*RoutedTravel)(nil)).Set("asked_at = ?", routed[0].AskedAt).Where("facility_id = ?", facilityID).Exec(ctx)
	return true, err
}
