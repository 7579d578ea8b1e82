CREATE INDEX `clocks_kind_met` ON `clocks` (`kind`,`met_at`);--> statement-breakpoint
CREATE INDEX `promises_due` ON `promises` (`due_at`);--> statement-breakpoint
CREATE INDEX `threads_resolved` ON `threads` (`resolved_at`) WHERE resolved_at IS NOT NULL;