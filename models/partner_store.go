package models

import "context"

// Validate returns everything that is wrong with the partner's values.
func (p *Partner) Validate() []FieldError {
	var c fieldChecks
	oneOf(&c, "kind", p.Kind, PartnerKinds...)
	c.filled("name", p.Name, maxName)
	c.optionalReference("place_id", p.PlaceID)
	return c.wrong
}

func (p *Partner) references() []reference {
	return optionalReferenceTo("place", "place_id", p.PlaceID)
}

var partners = &keeper[Partner]{
	resource: ResourcePartner,
	sort:     func(rows []Partner) { SortFrench(rows, func(p *Partner) string { return p.Name }) },
	usage:    []usage{{table: "partner_contact", column: "partner_id"}, {table: "child", column: "transport_partner_id"}},
}

// Validate returns everything that is wrong with the contact's values.
func (p *PartnerContact) Validate() []FieldError {
	var c fieldChecks
	c.reference("partner_id", p.PartnerID)
	c.filled("name", p.Name, maxName)
	c.text("role", p.Role, maxName)
	if p.Email != "" {
		c.email("email", p.Email)
	}
	c.text("phone", p.Phone, maxName)
	c.separateSpans("hours", p.Hours)
	return c.wrong
}

func (p *PartnerContact) references() []reference {
	return []reference{{"partner_id", "partner", p.PartnerID}}
}

var contacts = &keeper[PartnerContact]{
	resource: ResourceContact,
	sort:     func(rows []PartnerContact) { SortFrench(rows, func(p *PartnerContact) string { return p.Name }) },
}

// ListPartners returns the partners the actor may read, in French order.
func (s *Store) ListPartners(ctx context.Context, actor Actor) ([]Partner, error) {
	return list(ctx, s, actor, partners)
}

// CreatePartner keeps a new partner and returns it with its id.
func (s *Store) CreatePartner(ctx context.Context, actor Actor, row Partner) (Partner, error) {
	return create(ctx, s, actor, partners, row)
}

// UpdatePartner replaces a partner that still stands at row.Version.
func (s *Store) UpdatePartner(ctx context.Context, actor Actor, row Partner) (Partner, error) {
	return update(ctx, s, actor, partners, row)
}

// ArchivePartner takes a partner that still stands at version out of use.
func (s *Store) ArchivePartner(ctx context.Context, actor Actor, id string, version int) error {
	return archive[Partner](ctx, s, actor, partners, id, version)
}

// ListContacts returns the contacts the actor may read, in French order.
func (s *Store) ListContacts(ctx context.Context, actor Actor) ([]PartnerContact, error) {
	return list(ctx, s, actor, contacts)
}

// CreateContact keeps a new contact and returns it with its id.
func (s *Store) CreateContact(ctx context.Context, actor Actor, row PartnerContact) (PartnerContact, error) {
	return create(ctx, s, actor, contacts, row)
}

// UpdateContact replaces a contact that still stands at row.Version.
func (s *Store) UpdateContact(ctx context.Context, actor Actor, row PartnerContact) (PartnerContact, error) {
	return update(ctx, s, actor, contacts, row)
}

// ArchiveContact takes a contact that still stands at version out of use.
func (s *Store) ArchiveContact(ctx context.Context, actor Actor, id string, version int) error {
	return archive[PartnerContact](ctx, s, actor, contacts, id, version)
}
