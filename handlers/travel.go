package handlers

import (
	"context"

	"github.com/maillage-dime/maillage/handlers/httpapi"
	"github.com/maillage-dime/maillage/models"
)

func (a *API) readTravel(ctx context.Context, who caller, input *UnlessSame) (*httpapi.Conditional[travelJSON], error) {
	pairs, err := a.Store.Travel(ctx, who.actor)
	if err != nil {
		return nil, err
	}
	encoded := travelJSON{Pairs: each(pairs, func(pair *models.TravelPair) travelPairJSON {
		return travelPairJSON{
			FromPlaceID: pair.FromPlaceID, ToPlaceID: pair.ToPlaceID, Minutes: pair.Minutes, Source: string(pair.Source), At: inUTC(pair.At),
			Stale: pair.Stale,
		}
	})}
	for _, pair := range pairs {
		if pair.Source == models.TravelUnknown {
			encoded.Missing++
		}
		if pair.Stale {
			encoded.Stale++
		}
	}
	return cached(encoded, input.IfNoneMatch)
}

func (a *API) refreshTravel(ctx context.Context, who caller, _ *nothing) (*nothing, error) {
	if err := a.Store.RequestTravel(ctx, who.actor); err != nil {
		return nil, err
	}
	a.Wake()
	return &nothing{}, nil
}
