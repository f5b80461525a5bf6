package main

import (
	"os"
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

// School holidays of another year come from the ministry's file; a file that cannot be read is refused with its line.
func TestSchoolHolidaysAreImported(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	db := "--db=sqlite:" + filepath.Join(folder, "new.db")
	write := func(name, row string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte("description;start_date;end_date;zones\n"+row+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	type imported struct {
		Years, Zones []string
		Holidays     int
	}
	got := decoded[imported](t, maillage(t, "calendar", "import-holidays", write("good.csv", "Noël;2027-12-18;2028-01-03;Zone A"), db).succeed(t))
	if got.Holidays != 1 || got.Years[0] != "2027-2028" || got.Zones[0] != "A" {
		t.Errorf("imported %+v", got)
	}
	maillage(t, "calendar", "import-holidays", write("bad.csv", "Noël;hier;2028-01-03;Zone A"), db).refuse(t, "line 2: not_a_date")
}
