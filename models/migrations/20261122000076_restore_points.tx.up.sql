CREATE TABLE restore_point (
  id {{.ID}} PRIMARY KEY,
  rota_id {{.ID}} NOT NULL REFERENCES rota (id) ON DELETE CASCADE,
  name {{.Text}} NOT NULL,
  {{.List "occurrences"}},
  created_by {{.ID}} REFERENCES account (id) ON DELETE SET NULL,
  created_at {{.Time}} NOT NULL
);
CREATE INDEX restore_point_rota ON restore_point (rota_id, created_at);
