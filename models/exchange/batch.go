package exchange

import "github.com/maillage-dime/maillage/models"

// Batch returns the changes of all accepted rows, in an order in which what is named is there before what names it.
func (p *Preview) Batch(store *models.Store) *models.Batch {
	batch := &models.Batch{}
	r := p.changes
	hand(batch, store.Places(), &r.places)
	hand(batch, store.Rooms(), &r.rooms)
	hand(batch, store.Teams(), &r.teams)
	hand(batch, store.Professionals(), &r.professionals)
	hand(batch, store.Partners(), &r.partners)
	hand(batch, store.Contacts(), &r.contacts)
	hand(batch, store.Children(), &r.children)
	hand(batch, store.Groups(), &r.groups)
	hand(batch, store.Needs(), &r.needs)
	hand(batch, store.RecurringMeetings(), &r.meetings)
	hand(batch, store.Duties(), &r.duties)
	hand(batch, store.Absences(), &r.absences)
	hand(batch, store.ClosedDays(), &r.closedDays)
	hand(batch, store.TravelOverrides(), &r.travel)
	return batch
}

func hand[T any](batch *models.Batch, records models.Records[T], ledger *ledger[T]) {
	for _, id := range ledger.order {
		if c := ledger.changed[id]; c.old == nil {
			records.AddCreation(batch, c.row)
		} else {
			records.AddUpdate(batch, c.row)
		}
	}
}
