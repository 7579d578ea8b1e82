-- Full-text search over the stems of comments; repeatable, run after every migration.
CREATE VIRTUAL TABLE IF NOT EXISTS comments_search USING fts5(stems, content='comments', content_rowid='seq', tokenize='unicode61 remove_diacritics 0');
DROP TRIGGER IF EXISTS comments_search_insert;
DROP TRIGGER IF EXISTS comments_search_delete;
DROP TRIGGER IF EXISTS comments_search_update;
CREATE TRIGGER comments_search_insert AFTER INSERT ON comments BEGIN
  INSERT INTO comments_search(rowid, stems) VALUES (new.seq, new.stems);
END;
CREATE TRIGGER comments_search_delete AFTER DELETE ON comments BEGIN
  INSERT INTO comments_search(comments_search, rowid, stems) VALUES ('delete', old.seq, old.stems);
END;
CREATE TRIGGER comments_search_update AFTER UPDATE OF stems ON comments WHEN old.stems <> new.stems BEGIN
  INSERT INTO comments_search(comments_search, rowid, stems) VALUES ('delete', old.seq, old.stems);
  INSERT INTO comments_search(rowid, stems) VALUES (new.seq, new.stems);
END;
