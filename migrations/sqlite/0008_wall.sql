DROP INDEX `threads_opened`;--> statement-breakpoint
CREATE INDEX `threads_opened` ON `threads` (`opened_at`,`channel_id`,`sentiment`);