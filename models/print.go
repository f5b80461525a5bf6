package models

import (
	"context"
	"time"

	"github.com/uptrace/bun"
)

// AuditPrint is taking a rota away on paper or in a file.
const AuditPrint AuditAction = "print"

// PrintRota returns a rota as [Store.ReadRota] does, for a sheet or a workbook, and notes in the audit trail which one was taken: paper and
// files go where no right reaches.
func (s *Store) PrintRota(ctx context.Context, actor Actor, id, sheet string) (*RotaView, error) {
	view, err := s.ReadRota(ctx, actor, id)
	if err != nil {
		return nil, err
	}
	return view, s.writeAside(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		return record(ctx, tx, now, actor, AuditPrint, ResourceRota, id, sheet)
	})
}
