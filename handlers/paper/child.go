package paper

// ChildWeek is the week of a child on A4 for the child to read: large, with a drawing beside each line, and first names only.
type ChildWeek struct {
	FirstName string
	Moments   []Moment // in order of start
}

// Moment is what a child does: Start and End are minutes of the week.
type Moment struct {
	Start, End int
	What       string
	Drawing    Pictogram
	With       string // first names
	Where      string
	There      Pictogram // of the place
}

// The measures of a child's sheet, in millimetres: lines are as tall as the page allows, between these.
const (
	childMargin    = 13.0
	shortestMoment = 11.0
	tallestMoment  = 22.0
	childHeading   = 10.0
)

// Children draws the week of each child from a new page on.
func Children(edition Edition, weeks []ChildWeek) ([]byte, error) {
	s := newSheet(&edition, a4Portrait, childMargin, "")
	for i := range weeks {
		child := &childSheet{sheet: s, week: &weeks[i]}
		if err := child.draw(); err != nil {
			return nil, err
		}
	}
	return s.bytes()
}

type childSheet struct {
	*sheet
	week *ChildWeek
	y    float64
	tall float64 // of a line
}

func (c *childSheet) begin() {
	c.y = c.page(c.week.FirstName, c.words.mine) + 2
}

func (c *childSheet) draw() error {
	c.begin()
	room := c.bottom() - c.y - float64(c.edition.Days)*childHeading
	c.tall = min(max(room/float64(max(len(c.week.Moments), 1)), shortestMoment), tallestMoment)
	for day := range c.edition.Days {
		var moments []*Moment
		for i := range c.week.Moments {
			if c.week.Moments[i].Start/minutesOfDay == day {
				moments = append(moments, &c.week.Moments[i])
			}
		}
		if len(moments) == 0 && day >= 5 {
			continue // a weekend without anything is not the service's to show
		}
		if c.y+childHeading+c.tall*float64(min(len(moments), 1)) > c.bottom() {
			c.begin()
		}
		c.heading(day)
		for _, moment := range moments {
			if err := c.moment(moment); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *childSheet) heading(day int) {
	c.strokes(0.5, 0)
	c.Line(childMargin, c.y+0.6, c.width-childMargin, c.y+0.6)
	c.write(childMargin, c.y+7, 15, bold, c.edition.DayName(day))
	c.y += childHeading
}

func (c *childSheet) moment(moment *Moment) error {
	if c.y+c.tall > c.bottom() {
		c.begin()
		c.heading(moment.Start / minutesOfDay)
	}
	middle, side := c.y+c.tall/2, min(c.tall-2, 15)
	c.write(childMargin+1, middle+2.2, 16, bold, c.edition.Language.hour(moment.Start))
	if err := c.draws(moment.Drawing, childMargin+28, middle-side/2, side); err != nil {
		return err
	}
	left := childMargin + 28 + side + 4
	right := c.width - childMargin - side
	what := c.fitting(moment.What, right-left-2, 14, bold)
	c.write(left, middle-0.4, 14, bold, what)
	under := moment.With
	if moment.Where != "" {
		under += " · " + moment.Where
	}
	c.write(left, middle+5, 11, plain, c.fitting(under, right-left-2, 11, plain))
	if moment.There != "" {
		if err := c.draws(moment.There, right, middle-side/2+1, side-2); err != nil {
			return err
		}
	}
	c.y += c.tall
	return nil
}
