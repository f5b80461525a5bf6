ALTER TABLE kept_conflict ADD COLUMN reason {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE kept_conflict ADD COLUMN signer_id {{.ID}} REFERENCES account (id) ON DELETE SET NULL;
ALTER TABLE kept_conflict ADD COLUMN signed_at {{.Time}};
CREATE INDEX kept_conflict_signer ON kept_conflict (signer_id);
