package handlers

// PartnerFields are the values of a partner.
type PartnerFields struct {
	Kind    partnerKind `json:"kind"`
	Name    plainLine   `json:"name"`
	PlaceID *identifier `json:"place_id" nullable:"true"`
}

type partnerRecordJSON struct {
	RecordHead
	PartnerFields
}

type partnerInputJSON struct {
	RecordVersion
	PartnerFields
}

// ContactFields are the values of a person at a partner.
type ContactFields struct {
	PartnerID identifier    `json:"partner_id"`
	Name      plainLine     `json:"name"`
	Role      plainLine     `json:"role"`
	Email     plainLine     `json:"email" doc:"May be empty."`
	Phone     plainLine     `json:"phone"`
	Hours     []daySpanJSON `json:"hours" doc:"When the person can usually come; empty: unknown."`
}

type contactRecordJSON struct {
	RecordHead
	ContactFields
}

type contactInputJSON struct {
	RecordVersion
	ContactFields
}
