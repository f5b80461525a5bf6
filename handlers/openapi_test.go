package handlers

import (
	"bytes"
	"flag"
	"os"
	"testing"
	"time"

	"github.com/maillage-dime/maillage/models"
)

var update = flag.Bool("update", false, "write the OpenAPI document of the front end")

const documentFile = "../frontend/src/api/openapi.json"

// The front end's types are generated from a file that says what the server does.
func TestOpenAPIDocumentOfTheFrontEndIsFresh(t *testing.T) {
	t.Parallel()
	api, err := New(Deps{Store: new(models.Store), Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(documentFile, api.Document(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile(documentFile)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(kept, api.Document()) {
		t.Errorf("%s is stale: run go test ./handlers -run OpenAPI -update, then generate the types", documentFile)
	}
}
