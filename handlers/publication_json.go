package handlers

import "github.com/maillage-dime/maillage/planner"

type publicationJSON struct {
	Version   int              `json:"version" doc:"The version the week gets."`
	Replaces  *int             `json:"replaces" doc:"The version it takes the place of."`
	Concerned []concernedJSON  `json:"concerned" doc:"The people whose week changes."`
	Changes   int              `json:"changes"`
	Unplanned int              `json:"unplanned"`
	Untouched int              `json:"untouched" doc:"People whose week stays as it is."`
	Breaches  []planner.Breach `json:"breaches" doc:"What prevents publication."`
}

type concernedJSON struct {
	Professional string             `json:"professional"`
	Changes      []personChangeJSON `json:"changes"`
}

type personChangeJSON struct {
	Activity   string   `json:"activity"`
	Occurrence int      `json:"occurrence"`
	Kind       string   `json:"kind" enum:"added,removed,moved,restaffed"`
	Old        *oldJSON `json:"old"`
	New        *oldJSON `json:"new"`
}

type publishedJSON struct {
	Rota      rotaJSON `json:"rota"`
	Concerned int      `json:"concerned" doc:"How many people's week changed."`
	Version   int      `json:"version"`
}
