package models

// Professions are the codes of the trades of the field, in the order lists show them. Screens translate them.
var Professions = []string{
	"director", "head_of_service", "case_coordinator",
	"special_educator", "educator", "early_years_educator", "technical_educator", "care_assistant", "house_parent", "night_watch",
	"psychologist", "neuropsychologist", "psychiatrist", "physician", "nurse",
	"psychomotor_therapist", "speech_therapist", "occupational_therapist", "physiotherapist",
	"social_worker", "specialised_teacher", "sports_teacher", "driver", "secretary", "maintenance",
}
