ALTER TABLE child ADD COLUMN transport {{.Text}} NOT NULL DEFAULT '' CHECK (transport IN ('', 'firm', 'family', 'house'));

ALTER TABLE child ADD COLUMN transport_partner_id {{.ID}} REFERENCES partner (id);
