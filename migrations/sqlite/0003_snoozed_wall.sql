DROP INDEX `threads_wall`;--> statement-breakpoint
CREATE INDEX `threads_wall` ON `threads` (`status`,`channel_id`,`assignee_id`,`soon_at`,`due_at`,`snoozed_until`);