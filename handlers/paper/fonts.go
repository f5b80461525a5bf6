package paper

import (
	_ "embed" // the fonts travel in the program
)

// The fonts are DejaVu Sans Condensed: narrow, with every letter of the languages of Europe and the no-break spaces of French. Their licence,
// in fonts/LICENSE-DejaVu.txt, lets them be embedded in the program and in its documents.
var (
	//go:embed fonts/DejaVuSansCondensed.ttf
	regularFont []byte
	//go:embed fonts/DejaVuSansCondensed-Bold.ttf
	boldFont []byte
)

const fontFamily = "DejaVu"

// weight is how strong a text is written, by the letters of fpdf.
type weight string

const (
	plain weight = ""
	bold  weight = "B"
)
