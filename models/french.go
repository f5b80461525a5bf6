package models

import (
	"bytes"
	"cmp"
	"slices"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// collators are pooled because one of them serves one goroutine at a time and is dear to make.
var collators = sync.Pool{New: func() any { return collate.New(language.French) }}

// SortFrench sorts rows as a French index does by the text that of returns: é beside e, whatever the database's own order. Rows of equal
// text stay in their order.
func SortFrench[T any](rows []T, of func(*T) string) {
	collator := collators.Get().(*collate.Collator)
	defer collators.Put(collator)
	var buffer collate.Buffer
	keyed := make([]struct {
		key []byte
		row T
	}, len(rows))
	for i := range rows {
		keyed[i].key, keyed[i].row = collator.KeyFromString(&buffer, of(&rows[i])), rows[i]
	}
	slices.SortStableFunc(keyed, func(a, b struct {
		key []byte
		row T
	},
	) int {
		return bytes.Compare(a.key, b.key)
	})
	for i := range keyed {
		rows[i] = keyed[i].row
	}
}

// byPosition orders what people put in order themselves.
func byPosition[T any](rows []T, position func(*T) int) {
	slices.SortStableFunc(rows, func(a, b T) int { return cmp.Compare(position(&a), position(&b)) })
}
