ALTER TABLE facility RENAME COLUMN version TO revision;
ALTER TABLE facility ADD COLUMN facility_id {{.ID}} NOT NULL DEFAULT '';
ALTER TABLE facility ADD COLUMN version {{.Int}} NOT NULL DEFAULT 1 CHECK (version >= 1);
ALTER TABLE facility ADD COLUMN updated_at {{.Time}} NOT NULL DEFAULT '1970-01-01 00:00:00+00:00';
ALTER TABLE facility ADD COLUMN archived_at {{.Time}};
UPDATE facility SET facility_id = id, updated_at = created_at;
