ALTER TABLE facility ADD COLUMN {{.AddedList "agreements"}};
ALTER TABLE facility ADD COLUMN road_percent {{.Int}} NOT NULL DEFAULT 135 CHECK (road_percent BETWEEN 100 AND 300);
ALTER TABLE facility ADD COLUMN osrm_url {{.Text}} NOT NULL DEFAULT '';

CREATE TABLE service_unit (
  {{.Record}},
  name {{.Text}} NOT NULL,
  kind {{.Text}} NOT NULL,
  finess {{.Text}} NOT NULL CHECK (finess = '' OR length(finess) = 9)
);
{{.ByFacility "service_unit"}}
CREATE UNIQUE INDEX service_unit_finess ON service_unit (facility_id, finess) WHERE finess <> '' AND archived_at IS NULL;

ALTER TABLE care_modality ADD COLUMN {{.AddedList "capacities"}};

ALTER TABLE place ADD COLUMN {{.AddedList "hours"}};

ALTER TABLE room ADD COLUMN {{.AddedList "closed"}};

ALTER TABLE team ADD COLUMN unit_id {{.ID}} REFERENCES service_unit (id);
CREATE INDEX team_unit ON team (unit_id);

ALTER TABLE professional ADD COLUMN convention {{.Text}} NOT NULL DEFAULT 'other' CHECK (convention IN ('ccn66', 'ccn51', 'other'));
ALTER TABLE professional ADD COLUMN contract_kind {{.Text}} NOT NULL DEFAULT 'permanent' CHECK (contract_kind IN ('permanent', 'fixed_term', 'other'));
ALTER TABLE professional ADD COLUMN coordination_target {{.Int}} CHECK (coordination_target >= 0);
ALTER TABLE professional ADD COLUMN preparation_target {{.Int}} CHECK (preparation_target >= 0);
ALTER TABLE professional ADD COLUMN key_worker_load {{.Int}} CHECK (key_worker_load >= 0);

ALTER TABLE child ADD COLUMN wishes {{.Text}} NOT NULL DEFAULT '';

{{range .DemandTables}}ALTER TABLE {{.}} ADD COLUMN rhythm {{$.Text}} NOT NULL DEFAULT 'week' CHECK (rhythm IN ('week', 'fortnight'));
ALTER TABLE {{.}} ADD COLUMN {{$.AddedList "wished_spans"}};
ALTER TABLE {{.}} ADD COLUMN {{$.AddedList "refused_spans"}};
ALTER TABLE {{.}} ADD COLUMN {{$.AddedList "refused_ids"}};
{{end}}
ALTER TABLE standing_duty ADD COLUMN kind {{.Text}} NOT NULL DEFAULT 'other' CHECK (kind IN ('arrival', 'meal', 'evening', 'night', 'escort', 'other'));

ALTER TABLE recurring_meeting ADD COLUMN purpose {{.Text}} NOT NULL DEFAULT 'other' CHECK (purpose IN ('team', 'synthesis', 'practice_review', 'supervision', 'other'));

CREATE TABLE protected_time (
  {{.Record}},
  kind {{.Text}} NOT NULL CHECK (kind IN ('preparation', 'writing', 'coordination')),
  label {{.Text}} NOT NULL,
  {{.List "professions"}},
  {{.List "professional_ids"}},
  convention {{.Text}} NOT NULL CHECK (convention IN ('', 'ccn66', 'ccn51', 'other')),
  basis_points {{.Int}} CHECK (basis_points BETWEEN 1 AND 10000),
  minutes {{.Int}} CHECK (minutes BETWEEN 1 AND 10080),
  smallest_piece {{.Int}} NOT NULL CHECK (smallest_piece BETWEEN 5 AND 1440),
  priority {{.Int}} NOT NULL CHECK (priority BETWEEN 1 AND 100),
  from_date {{.Text}} CHECK (length(from_date) = 10),
  to_date {{.Text}} CHECK (to_date >= from_date),
  CHECK ((basis_points IS NULL) <> (minutes IS NULL))
);
{{.ByFacility "protected_time"}}

CREATE TABLE travel_time (
  {{.Record}},
  from_place_id {{.ID}} NOT NULL,
  to_place_id {{.ID}} NOT NULL,
  minutes {{.Int}} NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
  source {{.Text}} NOT NULL CHECK (source IN ('override', 'matrix')),
  FOREIGN KEY (facility_id, from_place_id) REFERENCES place (facility_id, id),
  FOREIGN KEY (facility_id, to_place_id) REFERENCES place (facility_id, id),
  CHECK (from_place_id <> to_place_id)
);
INSERT INTO travel_time (id, facility_id, version, created_at, updated_at, archived_at, from_place_id, to_place_id, minutes, source)
  SELECT {{.RandomID}}, facility_id, 1, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, NULL, from_place_id, to_place_id, minutes, 'override' FROM travel_override;
DROP TABLE travel_override;
ALTER TABLE travel_time RENAME TO travel_override;
{{.ByFacility "travel_override"}}
CREATE UNIQUE INDEX travel_override_pair ON travel_override (from_place_id, to_place_id) WHERE archived_at IS NULL;

CREATE TABLE routed_travel (
  facility_id {{.ID}} NOT NULL REFERENCES facility (id) ON DELETE CASCADE,
  from_place_id {{.ID}} NOT NULL,
  to_place_id {{.ID}} NOT NULL,
  minutes {{.Int}} NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
  asked_at {{.Time}} NOT NULL,
  from_latitude {{.Real}} NOT NULL,
  from_longitude {{.Real}} NOT NULL,
  to_latitude {{.Real}} NOT NULL,
  to_longitude {{.Real}} NOT NULL,
  PRIMARY KEY (from_place_id, to_place_id),
  FOREIGN KEY (facility_id, from_place_id) REFERENCES place (facility_id, id) ON DELETE CASCADE,
  FOREIGN KEY (facility_id, to_place_id) REFERENCES place (facility_id, id) ON DELETE CASCADE
);
CREATE INDEX routed_travel_facility ON routed_travel (facility_id);

CREATE TABLE record_change (
  id {{.ID}} PRIMARY KEY,
  facility_id {{.ID}} NOT NULL REFERENCES facility (id) ON DELETE CASCADE,
  resource {{.Text}} NOT NULL,
  resource_id {{.ID}} NOT NULL,
  at {{.Time}} NOT NULL,
  account_id {{.ID}} NOT NULL,
  action {{.Text}} NOT NULL,
  version {{.Int}} NOT NULL CHECK (version >= 1),
  {{.Object "before"}},
  {{.Object "after"}}
);
CREATE UNIQUE INDEX record_change_version ON record_change (facility_id, resource, resource_id, version);
CREATE INDEX record_change_time ON record_change (at);
