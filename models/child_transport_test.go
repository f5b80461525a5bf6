package models_test

import (
	"testing"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/storetest"
)

// Who drives a child is said in one way: a firm that is named drives, and stays in use for as long as it does.
func TestWhoDrivesAChild(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *models.Store) {
		w := newRecordWorld(t, s)
		ctx, actor := t.Context(), w.here.administrator
		firm := kept(s.CreatePartner(ctx, actor, models.Partner{Kind: "other", Name: "Taxis du Lac"}))
		child := aChild(w.here.site.ID, "Inès")
		child.TransportPartnerID = &firm.ID
		child = kept(s.CreateChild(ctx, actor, child))
		if child.Transport != models.TransportFirm {
			t.Errorf("driven by %q", child.Transport)
		}
		if err := s.ArchivePartner(ctx, actor, firm.ID, firm.Version); models.CodeOf(err) != models.CodeConflict {
			t.Errorf("a firm that drives is archived: %v", err)
		}
		wrong := child
		wrong.Transport = models.TransportFamily
		if _, err := s.UpdateChild(ctx, actor, wrong); models.CodeOf(err) != models.CodeInvalid {
			t.Errorf("a firm and the family drive: %v", err)
		}
		child.Transport, child.TransportPartnerID = models.TransportHouse, nil
		if child = kept(s.UpdateChild(ctx, actor, child)); child.Transport != models.TransportHouse {
			t.Errorf("driven by %q", child.Transport)
		}
		if err := s.ArchivePartner(ctx, actor, firm.ID, firm.Version); err != nil {
			t.Errorf("a firm that drives nobody any more: %v", err)
		}
	})
}
