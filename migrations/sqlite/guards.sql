-- The audit trail is only added to; what is old goes from the front, as far as `audit.start` says. After a sealed entry
-- comes none without a seal. Repeatable.
DROP TRIGGER IF EXISTS audit_entries_insert;
DROP TRIGGER IF EXISTS audit_entries_update;
DROP TRIGGER IF EXISTS audit_entries_delete;
CREATE TRIGGER audit_entries_insert BEFORE INSERT ON audit_entries
  WHEN new.seal IS NULL AND (SELECT seal FROM audit_entries ORDER BY seq DESC LIMIT 1) IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'the audit trail is sealed');
END;
CREATE TRIGGER audit_entries_update BEFORE UPDATE ON audit_entries BEGIN
  SELECT RAISE(ABORT, 'the audit trail is only added to');
END;
CREATE TRIGGER audit_entries_delete BEFORE DELETE ON audit_entries
  WHEN old.seq > coalesce((SELECT json_extract(value, '$.seq') FROM settings WHERE key = 'audit.start'), 0) BEGIN
  SELECT RAISE(ABORT, 'the audit trail is only added to');
END;
