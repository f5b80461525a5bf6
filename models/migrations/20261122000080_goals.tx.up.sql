CREATE TABLE goal_profile (
  {{.Record}},
  name {{.Text}} NOT NULL,
  goals {{.JSON}} NOT NULL
);
{{.ByFacility "goal_profile"}}
CREATE UNIQUE INDEX goal_profile_name ON goal_profile (facility_id, name) WHERE archived_at IS NULL;

ALTER TABLE plan_run ADD COLUMN goals {{.JSON}} NOT NULL DEFAULT '{}';
ALTER TABLE plan_run ADD COLUMN {{.AddedList "teams"}};
ALTER TABLE plan_run ADD COLUMN {{.AddedList "people"}};
ALTER TABLE plan_run ADD COLUMN {{.AddedList "days"}};

-- The best plan of a run under way, for those who watch it. It goes when the run ends.
CREATE TABLE plan_run_best (
  run_id {{.ID}} PRIMARY KEY REFERENCES plan_run (id) ON DELETE CASCADE,
  planned {{.Int}} NOT NULL,
  {{.List "occurrences"}}
);
