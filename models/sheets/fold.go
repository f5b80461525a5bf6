package sheets

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// ligatures are letters that Unicode does not take apart.
var ligatures = strings.NewReplacer("œ", "oe", "Œ", "oe", "æ", "ae", "Æ", "ae", "ß", "ss")

// Words returns a text as people compare it: small letters and digits without accents, words with one blank between them.
func Words(text string) string {
	var folded strings.Builder
	blank := false
	for _, r := range norm.NFKD.String(ligatures.Replace(text)) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if blank && folded.Len() > 0 {
				folded.WriteByte(' ')
			}
			blank = false
			folded.WriteRune(unicode.ToLower(r))
		default:
			blank = true
		}
	}
	return folded.String()
}

// Fold is [Words] without the blanks: what headers and codes are matched by.
func Fold(text string) string { return strings.ReplaceAll(Words(text), " ", "") }

// Unordered is [Words] in the order of the alphabet: first and last name the one way or the other.
func Unordered(text string) string {
	words := strings.Fields(Words(text))
	slices.Sort(words)
	return strings.Join(words, " ")
}

// Near reports whether one text may be meant for the other: they are [Alike], or one says the same with words more.
func Near(one, other string) bool {
	a, b := Words(one), Words(other)
	return Alike(one, other) || len(a) >= 4 && len(b) >= 4 && (holdsWords(a, b) || holdsWords(b, a))
}

// Alike reports whether two texts differ so little that they may be the same: in accents, capitals, blanks and order, or in one or two letters
// of long ones.
func Alike(one, other string) bool {
	a, b := Words(one), Words(other)
	if a == "" || b == "" {
		return false
	}
	if strings.ReplaceAll(a, " ", "") == strings.ReplaceAll(b, " ", "") || Unordered(a) == Unordered(b) {
		return true
	}
	shorter := min(len([]rune(a)), len([]rune(b)))
	allowed := 0
	switch {
	case shorter >= 9:
		allowed = 2
	case shorter >= 5:
		allowed = 1
	}
	return allowed > 0 && distance([]rune(a), []rune(b), allowed) <= allowed
}

// holdsWords reports whether all words of one text are words of the other.
func holdsWords(whole, part string) bool {
	words := strings.Fields(whole)
	for word := range strings.FieldsSeq(part) {
		if !slices.Contains(words, word) {
			return false
		}
	}
	return true
}

// distance counts the letters to change, add, leave out or swap with their neighbour, and stops counting beyond most.
func distance(a, b []rune, most int) int {
	if len(a)-len(b) > most || len(b)-len(a) > most {
		return most + 1
	}
	before, last, line := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		line[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			line[j+1] = min(last[j+1]+1, line[j]+1, last[j]+cost)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				line[j+1] = min(line[j+1], before[j-1]+1)
			}
		}
		before, last, line = last, line, before
	}
	return last[len(b)]
}
