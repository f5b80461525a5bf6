package paper

import (
	"embed"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

// Pictogram names a drawing that a child reads beside a word. They were drawn for this project and are under its licence.
type Pictogram string

// The pictograms: what is done, then where.
const (
	Together Pictogram = "together" // two people
	Group    Pictogram = "group"
	Talk     Pictogram = "talk"
	Move     Pictogram = "move"
	Make     Pictogram = "make"
	Feel     Pictogram = "feel"
	Learn    Pictogram = "learn"
	Sport    Pictogram = "sport"
	Care     Pictogram = "care"
	Meal     Pictogram = "meal"
	Ride     Pictogram = "ride"
	Night    Pictogram = "night"
	Meet     Pictogram = "meet" // around a table
	AtHome   Pictogram = "home"
	AtSchool Pictogram = "school"
	AtSite   Pictogram = "site"
)

// Pictograms are all of them.
var Pictograms = []Pictogram{Together, Group, Talk, Move, Make, Feel, Learn, Sport, Care, Meal, Ride, Night, Meet, AtHome, AtSchool, AtSite}

//go:embed pictograms/*.svg
var pictogramFiles embed.FS

// pictogramSide is the side of the square that drawings stand in.
const pictogramSide = 24

// step is one command of a path, with absolute coordinates.
type step struct {
	command byte // M, L, C, H, V or Z
	at      []float64
}

// stepLengths are how many numbers each command takes.
var stepLengths = map[byte]int{'M': 2, 'L': 2, 'C': 6, 'H': 1, 'V': 1, 'Z': 0}

// pictograms reads all drawings once.
var pictograms = sync.OnceValues(func() (map[Pictogram][][]step, error) {
	entries, err := pictogramFiles.ReadDir("pictograms")
	if err != nil {
		return nil, err
	}
	drawings := make(map[Pictogram][][]step, len(entries))
	for _, entry := range entries {
		content, err := pictogramFiles.ReadFile("pictograms/" + entry.Name())
		if err != nil {
			return nil, err
		}
		if drawings[Pictogram(strings.TrimSuffix(entry.Name(), ".svg"))], err = readPictogram(content); err != nil {
			return nil, fmt.Errorf("reading the drawing %s: %w", entry.Name(), err)
		}
	}
	return drawings, nil
})

// readPictogram reads the paths of a drawing; of SVG they use no more than the commands of stepLengths.
func readPictogram(content []byte) ([][]step, error) {
	var drawing struct {
		Paths []struct {
			D string `xml:"d,attr"`
		} `xml:"path"`
	}
	if err := xml.Unmarshal(content, &drawing); err != nil {
		return nil, err
	}
	paths := make([][]step, 0, len(drawing.Paths))
	for _, path := range drawing.Paths {
		steps, err := readPath(path.D)
		if err != nil {
			return nil, err
		}
		paths = append(paths, steps)
	}
	return paths, nil
}

func readPath(text string) ([]step, error) {
	var steps []step
	for field := range strings.FieldsSeq(text) {
		if length, known := stepLengths[field[0]]; known {
			steps = append(steps, step{field[0], make([]float64, 0, length)})
			field = field[1:]
		}
		if field == "" {
			continue
		}
		number, err := strconv.ParseFloat(field, 64)
		if err != nil || len(steps) == 0 {
			return nil, fmt.Errorf("the path has %q where a command or a number belongs", field)
		}
		last := &steps[len(steps)-1]
		last.at = append(last.at, number)
	}
	for _, one := range steps {
		if len(one.at) != stepLengths[one.command] {
			return nil, fmt.Errorf("the path has %d numbers after %c instead of %d", len(one.at), one.command, stepLengths[one.command])
		}
	}
	return steps, nil
}

// draws draws a pictogram in a square.
func (s *sheet) draws(name Pictogram, x, y, side float64) error {
	drawings, err := pictograms()
	if err != nil {
		return err
	}
	scale := side / pictogramSide
	s.strokes(1.6*scale, 0)
	s.SetLineCapStyle("round")
	s.SetLineJoinStyle("round")
	for _, path := range drawings[name] {
		s.trace(path, x, y, scale)
	}
	s.SetLineCapStyle("butt")
	s.SetLineJoinStyle("miter")
	return nil
}

func (s *sheet) trace(path []step, x, y, scale float64) {
	atX, atY := 0.0, 0.0
	for _, one := range path {
		at := one.at
		switch one.command {
		case 'M':
			atX, atY = at[0], at[1]
			s.MoveTo(x+atX*scale, y+atY*scale)
			continue
		case 'C':
			atX, atY = at[4], at[5]
			s.CurveBezierCubicTo(x+at[0]*scale, y+at[1]*scale, x+at[2]*scale, y+at[3]*scale, x+atX*scale, y+atY*scale)
			continue
		case 'Z':
			s.ClosePath()
			continue
		case 'H':
			atX = at[0]
		case 'V':
			atY = at[0]
		default:
			atX, atY = at[0], at[1]
		}
		s.LineTo(x+atX*scale, y+atY*scale)
	}
	s.DrawPath("D")
}
