CREATE TABLE `report_schedules` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`cadence` text NOT NULL,
	`scope` text NOT NULL,
	`recipients` text NOT NULL,
	`even_empty` integer NOT NULL,
	`next_at` integer NOT NULL,
	`last_sent_at` integer,
	`last_problem` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `clocks_kind_met` ON `clocks` (`kind`,`met_at`);--> statement-breakpoint
CREATE INDEX `promises_due` ON `promises` (`due_at`);--> statement-breakpoint
CREATE INDEX `threads_resolved` ON `threads` (`resolved_at`) WHERE resolved_at IS NOT NULL;