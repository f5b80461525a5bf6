CREATE TABLE calendar_subscription (
  {{.Record}},
  account_id {{.ID}} REFERENCES account (id) ON DELETE SET NULL,
  subject {{.Text}} NOT NULL CHECK (subject IN ('professional', 'team', 'room', 'place', 'child', 'partner')),
  subject_id {{.ID}} NOT NULL,
  name {{.Text}} NOT NULL,
  detail {{.Text}} NOT NULL CHECK (detail IN ('busy', 'work', 'full')),
  token_hash {{.Text}} NOT NULL,
  last_used_at {{.Time}},
  revoked_at {{.Time}}
);
{{.ByFacility "calendar_subscription"}}
CREATE UNIQUE INDEX calendar_subscription_token ON calendar_subscription (token_hash);
CREATE INDEX calendar_subscription_subject ON calendar_subscription (facility_id, subject, subject_id);
CREATE INDEX calendar_subscription_account ON calendar_subscription (account_id);

CREATE TABLE calendar_event (
  uid {{.Text}} PRIMARY KEY,
  facility_id {{.ID}} NOT NULL REFERENCES facility (id) ON DELETE CASCADE,
  week {{.Text}} NOT NULL CHECK (length(week) = 8),
  activity_id {{.ID}} NOT NULL,
  occurrence {{.Int}} NOT NULL CHECK (occurrence >= 0),
  sequence {{.Int}} NOT NULL CHECK (sequence >= 0),
  start {{.Int}} NOT NULL,
  duration {{.Int}} NOT NULL CHECK (duration >= 1),
  {{.List "staff"}},
  {{.List "child_ids"}},
  place_id {{.ID}} REFERENCES place (id),
  room_id {{.ID}} REFERENCES room (id),
  kind {{.Text}} NOT NULL,
  label {{.Text}} NOT NULL,
  last_modified {{.Time}} NOT NULL,
  cancelled_at {{.Time}},
  {{.List "former"}}
);
CREATE UNIQUE INDEX calendar_event_occurrence ON calendar_event (facility_id, week, activity_id, occurrence);
CREATE INDEX calendar_event_change ON calendar_event (facility_id, last_modified);

CREATE TABLE job (
  id {{.ID}} PRIMARY KEY,
  kind {{.Text}} NOT NULL,
  arguments {{.JSON}} NOT NULL,
  slot_key {{.Text}},
  state {{.Text}} NOT NULL CHECK (state IN ('ready', 'running', 'done', 'failed')),
  run_at {{.Time}} NOT NULL,
  worker {{.Text}} NOT NULL,
  attempt {{.Int}} NOT NULL CHECK (attempt >= 0),
  lease_until {{.Time}},
  last_error {{.Text}} NOT NULL,
  created_at {{.Time}} NOT NULL,
  finished_at {{.Time}}
);
CREATE UNIQUE INDEX job_slot_key ON job (slot_key);
CREATE INDEX job_ready ON job (run_at) WHERE state = 'ready';
CREATE INDEX job_running ON job (lease_until) WHERE state = 'running';
CREATE INDEX job_finished ON job (finished_at) WHERE finished_at IS NOT NULL;

CREATE TABLE plan_run (
  id {{.ID}} PRIMARY KEY,
  facility_id {{.ID}} NOT NULL REFERENCES facility (id) ON DELETE CASCADE,
  rota_id {{.ID}} NOT NULL REFERENCES rota (id) ON DELETE CASCADE,
  rota_revision {{.Int}} NOT NULL,
  input_revision {{.Int}} NOT NULL,
  scope {{.Text}} NOT NULL CHECK (scope IN ('gaps', 'improve', 'all')),
  seconds {{.Int}} NOT NULL CHECK (seconds BETWEEN 1 AND 3600),
  state {{.Text}} NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'stale')),
  planned {{.Int}} NOT NULL,
  wanted {{.Int}} NOT NULL,
  unmet {{.Int}} NOT NULL,
  soft {{.Int}} NOT NULL,
  {{.List "curve"}},
  stop_requested BOOLEAN NOT NULL,
  result_rota_id {{.ID}} REFERENCES rota (id) ON DELETE SET NULL,
  error_code {{.Text}} NOT NULL,
  attempt {{.Int}} NOT NULL,
  created_by {{.ID}} NOT NULL,
  created_at {{.Time}} NOT NULL,
  started_at {{.Time}},
  finished_at {{.Time}}
);
CREATE UNIQUE INDEX plan_run_one_at_a_time ON plan_run (rota_id) WHERE state IN ('queued', 'running');
CREATE INDEX plan_run_facility ON plan_run (facility_id, created_at);
CREATE INDEX plan_run_result ON plan_run (result_rota_id);
