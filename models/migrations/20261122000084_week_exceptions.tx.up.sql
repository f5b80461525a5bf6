CREATE TABLE week_exception (
  rota_id {{.ID}} NOT NULL REFERENCES rota (id) ON DELETE CASCADE,
  activity_id {{.ID}} NOT NULL,
  source_id {{.ID}} NOT NULL,
  PRIMARY KEY (rota_id, activity_id)
);
ALTER TABLE rota_operation ADD COLUMN {{.AddedList "exceptions_before"}};
ALTER TABLE rota_operation ADD COLUMN {{.AddedList "exceptions_after"}};
ALTER TABLE restore_point ADD COLUMN {{.AddedList "exceptions"}};
