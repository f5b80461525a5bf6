package models

import "math"

// How the way between two places is estimated where nobody has corrected it.
const (
	roadFactor      = 1.35 // roads against the straight line
	shortWay        = 4.0  // kilometres of road within which one drives in town
	townSpeed       = 28.0 // km/h
	roadSpeed       = 48.0 // km/h
	parkingMinutes  = 5    // to the car and from it
	earthRadius     = 6371.0088
	longestTravel   = 12 * 60 // minutes: more is a place with wrong coordinates
	radiansByDegree = math.Pi / 180
)

// TravelMinutes estimates the minutes by car from one place to another from their coordinates. It is 0 between a place and itself, and the
// same in both directions.
func TravelMinutes(from, to *Place) int {
	if from.ID == to.ID {
		return 0
	}
	kilometres := straightLine(from, to) * roadFactor
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

// travelMatrix returns the minutes between all places in their order, corrected where somebody measured the way.
func travelMatrix(places []Place, corrections []TravelOverride) [][]int {
	position := make(map[string]int, len(places))
	matrix := make([][]int, len(places))
	for i := range places {
		position[places[i].ID] = i
		matrix[i] = make([]int, len(places))
		for j := range i {
			minutes := TravelMinutes(&places[i], &places[j])
			matrix[i][j], matrix[j][i] = minutes, minutes
		}
	}
	for _, correction := range corrections {
		from, fromKnown := position[correction.FromPlaceID]
		to, toKnown := position[correction.ToPlaceID]
		if fromKnown && toKnown && from != to {
			matrix[from][to] = min(longestTravel, max(0, correction.Minutes))
		}
	}
	return matrix
}
