package planner

// checkRoom is rule 8 but for two occurrences in one room: there is a room exactly where one is asked for, it is at that place, has what is
// asked and is open.
func (m *Model) checkRoom(b *booking, breaches []Breach) []Breach {
	asked := m.Problem.Activities[b.activity].Room != nil
	if !asked && b.room == Nowhere {
		return breaches
	}
	if !asked || b.room == Nowhere {
		return append(breaches, m.roomBreach(b, CodeRoomUnsuitable))
	}
	if m.RoomPlace[b.room] != b.place || !m.RoomFits(b.activity, b.room) {
		breaches = append(breaches, m.roomBreach(b, CodeRoomUnsuitable))
	}
	for _, closed := range m.Problem.Rooms[b.room].Closed {
		if closed.Overlaps(b.start, b.end) {
			return append(breaches, m.roomBreach(b, CodeRoomClosed))
		}
	}
	return breaches
}

func (m *Model) roomBreach(b *booking, code Code) Breach {
	breach := b.breach(m, 8, code)
	if b.room != Nowhere {
		breach.Room = m.Problem.Rooms[b.room].ID
	}
	return breach
}
