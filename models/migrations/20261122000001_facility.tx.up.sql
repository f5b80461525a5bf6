CREATE TABLE facility (
  id {{.ID}} PRIMARY KEY,
  name {{.Text}} NOT NULL,
  time_zone {{.Text}} NOT NULL,
  school_zone {{.Text}} NOT NULL CHECK (school_zone IN ('', 'A', 'B', 'C')),
  department {{.Text}} NOT NULL,
  demo BOOLEAN NOT NULL,
  version {{.Int}} NOT NULL CHECK (version >= 1),
  created_at {{.Time}} NOT NULL
);

CREATE TABLE care_modality (
  {{.Record}},
  code {{.Text}} NOT NULL CHECK (length(code) = 2),
  name {{.Text}} NOT NULL,
  position {{.Int}} NOT NULL
);
{{.ByFacility "care_modality"}}
CREATE UNIQUE INDEX care_modality_code ON care_modality (facility_id, code) WHERE archived_at IS NULL;

CREATE TABLE place (
  {{.Record}},
  kind {{.Text}} NOT NULL CHECK (kind IN ('site', 'school', 'home', 'partner')),
  name {{.Text}} NOT NULL,
  code {{.Text}} NOT NULL,
  address {{.Text}} NOT NULL,
  sector {{.Text}} NOT NULL,
  latitude {{.Real}} NOT NULL CHECK (latitude BETWEEN -90 AND 90),
  longitude {{.Real}} NOT NULL CHECK (longitude BETWEEN -180 AND 180)
);
{{.ByFacility "place"}}
CREATE UNIQUE INDEX place_code ON place (facility_id, code) WHERE archived_at IS NULL AND code <> '' AND kind <> 'home';

CREATE TABLE room (
  {{.Record}},
  place_id {{.ID}} NOT NULL,
  name {{.Text}} NOT NULL,
  seats {{.Int}} NOT NULL CHECK (seats >= 0),
  {{.List "features"}},
  wheelchair BOOLEAN NOT NULL,
  FOREIGN KEY (facility_id, place_id) REFERENCES place (facility_id, id)
);
{{.ByFacility "room"}}
CREATE UNIQUE INDEX room_name ON room (place_id, name) WHERE archived_at IS NULL;

CREATE TABLE closed_day (
  {{.Record}},
  place_id {{.ID}},
  date {{.Text}} NOT NULL CHECK (length(date) = 10),
  label {{.Text}} NOT NULL,
  FOREIGN KEY (facility_id, place_id) REFERENCES place (facility_id, id)
);
{{.ByFacility "closed_day"}}
CREATE INDEX closed_day_date ON closed_day (facility_id, date);
CREATE UNIQUE INDEX closed_day_whole ON closed_day (facility_id, date) WHERE place_id IS NULL AND archived_at IS NULL;
CREATE UNIQUE INDEX closed_day_site ON closed_day (place_id, date) WHERE place_id IS NOT NULL AND archived_at IS NULL;

CREATE TABLE travel_override (
  facility_id {{.ID}} NOT NULL REFERENCES facility (id) ON DELETE CASCADE,
  from_place_id {{.ID}} NOT NULL,
  to_place_id {{.ID}} NOT NULL,
  minutes {{.Int}} NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
  PRIMARY KEY (from_place_id, to_place_id),
  FOREIGN KEY (facility_id, from_place_id) REFERENCES place (facility_id, id) ON DELETE CASCADE,
  FOREIGN KEY (facility_id, to_place_id) REFERENCES place (facility_id, id) ON DELETE CASCADE,
  CHECK (from_place_id <> to_place_id)
);
CREATE INDEX travel_override_facility ON travel_override (facility_id);
