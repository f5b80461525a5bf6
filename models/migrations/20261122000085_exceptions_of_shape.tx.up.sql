ALTER TABLE week_exception ADD COLUMN instead INTEGER;
ALTER TABLE week_exception ADD COLUMN length INTEGER;
ALTER TABLE week_exception ADD COLUMN {{.AddedList "child_ids"}};
ALTER TABLE week_exception ADD COLUMN joined_id {{.ID}};
ALTER TABLE week_exception ADD COLUMN split_id {{.ID}};
