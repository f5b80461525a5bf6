package search

// journal remembers how the occurrences a move touches were before it, so that the move can be undone.
type journal struct {
	move      int64   // number of the running move
	stamp     []int64 // [occurrence]: the last move that touched it
	lines     []journalLine
	staff     []int32 // of all lines
	attending []bool
}

type journalLine struct {
	occurrence, start, place, room int32
	staff, attending               int32 // where they begin
}

func (j *journal) init(t *tables) {
	j.move = 1
	j.stamp = make([]int64, len(t.workOf))
}

// remember keeps the occurrence as it is, the first time a move touches it.
func (j *journal) remember(s *state, o int32) {
	if j.stamp[o] == j.move {
		return
	}
	j.stamp[o] = j.move
	j.lines = append(j.lines, journalLine{o, s.start[o], s.place[o], s.room[o], int32(len(j.staff)), int32(len(j.attending))})
	j.staff = append(j.staff, s.seatsOf(o)...)
	j.attending = append(j.attending, s.extrasOf(o)...)
}

// keep ends a move and lets its changes stand.
func (s *state) keep() {
	for i := range s.journal.lines {
		s.shelf.mark(s.journal.lines[i].occurrence)
	}
	s.mostExcused = min(s.mostExcused, s.excusedBroken)
	s.journal.next()
}

// undo ends a move and puts everything back as it was before.
func (s *state) undo() {
	j := &s.journal
	for i := range j.lines {
		if o := j.lines[i].occurrence; s.start[o] >= 0 {
			s.take(o)
		}
	}
	for i := range j.lines {
		if line := &j.lines[i]; line.start >= 0 {
			s.put(line.occurrence, s.before(line))
		}
	}
	j.next()
}

// before is how the occurrence of a line was planned; valid until the next call.
func (s *state) before(line *journalLine) *option {
	w := &s.works[s.workOf[line.occurrence]]
	s.scratch.former = option{
		start: line.start, place: line.place, room: line.room,
		staff:     s.journal.staff[line.staff : int(line.staff)+len(w.seats)],
		attending: s.journal.attending[line.attending : int(line.attending)+len(w.optional)],
	}
	return &s.scratch.former
}

func (j *journal) next() {
	j.move++
	j.lines, j.staff, j.attending = j.lines[:0], j.staff[:0], j.attending[:0]
}

// line returns how the occurrence was before the running move, which has touched it.
func (j *journal) line(o int32) *journalLine {
	i := 0
	for j.lines[i].occurrence != o {
		i++
	}
	return &j.lines[i]
}
