package handlers

import "time"

type travelJSON struct {
	Pairs   []travelPairJSON `json:"pairs" doc:"From every place in use to every other."`
	Missing int              `json:"missing" doc:"Pairs nothing is known of: planned with a cautious guess."`
	Stale   int              `json:"stale" doc:"Pairs whose answer of the routing server is out of date."`
}

type travelPairJSON struct {
	FromPlaceID string     `json:"from_place_id"`
	ToPlaceID   string     `json:"to_place_id"`
	Minutes     int        `json:"minutes"`
	Source      string     `json:"source" enum:"coordinates,override,matrix,osrm,unknown"`
	At          *time.Time `json:"at" doc:"When it was corrected, imported or asked; null: it is computed."`
	Stale       bool       `json:"stale" doc:"A place was moved since the routing server was asked."`
}
