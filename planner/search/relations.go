package search

// relations say which occurrences have something to do with each other. All chains share them.
type relations struct {
	ease    []float64 // [activity]: see state.ways
	ofChild [][]int32 // [child]: its occurrences
	ofPlace [][]int32 // [place]: occurrences that can be held there
}

func newRelations(s *state) *relations {
	r := &relations{ofChild: make([][]int32, len(s.staffTarget)), ofPlace: make([][]int32, s.places)}
	for i := range s.works {
		w := &s.works[i]
		r.ease = append(r.ease, s.ways(w))
		for o := w.first; o < w.first+w.count; o++ {
			for _, child := range w.children {
				r.ofChild[child] = append(r.ofChild[child], o)
			}
			for k := range w.spots {
				if place := w.spots[k].place; place != nowhere {
					r.ofPlace[place] = append(r.ofPlace[place], o)
				}
			}
		}
	}
	return r
}
