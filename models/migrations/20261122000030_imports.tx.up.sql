CREATE TABLE file_import (
  id {{.ID}} PRIMARY KEY,
  facility_id {{.ID}} NOT NULL REFERENCES facility (id) ON DELETE CASCADE,
  account_id {{.ID}} NOT NULL,
  created_at {{.Time}} NOT NULL,
  expires_at {{.Time}} NOT NULL,
  file_name {{.Text}} NOT NULL,
  content {{.Bytes}} NOT NULL,
  decisions {{.Bytes}} NOT NULL,
  preview {{.Bytes}} NOT NULL,
  facility_version {{.Int}} NOT NULL,
  state {{.Text}} NOT NULL CHECK (state IN ('preview', 'done', 'undone')),
  done_at {{.Time}}
);
CREATE INDEX file_import_facility ON file_import (facility_id, created_at);
CREATE INDEX file_import_expiry ON file_import (expires_at);

CREATE TABLE import_mapping (
  facility_id {{.ID}} NOT NULL REFERENCES facility (id) ON DELETE CASCADE,
  sheet {{.Text}} NOT NULL,
  header {{.Text}} NOT NULL,
  meaning {{.Text}} NOT NULL,
  PRIMARY KEY (facility_id, sheet, header)
);

ALTER TABLE record_change ADD COLUMN import_id {{.ID}};
CREATE INDEX record_change_import ON record_change (import_id) WHERE import_id IS NOT NULL;
