package handlers

import (
	"context"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/planner"
	"github.com/maillage-dime/maillage/planner/law"
)

func (a *API) previewPublication(ctx context.Context, who caller, input *RotaPath) (*answer[publicationJSON], error) {
	publication, err := a.Store.PreviewPublication(ctx, who.actor, string(input.ID))
	if err != nil {
		return nil, err
	}
	return answerWith(encodePublication(&publication)), nil
}

func (a *API) publishRota(ctx context.Context, who caller, input *rotaBody[publishJSON]) (*answer[publishedJSON], error) {
	publication, err := a.Store.PublishTelling(ctx, who.actor, string(input.ID), input.Body.Revision, models.PublicationWords{
		Note: string(input.Body.Note), Reasons: each(input.Body.Reasons, decodeReason), Conflicts: each(input.Body.Conflicts, decodeConflictReason),
	})
	if err != nil {
		return nil, err
	}
	view, err := a.Store.ReadRota(ctx, who.actor, string(input.ID))
	if err != nil {
		return nil, err
	}
	rota, err := a.rota(ctx, who, view)
	if err != nil {
		return nil, err
	}
	return answerWith(publishedJSON{Rota: rota, Concerned: len(publication.Concerned), Version: publication.Version}), nil
}

func encodePublication(publication *models.Publication) publicationJSON {
	return publicationJSON{
		Version: publication.Version, Replaces: publication.Replaces,
		Concerned: each(publication.Concerned, func(person *models.ConcernedPerson) concernedJSON {
			return concernedJSON{
				Professional: person.ProfessionalID, Changes: each(person.Changes, encodePersonChange), Account: person.Account, Calendar: person.Calendar,
			}
		}),
		Changes: publication.Changes, Unplanned: publication.Unplanned, Untouched: publication.Untouched,
		Children: list(publication.Children), Breaches: list(publication.Breaches),
		Conflicts: each(publication.Conflicts, encodeOpenConflict), Findings: list(publication.Findings),
		SignedBefore: each(publication.Before, encodeSigned),
	}
}

func encodePersonChange(change *models.PersonChange) personChangeJSON {
	return personChangeJSON{
		Activity: change.Activity, Occurrence: change.Occurrence, Kind: string(change.Kind),
		Old: encodeOldRow(change.Old), New: encodeOldRow(change.New),
	}
}

func encodeOldRow(row *models.RotaOccurrence) *oldJSON {
	if row == nil {
		return nil
	}
	return encodeOld(new(occurrenceOf(row)))
}

func decodeReason(reason *signReasonJSON) models.SignedReason {
	return models.SignedReason{
		Rule: string(reason.Rule), ProfessionalID: string(reason.Professional), From: reason.From, Reason: string(reason.Reason),
	}
}

func encodeOpenConflict(conflict *models.OpenConflict) openConflictJSON {
	encoded := openConflictJSON{
		Activity: conflict.ActivityID, Occurrence: conflict.Occurrence, Code: string(conflict.Code), Professional: conflict.ProfessionalID, Day: conflict.Day,
		Breaches: conflict.Breaches,
	}
	if conflict.Kept != nil {
		encoded.Kept = new(encodeKept(conflict.Kept))
	}
	return encoded
}

func decodeConflictReason(reason *signConflictJSON) models.SignedConflict {
	return models.SignedConflict{
		ConflictKey: models.ConflictKey{
			ActivityID: reason.Activity, Occurrence: reason.Occurrence, Code: planner.Code(reason.Code), ProfessionalID: reason.Professional, Day: reason.Day,
		},
		Reason: string(reason.Reason),
	}
}

func encodeSigned(signed *models.SignedFinding) signedJSON {
	return signedJSON{
		Rule: signed.Rule, Article: signed.Article, Professional: signed.ProfessionalID, From: signed.FromDate,
		Value: signed.Value, Limit: signed.Limit, Reason: signed.Reason, SignedAt: signed.SignedAt.UTC(), SignedBy: notEmpty(signed.Signer),
	}
}

// pressing counts the findings that publication has to do with.
func pressing(findings []law.Finding) (count int) {
	for i := range findings {
		if findings[i].Severity != law.House {
			count++
		}
	}
	return count
}
