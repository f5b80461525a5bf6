package exchange

import (
	"fmt"
	"slices"
	"strings"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/sheets"
)

// Kind is a kind of record that cells name.
type Kind string

// The kinds.
const (
	KindPlace        Kind = "place"
	KindRoom         Kind = "room"
	KindTeam         Kind = "team"
	KindUnit         Kind = "unit"
	KindModality     Kind = "modality"
	KindProfessional Kind = "professional"
	KindChild        Kind = "child"
	KindGroup        Kind = "group"
	KindPartner      Kind = "partner"
)

// index finds the records of one kind by what people call them.
type index struct {
	ids     []string            // in the order they were added
	label   map[string]string   // id → how it is called when it is written
	called  map[string][]string // folded name → ids
	weak    map[string][]string // names that count only when nothing else answers to them: a last name alone
	refused map[string]int      // folded name → row that would have made it
}

func newIndex() *index {
	return &index{label: map[string]string{}, called: map[string][]string{}, weak: map[string][]string{}, refused: map[string]int{}}
}

// naming is what a record is called: the first name is the one written, the others are understood as well.
type naming struct {
	names []string
	weak  []string
}

// add makes a record known. The second one of a name is written « Domicile (2) », so that each can be told from the others.
func (x *index) add(id string, n naming) {
	if _, known := x.label[id]; !known {
		x.ids = append(x.ids, id)
	}
	first := n.names[0]
	twins := slices.DeleteFunc(slices.Clone(x.called[sheets.Words(first)]), func(other string) bool { return other == id })
	x.label[id] = first
	for _, name := range n.names {
		x.call(x.called, name, id)
	}
	for _, name := range n.weak {
		x.call(x.weak, name, id)
	}
	if len(twins) == 0 {
		return
	}
	for i, twin := range append(twins, id) {
		x.label[twin] = fmt.Sprintf("%s (%d)", first, i+1)
		x.call(x.called, x.label[twin], twin)
	}
}

func (x *index) call(names map[string][]string, name, id string) {
	if key := sheets.Words(name); key != "" && !slices.Contains(names[key], id) {
		names[key] = append(names[key], id)
	}
}

// find returns the records a text may mean.
func (x *index) find(text string) []string {
	key := sheets.Words(text)
	for _, names := range []map[string][]string{x.called, x.weak} {
		if ids := names[key]; len(ids) > 0 {
			return ids
		}
	}
	return nil
}

// synonyms are words the field uses for the same thing, so that one can be proposed where the other is unknown.
var synonyms = [][]string{
	{"internat", "hébergement", "nuit"},
	{"sessad", "milieu ordinaire", "ambulatoire", "pmo"},
	{"semi internat", "externat", "accueil de jour", "ime"},
	{"paramédical", "transversale", "soins", "thérapeutique"},
	{"ema", "appui ressource", "ressource", "emas"},
	{"uee", "unité externalisée", "ue", "unité d’enseignement"},
}

// mostSuggestions is how many names are proposed for one that is unknown.
const mostSuggestions = 3

// near returns the names of records a text may be meant for.
func (x *index) near(text string) []string {
	var found []string
	for _, id := range x.ids {
		if len(found) < mostSuggestions && (sheets.Near(text, x.label[id]) || sameSense(text, x.label[id])) {
			found = append(found, x.label[id])
		}
	}
	return found
}

func sameSense(one, other string) bool {
	a, b := " "+sheets.Words(one)+" ", " "+sheets.Words(other)+" "
	for _, group := range synonyms {
		holds := func(text string) bool {
			return slices.ContainsFunc(group, func(word string) bool { return strings.Contains(text, " "+sheets.Words(word)+" ") })
		}
		if holds(a) && holds(b) {
			return true
		}
	}
	return false
}

func personNamed(first, last, number string) naming {
	names := []string{strings.TrimSpace(last + " " + first), strings.TrimSpace(first + " " + last)}
	weak := []string{last}
	if number != "" {
		names = append(names, number)
	}
	if initial := []rune(last); len(initial) > 0 {
		weak = append(weak, first+" "+string(initial[:1]))
	}
	return naming{names: names, weak: weak}
}

func namePlace(p *models.Place) naming {
	return naming{names: []string{p.Name}, weak: []string{p.Code}}
}
func nameRoom(r *models.Room) naming { return naming{names: []string{r.Name}} }
func nameTeam(t *models.Team) naming {
	return naming{names: []string{t.Name, t.Code}, weak: []string{"équipe " + t.Name}}
}

func nameUnit(u *models.ServiceUnit) naming {
	return naming{names: []string{u.Name}, weak: []string{u.FINESS}}
}

func nameModality(m *models.CareModality) naming { return naming{names: []string{m.Name, m.Code}} }

func nameProfessional(p *models.Professional) naming { return personNamed(p.FirstName, p.LastName, "") }

func nameChild(c *models.Child) naming { return personNamed(c.FirstName, c.LastName, c.InternalNumber) }

func nameGroup(g *models.ChildGroup) naming {
	return naming{names: []string{g.Name}, weak: []string{"groupe " + g.Name}}
}
func namePartner(p *models.Partner) naming { return naming{names: []string{p.Name}} }

// nameAll returns the indexes of all kinds of a house.
func nameAll(h *House) map[Kind]*index {
	names := map[Kind]*index{}
	addAll(names, KindUnit, h.Units, func(u *models.ServiceUnit) string { return u.ID }, nameUnit)
	// Records name a modality by its code.
	addAll(names, KindModality, h.Modalities, func(m *models.CareModality) string { return m.Code }, nameModality)
	addAll(names, KindPlace, h.Places, func(p *models.Place) string { return p.ID }, namePlace)
	addAll(names, KindRoom, h.Rooms, func(r *models.Room) string { return r.ID }, nameRoom)
	addAll(names, KindTeam, h.Teams, func(t *models.Team) string { return t.ID }, nameTeam)
	addAll(names, KindProfessional, h.Professionals, func(p *models.Professional) string { return p.ID }, nameProfessional)
	addAll(names, KindChild, h.Children, func(c *models.Child) string { return c.ID }, nameChild)
	addAll(names, KindGroup, h.Groups, func(g *models.ChildGroup) string { return g.ID }, nameGroup)
	addAll(names, KindPartner, h.Partners, func(p *models.Partner) string { return p.ID }, namePartner)
	return names
}

func addAll[T any](names map[Kind]*index, kind Kind, rows []T, id func(*T) string, name func(*T) naming) {
	names[kind] = newIndex()
	for i := range rows {
		names[kind].add(id(&rows[i]), name(&rows[i]))
	}
}

// writer writes rows of a house.
type writer struct {
	house *House
	known map[Kind]*index
}

func newWriter(h *House) *writer { return &writer{house: h, known: nameAll(h)} }

// name is how a record is called in a file; one that is out of use has no name any more.
func (w *writer) name(kind Kind, id string) string { return w.known[kind].label[id] }

func (w *writer) names(kind Kind, ids []string) []string {
	var names []string
	for _, id := range ids {
		if name := w.name(kind, id); name != "" {
			names = append(names, name)
		}
	}
	return names
}
