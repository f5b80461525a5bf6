CREATE TABLE team (
  {{.Record}},
  code {{.Text}} NOT NULL,
  name {{.Text}} NOT NULL,
  kind {{.Text}} NOT NULL CHECK (kind IN ('dedicated', 'transversal', 'territorial', 'resource')),
  {{.List "modalities"}},
  {{.List "sectors"}},
  position {{.Int}} NOT NULL
);
{{.ByFacility "team"}}
CREATE UNIQUE INDEX team_code ON team (facility_id, code) WHERE archived_at IS NULL;

CREATE TABLE professional (
  {{.Record}},
  first_name {{.Text}} NOT NULL,
  last_name {{.Text}} NOT NULL,
  profession {{.Text}} NOT NULL,
  job_title {{.Text}} NOT NULL,
  {{.List "skills"}},
  contract_minutes {{.Int}} NOT NULL CHECK (contract_minutes BETWEEN 0 AND 10080),
  {{.List "working_pattern"}},
  base_place_id {{.ID}} NOT NULL,
  from_base BOOLEAN NOT NULL,
  {{.Object "lunch"}},
  {{.Object "limits"}},
  direct_target {{.Int}} CHECK (direct_target >= 0),
  FOREIGN KEY (facility_id, base_place_id) REFERENCES place (facility_id, id)
);
{{.ByFacility "professional"}}
CREATE INDEX professional_base ON professional (base_place_id);

CREATE TABLE membership (
  team_id {{.ID}} NOT NULL REFERENCES team (id) ON DELETE CASCADE,
  professional_id {{.ID}} NOT NULL REFERENCES professional (id) ON DELETE CASCADE,
  share {{.Int}} NOT NULL CHECK (share BETWEEN 1 AND 100),
  main BOOLEAN NOT NULL,
  PRIMARY KEY (team_id, professional_id)
);
CREATE INDEX membership_professional ON membership (professional_id);
CREATE UNIQUE INDEX membership_main ON membership (professional_id) WHERE main;

CREATE TABLE child (
  {{.Record}},
  first_name {{.Text}} NOT NULL,
  last_name {{.Text}} NOT NULL,
  birth_year {{.Int}} NOT NULL,
  internal_number {{.Text}} NOT NULL,
  sector {{.Text}} NOT NULL,
  home_place_id {{.ID}},
  school_place_id {{.ID}},
  {{.List "schedule"}},
  key_worker_id {{.ID}},
  case_coordinator_id {{.ID}},
  professionals_target {{.Int}} NOT NULL CHECK (professionals_target >= 0),
  sessions_per_day_target {{.Int}} NOT NULL CHECK (sessions_per_day_target >= 0),
  FOREIGN KEY (facility_id, home_place_id) REFERENCES place (facility_id, id),
  FOREIGN KEY (facility_id, school_place_id) REFERENCES place (facility_id, id),
  FOREIGN KEY (facility_id, key_worker_id) REFERENCES professional (facility_id, id),
  FOREIGN KEY (facility_id, case_coordinator_id) REFERENCES professional (facility_id, id)
);
{{.ByFacility "child"}}
CREATE UNIQUE INDEX child_internal_number ON child (facility_id, internal_number) WHERE internal_number <> '';
CREATE INDEX child_key_worker ON child (key_worker_id);
CREATE INDEX child_case_coordinator ON child (case_coordinator_id);

CREATE TABLE care_modality_period (
  id {{.ID}} PRIMARY KEY,
  child_id {{.ID}} NOT NULL REFERENCES child (id) ON DELETE CASCADE,
  modality_code {{.Text}} NOT NULL,
  from_date {{.Text}} NOT NULL CHECK (length(from_date) = 10),
  to_date {{.Text}} CHECK (to_date >= from_date),
  weekly_minutes {{.Int}} NOT NULL CHECK (weekly_minutes >= 0)
);
CREATE INDEX care_modality_period_child ON care_modality_period (child_id, from_date);

CREATE TABLE child_group (
  {{.Record}},
  name {{.Text}} NOT NULL,
  modality_code {{.Text}},
  {{.List "child_ids"}}
);
{{.ByFacility "child_group"}}

CREATE TABLE absence (
  {{.Record}},
  professional_id {{.ID}},
  child_id {{.ID}},
  from_date {{.Text}} NOT NULL CHECK (length(from_date) = 10),
  from_minute {{.Int}} NOT NULL CHECK (from_minute BETWEEN 0 AND 1440),
  to_date {{.Text}} NOT NULL CHECK (length(to_date) = 10),
  to_minute {{.Int}} NOT NULL CHECK (to_minute BETWEEN 0 AND 1440),
  reason {{.Text}} NOT NULL CHECK (reason IN ('illness', 'leave', 'training', 'other')),
  FOREIGN KEY (facility_id, professional_id) REFERENCES professional (facility_id, id),
  FOREIGN KEY (facility_id, child_id) REFERENCES child (facility_id, id),
  CHECK ((professional_id IS NULL) <> (child_id IS NULL)),
  CHECK (to_date > from_date OR (to_date = from_date AND to_minute > from_minute))
);
{{.ByFacility "absence"}}
CREATE INDEX absence_dates ON absence (facility_id, to_date, from_date);
CREATE INDEX absence_professional ON absence (professional_id);
CREATE INDEX absence_child ON absence (child_id);
