package models

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

var travelOverrides = &keeper[TravelOverride]{resource: ResourceTravel}
