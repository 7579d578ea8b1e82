CREATE TABLE `teams` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`folded` text NOT NULL,
	`demo` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE `channels` ADD `team_id` text;