package models

import (
	"context"
	"slices"
)

// Validate returns everything that is wrong with the group's values.
func (g *ChildGroup) Validate() []FieldError {
	var c fieldChecks
	c.filled("name", g.Name, maxName)
	c.optionalReference("modality_code", g.ModalityCode)
	c.texts("child_ids", g.ChildIDs)
	return c.wrong
}

func (g *ChildGroup) references() []reference {
	return slices.Concat(optionalReferenceTo(modalityTable, "modality_code", g.ModalityCode), referencesTo("child", "child_ids", g.ChildIDs))
}

var groups = &keeper[ChildGroup]{
	resource: ResourceGroup,
	sort:     func(rows []ChildGroup) { SortFrench(rows, func(g *ChildGroup) string { return g.Name }) },
	within: func(ctx context.Context, r reach, row *ChildGroup) (bool, error) {
		return r.children(ctx, row.ChildIDs...)
	},
	usage: []usage{{table: "need", column: "group_id"}},
}

// ListGroups returns the groups of children the actor may read, in French order.
func (s *Store) ListGroups(ctx context.Context, actor Actor) ([]ChildGroup, error) {
	return list(ctx, s, actor, groups)
}

// CreateGroup keeps a new group of children and returns it with its id.
func (s *Store) CreateGroup(ctx context.Context, actor Actor, row ChildGroup) (ChildGroup, error) {
	return create(ctx, s, actor, groups, row)
}

// UpdateGroup replaces a group of children that still stands at row.Version.
func (s *Store) UpdateGroup(ctx context.Context, actor Actor, row ChildGroup) (ChildGroup, error) {
	return update(ctx, s, actor, groups, row)
}

// ArchiveGroup takes a group of children that still stands at version out of use.
func (s *Store) ArchiveGroup(ctx context.Context, actor Actor, id string, version int) error {
	return archive[ChildGroup](ctx, s, actor, groups, id, version)
}
