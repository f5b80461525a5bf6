package models

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// keepLooks is how long it is remembered that somebody looked at their week: longer than anybody is away between two looks.
const keepLooks = 100 * 24 * time.Hour

// WeekLook is the last time an account looked at its own published week. It says what is new to that person, and is told to nobody else.
type WeekLook struct {
	bun.BaseModel `bun:"table:week_look"`

	AccountID string    `bun:"account_id,pk"`
	Week      string    `bun:"week,pk"`
	Version   int       `bun:"version,notnull"` // 0: nothing was published
	LookedAt  time.Time `bun:"looked_at,notnull"`
}

// SinceLook is what became of somebody's week since they looked at it.
type SinceLook struct {
	LookedAt time.Time
	First    bool     // nothing was published then, and now there is
	Changes  []MyNews // in order of start
}

// MyNews is one thing that changed in somebody's week. Old is nil for what was not hers before; what she does no longer do stands at the hour it
// had.
type MyNews struct {
	ActivityInfo
	Kind       planner.ChangeKind
	Start, End int
	Old        *RotaOccurrence
}

// LookAtMyWeek remembers that the actor has seen a version of their own week; 0 while nothing is published. A version seen already is not
// unseen: of two devices the newer look counts. It leaves no row in the audit trail: when somebody looks at their own week is their own affair.
func (s *Store) LookAtMyWeek(ctx context.Context, actor Actor, week Week, version int) error {
	if _, err := s.allow(actor, ResourceMyWeek, ActionChange); err != nil {
		return err
	}
	switch {
	case actor.ProfessionalID == "" || actor.AccountID == "":
		return Conflict("my_week.nobody_of_the_staff", nil)
	case !week.valid():
		return Invalid(FieldError{Path: "week", Key: "week_format"})
	}
	return s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		published, err := tx.NewSelect().Model((*Rota)(nil)).ApplyQueryBuilder(frame{facilityID: actor.FacilityID, week: week}.rotas).
			Where("published_version = ?", version).Exists(ctx)
		if err != nil {
			return err
		}
		if !published && version != 0 {
			return Invalid(FieldError{Path: "version", Key: "unknown_id"})
		}
		look := WeekLook{AccountID: actor.AccountID, Week: week.String(), Version: version, LookedAt: now}
		_, err = tx.NewInsert().Model(&look).On("CONFLICT (account_id, week) DO UPDATE").
			Set("version = EXCLUDED.version").Set("looked_at = EXCLUDED.looked_at").Where("week_look.version <= EXCLUDED.version").Exec(ctx)
		return err
	})
}

// since compares the week with the version an account looked at last; nil where it never looked.
func (m *myWeek) since(ctx context.Context, tx bun.IDB, accountID string) (*SinceLook, error) {
	var look WeekLook
	err := tx.NewSelect().Model(&look).Where("account_id = ?", accountID).Where("week = ?", m.house.Week.String()).Scan(ctx)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	since := &SinceLook{LookedAt: look.LookedAt, Changes: m.meetingNews(look.LookedAt)}
	switch {
	case m.house.Published == nil || m.house.Published.PublishedAs == look.Version:
	case look.Version == 0:
		since.First = true
	default:
		seen, err := m.versionSeen(ctx, tx, look.Version)
		if err != nil {
			return nil, err
		}
		since.Changes = append(since.Changes, m.rotaNews(seen)...)
	}
	slices.SortStableFunc(since.Changes, func(one, other MyNews) int { return cmp.Compare(one.Start, other.Start) })
	return since, nil
}

// versionSeen returns what a version of the week planned.
func (m *myWeek) versionSeen(ctx context.Context, tx bun.IDB, version int) ([]RotaOccurrence, error) {
	var seen []RotaOccurrence
	err := tx.NewSelect().Model(&seen).Where("rota_id IN (?)", tx.NewSelect().Model((*Rota)(nil)).Column("id").
		ApplyQueryBuilder(m.house.frame().rotas).Where("published_version = ?", version)).Scan(ctx)
	return seen, err
}

// rotaNews returns what the published rota changes for the person against the one she saw.
func (m *myWeek) rotaNews(seen []RotaOccurrence) []MyNews {
	var news []MyNews
	for _, one := range concerned(m.here(seen), m.askedFor(m.house.PublishedOccurrences)) {
		if one.ProfessionalID != m.person {
			continue
		}
		for _, change := range one.Changes {
			shown, old := change.New, change.Old
			if shown == nil {
				shown, old = change.Old, nil
			}
			news = append(news, MyNews{
				ActivityInfo: m.infos[change.Activity], Kind: change.Kind, Start: shown.Start, End: shown.Start + m.duration(shown), Old: old,
			})
		}
	}
	return news
}

// meetingNews returns the person's partner meetings that were fixed or cancelled after an instant: they belong to no version.
func (m *myWeek) meetingNews(after time.Time) []MyNews {
	news := []MyNews{}
	tell := func(meeting *PartnerMeeting, kind planner.ChangeKind) {
		if when := m.whenOf(meeting); m.attends(meeting) {
			news = append(news, MyNews{ActivityInfo: when.ActivityInfo, Kind: kind, Start: when.Start, End: when.End})
		}
	}
	for i := range m.house.PartnerMeetings {
		if meeting := &m.house.PartnerMeetings[i]; meeting.CreatedAt.After(after) {
			tell(meeting, planner.Added)
		}
	}
	for i := range m.cancelled {
		if meeting := &m.cancelled[i]; meeting.CancelledAt.After(after) && !meeting.CreatedAt.After(after) {
			tell(meeting, planner.Removed)
		}
	}
	return news
}
