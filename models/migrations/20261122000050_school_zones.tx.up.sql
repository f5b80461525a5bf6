-- Corsica and overseas have school calendars of their own: the zone of a facility is any of models/school, not only A, B and C.
ALTER TABLE facility ADD COLUMN zone {{.Text}} NOT NULL DEFAULT '' CHECK (length(zone) <= 40);

UPDATE facility SET zone = school_zone;

ALTER TABLE facility DROP COLUMN school_zone;

ALTER TABLE facility RENAME COLUMN zone TO school_zone;
