package exchange

import (
	"slices"
	"strings"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/sheets"
)

// partnerRow is a partner and one of the people there: the partner is written again for each of them.
type partnerRow struct {
	Partner models.Partner
	Contact models.PartnerContact
}

// partnersTable is the sheet of the partners: the one sheet of which a row is two records.
type partnersTable struct {
	Sheet
	fields []column[partnerRow]
	own    int // how many of the columns are the partner's own
}

var partnerTable = &partnersTable{
	Sheet: Sheet{
		ID: "partners", Title: "Partenaires", English: "Partners", Aliases: []string{"Partenaire", "Contacts", "Annuaire", "Carnet d’adresses"}, Resource: models.ResourcePartner, Names: KindPartner,
		Help: "Une ligne par personne à contacter ; le partenaire est répété. Les adresses ne sont montrées à personne d’autre.",
	},
	own: 3,
	fields: []column[partnerRow]{
		text("name", "Partenaire", "Partner", func(r *partnerRow) *string { return &r.Partner.Name }).required().as("organisme", "structure", "établissement", "nom du partenaire").wide(28),
		choice("kind", "Type", "Kind", partnerKinds, "other", func(r *partnerRow) *string { return &r.Partner.Kind }).as("nature", "catégorie"),
		mayRefer("place", "Lieu", "Place", KindPlace, func(r *partnerRow) **string { return &r.Partner.PlaceID }).as("site").at("place_id"),
		text("contact", "Contact", "Contact", func(r *partnerRow) *string { return &r.Contact.Name }).as("nom du contact", "interlocuteur", "nom", "personne").at("contact.name"),
		text("role", "Fonction", "Role", func(r *partnerRow) *string { return &r.Contact.Role }).as("rôle", "qualité").at("contact.role"),
		text("email", "Courriel", "E-mail", func(r *partnerRow) *string { return &r.Contact.Email }).as("mail", "email", "adresse mail", "adresse électronique", "mél").at("contact.email"),
		text("phone", "Téléphone", "Phone", func(r *partnerRow) *string { return &r.Contact.Phone }).as("tél", "tel", "portable", "numéro").at("contact.phone"),
		spans("hours", "Disponibilités", "Hours", func(r *partnerRow) *[]models.DaySpan { return &r.Contact.Hours }).as("horaires", "disponible").at("contact.hours"),
	},
}

func (t *partnersTable) about() *Sheet { return &t.Sheet }

func (t *partnersTable) columns() []Column {
	return each(t.fields, func(c column[partnerRow]) Column { return c.Column })
}

func (t *partnersTable) write(w *writer) [][]sheets.Cell {
	var cells [][]sheets.Cell
	for _, partner := range w.house.Partners {
		written := false
		for _, contact := range w.house.Contacts {
			if contact.PartnerID == partner.ID {
				cells = append(cells, writeRow(w, t.fields, &partnerRow{partner, contact}))
				written = true
			}
		}
		if !written {
			cells = append(cells, writeRow(w, t.fields, &partnerRow{Partner: partner}))
		}
	}
	return cells
}

func (t *partnersTable) read(r *reader, in *intake) []Row {
	rows := make([]Row, len(in.rows))
	taken := map[string]bool{}
	for i, source := range in.rows {
		rows[i] = Row{Number: source.Number, Cells: in.shown(source)}
		t.readRow(r, in, source, &rows[i], taken)
	}
	return rows
}

func (t *partnersTable) readRow(r *reader, in *intake, source sheets.Row, out *Row, taken map[string]bool) {
	read := partnerRow{Partner: models.Partner{Kind: "other"}, Contact: models.PartnerContact{Hours: []models.DaySpan{}}}
	readCells(r, in, t.fields, source, &read, out)
	decision := r.decisions.about(in.name, source.Number)
	switch {
	case decision != nil && decision.Choice == ChooseSkip:
		out.State = Skipped
	case out.State == "" && read.Contact.Name == "" && read.Contact.Email+read.Contact.Phone+read.Contact.Role != "":
		out.refuse(-1, "contact_without_name", nil)
	}
	if out.State != "" {
		return
	}
	partnerID, same := t.partnerOf(r, &read, out, decision)
	if out.State != "" {
		return
	}
	before := partnerRow{}
	if same {
		before.Partner, _ = r.partners.state(partnerID)
		read.Partner = before.Partner
	} else {
		read.Partner.ID = partnerID
	}
	contactID := t.contactOf(r, &read, partnerID, taken)
	if known, there := r.contacts.state(contactID); there {
		before.Contact, read.Contact = known, known
	}
	hadName := before.Contact.Name != ""
	readCells(r, in, t.fields, source, &read, nil)
	read.Contact.PartnerID = partnerID
	if wrong := t.validate(&read); len(wrong) > 0 {
		refuseFields(out, in, t.fields, wrong)
		return
	}
	out.State = Created
	if same && (hadName || read.Contact.Name == "") {
		out.State = compare(&r.writer, in, t.fields, writeAll(&r.writer, t.fields, &before), &read, out)
	}
	t.keep(r, &read, &before, contactID, same)
}

// partnerOf returns the partner of a row, a new id for a new one. One whose name is nearly that of another is asked about.
func (t *partnersTable) partnerOf(r *reader, read *partnerRow, out *Row, decision *RowDecision) (id string, same bool) {
	if decision != nil && decision.Choice == ChooseSame {
		_, there := r.partners.state(decision.Same)
		if !there {
			out.refuse(-1, "gone", nil)
		}
		return decision.Same, true
	}
	name := sheets.Words(r.decisions.instead(KindPartner, read.Partner.Name))
	known := r.known[KindPartner]
	if ids := known.called[name]; len(ids) > 0 {
		return ids[0], true
	}
	if decision == nil || decision.Choice != ChooseNew {
		for _, id := range known.ids {
			if sheets.Alike(name, known.label[id]) {
				out.State = Asked
				out.Candidates = []Candidate{{ID: id, Name: known.label[id]}}
				out.Findings = append(out.Findings, Finding{Field: -1, Key: "maybe_the_same", Args: map[string]string{"name": known.label[id]}})
				return "", false
			}
		}
	}
	return models.NewID(), false
}

// contactOf returns the contact of a row, empty when it is new or there is none.
func (t *partnersTable) contactOf(r *reader, read *partnerRow, partnerID string, taken map[string]bool) string {
	for _, contact := range r.contacts.there {
		if contact.PartnerID == partnerID && !taken[contact.ID] && sheets.Words(contact.Name) == sheets.Words(read.Contact.Name) {
			taken[contact.ID] = true
			return contact.ID
		}
	}
	return ""
}

func (t *partnersTable) validate(read *partnerRow) []models.FieldError {
	wrong := read.Partner.Validate()
	if read.Contact.Name == "" {
		return wrong
	}
	for _, fieldError := range read.Contact.Validate() {
		fieldError.Path = "contact." + fieldError.Path
		wrong = append(wrong, fieldError)
	}
	return wrong
}

func (t *partnersTable) keep(r *reader, read, before *partnerRow, contactID string, same bool) {
	partnerChanged := !same || !slices.Equal(writeAll(&r.writer, t.fields[:t.own], read), writeAll(&r.writer, t.fields[:t.own], before))
	if partnerChanged {
		r.partners.put(read.Partner)
		r.known[KindPartner].add(read.Partner.ID, namePartner(&read.Partner))
	}
	if strings.TrimSpace(read.Contact.Name) == "" {
		return
	}
	if contactID == "" {
		read.Contact.Record = models.Record{ID: models.NewID()}
		r.contacts.put(read.Contact)
		return
	}
	if !slices.Equal(writeAll(&r.writer, t.fields[t.own:], read), writeAll(&r.writer, t.fields[t.own:], before)) {
		r.contacts.put(read.Contact)
	}
}
