package models

import "github.com/maillage-dime/maillage/planner/law"

// Professions are the codes of the trades of the field, in the order lists show them. Screens translate them.
var Professions = []string{
	"director", "head_of_service", "case_coordinator",
	"special_educator", "educator", "early_years_educator", "technical_educator", "care_assistant", "house_parent", "night_watch",
	"psychologist", "neuropsychologist", "psychiatrist", "physician", "nurse",
	"psychomotor_therapist", "speech_therapist", "occupational_therapist", "physiotherapist",
	"social_worker", "specialised_teacher", "sports_teacher", "driver", "secretary", "maintenance",
}

// UnitKinds are what a service unit can be, by the categories of the FINESS register: institut médico-éducatif, institut
// médico-professionnel, dispositif or institut thérapeutique éducatif et pédagogique, service d'éducation spéciale et de soins à domicile,
// institut d'éducation motrice, établissement pour enfants polyhandicapés, centre d'accueil familial spécialisé.
var UnitKinds = []string{"ime", "impro", "itep", "sessad", "iem", "eeap", "cafs", "other"}

// AgreementCodes are the derogations a facility can have in force, those of the working-time law: [law.Agreements].
var AgreementCodes = texts(law.Agreements)

func texts[T ~string](values []T) []string {
	converted := make([]string, len(values))
	for i, value := range values {
		converted[i] = string(value)
	}
	return converted
}

// DutyKinds are what a duty is for.
var DutyKinds = []string{"arrival", "meal", "evening", "night", "escort", DutyOther}

// DutyOther is the kind of a duty that nobody said more of.
const DutyOther = "other"

// MeetingPurposes are what a recurring meeting is for.
var MeetingPurposes = []string{"team", "synthesis", "practice_review", "supervision", PurposeOther}

// PurposeOther is the purpose of a meeting that nobody said more of.
const PurposeOther = "other"

// ProtectedKinds are what protected time is for.
var ProtectedKinds = []string{"preparation", "writing", ProtectedCoordination}

// ProtectedCoordination is time for meetings and coordination: recurring meetings count towards it.
const ProtectedCoordination = "coordination"

// PartnerKinds are what a partner can be: a school, the MDPH, the child protection service, a hospital or practice, a family.
var PartnerKinds = []string{"school", "mdph", "ase", "health", "family", "other"}
