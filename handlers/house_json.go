package handlers

type houseJSON struct {
	Modalities    []modalityJSON     `json:"modalities"`
	Places        []placeJSON        `json:"places"`
	Rooms         []roomJSON         `json:"rooms"`
	Teams         []teamJSON         `json:"teams"`
	Professionals []professionalJSON `json:"professionals"`
	Children      []childJSON        `json:"children" doc:"For a professional, only the children she meets."`
	Partners      []partnerJSON      `json:"partners"`
}

type modalityJSON struct {
	Code string `json:"code" doc:"Two capital letters."`
	Name string `json:"name"`
}

type placeJSON struct {
	ID     string `json:"id"`
	Kind   string `json:"kind" enum:"site,school,home,partner"`
	Name   string `json:"name"`
	Code   string `json:"code" doc:"Three capital letters shown in the grid."`
	Sector string `json:"sector"`
}

type roomJSON struct {
	ID       string   `json:"id"`
	Place    string   `json:"place"`
	Name     string   `json:"name"`
	Seats    int      `json:"seats"`
	Features []string `json:"features"`
}

type teamJSON struct {
	ID         string   `json:"id"`
	Code       string   `json:"code"`
	Name       string   `json:"name"`
	Kind       string   `json:"kind" enum:"dedicated,transversal,territorial,resource"`
	Modalities []string `json:"modalities" doc:"Modality codes; empty means all."`
	Position   int      `json:"position"`
}

type professionalJSON struct {
	ID         string     `json:"id"`
	Name       string     `json:"name"`
	FirstName  string     `json:"first_name"`
	LastName   string     `json:"last_name"`
	Initials   string     `json:"initials"`
	JobTitle   string     `json:"job_title"`
	Profession string     `json:"profession"`
	Teams      []string   `json:"teams"`
	MainTeam   string     `json:"main_team" doc:"The team under which the person's row stands; empty without a team."`
	Base       string     `json:"base"`
	Lunch      *lunchJSON `json:"lunch"`
}

type lunchJSON struct {
	From    int `json:"from" doc:"Minutes after midnight."`
	To      int `json:"to" doc:"Minutes after midnight."`
	Minutes int `json:"minutes"`
}

type childJSON struct {
	ID           string  `json:"id"`
	Name         string  `json:"name" example:"Lina M."`
	Initials     string  `json:"initials" example:"LM"`
	DiscreetName string  `json:"discreet_name" example:"Li. M."`
	Modality     string  `json:"modality"`
	Sector       string  `json:"sector"`
	KeyWorker    *string `json:"key_worker"`
	School       *string `json:"school"`
	Transport    string  `json:"transport" enum:",firm,family,house" doc:"Who drives the child; empty where nobody said so."`
	Carrier      *string `json:"carrier" doc:"The partner that drives the child."`
}

type partnerJSON struct {
	ID       string        `json:"id"`
	Kind     string        `json:"kind" enum:"school,mdph,ase,health,family,other"`
	Name     string        `json:"name"`
	Place    *string       `json:"place"`
	Contacts []contactJSON `json:"contacts" doc:"Empty for a professional."`
}

type contactJSON struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Role string `json:"role"`
}
