package exchange_test

import (
	"testing"

	"github.com/maillage-dime/maillage/models/exchange"
)

func TestLimitsAreWrittenAsTheyAreRead(t *testing.T) {
	t.Parallel()
	limit := map[string]string{"limit": "50000"}
	if said := exchange.Say(exchange.French, "too_many_rows", limit); said != "Ce fichier a plus de 50\u202f000 lignes. Coupez-le en plusieurs." {
		t.Error(said)
	}
	if said := exchange.Say(exchange.English, "too_many_rows", limit); said != "This file has more than 50,000 rows. Cut it in several." {
		t.Error(said)
	}
	if said := exchange.Say(exchange.French, "too_large", map[string]string{"limit": "20"}); said == "" {
		t.Error("a limit of two digits says nothing")
	}
}
