CREATE TABLE account (
  {{.Record}},
  email {{.Text}} NOT NULL CHECK (email = lower(email)),
  name {{.Text}} NOT NULL,
  password_hash {{.Text}} NOT NULL,
  role {{.Text}} NOT NULL CHECK (role IN ('administrator', 'manager', 'coordinator', 'professional', 'reader')),
  professional_id {{.ID}},
  {{.List "team_ids"}},
  demo_key {{.Text}} NOT NULL,
  FOREIGN KEY (facility_id, professional_id) REFERENCES professional (facility_id, id)
);
{{.ByFacility "account"}}
CREATE UNIQUE INDEX account_email ON account (email) WHERE archived_at IS NULL;
CREATE UNIQUE INDEX account_demo_key ON account (facility_id, demo_key) WHERE demo_key <> '' AND archived_at IS NULL;

CREATE TABLE account_session (
  token_hash {{.Text}} PRIMARY KEY,
  account_id {{.ID}} NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  created_at {{.Time}} NOT NULL,
  last_seen_at {{.Time}} NOT NULL,
  expires_at {{.Time}} NOT NULL,
  user_agent {{.Text}} NOT NULL
);
CREATE INDEX account_session_account ON account_session (account_id);
CREATE INDEX account_session_expiry ON account_session (expires_at);

CREATE TABLE sign_in_attempt (
  id {{.ID}} PRIMARY KEY,
  email_hash {{.Text}} NOT NULL,
  at {{.Time}} NOT NULL
);
CREATE INDEX sign_in_attempt_recent ON sign_in_attempt (email_hash, at);
CREATE INDEX sign_in_attempt_old ON sign_in_attempt (at);

CREATE TABLE audit_entry (
  id {{.ID}} PRIMARY KEY,
  facility_id {{.ID}} NOT NULL,
  at {{.Time}} NOT NULL,
  account_id {{.ID}} NOT NULL,
  action {{.Text}} NOT NULL,
  resource {{.Text}} NOT NULL,
  resource_id {{.ID}} NOT NULL,
  detail {{.Text}} NOT NULL
);
CREATE INDEX audit_entry_resource ON audit_entry (facility_id, resource, resource_id, at);
CREATE INDEX audit_entry_time ON audit_entry (facility_id, at);
