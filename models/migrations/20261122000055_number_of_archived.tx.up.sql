DROP INDEX child_internal_number;
CREATE UNIQUE INDEX child_internal_number ON child (facility_id, internal_number) WHERE internal_number <> '' AND archived_at IS NULL;
