package search

// tally counts the seats of each of a few people. The lists are short, so they are searched from the front.
type tally struct{ lines []tallyLine }

type tallyLine struct {
	person int32
	seats  int32
}

func (t *tally) has(person int32) bool {
	for i := range t.lines {
		if t.lines[i].person == person {
			return true
		}
	}
	return false
}

// add counts one more seat (n = 1) or one less (n = -1) and returns how many different people there are now.
func (t *tally) add(person, n int32) int {
	for i := range t.lines {
		if t.lines[i].person == person {
			if t.lines[i].seats += n; t.lines[i].seats == 0 {
				last := len(t.lines) - 1
				t.lines[i] = t.lines[last]
				t.lines = t.lines[:last]
			}
			return len(t.lines)
		}
	}
	t.lines = append(t.lines, tallyLine{person, n})
	return len(t.lines)
}

// people is the number of different people.
func (t *tally) people() int { return len(t.lines) }
