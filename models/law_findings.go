package models

import (
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner/law"
)

// findings returns what the working-time law finds in the rota's week as it stands, with the published weeks around it, and what the house's own
// rule asks a signature for.
func (r *rotaState) findings(ctx context.Context, tx bun.IDB) ([]law.Finding, error) {
	var around *surroundings
	if r.week.house.Template != nil {
		around = r.repeated()
	} else if found, err := r.store.surroundings(ctx, tx, r.week); err != nil {
		return nil, err
	} else {
		around = found
	}
	location, err := r.week.house.Facility.Location()
	if err != nil {
		return nil, err
	}
	return amongAgreements(law.Check(r.lawInput(around, location, r.store.instant())), r.outsideTeams()), nil
}

// lawInput gathers everybody's hours.
func (r *rotaState) lawInput(around *surroundings, location *time.Location, now time.Time) *law.Input {
	house := r.week.house
	in := &law.Input{
		FirstDay: house.Week.Monday().AddDate(0, 0, -weeksBehind*7).Format(time.DateOnly), Days: weeksOfLaw * 7, Location: location,
		JudgedFrom: weeksBehind * 7, JudgedTo: weeksBehind*7 + 7, Now: now, Holidays: around.holidays, Agreements: agreementsOf(house.Facility.Agreements),
		People: make([]law.Person, 0, len(house.Professionals)),
	}
	work := r.week.stints(r.week.withFixed("", r.occurrences))
	var announced map[string][]stint
	if r.rota.State == RotaDraft && house.Published != nil && house.Template == nil {
		announced = r.week.stints(r.week.withFixed("", r.week.askedFor(house.PublishedOccurrences)))
	}
	for i := range house.Professionals {
		person := &house.Professionals[i]
		hours := func(stints []stint) []law.Span {
			return r.week.hoursOf(person, weeksBehind, house.Week.Letter(), stints)
		}
		own := hours(work[person.ID])
		checked := law.Person{
			ID: person.ID, Contracts: contractsOf(person), MealsAtWork: person.Lunch == nil,
			Work: around.done.replace(person.ID, slices.Concat(around.hours[person.ID], own)),
		}
		if announced != nil && person.Limits != nil { // fixed hours are known to who has them, whatever is done in them
			checked.Announced = around.done.replace(person.ID, r.presentOnly(person.ID, hours(announced[person.ID]), own))
		}
		in.People = append(in.People, checked)
	}
	return in
}

// repeated returns the weeks around an ordinary week: the same, in every week or every other one.
func (r *rotaState) repeated() *surroundings {
	house, letter := r.week.house, r.week.house.Week.Letter()
	s := &surroundings{hours: make(map[string][]law.Span, len(house.Professionals))}
	work := r.week.stints(r.occurrences)
	for i := range house.Professionals {
		person := &house.Professionals[i]
		for n := range weeksOfLaw {
			if n != weeksBehind && (house.Template.Letter == EveryWeek || (n-weeksBehind)%2 == 0) {
				s.hours[person.ID] = append(s.hours[person.ID], r.week.hoursOf(person, n, letter, work[person.ID])...)
			}
		}
	}
	return s
}

// presentOnly returns what was announced of the days on which the person is not away; of the others what is planned now: who is ill or on
// leave knows it without notice.
func (r *rotaState) presentOnly(person string, announced, planned []law.Span) []law.Span {
	var away [7]bool
	for _, span := range r.week.house.Away(person) {
		for day := range away {
			if day*dayMinutes < span.To && span.From < (day+1)*dayMinutes {
				away[day] = true
			}
		}
	}
	absent := func(span law.Span) bool { return away[min(6, span.From%weekMinutes/dayMinutes)] }
	kept := slices.DeleteFunc(slices.Clone(announced), absent)
	for _, span := range planned {
		if absent(span) {
			kept = append(kept, span)
		}
	}
	return slices.Concat([]law.Span{}, kept)
}

// stints returns what everybody takes part in.
func (w *compiledWeek) stints(occurrences []RotaOccurrence) map[string][]stint {
	stints := make(map[string][]stint, len(w.house.Professionals))
	for i := range occurrences {
		o := &occurrences[i]
		activity, known := w.model.ActivityIndex(o.ActivityID)
		if !known {
			continue
		}
		compiled := &w.problem.Activities[activity]
		for _, person := range slices.Concat(o.Staff, o.Attendees) {
			stints[person] = append(stints[person], stint{o.Start, o.Start + compiled.Duration, o.PlaceID, kindOfWork(string(compiled.Kind))})
		}
	}
	return stints
}

// familyOf returns the family of a profession that conventions treat alike.
func familyOf(profession string) law.Family {
	switch profession {
	case "special_educator", "educator", "early_years_educator", "technical_educator", "care_assistant":
		return law.Educators
	case "psychomotor_therapist", "speech_therapist", "occupational_therapist", "physiotherapist", "nurse":
		return law.Paramedics
	case "psychiatrist", "physician":
		return law.Doctors
	case "psychologist", "neuropsychologist":
		return law.Psychologist
	case "specialised_teacher", "sports_teacher":
		return law.Teachers
	default:
		return law.OtherFamily
	}
}
