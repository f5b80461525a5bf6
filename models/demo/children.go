package demo

// childRow is a child as the tables below write it: invented first and last names.
type childRow struct{ first, last string }

var mainstreamChildren = []childRow{
	{"Lina", "Marchetti"},
	{"Omar", "Belkacem"},
	{"Jules", "Rivière"},
	{"Zoé", "Pelletier"},
	{"Adam", "Kessler"},
	{"Manon", "Lacombe"},
	{"Noé", "Guillot"},
	{"Inaya", "Saïdi"},
	{"Tom", "Vasnier"},
	{"Élise", "Dumas"},
	{"Rayan", "Aziz"},
	{"Louane", "Chevalier"},
	{"Ethan", "Fabre"},
	{"Mila", "Hubert"},
	{"Gabin", "Teyssier"},
	{"Sarah", "Nivelle"},
	{"Ilyès", "Ouazzani"},
	{"Rose", "Jourdan"},
	{"Basile", "Courtois"},
	{"Maïa", "Roche"},
	{"Idriss", "Lamrani"},
	{"Clémence", "Bost"},
	{"Tiago", "Pereira"},
	{"Anouk", "Vernet"},
	{"Côme", "Delorme"},
	{"Safia", "Hamdi"},
	{"Lilian", "Perrin"},
	{"Nour", "Taleb"},
	{"Margot", "Savary"},
	{"Eliott", "Garcin"},
}

var dayCareChildren = []childRow{
	{"Hugo", "Wagner"},
	{"Amel", "Zidane"},
	{"Nolan", "Etienne"},
	{"Jade", "Quentin"},
	{"Malo", "Ibert"},
	{"Aya", "Rahmani"},
	{"Sacha", "Ulrich"},
	{"Lou", "Bernier"},
	{"Axel", "Moulin"},
	{"Nina", "Cazal"},
	{"Timéo", "Leroux"},
	{"Yasmine", "Djebbar"},
	{"Paul", "Ferry"},
	{"Agathe", "Vignon"},
	{"Enzo", "Salles"},
	{"Capucine", "Noiret"},
	{"Mehdi", "Tahiri"},
	{"Alix", "Paulet"},
	{"Soren", "Kervella"},
	{"Victor", "Astier"},
	{"Kenza", "Lakhdar"},
	{"Robin", "Malet"},
	{"Wassim", "Brahimi"},
	{"Elsa", "Jacquemin"},
	{"Antonin", "Rey"},
	{"Fanny", "Coste"},
	{"Milo", "Sabatier"},
	{"Hana", "Okada"},
	{"Gaspard", "Lebrun"},
	{"Oriane", "Thévenet"},
	{"Ismaël", "Diop"},
	{"Célestine", "Faure"},
	{"Loan", "Mercier"},
	{"Aminata", "Koné"},
	{"Théodore", "Weiss"},
	{"Violette", "Gras"},
}

var boardingChildren = []childRow{
	{"Dylan", "Gontier"},
	{"Océane", "Barrière"},
	{"Mathis", "Joubert"},
	{"Lola", "Sarrazin"},
	{"Aaron", "Heim"},
	{"Célia", "Monnier"},
	{"Ruben", "Dantas"},
	{"Naël", "Charef"},
	{"Thaïs", "Olivier"},
	{"Loris", "Favier"},
	{"Inès", "Boutet"},
	{"Marius", "Lenglet"},
	{"Shaïna", "Pons"},
	{"Corentin", "Arnal"},
}

// groupRow is a group of day-care children: the children from first to last of their table, the last not included.
type groupRow struct {
	name        string
	first, last int
}

var groups = []groupRow{
	{"Colibris", 0, 7}, {"Mésanges", 7, 14}, {"Hérissons", 14, 21}, {"Écureuils", 21, 29}, {"Renards", 29, 36},
}

// workshop is what groups do. A label stands in one place of the plan each week and group.
type workshop struct{ label, short, place, room string }

var workshops = []workshop{
	{"Musique", "Mus.", "PEU", "groupe"},
	{"Jardin", "Jar.", "PEU", ""},
	{"Cuisine", "Cuis.", "PEU", "groupe"},
	{"Piscine", "Pisc.", "CNA", ""},
	{"Atelier bois", "Bois", "PEU", "groupe"},
	{"Sport collectif", "Sport", "GYM", ""},
	{"Conte", "Conte", "PEU", "groupe"},
}

// schoolOf spreads the mainstream children over the schools of their sector.
var schoolsOf = map[string][]string{
	valley:    {"JMO", "MAR", "LMI", "VRE", "PRE", "SAB", "LAV"},
	highlands: {"BRU", "FON", "COU", "MON", "TIL"},
}
