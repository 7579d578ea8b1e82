DROP INDEX `clocks_thread`;--> statement-breakpoint
DROP INDEX `clocks_kind_met`;--> statement-breakpoint
CREATE INDEX `clocks_thread` ON `clocks` (`thread_id`,`kind`,`started_at`,`id`,`due_at`,`met_at`,`stopped_at`);--> statement-breakpoint
CREATE INDEX `clocks_kind_met` ON `clocks` (`kind`,`met_at`,`thread_id`,`started_at`,`id`);--> statement-breakpoint
DROP INDEX `threads_opened`;--> statement-breakpoint
CREATE INDEX `threads_opened` ON `threads` (`opened_at`,`channel_id`,`sentiment`,`id`);