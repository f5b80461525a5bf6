package search

import "slices"

// scratch are the buffers of the questions a state answers, so that none of them allocates.
type scratch struct {
	former     option  // of undo and restore
	choice     option  // of choose
	trial      option  // of the team search
	diary      []entry // a day with one entry more
	starts     mask    // starts left after the children's and rooms' calendars
	blocked    mask    // starts at which a child has something else
	busy       mask
	people     mask
	extras     []uint64 // a mask for each optional person
	list       []int32  // occurrences of a ruin
	slots      []int32
	nobody     []int32     // -1 for each seat
	shifts     []shift     // what gives way for the start that is being tried
	where      []int32     // places of a day, see whereabouts
	tight      []tightGap  // gaps that are too short, for when the rest has been looked at
	candidates []candidate // of the only seat, with what each costs now
}

func (c *scratch) init(t *tables) {
	c.choice = option{staff: make([]int32, t.mostSeats), attending: make([]bool, t.mostExtras)}
	c.trial = option{staff: make([]int32, t.mostSeats), attending: make([]bool, t.mostExtras)}
	c.nobody = slices.Repeat([]int32{-1}, t.mostSeats)
	c.diary = make([]entry, 0, 64)
	c.extras = make([]uint64, t.mostExtras*int(t.words))
	c.starts, c.blocked, c.busy, c.people = make(mask, t.words), make(mask, t.words), make(mask, t.words), make(mask, t.words)
}
