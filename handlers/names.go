package handlers

import (
	"unicode/utf8"

	"github.com/maillage-dime/maillage/models"
)

// childName is how the house writes a child: « Lina M. ».
func childName(child *models.Child) string {
	return child.FirstName + noBreakSpace + letters(child.LastName, 1) + "."
}

// discreetName is how a child is written where strangers may look on: « Li. M. ».
func discreetName(child *models.Child) string {
	return letters(child.FirstName, 2) + "." + noBreakSpace + letters(child.LastName, 1) + "."
}

func initials(first, last string) string { return letters(first, 1) + letters(last, 1) }

// initialsOf takes those of a whole name: the first letters of its first and last words.
func initialsOf(name string) string {
	first, last := name, ""
	for i, character := range name {
		if character == ' ' {
			last = name[i+1:]
		}
	}
	return initials(first, last)
}

const noBreakSpace = "\u00a0"

// letters returns the first letters of a text.
func letters(text string, count int) string {
	end := 0
	for range count {
		_, size := utf8.DecodeRuneInString(text[end:])
		end += size
	}
	return text[:end]
}
