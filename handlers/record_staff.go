package handlers

import "github.com/maillage-dime/maillage/models"

func (a *API) staffRecords() {
	registerRecords(a, recordKind[models.Team, TeamFields, teamRecordJSON, teamInputJSON]{
		"team", "Team", "Teams", a.Store.Teams(), encodeTeamFields, decodeTeamFields,
		func(head RecordHead, fields TeamFields) teamRecordJSON { return teamRecordJSON{head, fields} },
		func(input *teamInputJSON) (int, *TeamFields) { return input.Version, &input.TeamFields },
	})
	registerRecords(a, recordKind[models.Professional, ProfessionalFields, professionalRecordJSON, professionalInputJSON]{
		"professional", "Professional", "Professionals", a.Store.Professionals(), encodeProfessionalFields, decodeProfessionalFields,
		func(head RecordHead, fields ProfessionalFields) professionalRecordJSON {
			return professionalRecordJSON{head, fields}
		},
		func(input *professionalInputJSON) (int, *ProfessionalFields) {
			return input.Version, &input.ProfessionalFields
		},
	})
}

func encodeTeamFields(t *models.Team) TeamFields {
	return TeamFields{
		Code: plainLine(t.Code), Name: plainLine(t.Name), Kind: string(t.Kind), Modalities: written[plainLine](t.Modalities),
		Sectors: written[plainLine](t.Sectors), Position: t.Position, UnitID: optionalWritten[identifier](t.UnitID),
	}
}

func decodeTeamFields(t *TeamFields) models.Team {
	return models.Team{
		Code: string(t.Code), Name: string(t.Name), Kind: models.TeamKind(t.Kind), Modalities: texts(t.Modalities), Sectors: texts(t.Sectors),
		Position: t.Position, UnitID: optionalText(t.UnitID),
	}
}

func encodeProfessionalFields(p *models.Professional) ProfessionalFields {
	return ProfessionalFields{
		FirstName: plainLine(p.FirstName), LastName: plainLine(p.LastName), Profession: profession(p.Profession), JobTitle: plainLine(p.JobTitle),
		Skills: written[plainLine](p.Skills), Contracts: each(p.Contracts, encodeContract), Minor: p.Minor,
		WorkingPattern: each(p.WorkingPattern, encodeSpan),
		BasePlaceID:    identifier(p.BasePlaceID), FromBase: p.FromBase, Lunch: (*lunchJSON)(p.Lunch), Limits: (*workLimitsJSON)(p.Limits),
		DirectTarget: p.DirectTarget, CoordinationTarget: p.CoordinationTarget, PreparationTarget: p.PreparationTarget,
		KeyWorkerLoad: p.KeyWorkerLoad,
		Memberships: each(p.Memberships, func(m *models.Membership) membershipJSON {
			return membershipJSON{TeamID: identifier(m.TeamID), Share: m.Share, Main: m.Main}
		}),
	}
}

func decodeProfessionalFields(p *ProfessionalFields) models.Professional {
	return models.Professional{
		FirstName: string(p.FirstName), LastName: string(p.LastName), Profession: string(p.Profession), JobTitle: string(p.JobTitle),
		Skills: texts(p.Skills), Contracts: each(p.Contracts, decodeContract), Minor: p.Minor,
		WorkingPattern: each(p.WorkingPattern, decodeSpan),
		BasePlaceID:    string(p.BasePlaceID), FromBase: p.FromBase, Lunch: (*models.LunchBreak)(p.Lunch), Limits: (*models.WorkLimits)(p.Limits),
		DirectTarget: p.DirectTarget, CoordinationTarget: p.CoordinationTarget, PreparationTarget: p.PreparationTarget,
		KeyWorkerLoad: p.KeyWorkerLoad,
		Memberships: each(p.Memberships, func(m *membershipJSON) models.Membership {
			return models.Membership{TeamID: string(m.TeamID), Share: m.Share, Main: m.Main}
		}),
	}
}

func encodeContract(c *models.Contract) contractJSON {
	return contractJSON{
		FromDate: c.From, ToDate: c.To, Minutes: c.Minutes, Convention: string(c.Convention), Kind: string(c.Kind),
		Agreements: written[agreement](c.Agreements),
	}
}

func decodeContract(c *contractJSON) models.Contract {
	return models.Contract{
		From: c.FromDate, To: c.ToDate, Minutes: c.Minutes, Convention: models.Convention(c.Convention), Kind: models.ContractKind(c.Kind),
		Agreements: texts(c.Agreements),
	}
}
