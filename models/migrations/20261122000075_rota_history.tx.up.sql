ALTER TABLE rota_operation ADD COLUMN undone BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE rota_operation SET undone = TRUE WHERE position > (SELECT undo_position FROM rota WHERE rota.id = rota_operation.rota_id);
CREATE INDEX rota_operation_account ON rota_operation (rota_id, account_id, position);
ALTER TABLE rota DROP COLUMN undo_position;
ALTER TABLE rota ADD COLUMN changed_by {{.ID}} REFERENCES account (id) ON DELETE SET NULL;
