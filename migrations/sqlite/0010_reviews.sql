CREATE TABLE `calibrations` (
	`id` text PRIMARY KEY NOT NULL,
	`channel_id` text NOT NULL,
	`opened_by` text NOT NULL,
	`opened_at` integer NOT NULL,
	`closed_at` integer
);
--> statement-breakpoint
CREATE INDEX `calibrations_channel` ON `calibrations` (`channel_id`,`opened_at`,`id`);--> statement-breakpoint
CREATE TABLE `examples` (
	`id` text PRIMARY KEY NOT NULL,
	`reply_id` text NOT NULL,
	`thread_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`author_id` text NOT NULL,
	`proposed_by` text NOT NULL,
	`consent` text NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `examples_reply` ON `examples` (`reply_id`);--> statement-breakpoint
CREATE INDEX `examples_thread` ON `examples` (`thread_id`);--> statement-breakpoint
CREATE INDEX `examples_consent` ON `examples` (`consent`,`changed_at`,`id`);--> statement-breakpoint
CREATE TABLE `review_samples` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`thread_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`cycle` text NOT NULL,
	`reasons` text NOT NULL,
	`reply_id` text,
	`author_id` text NOT NULL,
	`wanted` integer NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`calibration_id` text,
	`resolved_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_samples_key` ON `review_samples` (`key`);--> statement-breakpoint
CREATE INDEX `review_samples_thread` ON `review_samples` (`thread_id`);--> statement-breakpoint
CREATE INDEX `review_samples_waiting` ON `review_samples` (`resolved_at`,`id`) WHERE done < wanted;--> statement-breakpoint
CREATE INDEX `review_samples_calibration` ON `review_samples` (`calibration_id`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`sample_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`reviewer_id` text NOT NULL,
	`author_id` text NOT NULL,
	`cycle` text NOT NULL,
	`scores` text,
	`critical` text NOT NULL,
	`points` integer,
	`note` text,
	`exemplary` integer DEFAULT false NOT NULL,
	`calibration` integer DEFAULT false NOT NULL,
	`saved_at` integer NOT NULL,
	`dispute_comment` text,
	`disputed_at` integer,
	`decision` text,
	`decision_comment` text,
	`decided_by` text,
	`decided_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_sample_reviewer` ON `reviews` (`sample_id`,`reviewer_id`);--> statement-breakpoint
CREATE INDEX `reviews_author` ON `reviews` (`author_id`,`saved_at`,`id`);--> statement-breakpoint
CREATE INDEX `reviews_reviewer` ON `reviews` (`reviewer_id`,`saved_at`,`id`);--> statement-breakpoint
CREATE INDEX `reviews_channel` ON `reviews` (`channel_id`,`saved_at`);--> statement-breakpoint
CREATE INDEX `reviews_disputed` ON `reviews` (`disputed_at`,`id`);