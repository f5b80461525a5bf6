package models

import (
	"context"
	"fmt"
	"time"
	"unicode/utf8"

	"github.com/uptrace/bun"
)

// allowImport is allow for imports, which concern the whole house: who answers for some teams only makes none.
func (s *Store) allowImport(actor Actor, action Action) error {
	scope, err := s.allow(actor, ResourceImport, action)
	if err == nil && !actor.wholeFacility(scope) {
		err = outOfScope()
	}
	return err
}

// KeepImport keeps a file and what its import would do, for an hour. Nothing of it is imported.
func (s *Store) KeepImport(ctx context.Context, actor Actor, file FileImport) (FileImport, error) {
	if err := s.allowImport(actor, ActionChange); err != nil {
		return FileImport{}, err
	}
	if !utf8.ValidString(file.FileName) || utf8.RuneCountInString(file.FileName) > maxLine {
		file.FileName = ""
	}
	err := s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		file.ID, file.FacilityID, file.AccountID, file.State = NewID(), actor.FacilityID, actor.AccountID, ImportPreview
		file.CreatedAt, file.ExpiresAt = now, now.Add(keepImports)
		_, err := tx.NewInsert().Model(&file).Exec(ctx)
		return err
	})
	return file, err
}

// ReadImport returns a file that was kept less than an hour ago, and its preview.
func (s *Store) ReadImport(ctx context.Context, actor Actor, id string) (FileImport, error) {
	var file FileImport
	if err := s.allowImport(actor, ActionRead); err != nil {
		return file, err
	}
	err := s.read(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		return findImport(ctx, tx, actor, id, now, &file)
	})
	return file, err
}

func findImport(ctx context.Context, tx bun.IDB, actor Actor, id string, now time.Time, file *FileImport) error {
	if !plainID(id) {
		return NotFound(ResourceImport)
	}
	return notFoundOr(ResourceImport, tx.NewSelect().Model(file).Where("id = ?", id).Where("facility_id = ?", actor.FacilityID).
		Where("expires_at > ?", now).Scan(ctx))
}

// DecideImport keeps other decisions about a file and the preview made with them.
func (s *Store) DecideImport(ctx context.Context, actor Actor, file FileImport) error {
	if err := s.allowImport(actor, ActionChange); err != nil {
		return err
	}
	return s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		var known FileImport
		if err := findImport(ctx, tx, actor, file.ID, now, &known); err != nil {
			return err
		}
		if known.State != ImportPreview {
			return Conflict("import_done", nil)
		}
		_, err := tx.NewUpdate().Model(&file).Column("decisions", "preview", "facility_version").WherePK().Exec(ctx)
		return err
	})
}

// CommitImport writes the accepted rows of a file: all of them or none, with one line in the audit trail. It is refused as stale when a record
// of the house has moved since the preview was made.
func (s *Store) CommitImport(ctx context.Context, actor Actor, id string, batch *Batch, mappings []ImportMapping) error {
	if err := s.allowImport(actor, ActionChange); err != nil {
		return err
	}
	return s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		var file FileImport
		if err := findImport(ctx, tx, actor, id, now, &file); err != nil {
			return err
		}
		if file.State != ImportPreview {
			return Conflict("import_done", nil)
		}
		var facility Facility
		if err := findFacility(ctx, tx, &facility, actor.FacilityID); err != nil {
			return err
		}
		if facility.Revision != file.Version {
			return Stale(nil)
		}
		if err := batch.run(ctx, s, tx, now, actor, &id); err != nil {
			return err
		}
		if err := keepMappings(ctx, tx, actor, mappings); err != nil {
			return err
		}
		return turnImport(ctx, tx, now, actor, &file, ImportDone, AuditImportFile, batch.Len())
	})
}

// turnImport notes what became of an import, moves the house on, and writes the one line of the audit trail.
func turnImport(ctx context.Context, tx bun.Tx, now time.Time, actor Actor, file *FileImport, state ImportState, action AuditAction, records int) error {
	file.State, file.DoneAt = state, &now
	if _, err := tx.NewUpdate().Model(file).Column("state", "done_at").WherePK().Exec(ctx); err != nil {
		return err
	}
	if err := moveFacility(ctx, tx, actor.FacilityID); err != nil {
		return err
	}
	return record(ctx, tx, now, actor, action, ResourceImport, file.ID, fmt.Sprintf("records:%d", records))
}

func keepMappings(ctx context.Context, tx bun.Tx, actor Actor, mappings []ImportMapping) error {
	for i := range mappings {
		mappings[i].FacilityID = actor.FacilityID
		_, err := tx.NewInsert().Model(&mappings[i]).On("CONFLICT (facility_id, sheet, header) DO UPDATE").Set("meaning = EXCLUDED.meaning").Exec(ctx)
		if err != nil {
			return err
		}
	}
	return nil
}

// NoteExport says in the audit trail that the actor takes all records of the house away in a file, if the actor may.
func (s *Store) NoteExport(ctx context.Context, actor Actor) error {
	if err := s.allowImport(actor, ActionRead); err != nil {
		return err
	}
	return s.writeAside(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		return record(ctx, tx, now, actor, AuditExportFile, ResourceFacility, actor.FacilityID, "")
	})
}

// ImportMappings returns what the house calls its sheets and columns, as it said in earlier imports.
func (s *Store) ImportMappings(ctx context.Context, actor Actor) ([]ImportMapping, error) {
	if err := s.allowImport(actor, ActionRead); err != nil {
		return nil, err
	}
	mappings := []ImportMapping{}
	err := s.read(ctx, func(ctx context.Context, tx bun.Tx, _ time.Time) error {
		return tx.NewSelect().Model(&mappings).Where("facility_id = ?", actor.FacilityID).OrderExpr("sheet, header").Scan(ctx)
	})
	return mappings, err
}

// forgetImports forgets files that are no longer looked at, and in time that there was an import at all.
func forgetImports(ctx context.Context, tx bun.Tx, now time.Time) error {
	_, err := tx.NewDelete().Model((*FileImport)(nil)).Where("expires_at <= ?", now).Where("state = ?", ImportPreview).Exec(ctx)
	if err != nil {
		return err
	}
	empty := FileImport{Content: []byte{}, Decisions: []byte{}, Preview: []byte{}}
	_, err = tx.NewUpdate().Model(&empty).Column("content", "decisions", "preview").Where("expires_at <= ?", now).Where("length(content) > 0").Exec(ctx)
	if err != nil {
		return err
	}
	_, err = tx.NewDelete().Model((*FileImport)(nil)).Where("created_at <= ?", now.Add(-keepImportNotes)).Exec(ctx)
	return err
}
