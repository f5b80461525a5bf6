CREATE TABLE worked_day (
  {{.Record}},
  professional_id {{.ID}} NOT NULL,
  date {{.Text}} NOT NULL CHECK (length(date) = 10),
  from_minute {{.Int}} NOT NULL CHECK (from_minute BETWEEN 0 AND 1440),
  to_minute {{.Int}} NOT NULL CHECK (to_minute BETWEEN 0 AND 1440),
  break_minutes {{.Int}} NOT NULL CHECK (break_minutes >= 0),
  note {{.Text}} NOT NULL,
  state {{.Text}} NOT NULL CHECK (state IN ('requested', 'accepted', 'refused')),
  requested_by {{.ID}},
  requested_at {{.Time}},
  decided_by {{.ID}},
  decided_at {{.Time}},
  FOREIGN KEY (facility_id, professional_id) REFERENCES professional (facility_id, id),
  CHECK (from_minute < to_minute AND break_minutes < to_minute - from_minute)
);
{{.ByFacility "worked_day"}}
CREATE INDEX worked_day_dates ON worked_day (facility_id, date);
CREATE INDEX worked_day_professional ON worked_day (professional_id);
