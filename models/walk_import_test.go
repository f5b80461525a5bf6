package models_test

import (
	"github.com/maillage-dime/maillage/models"
)

func init() { walkedOperations = append(walkedOperations, importWalk()...) }

// importAt keeps a file of this facility or the other, and one that has been imported when done.
func (w *recordWorld) importAt(at situation, done bool) models.FileImport {
	house := w.houseAt(at)
	facility := kept(w.FacilityByID(w.t.Context(), house.administrator))
	file := kept(w.KeepImport(w.t.Context(), house.administrator, aFile(facility.Revision)))
	if done {
		if err := w.CommitImport(w.t.Context(), house.administrator, file.ID, &models.Batch{}, nil); err != nil {
			w.t.Fatal(err)
		}
	}
	return file
}

func aFile(version int) models.FileImport {
	return models.FileImport{FileName: "a.xlsx", Content: []byte("a"), Decisions: []byte("{}"), Preview: []byte("{}"), Version: version}
}

// importWalk: an import concerns the whole house, as what belongs to no team.
func importWalk() []walkedOperation {
	here := []situation{rowOther}
	reading := func(method string, situations []situation, try func(w *recordWorld, actor models.Actor, at situation) error) walkedOperation {
		return walkedOperation{method, models.ResourceImport, models.ActionRead, situations, try}
	}
	return []walkedOperation{
		changing("KeepImport", models.ResourceImport, here, func(w *recordWorld, actor models.Actor, _ situation) error {
			_, err := w.KeepImport(w.t.Context(), actor, aFile(1))
			return err
		}),
		reading("ReadImport", facilityRow, func(w *recordWorld, actor models.Actor, at situation) error {
			_, err := w.ReadImport(w.t.Context(), actor, w.importAt(at, false).ID)
			return err
		}),
		changing("DecideImport", models.ResourceImport, facilityRow, func(w *recordWorld, actor models.Actor, at situation) error {
			return w.DecideImport(w.t.Context(), actor, w.importAt(at, false))
		}),
		changing("CommitImport", models.ResourceImport, facilityRow, func(w *recordWorld, actor models.Actor, at situation) error {
			return w.CommitImport(w.t.Context(), actor, w.importAt(at, false).ID, &models.Batch{}, nil)
		}),
		changing("UndoImport", models.ResourceImport, facilityRow, func(w *recordWorld, actor models.Actor, at situation) error {
			return w.UndoImport(w.t.Context(), actor, w.importAt(at, true).ID)
		}),
		reading("ImportMappings", here, func(w *recordWorld, actor models.Actor, _ situation) error {
			_, err := w.ImportMappings(w.t.Context(), actor)
			return err
		}),
		reading("NoteExport", here, func(w *recordWorld, actor models.Actor, _ situation) error {
			return w.NoteExport(w.t.Context(), actor)
		}),
	}
}
