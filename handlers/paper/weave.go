package paper

// weaves are the patterns of the selvedge at the foot of a card, by modality code: those of the screens (components.css of the front end), in
// millimetres of line and gap. A modality without one is told by its code alone.
var weaves = map[string]weave{
	"MO": {lines: []float64{0.8}},
	"AJ": {lines: []float64{0.8}, pattern: []float64{2.4, 1}},
	"HE": {lines: []float64{0.8}, pattern: []float64{0.7, 0.7}},
	"AF": {lines: []float64{0.8}, pattern: []float64{2.4, 0.7, 0.7, 0.7}},
	"UE": {lines: []float64{0.25, 0.25}},
	"AS": {lines: []float64{0.8}, pattern: []float64{1.4, 1.4}},
	"AR": {lines: []float64{0.25}},
}

// weave is the lines of a selvedge, by their widths from the foot up, and their pattern.
type weave struct {
	lines, pattern []float64
}

// selvedge draws the weave of a modality above a foot line.
func (s *sheet) selvedge(x, foot, width float64, modality string) {
	for i, line := range weaves[modality].lines {
		s.strokes(line, 0, weaves[modality].pattern...)
		y := foot - line/2 - 0.55*float64(i)
		s.Line(x, y, x+width, y)
	}
	s.strokes(0.15, 0)
}
