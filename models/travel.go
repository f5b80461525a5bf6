package models

import (
	"math"
	"time"

	"github.com/uptrace/bun"
)

// How the way between two places is estimated where nobody has corrected it.
const (
	usualRoadPercent = 135  // roads against the straight line
	shortWay         = 4.0  // kilometres of road within which one drives in town
	townSpeed        = 28.0 // km/h
	roadSpeed        = 48.0 // km/h
	parkingMinutes   = 5    // to the car and from it
	unknownWay       = 30   // minutes between places of which one is nobody knows where
	earthRadius      = 6371.0088
	longestTravel    = 12 * 60 // minutes: more is a place with wrong coordinates
	radiansByDegree  = math.Pi / 180
)

// TravelMinutes estimates the minutes by car from one place to another from their coordinates, with roads that are so many percent of the
// straight line. It is 0 between a place and itself, and the same in both directions.
func TravelMinutes(from, to *Place, roadPercent int) int {
	if from.ID == to.ID {
		return 0
	}
	if !from.Located() || !to.Located() {
		return unknownWay
	}
	if roadPercent == 0 {
		roadPercent = usualRoadPercent
	}
	kilometres := straightLine(from, to) * (float64(roadPercent) / shareOfWhole)
	speed := roadSpeed
	if kilometres < shortWay {
		speed = townSpeed
	}
	return min(longestTravel, parkingMinutes+int(math.Round(kilometres/speed*60)))
}

// straightLine returns the great-circle distance in kilometres (haversine formula).
func straightLine(from, to *Place) float64 {
	latitude, otherLatitude := from.Latitude*radiansByDegree, to.Latitude*radiansByDegree
	halfChord := square(math.Sin((otherLatitude-latitude)/2)) +
		math.Cos(latitude)*math.Cos(otherLatitude)*square(math.Sin((to.Longitude-from.Longitude)*radiansByDegree/2))
	return 2 * earthRadius * math.Asin(math.Sqrt(min(1, halfChord)))
}

func square(x float64) float64 { return x * x }

// RoutedTravel is what the routing server of the house answered for a pair of places as they lay then.
type RoutedTravel struct {
	bun.BaseModel `bun:"table:routed_travel"`

	FacilityID    string    `bun:"facility_id,notnull"`
	FromPlaceID   string    `bun:"from_place_id,pk"`
	ToPlaceID     string    `bun:"to_place_id,pk"`
	Minutes       int       `bun:"minutes,notnull"`
	AskedAt       time.Time `bun:"asked_at,notnull"`
	FromLatitude  float64   `bun:"from_latitude,notnull"`
	FromLongitude float64   `bun:"from_longitude,notnull"`
	ToLatitude    float64   `bun:"to_latitude,notnull"`
	ToLongitude   float64   `bun:"to_longitude,notnull"`
}

// stands reports whether the places still lie where they lay when the server was asked.
func (r *RoutedTravel) stands(from, to *Place) bool {
	return r.FromLatitude == from.Latitude && r.FromLongitude == from.Longitude && r.ToLatitude == to.Latitude && r.ToLongitude == to.Longitude
}

// TravelSource says where the minutes between two places come from.
type TravelSource string

// The sources, the first that knows a pair decides: a correction or an imported table, the routing server, the coordinates. Without any of
// them a cautious guess is planned with.
const (
	TravelByOverride    TravelSource = TravelCorrected
	TravelByMatrix      TravelSource = TravelImported
	TravelByRouting     TravelSource = "osrm"
	TravelByCoordinates TravelSource = "coordinates"
	TravelUnknown       TravelSource = "unknown"
)

// TravelPair is the way from one place to another as plans count it.
type TravelPair struct {
	FromPlaceID, ToPlaceID string
	Minutes                int
	Source                 TravelSource
	At                     *time.Time // when it was corrected or asked; nil: it is computed each time
	Stale                  bool       // a place was moved since the routing server was asked: its answer is no longer counted
}

// Travel returns the way between all places of the house, in both directions.
func (h *House) Travel() []TravelPair {
	pairs := make([]TravelPair, 0, len(h.Places)*len(h.Places))
	known := newTravelKnown(h)
	for i := range h.Places {
		for j := range h.Places {
			if i != j {
				pairs = append(pairs, known.pair(&h.Facility, &h.Places[i], &h.Places[j]))
			}
		}
	}
	return pairs
}

// travelMatrix returns the minutes between all places in their order.
func (h *House) travelMatrix() [][]int {
	known := newTravelKnown(h)
	matrix := make([][]int, len(h.Places))
	for i := range h.Places {
		matrix[i] = make([]int, len(h.Places))
		for j := range h.Places {
			if i != j {
				matrix[i][j] = known.pair(&h.Facility, &h.Places[i], &h.Places[j]).Minutes
			}
		}
	}
	return matrix
}

// travelKnown is what is known of ways better than by coordinates.
type travelKnown struct {
	corrected map[[2]string]*TravelOverride
	routed    map[[2]string]*RoutedTravel
}

func newTravelKnown(h *House) travelKnown {
	known := travelKnown{corrected: make(map[[2]string]*TravelOverride), routed: make(map[[2]string]*RoutedTravel, len(h.RoutedTravels))}
	for i := range h.TravelOverrides {
		override := &h.TravelOverrides[i]
		known.corrected[[2]string{override.FromPlaceID, override.ToPlaceID}] = override
	}
	for i := range h.RoutedTravels {
		routed := &h.RoutedTravels[i]
		known.routed[[2]string{routed.FromPlaceID, routed.ToPlaceID}] = routed
	}
	return known
}

func (k travelKnown) pair(facility *Facility, from, to *Place) TravelPair {
	way := [2]string{from.ID, to.ID}
	pair := TravelPair{FromPlaceID: from.ID, ToPlaceID: to.ID}
	routed := k.routed[way]
	pair.Stale = routed != nil && !routed.stands(from, to)
	switch override := k.corrected[way]; {
	case override != nil:
		pair.Minutes, pair.Source, pair.At = override.Minutes, TravelSource(override.Source), &override.UpdatedAt
		pair.Stale = false
	case routed != nil && !pair.Stale && facility.OSRMURL != "":
		pair.Minutes, pair.Source, pair.At = routed.Minutes, TravelByRouting, &routed.AskedAt
	case from.Located() && to.Located():
		pair.Minutes, pair.Source = TravelMinutes(from, to, facility.RoadPercent), TravelByCoordinates
	default:
		pair.Minutes, pair.Source = unknownWay, TravelUnknown
	}
	pair.Minutes = min(longestTravel, max(0, pair.Minutes))
	return pair
}
