package main

import (
	"path/filepath"
	"testing"
)

// A database becomes a house: a facility, then somebody to sign in.
func TestAFacilityAndItsFirstAccount(t *testing.T) {
	t.Parallel()
	db := "--db=sqlite:" + filepath.Join(t.TempDir(), "new.db")
	maillage(t, "facility", "add", db, "DIME des Essais", "--department=43", "--school-zone=A").succeed(t)
	maillage(t, "facility", "add", db, "DIME des Essais", "--department=43", "--time-zone=Europe/Nowhere").refuse(t, "time_zone")
	maillageOn(t, "une phrase assez longue\n", "user", "add", db, "direction@exemple.fr", "--name=La direction", "--role=administrator").succeed(t)
}
