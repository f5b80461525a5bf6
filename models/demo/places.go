package demo

import "github.com/maillage-dime/maillage/models"

// site is a place as the tables below write it. Coordinates are invented, in a rural département.
type site struct {
	code, name, sector  string
	kind                models.PlaceKind
	latitude, longitude float64
}

const (
	valley    = "Vallée de l’Ambelle"
	highlands = "Haut-Pays"
)

var sites = []site{
	{"PEU", "Les Peupliers", valley, models.PlaceSite, 45.1000, 3.5000},
	{"BEL", "Antenne Bellerive", highlands, models.PlaceSite, 45.1850, 3.6050},
	{"CLO", "Le Clos, hébergement", valley, models.PlaceSite, 45.1085, 3.4890},
	{"JMO", "École Jean-Moulin", valley, models.PlaceSchool, 45.1042, 3.5070},
	{"MAR", "École des Marronniers", valley, models.PlaceSchool, 45.0905, 3.5165},
	{"LMI", "Collège Louise-Michel", valley, models.PlaceSchool, 45.0968, 3.4812},
	{"VRE", "École du Verger", valley, models.PlaceSchool, 45.1290, 3.5380},
	{"PRE", "École Jacques-Prévert", valley, models.PlaceSchool, 45.0655, 3.4610},
	{"SAB", "École de Saint-Abel", valley, models.PlaceSchool, 45.0480, 3.5440},
	{"LAV", "Lycée professionnel Lavoisier", valley, models.PlaceSchool, 45.1120, 3.5205},
	{"BRU", "École de Bruyères", highlands, models.PlaceSchool, 45.1915, 3.6140},
	{"FON", "Collège des Fontaines", highlands, models.PlaceSchool, 45.1790, 3.5930},
	{"COU", "École de la Couze", highlands, models.PlaceSchool, 45.2190, 3.6370},
	{"MON", "École de Montsauve", highlands, models.PlaceSchool, 45.2035, 3.5570},
	{"TIL", "École des Tilleuls", highlands, models.PlaceSchool, 45.1640, 3.6420},
	{"CNA", "Centre nautique", valley, models.PlacePartner, 45.0925, 3.4950},
	{"GYM", "Gymnase municipal", valley, models.PlacePartner, 45.1010, 3.4930},
	{"MDP", "MDPH", valley, models.PlacePartner, 45.0430, 3.8850},
}

// homes are shared by neighbours: a home is where a family can be met, never an address in a list.
const homeCount = 26

// home returns the coordinates of a home: spread over the two sectors on a spiral, so that no two fall together.
func home(n int) (sector string, latitude, longitude float64) {
	column, row := n%5, n/5
	if n%5 < 3 {
		return valley, 45.062 + 0.017*float64(row) + 0.004*float64(column), 3.462 + 0.031*float64(column) + 0.006*float64(row)
	}
	return highlands, 45.166 + 0.011*float64(row) + 0.003*float64(column), 3.545 + 0.028*float64(column-2) + 0.005*float64(row)
}

// chamber is a room as the table below writes it.
type chamber struct {
	place, name string
	seats       int
	features    []string
	wheelchair  bool
}

var chambers = []chamber{
	{"PEU", "Calme", 4, []string{"soin", "calme"}, true},
	{"PEU", "Psychomotricité", 6, []string{"soin", "motricité"}, true},
	{"PEU", "Orthophonie", 4, []string{"soin"}, true},
	{"PEU", "Ergothérapie", 5, []string{"soin"}, true},
	{"PEU", "Bureau des psychologues", 4, []string{"soin"}, false},
	{"PEU", "Infirmerie", 4, []string{"soin", "santé"}, true},
	{"PEU", "Cuisine pédagogique", 12, []string{"groupe"}, true},
	{"PEU", "Musique", 12, []string{"groupe"}, true},
	{"PEU", "Atelier bois", 10, []string{"groupe"}, true},
	{"PEU", "Colibris", 12, []string{"groupe"}, true},
	{"PEU", "Jardin d’hiver", 12, []string{"groupe"}, true},
	{"PEU", "Réunion", 24, []string{"réunion"}, true},
	{"PEU", "Petite réunion", 10, []string{"réunion"}, true},
	{"BEL", "Rivière", 5, []string{"soin", "calme"}, true},
	{"BEL", "Colline", 8, []string{"soin", "groupe", "réunion"}, true},
	{"CLO", "Salon", 10, []string{"soin", "groupe"}, true},
	{"CLO", "Bureau", 6, []string{"soin", "réunion"}, false},
	{"JMO", "Classe du dispositif", 12, []string{"groupe"}, true},
}
