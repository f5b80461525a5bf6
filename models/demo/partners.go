package demo

import (
	"strings"

	"github.com/maillage-dime/maillage/models"
)

// contactRow is somebody at a partner, invented.
type contactRow struct{ partner, kind, place, name, role string }

var contacts = []contactRow{
	{"École Jean-Moulin", "school", "JMO", "M. Okonski", "directeur"},
	{"École Jean-Moulin", "school", "JMO", "Mme Dupré", "enseignante référente"},
	{"École des Marronniers", "school", "MAR", "Mme Leblanc", "directrice"},
	{"Collège Louise-Michel", "school", "LMI", "M. Arnoux", "principal adjoint"},
	{"Collège des Fontaines", "school", "FON", "Mme Sorel", "principale"},
	{"École de Bruyères", "school", "BRU", "M. Taillefer", "directeur"},
	{"MDPH", "mdph", "MDP", "Mme Aubin", "référente de parcours"},
	{"ASE, secteur Est", "ase", "", "Mme Baillet", "éducatrice"},
	{"Centre hospitalier", "health", "", "Dr Vannier", "neuropédiatre"},
	{taxiFirm, "other", "", "Mme Roche", "standard"},
	{"Famille Marchetti", "family", "", "Mme Marchetti", "mère de Lina"},
	{"Famille Belkacem", "family", "", "M. Belkacem", "père d’Omar"},
}

// taxiFirm drives some of the children.
const taxiFirm = "Taxis de l’Ambelle"

func (b *builder) addPartners() {
	known := map[string]bool{}
	for _, row := range contacts {
		if !known[row.partner] {
			known[row.partner] = true
			partner := models.Partner{Record: b.record("partner", row.partner), Kind: row.kind, Name: row.partner}
			if row.place != "" {
				partner.PlaceID = new(b.place[row.place])
			}
			b.records.Partners = append(b.records.Partners, partner)
		}
		words := strings.Fields(strings.ToLower(row.name))
		contact := models.PartnerContact{
			Record: b.record("contact", row.name), PartnerID: b.id("partner", row.partner), Name: row.name, Role: row.role,
			Email: words[len(words)-1] + "@exemple.fr", Hours: []models.DaySpan{},
		}
		if row.partner == taxiFirm {
			contact.Phone = "04 71 00 00 17"
		}
		if row.name == "Mme Dupré" { // never on Wednesdays
			for _, window := range everyDay("xx.xx", 510, 1020) {
				contact.Hours = append(contact.Hours, window.DaySpan)
			}
		}
		b.records.Contacts = append(b.records.Contacts, contact)
	}
}
