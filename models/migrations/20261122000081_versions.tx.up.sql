ALTER TABLE rota ADD COLUMN published_by {{.ID}} REFERENCES account (id) ON DELETE SET NULL;
ALTER TABLE rota ADD COLUMN published_note {{.Text}} NOT NULL DEFAULT '';
UPDATE rota SET published_by = (
  SELECT MAX(audit_entry.account_id) FROM audit_entry JOIN account ON account.id = audit_entry.account_id
  WHERE audit_entry.resource_id = rota.id AND audit_entry.action = 'publish'
) WHERE published_version > 0;
CREATE INDEX rota_published_by ON rota (published_by);
