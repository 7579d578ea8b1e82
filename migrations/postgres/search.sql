-- Full-text search over the stems of comments; repeatable, run after every migration.
ALTER TABLE comments ADD COLUMN IF NOT EXISTS search tsvector GENERATED ALWAYS AS (to_tsvector('simple', stems)) STORED;
CREATE INDEX IF NOT EXISTS comments_search ON comments USING gin (search);
