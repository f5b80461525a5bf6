CREATE TABLE signed_finding (
  id {{.ID}} PRIMARY KEY,
  facility_id {{.ID}} NOT NULL REFERENCES facility (id) ON DELETE CASCADE,
  rota_id {{.ID}} NOT NULL REFERENCES rota (id) ON DELETE CASCADE,
  rule {{.Text}} NOT NULL,
  article {{.Text}} NOT NULL,
  professional_id {{.ID}} NOT NULL,
  from_date {{.Text}} NOT NULL CHECK (length(from_date) = 10),
  value {{.Int}} NOT NULL,
  limit_value {{.Int}} NOT NULL,
  reason {{.Text}} NOT NULL,
  account_id {{.ID}} NOT NULL,
  signed_at {{.Time}} NOT NULL,
  FOREIGN KEY (facility_id, professional_id) REFERENCES professional (facility_id, id)
);
CREATE UNIQUE INDEX signed_finding_rota ON signed_finding (rota_id, rule, professional_id, from_date);
CREATE INDEX signed_finding_professional ON signed_finding (professional_id);
