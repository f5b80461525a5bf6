ALTER TABLE professional ADD COLUMN {{.AddedList "contracts"}};
UPDATE professional SET contracts = {{.JSONArray}}({{.JSONObject}}('minutes', contract_minutes, 'convention', convention, 'kind', contract_kind));
ALTER TABLE professional DROP COLUMN contract_minutes;
ALTER TABLE professional DROP COLUMN convention;
ALTER TABLE professional DROP COLUMN contract_kind;
