CREATE TABLE kept_conflict (
  rota_id {{.ID}} NOT NULL REFERENCES rota (id) ON DELETE CASCADE,
  activity_id {{.ID}} NOT NULL,
  occurrence {{.Int}} NOT NULL,
  code {{.Text}} NOT NULL,
  professional_id {{.ID}} NOT NULL,
  day {{.Int}} NOT NULL,
  account_id {{.ID}} NOT NULL,
  kept_at {{.Time}} NOT NULL,
  PRIMARY KEY (rota_id, activity_id, occurrence, code, professional_id, day)
);
