CREATE TABLE need (
  {{.Record}},
  {{.Demand}},
  kind {{.Text}} NOT NULL CHECK (kind IN ('session', 'support')),
  child_id {{.ID}},
  group_id {{.ID}},
  FOREIGN KEY (facility_id, child_id) REFERENCES child (facility_id, id),
  FOREIGN KEY (facility_id, group_id) REFERENCES child_group (facility_id, id),
  CHECK (child_id IS NULL OR group_id IS NULL)
);
{{.ByFacility "need"}}
CREATE INDEX need_child ON need (child_id);
CREATE INDEX need_group ON need (group_id);

CREATE TABLE standing_duty (
  {{.Record}},
  {{.Demand}}
);
{{.ByFacility "standing_duty"}}

CREATE TABLE recurring_meeting (
  {{.Record}},
  {{.Demand}},
  kind {{.Text}} NOT NULL CHECK (kind IN ('meeting', 'protected')),
  child_id {{.ID}},
  FOREIGN KEY (facility_id, child_id) REFERENCES child (facility_id, id)
);
{{.ByFacility "recurring_meeting"}}
CREATE INDEX recurring_meeting_child ON recurring_meeting (child_id);

CREATE TABLE partner (
  {{.Record}},
  kind {{.Text}} NOT NULL CHECK (kind IN ('school', 'mdph', 'ase', 'health', 'family', 'other')),
  name {{.Text}} NOT NULL,
  place_id {{.ID}},
  FOREIGN KEY (facility_id, place_id) REFERENCES place (facility_id, id)
);
{{.ByFacility "partner"}}

CREATE TABLE partner_contact (
  {{.Record}},
  partner_id {{.ID}} NOT NULL,
  name {{.Text}} NOT NULL,
  role {{.Text}} NOT NULL,
  email {{.Text}} NOT NULL,
  phone {{.Text}} NOT NULL,
  {{.List "hours"}},
  FOREIGN KEY (facility_id, partner_id) REFERENCES partner (facility_id, id)
);
{{.ByFacility "partner_contact"}}
CREATE INDEX partner_contact_partner ON partner_contact (partner_id);
