package models

import "cmp"

// completed is a record with values that stand for what nobody said.
type completed interface{ complete() }

// complete fills in what was left out of a record before it is checked and written.
func complete[T any](row *T) {
	if record, can := any(row).(completed); can {
		record.complete()
	}
}

func (f *Facility) complete() {
	f.Agreements = listOf(f.Agreements)
	f.RoadPercent = cmp.Or(f.RoadPercent, usualRoadPercent)
}

// complete takes it that the firm drives which is named.
func (ch *Child) complete() {
	if ch.TransportPartnerID != nil {
		ch.Transport = cmp.Or(ch.Transport, TransportFirm)
	}
}

func (p *Professional) complete() { p.completeContracts() }

func (d *Demand) complete() {
	d.Rhythm = cmp.Or(d.Rhythm, EachWeek)
}

func (d *StandingDuty) complete() {
	d.Demand.complete()
	d.Kind = cmp.Or(d.Kind, DutyOther)
}

func (m *RecurringMeeting) complete() {
	m.Demand.complete()
	m.Purpose = cmp.Or(m.Purpose, PurposeOther)
}

func (t *TravelOverride) complete() { t.Source = cmp.Or(t.Source, TravelCorrected) }
