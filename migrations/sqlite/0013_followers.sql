CREATE TABLE `set_aside_facts` (
	`id` text PRIMARY KEY NOT NULL,
	`follower` text NOT NULL,
	`seq` integer NOT NULL,
	`error` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `set_aside_facts_follower_seq` ON `set_aside_facts` (`follower`,`seq`);--> statement-breakpoint
ALTER TABLE `followers` ADD `failing` integer;--> statement-breakpoint
ALTER TABLE `followers` ADD `tries` integer;--> statement-breakpoint
ALTER TABLE `followers` ADD `failing_since` integer;--> statement-breakpoint
ALTER TABLE `followers` ADD `error` text;