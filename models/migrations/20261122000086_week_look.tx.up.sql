CREATE TABLE week_look (
  account_id {{.ID}} NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  week {{.Text}} NOT NULL CHECK (length(week) = 8),
  version {{.Int}} NOT NULL CHECK (version >= 0),
  looked_at {{.Time}} NOT NULL,
  PRIMARY KEY (account_id, week)
);
