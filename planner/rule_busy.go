package planner

// checkBusy is the second half of rules 3, 7 and 8: nobody and nothing is in two occurrences at once. Owner says whose list this is: it is
// the breach without its occurrences.
func (m *Model) checkBusy(owner Breach, about, other *booking, breaches []Breach) []Breach {
	if !about.overlaps(other) {
		return breaches
	}
	blocking := other.ref(m)
	owner.Activity, owner.Occurrence, owner.Day = m.Problem.Activities[about.activity].ID, about.number, about.day()
	owner.Blocking = &blocking
	return append(breaches, owner)
}

func (m *Model) personBusy(professional int32) Breach {
	return Breach{Rule: 3, Code: CodeProfessionalBusy, Professional: m.Problem.Professionals[professional].ID}
}

func (m *Model) childBusy(child int32) Breach {
	return Breach{Rule: 7, Code: CodeChildBusy, Child: m.Problem.Children[child].ID}
}

func (m *Model) roomBusy(room int32) Breach {
	return Breach{Rule: 8, Code: CodeRoomBusy, Room: m.Problem.Rooms[room].ID}
}
