package handlers

import (
	"fmt"
	"net/http"
	"testing"

	"github.com/maillage-dime/maillage/models"
)

// BenchmarkListThousandChildren reads the list of a thousand children with their schedules and periods through HTTP.
func BenchmarkListThousandChildren(b *testing.B) {
	w := newWorld(b, nil)
	records := houseThere()
	records.Facility.ID, records.Accounts = "large", []models.Account{account("large", models.RoleManager, "", "")}
	like := houseHere()
	records.Modalities, records.Places = like.Modalities, like.Places
	records.Modalities[0].ID = "large-aj"
	for i := range records.Places {
		records.Places[i].ID = "large-" + records.Places[i].ID
	}
	for i := range 1000 {
		child := like.Children[0]
		child.ID, child.SchoolPlaceID = fmt.Sprintf("child-%04d", i), new("large-moulin")
		records.Children = append(records.Children, child)
		records.ModalityPeriods = append(records.ModalityPeriods, models.CareModalityPeriod{
			ID: child.ID, ChildID: child.ID, ModalityCode: "AJ", FromDate: "2026-09-01", WeeklyMinutes: 600,
		})
	}
	if err := w.store.FoundHouse(b.Context(), models.SystemActor(""), records); err != nil {
		b.Fatal(err)
	}
	chief := w.as("large")
	for b.Loop() {
		request, err := http.NewRequestWithContext(b.Context(), http.MethodGet, "/api/records/child", nil)
		if err != nil {
			b.Fatal(err)
		}
		request.Header.Set("Cookie", chief.cookie)
		answer, err := w.api.Do(request)
		if err != nil || answer.StatusCode != http.StatusOK {
			b.Fatal(err, answer.StatusCode)
		}
		if err := answer.Body.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
