package law_test

import (
	"fmt"
	"testing"

	"github.com/maillage-dime/maillage/planner/law"
)

// BenchmarkCheck40People13Weeks is the check of a rota of 40 people with twelve weeks behind it.
func BenchmarkCheck40People13Weeks(b *testing.B) {
	const week = "mon 8:30-9:15 9:15-9:30t 9:30-10:15 10:30-12:00 12:45-13:30 13:30-14:30w 14:30-17:00," +
		"tue 8:30-9:15 9:15-9:30t 9:30-10:15 10:30-12:00c 12:45-13:30 13:30-14:30w 14:30-17:00," +
		"wed 8:30-9:15 9:15-9:30t 9:30-10:15 10:30-12:00 12:45-13:30 13:30-14:30w 14:30-17:00," +
		"thu 8:30-9:15 9:15-9:30t 9:30-10:15 10:30-12:00p 12:45-13:30 13:30-14:30w 14:30-17:00," +
		"fri 8:30-9:15 9:15-9:30t 9:30-10:15 10:30-12:00 12:45-13:30 13:30-14:30w 14:30-16:00"
	in := input(b)
	for i := range 40 {
		person := law.Person{ID: fmt.Sprintf("person-%02d", i), Contracts: []law.Contract{fullTime66}, Work: every(b, 0, judged, week)}
		person.Announced = hours(b, judged, week)
		in.People = append(in.People, person)
	}
	b.ReportAllocs()
	for b.Loop() {
		law.Check(in)
	}
}
