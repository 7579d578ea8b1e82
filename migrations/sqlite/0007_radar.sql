CREATE TABLE `incident_channels` (
	`id` text PRIMARY KEY NOT NULL,
	`incident` integer NOT NULL,
	`channel_id` text NOT NULL,
	`level` integer NOT NULL,
	`since` integer NOT NULL,
	`comments` integer NOT NULL,
	`critics` integer NOT NULL,
	`line` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `incident_channels_once` ON `incident_channels` (`incident`,`channel_id`);--> statement-breakpoint
CREATE INDEX `incident_channels_channel` ON `incident_channels` (`channel_id`,`incident`);--> statement-breakpoint
CREATE TABLE `incident_threads` (
	`id` text PRIMARY KEY NOT NULL,
	`incident` integer NOT NULL,
	`thread_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`joined_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `incident_threads_once` ON `incident_threads` (`thread_id`,`incident`);--> statement-breakpoint
CREATE INDEX `incident_threads_incident` ON `incident_threads` (`incident`,`channel_id`);--> statement-breakpoint
CREATE TABLE `incidents` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`open_for` text,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`level` integer NOT NULL,
	`peak` integer NOT NULL,
	`strong_since` integer,
	`rises` text NOT NULL,
	`steps` text NOT NULL,
	`leads` text NOT NULL,
	`verdict` text,
	`verdict_by` text,
	`verdict_at` integer,
	`lesson` text DEFAULT '' NOT NULL,
	`lesson_by` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `incidents_open_for` ON `incidents` (`open_for`);--> statement-breakpoint
CREATE INDEX `incidents_started` ON `incidents` (`started_at`);--> statement-breakpoint
CREATE TABLE `voices` (
	`id` text PRIMARY KEY NOT NULL,
	`channel_id` text NOT NULL,
	`thread_id` text NOT NULL,
	`author_id` text NOT NULL,
	`at` integer NOT NULL,
	`hour` integer NOT NULL,
	`critical` integer NOT NULL,
	`press` integer NOT NULL,
	`aroused` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `voices_counted` ON `voices` (`critical`,`hour`,`channel_id`);--> statement-breakpoint
CREATE INDEX `voices_thread` ON `voices` (`thread_id`);