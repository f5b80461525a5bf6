ALTER TABLE facility ADD COLUMN weeks_ahead {{.Int}} NOT NULL DEFAULT 8 CHECK (weeks_ahead BETWEEN 0 AND 60);

CREATE TABLE school_holiday (
  id {{.ID}} PRIMARY KEY,
  facility_id {{.ID}} REFERENCES facility (id) ON DELETE CASCADE,
  zone {{.Text}} NOT NULL,
  school_year {{.Text}} NOT NULL CHECK (length(school_year) = 9),
  name {{.Text}} NOT NULL,
  first_date {{.Text}} NOT NULL CHECK (length(first_date) = 10),
  last_date {{.Text}} NOT NULL CHECK (last_date >= first_date),
  source {{.Text}} NOT NULL,
  imported_at {{.Time}} NOT NULL
);
CREATE INDEX school_holiday_zone ON school_holiday (zone, school_year);
CREATE INDEX school_holiday_facility ON school_holiday (facility_id);

ALTER TABLE closed_day ADD COLUMN to_date {{.Text}} CHECK (to_date >= date);
ALTER TABLE closed_day ADD COLUMN kind {{.Text}} NOT NULL DEFAULT 'closed' CHECK (kind IN ('closed', 'reduced'));
ALTER TABLE closed_day ADD COLUMN from_minute {{.Int}} NOT NULL DEFAULT 0 CHECK (from_minute BETWEEN 0 AND 1440);
ALTER TABLE closed_day ADD COLUMN to_minute {{.Int}} NOT NULL DEFAULT 1440 CHECK (to_minute BETWEEN 0 AND 1440);
ALTER TABLE closed_day ADD COLUMN room_id {{.ID}} REFERENCES room (id);
DROP INDEX closed_day_whole;
DROP INDEX closed_day_site;
CREATE UNIQUE INDEX closed_day_whole ON closed_day (facility_id, date, kind, from_minute) WHERE place_id IS NULL AND room_id IS NULL AND archived_at IS NULL;
CREATE UNIQUE INDEX closed_day_site ON closed_day (place_id, date, kind, from_minute) WHERE place_id IS NOT NULL AND archived_at IS NULL;
CREATE UNIQUE INDEX closed_day_room ON closed_day (room_id, date, kind, from_minute) WHERE room_id IS NOT NULL AND archived_at IS NULL;

CREATE TABLE absence_kept (
  {{.Record}},
  professional_id {{.ID}},
  child_id {{.ID}},
  from_date {{.Text}} NOT NULL CHECK (length(from_date) = 10),
  from_minute {{.Int}} NOT NULL CHECK (from_minute BETWEEN 0 AND 1440),
  to_date {{.Text}} NOT NULL CHECK (length(to_date) = 10),
  to_minute {{.Int}} NOT NULL CHECK (to_minute BETWEEN 0 AND 1440),
  repeats {{.Text}} NOT NULL CHECK (repeats IN ('', 'weekly', 'letter')),
  repeat_until {{.Text}} CHECK (repeat_until >= to_date),
  reason {{.Text}} NOT NULL CHECK (reason IN ('illness', 'medical', 'accident', 'parental', 'family', 'leave', 'recovery', 'training', 'union', 'outing', 'other')),
  state {{.Text}} NOT NULL CHECK (state IN ('requested', 'accepted', 'refused')),
  requested_by {{.ID}},
  requested_at {{.Time}},
  decided_by {{.ID}},
  decided_at {{.Time}},
  FOREIGN KEY (facility_id, professional_id) REFERENCES professional (facility_id, id),
  FOREIGN KEY (facility_id, child_id) REFERENCES child (facility_id, id),
  CHECK ((professional_id IS NULL) <> (child_id IS NULL)),
  CHECK ((repeats = '') = (repeat_until IS NULL)),
  CHECK (to_date > from_date OR (to_date = from_date AND to_minute > from_minute))
);
INSERT INTO absence_kept (id, facility_id, version, created_at, updated_at, archived_at, professional_id, child_id,
  from_date, from_minute, to_date, to_minute, repeats, repeat_until, reason, state)
SELECT id, facility_id, version, created_at, updated_at, archived_at, professional_id, child_id,
  from_date, from_minute, to_date, to_minute, '', NULL, reason, 'accepted' FROM absence;
DROP TABLE absence;
ALTER TABLE absence_kept RENAME TO absence;
{{.ByFacility "absence"}}
CREATE INDEX absence_dates ON absence (facility_id, to_date, from_date);
CREATE INDEX absence_repeats ON absence (facility_id, repeat_until) WHERE repeat_until IS NOT NULL;
CREATE INDEX absence_professional ON absence (professional_id);
CREATE INDEX absence_child ON absence (child_id);

CREATE TABLE week_template (
  {{.Record}},
  name {{.Text}} NOT NULL,
  letter {{.Text}} NOT NULL CHECK (letter IN ('', 'A', 'B')),
  from_date {{.Text}} NOT NULL CHECK (length(from_date) = 10),
  to_date {{.Text}} CHECK (to_date >= from_date)
);
{{.ByFacility "week_template"}}
CREATE INDEX week_template_dates ON week_template (facility_id, from_date);

ALTER TABLE rota ADD COLUMN template_id {{.ID}} REFERENCES week_template (id) ON DELETE CASCADE;
ALTER TABLE rota ADD COLUMN made_from_id {{.ID}} REFERENCES rota (id) ON DELETE SET NULL;
ALTER TABLE rota ADD COLUMN automatic BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE rota ADD COLUMN made_at_version {{.Int}} NOT NULL DEFAULT 0;
DROP INDEX rota_number;
DROP INDEX rota_one_published;
DROP INDEX rota_published_version;
CREATE UNIQUE INDEX rota_number ON rota (facility_id, week, number) WHERE template_id IS NULL;
CREATE UNIQUE INDEX rota_one_published ON rota (facility_id, week) WHERE state = 'published' AND template_id IS NULL;
CREATE UNIQUE INDEX rota_published_version ON rota (facility_id, week, published_version) WHERE published_version > 0 AND template_id IS NULL;
CREATE UNIQUE INDEX rota_template_number ON rota (template_id, number) WHERE template_id IS NOT NULL;
CREATE UNIQUE INDEX rota_template_published ON rota (template_id) WHERE state = 'published' AND template_id IS NOT NULL;
CREATE UNIQUE INDEX rota_template_version ON rota (template_id, published_version) WHERE published_version > 0 AND template_id IS NOT NULL;
CREATE INDEX rota_made_from ON rota (made_from_id);

ALTER TABLE plan_run ADD COLUMN in_place BOOLEAN NOT NULL DEFAULT FALSE;
