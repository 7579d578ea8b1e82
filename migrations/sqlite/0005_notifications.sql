CREATE TABLE `notification_items` (
	`id` text PRIMARY KEY NOT NULL,
	`notification_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`thread_id` text,
	`by_id` text,
	`reply_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`notification_id`) REFERENCES `notifications`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `notification_items_of` ON `notification_items` (`notification_id`);--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`event` text NOT NULL,
	`at` integer NOT NULL,
	`read_at` integer,
	`in_bell` integer NOT NULL,
	`urgency` integer
);
--> statement-breakpoint
CREATE INDEX `notifications_person_at` ON `notifications` (`person_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `notifications_person_read` ON `notifications` (`person_id`,`read_at`);--> statement-breakpoint
CREATE INDEX `notifications_at` ON `notifications` (`at`);--> statement-breakpoint
CREATE TABLE `push_devices` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`session_id` text NOT NULL,
	`endpoint_hash` text NOT NULL,
	`sealed` text NOT NULL,
	`label` text NOT NULL,
	`created_at` integer NOT NULL,
	`told_until` integer NOT NULL,
	`pushed_at` integer,
	`rests_until` integer,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `push_devices_endpoint` ON `push_devices` (`endpoint_hash`);--> statement-breakpoint
CREATE INDEX `push_devices_person` ON `push_devices` (`person_id`);--> statement-breakpoint
CREATE INDEX `push_devices_session` ON `push_devices` (`session_id`);