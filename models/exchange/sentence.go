package exchange

import (
	"fmt"
	"regexp"
	"strings"
)

// Language is one the sentences about a file exist in. They are made here, and not by the screens, because files that are given back and the
// command line say them too.
type Language string

// The languages.
const (
	French  Language = "fr"
	English Language = "en"
)

// sentence is what is said for one key in each language. {name} stands for an argument.
type sentence struct{ fr, en string }

// Say returns the sentence of an issue or a finding: what is wrong, then what to do.
func Say(language Language, key string, args map[string]string) string {
	said, known := sentences[key]
	if !known {
		said = sentence{"Cette valeur n’est pas acceptée ({key}).", "This value is not accepted ({key})."}
		args = map[string]string{"key": key}
	}
	text := said.fr
	if language == English {
		text = said.en
	}
	text = placeholders.ReplaceAllStringFunc(text, func(mark string) string {
		value := args[mark[1:len(mark)-1]]
		if mark == "{limit}" {
			return grouped(language, value)
		}
		return value
	})
	return text + suggest(language, args["suggestions"])
}

// grouped writes a whole number as it is read: 50 000, in English 50,000.
func grouped(language Language, digits string) string {
	space := "\u202f"
	if language == English {
		space = ","
	}
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + space + digits[at:]
	}
	return digits
}

var placeholders = regexp.MustCompile(`\{[a-z_]+\}`)

// suggest proposes the names an unknown one may be meant for.
func suggest(language Language, suggestions string) string {
	if suggestions == "" {
		return ""
	}
	names := strings.Split(suggestions, suggestionSign)
	if language == English {
		return fmt.Sprintf(" Did you mean %s?", strings.Join(names, " or "))
	}
	return fmt.Sprintf(" Vouliez-vous %s\u202f?", strings.Join(names, " ou "))
}

// Suggestions returns the names an unknown one may be meant for.
func Suggestions(args map[string]string) []string {
	if args["suggestions"] == "" {
		return nil
	}
	return strings.Split(args["suggestions"], suggestionSign)
}

var sentences = map[string]sentence{
	// A file that cannot be read.
	"file_empty":             {"Ce fichier est vide. Choisissez un fichier avec au moins un titre et une ligne.", "This file is empty. Choose one with at least a header and a row."},
	"file_too_large":         {"Ce fichier dépasse {limit}\u00a0Mo. Retirez les images et les feuilles inutiles, ou coupez-le en deux.", "This file is larger than {limit} MB. Remove pictures and sheets that are not needed, or cut it in two."},
	"file_unpacks_too_large": {"Une fois décompressé, ce fichier est beaucoup trop grand. Copiez vos lignes dans un classeur neuf.", "Unpacked, this file is far too large. Copy your rows into a new workbook."},
	"file_has_password":      {"Ce classeur est protégé par un mot de passe. Enregistrez-en une copie sans mot de passe.", "This workbook has a password. Save a copy without one."},
	"file_is_old_excel":      {"Ce classeur est dans l’ancien format d’Excel (.xls). Enregistrez-le en .xlsx.", "This workbook has the old format of Excel (.xls). Save it as .xlsx."},
	"file_is_binary_excel":   {"Ce classeur est dans le format binaire d’Excel (.xlsb). Enregistrez-le en .xlsx.", "This workbook has the binary format of Excel (.xlsb). Save it as .xlsx."},
	"file_is_open_document":  {"Ce fichier est au format OpenDocument. Enregistrez-le en .xlsx ou en CSV.", "This file has the OpenDocument format. Save it as .xlsx or CSV."},
	"file_is_pdf":            {"Ce fichier est un PDF, quel que soit son nom. Demandez le classeur d’où il vient.", "This file is a PDF, whatever its name. Ask for the workbook it was made from."},
	"file_is_not_a_table":    {"Ce fichier n’est ni un classeur Excel ni un fichier CSV.", "This file is neither an Excel workbook nor a CSV file."},
	"file_cut_short":         {"Ce fichier est incomplet. Copiez-le ou téléchargez-le de nouveau.", "This file is incomplete. Copy or download it again."},
	"file_damaged":           {"Ce classeur est abîmé. Ouvrez-le dans Excel, puis enregistrez-le sous un autre nom.", "This workbook is damaged. Open it in Excel and save it under another name."},
	"too_many_rows":          {"Ce fichier a plus de {limit} lignes. Coupez-le en plusieurs.", "This file has more than {limit} rows. Cut it in several."},
	"too_many_columns":       {"La feuille «\u00a0{sheet}\u00a0» a plus de {limit} colonnes. Effacez celles qui ne servent pas.", "The sheet “{sheet}” has more than {limit} columns. Delete those that are not needed."},
	"too_many_sheets":        {"Ce classeur a trop de feuilles. Gardez celles que vous voulez importer.", "This workbook has too many sheets. Keep those you want to import."},
	"text_too_long":          {"Une cellule contient plus de texte qu’Excel n’en garde. Un guillemet n’est peut-être pas refermé.", "A cell holds more text than Excel keeps. A quote may not be closed."},
	"nothing_recognised":     {"Aucune colonne de ce fichier n’est connue. Partez du modèle, ou donnez aux colonnes leurs titres.", "No column of this file is known. Start from the model, or give the columns their headers."},

	// A cell.
	"cell_fault":             {"Excel montre {value} dans cette cellule. Corrigez la formule ou écrivez la valeur.", "Excel shows {value} in this cell. Mend the formula or write the value."},
	"cell_formula":           {"Cette cellule est une formule dont le résultat n’est pas enregistré. Ouvrez le fichier dans Excel et enregistrez-le, ou écrivez la valeur.", "This cell is a formula whose result was not saved. Open the file in Excel and save it, or write the value."},
	"not_a_number":           {"«\u00a0{value}\u00a0» n’est pas un nombre. Écrivez par exemple 17,75.", "“{value}” is not a number. Write for example 17,75."},
	"not_an_integer":         {"«\u00a0{value}\u00a0» n’est pas un nombre entier.", "“{value}” is not a whole number."},
	"not_a_time":             {"«\u00a0{value}\u00a0» n’est pas une heure. Écrivez par exemple 8h30.", "“{value}” is not a time. Write for example 8h30."},
	"not_a_duration":         {"«\u00a0{value}\u00a0» n’est pas une durée. Écrivez 17,75 ou 17:45, ou 45 min.", "“{value}” is not a length of time. Write 17,75 or 17:45, or 45 min."},
	"not_a_date":             {"«\u00a0{value}\u00a0» n’est pas une date. Écrivez par exemple 12/01/2026.", "“{value}” is not a date. Write for example 12/01/2026."},
	"not_yes_or_no":          {"«\u00a0{value}\u00a0» n’est ni oui ni non.", "“{value}” is neither yes nor no."},
	"not_hours":              {"«\u00a0{value}\u00a0» n’est pas compris. Écrivez par exemple lun 9h-12h30, mar A 14h-17h.", "“{value}” is not understood. Write for example lun 9h-12h30, mar A 14h-17h."},
	"hours_without_day":      {"Il manque le jour devant {value}. Écrivez par exemple lun {value}.", "The day is missing before {value}. Write for example lun {value}."},
	"hours_end_before_start": {"{value} finit avant de commencer.", "{value} ends before it starts."},
	"hours_of_another_day":   {"«\u00a0{value}\u00a0» nomme un autre jour ou une semaine. Écrivez-le dans la colonne de ce jour, et A ou B dans la colonne Semaine.", "“{value}” names another day or a week. Write it in the column of that day, and A or B in the column Semaine."},
	"unknown_word":           {"«\u00a0{value}\u00a0» n’est pas connu. Choisissez parmi\u00a0: {words}.", "“{value}” is not known. Choose one of: {words}."},
	"not_a_period":           {"«\u00a0{value}\u00a0» n’est pas compris. Écrivez par exemple Accueil de jour du 01/09/2026 au 31/07/2027 12h.", "“{value}” is not understood. Write for example Accueil de jour du 01/09/2026 au 31/07/2027 12h."},
	"modality_without_date":  {"La modalité n’a pas de date de début. Écrivez depuis quand.", "The modality has no first day. Write since when."},
	"share_missing":          {"«\u00a0{value}\u00a0» n’a pas de part. Écrivez par exemple Transversale 20\u00a0%.", "“{value}” has no share. Write for example Transversale 20 %."},
	"too_many_people":        {"Cela demande plus de {limit} personnes à la fois.", "This asks for more than {limit} people at once."},
	"contact_without_name":   {"Le contact n’a pas de nom. Écrivez-le, ou laissez vides les autres cases du contact.", "The contact has no name. Write it, or leave the contact’s other cells empty."},

	// Names of other records.
	"unknown_place":          {"Lieu «\u00a0{value}\u00a0» inconnu. Ajoutez-le dans la feuille Lieux.", "Unknown place “{value}”. Add it in the sheet Lieux."},
	"unknown_room":           {"Salle «\u00a0{value}\u00a0» inconnue. Ajoutez-la dans la feuille Salles.", "Unknown room “{value}”. Add it in the sheet Salles."},
	"ambiguous_room":         {"{count} salles s’appellent «\u00a0{value}\u00a0». Écrivez le nom et le rang, par exemple {value} (2).", "{count} rooms are called “{value}”. Write the name and its number, for example {value} (2)."},
	"refused_room":           {"La salle «\u00a0{value}\u00a0» est à la ligne {row} de la feuille Salles, qui n’est pas importée.", "The room “{value}” is on row {row} of the sheet Salles, which is not imported."},
	"one_of_both":            {"Écrivez un lieu ou une salle, l’un des deux.", "Write a place or a room, one of the two."},
	"longer_than_a_week":     {"Une absence qui revient dure moins d’une semaine.", "An absence that comes back is shorter than a week."},
	"unknown_team":           {"Équipe «\u00a0{value}\u00a0» inconnue.", "Unknown team “{value}”."},
	"unknown_unit":           {"Unité «\u00a0{value}\u00a0» inconnue.", "Unknown unit “{value}”."},
	"unknown_modality":       {"Modalité «\u00a0{value}\u00a0» inconnue. Écrivez-en une de votre maison.", "Unknown modality “{value}”. Write one of your house."},
	"unknown_professional":   {"Professionnel «\u00a0{value}\u00a0» inconnu. Ajoutez-le dans la feuille Professionnels.", "Unknown professional “{value}”. Add them in the sheet Professionnels."},
	"unknown_seat":           {"«\u00a0{value}\u00a0» n’est ni un métier ni une personne connue.", "“{value}” is neither a profession nor somebody known."},
	"unknown_child":          {"Enfant «\u00a0{value}\u00a0» inconnu. Ajoutez-le dans la feuille Enfants.", "Unknown child “{value}”. Add them in the sheet Enfants."},
	"unknown_group":          {"Groupe «\u00a0{value}\u00a0» inconnu. Ajoutez-le dans la feuille Groupes.", "Unknown group “{value}”. Add it in the sheet Groupes."},
	"unknown_partner":        {"Partenaire «\u00a0{value}\u00a0» inconnu. Ajoutez-le dans la feuille Partenaires.", "Unknown partner “{value}”. Add it in the sheet Partenaires."},
	"ambiguous_place":        {"{count} lieux s’appellent «\u00a0{value}\u00a0». Écrivez le nom et le rang, par exemple {value} (2).", "{count} places are called “{value}”. Write the name and its number, for example {value} (2)."},
	"ambiguous_team":         {"{count} équipes s’appellent «\u00a0{value}\u00a0».", "{count} teams are called “{value}”."},
	"ambiguous_unit":         {"{count} unités s’appellent «\u00a0{value}\u00a0».", "{count} units are called “{value}”."},
	"ambiguous_modality":     {"{count} modalités s’appellent «\u00a0{value}\u00a0».", "{count} modalities are called “{value}”."},
	"ambiguous_professional": {"{count} personnes s’appellent «\u00a0{value}\u00a0». Écrivez le nom et le prénom.", "{count} people are called “{value}”. Write last and first name."},
	"ambiguous_child":        {"{count} enfants s’appellent «\u00a0{value}\u00a0». Écrivez le nom et le prénom, ou le numéro.", "{count} children are called “{value}”. Write last and first name, or the number."},
	"ambiguous_group":        {"{count} groupes s’appellent «\u00a0{value}\u00a0».", "{count} groups are called “{value}”."},
	"ambiguous_partner":      {"{count} partenaires s’appellent «\u00a0{value}\u00a0».", "{count} partners are called “{value}”."},
	"refused_place":          {"Le lieu «\u00a0{value}\u00a0» est à la ligne {row} de la feuille Lieux, qui n’est pas importée.", "The place “{value}” is on row {row} of the sheet Lieux, which is not imported."},
	"refused_team":           {"L’équipe «\u00a0{value}\u00a0» est à la ligne {row} de la feuille Équipes, qui n’est pas importée.", "The team “{value}” is on row {row} of the sheet Équipes, which is not imported."},
	"refused_professional":   {"«\u00a0{value}\u00a0» est à la ligne {row} de la feuille Professionnels, qui n’est pas importée.", "“{value}” is on row {row} of the sheet Professionnels, which is not imported."},
	"refused_child":          {"«\u00a0{value}\u00a0» est à la ligne {row} de la feuille Enfants, qui n’est pas importée.", "“{value}” is on row {row} of the sheet Enfants, which is not imported."},
	"refused_group":          {"Le groupe «\u00a0{value}\u00a0» est à la ligne {row} de la feuille Groupes, qui n’est pas importée.", "The group “{value}” is on row {row} of the sheet Groupes, which is not imported."},
	"refused_partner":        {"«\u00a0{value}\u00a0» est à la ligne {row} de la feuille Partenaires, qui n’est pas importée.", "“{value}” is on row {row} of the sheet Partenaires, which is not imported."},

	// A row.
	"column_missing": {"La colonne «\u00a0{column}\u00a0» manque dans le fichier.", "The column “{column}” is missing from the file."},
	"required":       {"{column}\u00a0: à remplir.", "{column}: to be filled in."},
	"same_as_row":    {"C’est la même chose qu’à la ligne {row}. Gardez une seule des deux lignes.", "This is the same as on row {row}. Keep one of the two."},
	"maybe_the_same": {"Est-ce «\u00a0{name}\u00a0», qui est déjà là\u202f?", "Is this “{name}”, who is already there?"},
	"gone":           {"Cette fiche n’est plus là. Lisez le fichier de nouveau.", "This record is gone. Read the file again."},
	"hours_replaced": {"Remplace aussi {count} autre ligne d’horaires, qui n’est pas dans le fichier.", "Also replaces {count} other row of hours that is not in the file."},

	// What the rules of a record say.
	"too_long":          {"{column}\u00a0: au plus {limit} caractères.", "{column}: {limit} characters at most."},
	"too_many":          {"{column}\u00a0: au plus {limit}.", "{column}: {limit} at most."},
	"out_of_range":      {"{column}\u00a0: de {min} à {max}.", "{column}: from {min} to {max}."},
	"broken_text":       {"{column}\u00a0: des caractères sont illisibles. Écrivez de nouveau ce texte.", "{column}: some characters cannot be read. Write this text again."},
	"control_character": {"{column}\u00a0: un caractère invisible n’est pas accepté. Écrivez de nouveau ce texte.", "{column}: an invisible character is not accepted. Write this text again."},
	"unknown_value":     {"{column}\u00a0: cette valeur n’est pas connue.", "{column}: this value is not known."},
	"unknown_id":        {"{column}\u00a0: cette fiche n’est plus là.", "{column}: this record is gone."},
	"ends_before_start": {"{column}\u00a0: la fin vient avant le début.", "{column}: the end comes before the start."},
	"repeated":          {"{column}\u00a0: la même valeur est écrite deux fois.", "{column}: the same value is written twice."},
	"overlaps":          {"{column}\u00a0: deux plages ou deux périodes se chevauchent.", "{column}: two spans or periods overlap."},
	"one_person":        {"Écrivez un professionnel ou un enfant, l’un des deux.", "Write a professional or a child, one of the two."},
	"child_or_group":    {"Écrivez un enfant ou un groupe, l’un des deux.", "Write a child or a group, one of the two."},
	"not_an_email":      {"«\u00a0{value}\u00a0» n’est pas une adresse électronique.", "“{value}” is not an e-mail address."},
	"more_than_whole":   {"Les parts des équipes font {total}\u00a0%, plus que le contrat.", "The shares of the teams make {total} %, more than the contract."},
	"one_main_team":     {"Il faut une équipe principale.", "One main team is needed."},
	"same_place":        {"Le départ et l’arrivée sont le même lieu.", "Both ends are the same place."},
	"out_of_scope":      {"Cette fiche n’est pas de vos équipes.", "This record is not of your teams."},
	"already_exists":    {"Une autre fiche a déjà ce code ou ce nom.", "Another record already has this code or name."},
}
