package models

import "context"

// Validate returns everything that is wrong with the travel time's values.
func (o *TravelOverride) Validate() []FieldError {
	var c fieldChecks
	c.reference("from_place_id", o.FromPlaceID)
	c.reference("to_place_id", o.ToPlaceID)
	if o.FromPlaceID != "" && o.FromPlaceID == o.ToPlaceID {
		c.add("to_place_id", "same_place", nil)
	}
	c.within("minutes", o.Minutes, 0, longestTravel)
	oneOf(&c, "source", o.Source, TravelCorrected, TravelImported)
	return c.wrong
}

func (o *TravelOverride) references() []reference {
	return []reference{{"from_place_id", "place", o.FromPlaceID}, {"to_place_id", "place", o.ToPlaceID}}
}

var travelOverrides = &keeper[TravelOverride]{resource: ResourceTravel, before: correctByHand}

// correctByHand makes a correction of an imported way that somebody changes: the table it came from no longer says so.
func correctByHand(ctx context.Context, _ reach, old, row *TravelOverride) error {
	_, imported := batchOf(ctx)
	if !imported && old != nil && row != nil && old.Source == TravelImported && old.Minutes != row.Minutes {
		row.Source = TravelCorrected
	}
	return nil
}
