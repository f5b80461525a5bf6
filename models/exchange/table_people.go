package exchange

import (
	"fmt"
	"slices"
	"strings"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/sheets"
)

const wholeShare = 100 // percent

var professionalTable = &table[models.Professional]{
	Sheet: Sheet{
		ID: "professionals", Title: "Professionnels", English: "Professionals", Resource: models.ResourceProfessional, Names: KindProfessional,
		Aliases: []string{"Personnel", "Salariés", "Agents", "Liste du personnel", "Équipe éducative", "Intervenants"},
		Help:    "Une ligne par personne. Les horaires sont dans la feuille Horaires.",
	},
	fields: []column[models.Professional]{
		text("last_name", "Nom", "Last name", func(p *models.Professional) *string { return &p.LastName }).required().as("nom de famille", "nom d’usage"),
		text("first_name", "Prénom", "First name", func(p *models.Professional) *string { return &p.FirstName }).required(),
		profession("profession", "Métier", "Profession", func(p *models.Professional) *string { return &p.Profession }).required().as("fonction", "profession", "emploi", "qualification"),
		text("job_title", "Intitulé du poste", "Job title", func(p *models.Professional) *string { return &p.JobTitle }).as("intitulé", "poste", "libellé du poste").
			noted("Écrit sous le nom dans le planning, par exemple éduc. spécialisée."),
		mainTeam(), mainShare(), otherTeams(),
		refers("base_place", "Site", "Base", KindPlace, func(p *models.Professional) *string { return &p.BasePlaceID }).required().as("lieu", "site de rattachement", "base", "lieu de travail").at("base_place_id"),
		ofContract(hours("contract_minutes", "Heures par semaine", "Weekly hours", func(c *models.Contract) *int { return &c.Minutes }).
			as("H/sem", "heures", "temps de travail", "durée hebdomadaire", "heures hebdo", "contrat").noted("35, 17,75 ou 17:45. Du contrat en cours.").at("contracts.minutes")),
		ofContract(choice("convention", "Convention", "Convention", conventions, models.ConventionOther, func(c *models.Contract) *models.Convention { return &c.Convention }).as("convention collective", "CC").at("contracts.convention")),
		ofContract(choice("contract_kind", "Type de contrat", "Contract", contractKinds, models.ContractPermanent, func(c *models.Contract) *models.ContractKind { return &c.Kind }).as("CDI/CDD", "nature du contrat").at("contracts.kind")),
		ofContract(optionalDay("contract_from", "Contrat du", "Contract from", func(c *models.Contract) **string { return &c.From }).
			as("début du contrat", "date d’embauche", "date d’entrée").noted("Vide : depuis toujours.").at("contracts.from_date")),
		ofContract(optionalDay("contract_to", "Contrat jusqu’au", "Contract until", func(c *models.Contract) **string { return &c.To }).
			as("fin du contrat", "date de sortie", "contrat au").noted("Vide : sans fin.").at("contracts.to_date")),
		yes("minor", "Moins de 18 ans", "Under 18", false, func(p *models.Professional) *bool { return &p.Minor }).as("mineur", "mineure", "apprenti mineur").noted("Personne en apprentissage ou jeune de moins de 18 ans : la loi prévoit d’autres limites."),
		list("skills", "Compétences", "Skills", func(p *models.Professional) *[]string { return &p.Skills }).as("compétence", "habilitations", "spécialités"),
		yes("from_base", "Départ du site", "Starts at base", true, func(p *models.Professional) *bool { return &p.FromBase }).as("commence au site").noted("Non : la journée peut commencer chez un enfant ou dans une école."),
		lunchClock("lunch_from", "Repas à partir de", "Lunch from", func(l *models.LunchBreak) *int { return &l.From }).as("pause à partir de"),
		lunchClock("lunch_to", "Repas jusqu’à", "Lunch until", func(l *models.LunchBreak) *int { return &l.To }).as("pause jusqu’à"),
		lunchMinutes().as("durée pause", "pause (min)", "pause déjeuner"),
		limit("week_work", "Au plus par semaine (h)", "Most hours a week", 60, func(l *models.WorkLimits) *int { return &l.WeekWork }),
		limit("day_work", "Au plus par jour (h)", "Most hours a day", 60, func(l *models.WorkLimits) *int { return &l.DayWork }),
		limit("day_span", "Amplitude au plus (h)", "Longest day", 60, func(l *models.WorkLimits) *int { return &l.DaySpan }),
		limit("rest", "Repos au moins (h)", "Shortest rest", 60, func(l *models.WorkLimits) *int { return &l.Rest }),
		limit("week_days", "Jours au plus par semaine", "Most days a week", 1, func(l *models.WorkLimits) *int { return &l.WeekDays }),
		optionalHours("direct_target", "Temps direct (h)", "Direct hours", func(p *models.Professional) **int { return &p.DirectTarget }).as("objectif direct", "direct"),
		optionalHours("coordination_target", "Coordination (h)", "Coordination hours", func(p *models.Professional) **int { return &p.CoordinationTarget }).as("temps de coordination"),
		optionalHours("preparation_target", "Préparation (h)", "Preparation hours", func(p *models.Professional) **int { return &p.PreparationTarget }).as("temps de préparation", "indirect"),
		optionalWhole("key_worker_load", "Références au plus", "Most key-worker children", func(p *models.Professional) **int { return &p.KeyWorkerLoad }).as("nombre de références", "enfants en référence"),
	},
	ledger: func(r *reader) *ledger[models.Professional] { return &r.professionals },
	fresh: func() models.Professional {
		return models.Professional{
			Skills: []string{}, WorkingPattern: []models.DaySpan{}, Memberships: []models.Membership{},
			Contracts: []models.Contract{freshContract()}, FromBase: true,
		}
	},
	keys: func(p *models.Professional) []string { return []string{personKey(p.LastName, p.FirstName)} },
	once: func(p *models.Professional) []string {
		return []string{sheets.Unordered(personKey(p.LastName, p.FirstName))}
	},
	naming:   nameProfessional,
	validate: (*models.Professional).Validate,
	finish: func(_ *reader, p *models.Professional) {
		// Shares that nobody wrote are the whole contract, or what the other teams leave of it.
		left := wholeShare
		for _, m := range p.Memberships {
			left -= m.Share
		}
		for i := range p.Memberships {
			if p.Memberships[i].Share == 0 {
				p.Memberships[i].Share = max(1, left)
			}
		}
	},
}

func personKey(last, first string) string {
	if last == "" || first == "" {
		return ""
	}
	return last + " " + first
}

// profession is a trade by its name.
func profession[R any](id, title, english string, of func(*R) *string) column[R] {
	return choice(id, title, english, professions, "", of).wide(26)
}

// main returns where a person's main team stands, -1 for none.
func mainOf(p *models.Professional) int {
	return slices.IndexFunc(p.Memberships, func(m models.Membership) bool { return m.Main })
}

func mainTeam() column[models.Professional] {
	c := mayRefer("team", "Équipe", "Team", KindTeam, func(p *models.Professional) **string {
		var team *string
		if at := mainOf(p); at >= 0 {
			team = &p.Memberships[at].TeamID
		}
		return &team
	}).as("équipe principale", "service", "pôle").at("memberships")
	c.set = func(r *reader, cell sheets.Cell, p *models.Professional) *sheets.Issue {
		at := mainOf(p)
		if cell.Kind == sheets.Empty {
			if at >= 0 {
				p.Memberships = slices.Delete(slices.Clone(p.Memberships), at, at+1)
			}
			return nil
		}
		team, wrong := r.find(KindTeam, cell)
		if wrong != nil {
			return wrong
		}
		p.Memberships = slices.DeleteFunc(slices.Clone(p.Memberships), func(m models.Membership) bool { return !m.Main && m.TeamID == team })
		if at = mainOf(p); at >= 0 {
			p.Memberships[at].TeamID = team
			return nil
		}
		p.Memberships = slices.Insert(p.Memberships, 0, models.Membership{TeamID: team, Main: true})
		return nil
	}
	return c
}

func mainShare() column[models.Professional] {
	return column[models.Professional]{
		Column: Column{
			ID: "share", Title: "Part de l’équipe (%)", English: "Share of the team (%)", Aliases: []string{"quotité", "part", "%", "pourcentage"},
			Note: "Part du contrat dans cette équipe. Vide : tout ce que les autres équipes laissent.", Width: 9,
		},
		get: func(_ *writer, p *models.Professional) sheets.Cell {
			if at := mainOf(p); at >= 0 {
				return sheets.NumberCell(sheets.Number, float64(p.Memberships[at].Share))
			}
			return sheets.Cell{}
		},
		set: func(_ *reader, cell sheets.Cell, p *models.Professional) *sheets.Issue {
			share, at := 0, mainOf(p)
			if cell.Kind != sheets.Empty {
				read, wrong := cell.Integer()
				if wrong != nil {
					return wrong
				}
				share = read
			}
			if at >= 0 {
				p.Memberships = slices.Clone(p.Memberships)
				p.Memberships[at].Share = share
			}
			return nil
		},
	}
}

// otherTeams is « Transversale 20 %, Appui-ressource 10 % ».
func otherTeams() column[models.Professional] {
	return column[models.Professional]{
		Column: Column{
			ID: "other_teams", Title: "Autres équipes", English: "Other teams", Aliases: []string{"équipes secondaires", "autre équipe"}, Refers: KindTeam, Width: 24,
			Note: "Avec la part du contrat, par exemple : Transversale 20 %, Appui-ressource 10 %.",
		},
		get: func(w *writer, p *models.Professional) sheets.Cell {
			var entries []string
			for _, m := range p.Memberships {
				if name := w.name(KindTeam, m.TeamID); !m.Main && name != "" {
					entries = append(entries, fmt.Sprintf("%s %d %%", sheets.ListEntry(name), m.Share))
				}
			}
			slices.Sort(entries)
			return sheets.TextCell(strings.Join(entries, ", "))
		},
		set: func(r *reader, cell sheets.Cell, p *models.Professional) *sheets.Issue {
			p.Memberships = slices.DeleteFunc(slices.Clone(p.Memberships), func(m models.Membership) bool { return !m.Main })
			entries, wrong := cell.List()
			if wrong != nil {
				return wrong
			}
			for _, entry := range entries {
				name, share, wrong := nameAndShare(entry)
				if wrong != nil {
					return wrong
				}
				team, wrong := r.named(KindTeam, name)
				if wrong != nil {
					return wrong
				}
				p.Memberships = append(p.Memberships, models.Membership{TeamID: team, Share: share})
			}
			return nil
		},
	}
}

// nameAndShare cuts « Transversale 20 % » in its two parts.
func nameAndShare(entry string) (name string, share int, wrong *sheets.Issue) {
	entry = strings.Trim(strings.TrimSuffix(strings.TrimSpace(entry), ")"), " ")
	bare := strings.TrimSpace(strings.TrimSuffix(entry, "%"))
	digits := len(bare) - len(strings.TrimRight(bare, "0123456789"))
	if digits == 0 || bare == entry {
		return "", 0, &sheets.Issue{Key: "share_missing", Args: map[string]string{"value": entry}}
	}
	share, wrong = sheets.TextCell(bare[len(bare)-digits:]).Integer()
	return strings.Trim(bare[:len(bare)-digits], " (:\u00a0\u202f"), share, wrong
}

// lunchClock is an end of the span in which lunch lies.
func lunchClock(id, title, english string, of func(*models.LunchBreak) *int) column[models.Professional] {
	return lunchPart(id, title, english, of, clockCell, sheets.Cell.Clock)
}

func lunchMinutes() column[models.Professional] {
	return lunchPart("lunch_minutes", "Durée du repas (min)", "Lunch (min)", func(l *models.LunchBreak) *int { return &l.Minutes },
		func(n int) sheets.Cell { return sheets.NumberCell(sheets.Number, float64(n)) }, sheets.Cell.Minutes)
}

func lunchPart(
	id, title, english string, of func(*models.LunchBreak) *int, write func(int) sheets.Cell, read func(sheets.Cell) (int, *sheets.Issue),
) column[models.Professional] {
	c := partOf(id, title, english, func(p *models.Professional) **models.LunchBreak { return &p.Lunch }, of, write, read)
	return c.at(strings.Replace(id, "_", ".", 1))
}

func limit(id, title, english string, unit int, of func(*models.WorkLimits) *int) column[models.Professional] {
	write := func(n int) sheets.Cell { return sheets.NumberCell(sheets.Number, float64(n)) }
	read := sheets.Cell.Integer
	if unit > 1 {
		write, read = hoursCell, sheets.Cell.Hours
	}
	c := partOf(id, title, english, func(p *models.Professional) **models.WorkLimits { return &p.Limits }, of, write, read)
	return c.at("limits." + id).noted("Seulement pour les horaires souples : à remplir toutes, ou aucune.")
}

// partOf is a number of a part of a record that is there as a whole or not at all.
func partOf[R, P any](
	id, title, english string, part func(*R) **P, of func(*P) *int, write func(int) sheets.Cell, read func(sheets.Cell) (int, *sheets.Issue),
) column[R] {
	return column[R]{
		Column: described(id, title, english, 10),
		get: func(_ *writer, row *R) sheets.Cell {
			if *part(row) == nil {
				return sheets.Cell{}
			}
			return write(*of(*part(row)))
		},
		set: func(_ *reader, cell sheets.Cell, row *R) *sheets.Issue {
			if cell.Kind == sheets.Empty {
				*part(row) = emptied(*part(row), of)
				return nil
			}
			value, wrong := read(cell)
			fresh := new(P)
			if *part(row) != nil {
				*fresh = **part(row)
			}
			*of(fresh) = value
			*part(row) = fresh
			return wrong
		},
	}
}

// emptied takes one number out of a part; the part goes with its last number.
func emptied[P any](part *P, of func(*P) *int) *P {
	if part == nil {
		return nil
	}
	fresh := *part
	*of(&fresh) = 0
	if any(fresh) == any(*new(P)) {
		return nil
	}
	return &fresh
}
