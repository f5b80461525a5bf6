package handlers

import "github.com/maillage-dime/maillage/models"

func (a *API) partnerRecords() {
	registerRecords(a, recordKind[models.Partner, PartnerFields, partnerRecordJSON, partnerInputJSON]{
		"partner", "Partner", "Partners", a.Store.Partners(), encodePartnerFields, decodePartnerFields,
		func(head RecordHead, fields PartnerFields) partnerRecordJSON { return partnerRecordJSON{head, fields} },
		func(input *partnerInputJSON) (int, *PartnerFields) { return input.Version, &input.PartnerFields },
	})
	registerRecords(a, recordKind[models.PartnerContact, ContactFields, contactRecordJSON, contactInputJSON]{
		"contact", "Contact", "Contacts", a.Store.Contacts(), encodeContactFields, decodeContactFields,
		func(head RecordHead, fields ContactFields) contactRecordJSON { return contactRecordJSON{head, fields} },
		func(input *contactInputJSON) (int, *ContactFields) { return input.Version, &input.ContactFields },
	})
}

func encodePartnerFields(p *models.Partner) PartnerFields {
	return PartnerFields{Kind: partnerKind(p.Kind), Name: plainLine(p.Name), PlaceID: optionalWritten[identifier](p.PlaceID)}
}

func decodePartnerFields(p *PartnerFields) models.Partner {
	return models.Partner{Kind: string(p.Kind), Name: string(p.Name), PlaceID: optionalText(p.PlaceID)}
}

func encodeContactFields(c *models.PartnerContact) ContactFields {
	return ContactFields{
		PartnerID: identifier(c.PartnerID), Name: plainLine(c.Name), Role: plainLine(c.Role), Email: plainLine(c.Email), Phone: plainLine(c.Phone),
		Hours: each(c.Hours, encodeSpan),
	}
}

func decodeContactFields(c *ContactFields) models.PartnerContact {
	return models.PartnerContact{
		PartnerID: string(c.PartnerID), Name: string(c.Name), Role: string(c.Role), Email: string(c.Email), Phone: string(c.Phone),
		Hours: each(c.Hours, decodeSpan),
	}
}
