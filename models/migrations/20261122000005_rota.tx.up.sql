CREATE TABLE rota (
  id {{.ID}} PRIMARY KEY,
  facility_id {{.ID}} NOT NULL REFERENCES facility (id) ON DELETE CASCADE,
  week {{.Text}} NOT NULL CHECK (length(week) = 8),
  state {{.Text}} NOT NULL CHECK (state IN ('draft', 'published', 'archived')),
  number {{.Int}} NOT NULL CHECK (number >= 1),
  published_version {{.Int}} NOT NULL,
  based_on_id {{.ID}} REFERENCES rota (id) ON DELETE SET NULL,
  revision {{.Int}} NOT NULL,
  undo_position {{.Int}} NOT NULL,
  created_by {{.ID}} REFERENCES account (id) ON DELETE SET NULL,
  created_at {{.Time}} NOT NULL,
  updated_at {{.Time}} NOT NULL,
  published_at {{.Time}},
  CHECK ((state = 'draft') = (published_version = 0)),
  CHECK ((state = 'draft') = (published_at IS NULL))
);
CREATE INDEX rota_week ON rota (facility_id, week, state);
CREATE UNIQUE INDEX rota_number ON rota (facility_id, week, number);
CREATE UNIQUE INDEX rota_one_published ON rota (facility_id, week) WHERE state = 'published';
CREATE UNIQUE INDEX rota_published_version ON rota (facility_id, week, published_version) WHERE published_version > 0;
CREATE INDEX rota_based_on ON rota (based_on_id);

CREATE TABLE rota_occurrence (
  rota_id {{.ID}} NOT NULL REFERENCES rota (id) ON DELETE CASCADE,
  activity_id {{.ID}} NOT NULL,
  occurrence {{.Int}} NOT NULL CHECK (occurrence >= 0),
  start {{.Int}} NOT NULL CHECK (start BETWEEN 0 AND 10079),
  {{.List "staff"}},
  {{.List "attendees"}},
  place_id {{.ID}} REFERENCES place (id),
  room_id {{.ID}} REFERENCES room (id),
  locked BOOLEAN NOT NULL,
  PRIMARY KEY (rota_id, activity_id, occurrence)
);

CREATE TABLE rota_operation (
  rota_id {{.ID}} NOT NULL REFERENCES rota (id) ON DELETE CASCADE,
  position {{.Int}} NOT NULL CHECK (position >= 1),
  account_id {{.ID}} NOT NULL,
  kind {{.Text}} NOT NULL,
  {{.List "before"}},
  {{.List "after"}},
  created_at {{.Time}} NOT NULL,
  PRIMARY KEY (rota_id, position)
);

CREATE TABLE partner_meeting (
  {{.Record}},
  title {{.Text}} NOT NULL,
  child_id {{.ID}},
  {{.List "required_ids"}},
  {{.List "useful_ids"}},
  {{.List "attendee_ids"}},
  {{.List "contact_ids"}},
  place_id {{.ID}},
  room_id {{.ID}},
  date {{.Text}} NOT NULL CHECK (length(date) = 10),
  start {{.Int}} NOT NULL CHECK (start BETWEEN 0 AND 1439),
  duration {{.Int}} NOT NULL CHECK (duration BETWEEN 1 AND 1440),
  cancelled_at {{.Time}},
  FOREIGN KEY (facility_id, child_id) REFERENCES child (facility_id, id),
  FOREIGN KEY (facility_id, place_id) REFERENCES place (facility_id, id),
  FOREIGN KEY (facility_id, room_id) REFERENCES room (facility_id, id)
);
{{.ByFacility "partner_meeting"}}
CREATE INDEX partner_meeting_date ON partner_meeting (facility_id, date);
