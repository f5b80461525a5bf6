package models

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/models/school"
)

// SchoolHoliday is a holiday of an imported school year. Of a year and zone that were imported, what was announced with the program no longer
// counts; what a facility imported itself counts before what the installation did.
type SchoolHoliday struct {
	bun.BaseModel `bun:"table:school_holiday"`

	ID         string    `bun:"id,pk"`
	FacilityID *string   `bun:"facility_id"`  // nil: for the whole installation
	Zone       string    `bun:"zone,notnull"` // A, B, C or a territory's name
	SchoolYear string    `bun:"school_year,notnull"`
	Name       string    `bun:"name,notnull"`
	First      string    `bun:"first_date,notnull"`
	Last       string    `bun:"last_date,notnull"` // included
	Source     string    `bun:"source,notnull"`    // name of the file
	ImportedAt time.Time `bun:"imported_at,notnull"`
}

// AuditImport is the bringing in of a file.
const AuditImport AuditAction = "import"

// SchoolImport is what an import of school holidays brought: years and zones, each whole.
type SchoolImport struct {
	Years    []string
	Zones    []string
	Holidays int
}

// ImportSchoolHolidays takes in a file of the ministry of education: its CSV or an iCalendar, of one zone where the file names none. Every
// year and zone in it replaces what was imported for it before. The program's own import, without a facility, is for the whole installation;
// an administrator's for the facility. A file that cannot be read is refused whole, with the line and the value.
func (s *Store) ImportSchoolHolidays(ctx context.Context, actor Actor, name string, data []byte, zone string) (SchoolImport, error) {
	if _, err := s.allow(actor, ResourceSchoolCalendar, ActionChange); err != nil {
		return SchoolImport{}, err
	}
	if zone != "" && !slices.Contains(school.Zones(), zone) {
		return SchoolImport{}, Invalid(FieldError{Path: "zone", Key: "unknown_value"})
	}
	holidays, err := school.Parse(name, data, zone)
	if err != nil {
		return SchoolImport{}, unreadable(err)
	}
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return -1
		}
		return r
	}, name)
	imported := SchoolImport{Holidays: len(holidays)}
	err = s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		rows := make([]SchoolHoliday, len(holidays))
		for i, holiday := range holidays {
			rows[i] = SchoolHoliday{
				ID: NewID(), Zone: holiday.Zone, SchoolYear: holiday.Year, Name: holiday.Name, First: holiday.First, Last: holiday.Last,
				Source: name[:min(len(name), maxName)], ImportedAt: now,
			}
			if actor.FacilityID != "" {
				rows[i].FacilityID = &actor.FacilityID
			}
			imported.Years, imported.Zones = append(imported.Years, holiday.Year), append(imported.Zones, holiday.Zone)
		}
		imported.Years, imported.Zones = slices.Compact(slices.Sorted(slices.Values(imported.Years))), slices.Compact(slices.Sorted(slices.Values(imported.Zones)))
		return replaceHolidays(ctx, tx, now, actor, rows)
	})
	return imported, err
}

// replaceHolidays writes the holidays of an import in the place of those of the same years and zones.
func replaceHolidays(ctx context.Context, tx bun.Tx, now time.Time, actor Actor, rows []SchoolHoliday) error {
	written := map[[2]string]bool{}
	for i := range rows {
		key := [2]string{rows[i].Zone, rows[i].SchoolYear}
		if written[key] {
			continue
		}
		written[key] = true
		former := tx.NewDelete().Model((*SchoolHoliday)(nil)).Where("zone = ?", key[0]).Where("school_year = ?", key[1])
		if rows[i].FacilityID == nil {
			former = former.Where("facility_id IS NULL")
		} else {
			former = former.Where("facility_id = ?", actor.FacilityID)
		}
		if _, err := former.Exec(ctx); err != nil {
			return err
		}
	}
	for chunk := range slices.Chunk(rows, foundingBatch) {
		if _, err := tx.NewInsert().Model(&chunk).Exec(ctx); err != nil {
			return err
		}
	}
	concerned := tx.NewUpdate().Table("facility").Set("revision = revision + 1")
	if actor.FacilityID != "" {
		concerned = concerned.Where("id = ?", actor.FacilityID)
	} else {
		concerned = concerned.Where("1 = 1")
	}
	if _, err := concerned.Exec(ctx); err != nil {
		return err
	}
	return record(ctx, tx, now, actor, AuditImport, ResourceSchoolCalendar, actor.FacilityID, strconv.Itoa(len(rows))+" holidays")
}

// unreadable says where a file of school holidays is wrong.
func unreadable(err error) error {
	if wrong, ok := errors.AsType[*school.Error](err); ok {
		return Invalid(FieldError{Path: "file", Key: wrong.Key, Args: map[string]any{"line": wrong.Line, "value": wrong.Value}})
	}
	return err
}

// schoolHolidays returns the school holidays of a facility that touch a span of dates, in order: of each school year those the facility
// imported, else those of the installation, else those announced with the program.
func schoolHolidays(ctx context.Context, tx bun.IDB, facility *Facility, first, last string) ([]SchoolHoliday, error) {
	zone := school.ZoneOf(facility.SchoolZone, facility.Department)
	if zone == "" {
		return nil, nil
	}
	var imported []SchoolHoliday
	err := tx.NewSelect().Model(&imported).Where("zone = ?", zone).Where("facility_id IS NULL OR facility_id = ?", facility.ID).
		OrderExpr("first_date, id").Scan(ctx)
	if err != nil {
		return nil, err
	}
	owned, years := map[string]bool{}, map[string]bool{}
	for i := range imported {
		years[imported[i].SchoolYear] = true
		if imported[i].FacilityID != nil {
			owned[imported[i].SchoolYear] = true
		}
	}
	holidays := slices.DeleteFunc(imported, func(h SchoolHoliday) bool { return owned[h.SchoolYear] && h.FacilityID == nil })
	for _, announced := range school.Announced() {
		if announced.Zone == zone && !years[announced.Year] {
			holidays = append(holidays, SchoolHoliday{
				Zone: zone, SchoolYear: announced.Year, Name: announced.Name, First: announced.First, Last: announced.Last,
			})
		}
	}
	holidays = slices.DeleteFunc(holidays, func(h SchoolHoliday) bool { return h.Last < first || last < h.First })
	slices.SortStableFunc(holidays, func(one, other SchoolHoliday) int { return strings.Compare(one.First, other.First) })
	return holidays, nil
}
