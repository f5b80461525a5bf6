CREATE TABLE cancelled_occurrence (
  rota_id {{.ID}} NOT NULL REFERENCES rota (id) ON DELETE CASCADE,
  activity_id {{.ID}} NOT NULL,
  occurrence {{.Int}} NOT NULL,
  reason {{.Text}} NOT NULL,
  account_id {{.ID}} NOT NULL,
  cancelled_at {{.Time}} NOT NULL,
  PRIMARY KEY (rota_id, activity_id, occurrence)
);
