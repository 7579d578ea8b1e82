-- The audit trail is only added to; what is old goes from the front, as far as `audit.start` says. After a sealed entry
-- comes none without a seal: an older version that still runs beside this one would write it. Repeatable.
CREATE OR REPLACE FUNCTION keep_audit_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF old.seq <= coalesce((SELECT (value ->> 'seq')::bigint FROM settings WHERE key = 'audit.start'), 0) THEN
      RETURN old;
    END IF;
  END IF;
  RAISE EXCEPTION 'the audit trail is only added to';
END $$;
CREATE OR REPLACE FUNCTION keep_audit_seals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT seal FROM audit_entries ORDER BY seq DESC LIMIT 1) IS NOT NULL THEN
    RAISE EXCEPTION 'the audit trail is sealed';
  END IF;
  RETURN new;
END $$;
DROP TRIGGER IF EXISTS audit_entries_insert ON audit_entries;
DROP TRIGGER IF EXISTS audit_entries_change ON audit_entries;
DROP TRIGGER IF EXISTS audit_entries_truncate ON audit_entries;
CREATE TRIGGER audit_entries_insert BEFORE INSERT ON audit_entries
  FOR EACH ROW WHEN (new.seal IS NULL) EXECUTE FUNCTION keep_audit_seals();
CREATE TRIGGER audit_entries_change BEFORE UPDATE OR DELETE ON audit_entries
  FOR EACH ROW EXECUTE FUNCTION keep_audit_entries();
CREATE TRIGGER audit_entries_truncate BEFORE TRUNCATE ON audit_entries
  FOR EACH STATEMENT EXECUTE FUNCTION keep_audit_entries();
