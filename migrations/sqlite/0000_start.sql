CREATE TABLE `authors` (
	`id` text PRIMARY KEY NOT NULL,
	`channel_id` text NOT NULL,
	`external_id` text NOT NULL,
	`name` text NOT NULL,
	`handle` text,
	`url` text,
	`own` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `authors_channel_external` ON `authors` (`channel_id`,`external_id`);--> statement-breakpoint
CREATE TABLE `calendars` (
	`id` text PRIMARY KEY NOT NULL,
	`calendar` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `channels` (
	`id` text PRIMARY KEY NOT NULL,
	`platform` text NOT NULL,
	`name` text NOT NULL,
	`settings` text NOT NULL,
	`secrets` text,
	`allow_private_address` integer DEFAULT false NOT NULL,
	`token_hash` text,
	`reply_register` text DEFAULT 'sie' NOT NULL,
	`language` text,
	`state` text DEFAULT 'new' NOT NULL,
	`cursor` text,
	`last_success_at` integer,
	`last_error_at` integer,
	`last_error_code` text,
	`last_error_detail` text,
	`demo` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `channels_token` ON `channels` (`token_hash`);--> statement-breakpoint
CREATE TABLE `clocks` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`kind` text NOT NULL,
	`policy_name` text NOT NULL,
	`target_minutes` integer NOT NULL,
	`calendar_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`soon_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`next_fact_at` integer,
	`due_soon_at` integer,
	`breached_at` integer,
	`met_at` integer,
	`stopped_at` integer,
	`stop_reason` text,
	`intervals` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `clocks_thread` ON `clocks` (`thread_id`);--> statement-breakpoint
CREATE INDEX `clocks_next_fact` ON `clocks` (`next_fact_at`);--> statement-breakpoint
CREATE INDEX `clocks_kind_started` ON `clocks` (`kind`,`started_at`);--> statement-breakpoint
CREATE TABLE `comments` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`channel_id` text NOT NULL,
	`thread_id` text NOT NULL,
	`author_id` text NOT NULL,
	`post_id` text,
	`external_id` text NOT NULL,
	`parent_external_id` text,
	`own` integer DEFAULT false NOT NULL,
	`body` text NOT NULL,
	`stems` text NOT NULL,
	`version` integer NOT NULL,
	`removed_version` integer,
	`visibility` text DEFAULT 'public' NOT NULL,
	`url` text,
	`likes` integer,
	`posted_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`edited_at` integer,
	`removed_at` integer,
	`language` text,
	`sentiment` text NOT NULL,
	`sentiment_score` real,
	`confidence` real NOT NULL,
	`evidence` text NOT NULL,
	`topics` text NOT NULL,
	`urgency` integer DEFAULT 0 NOT NULL,
	`reasons` text NOT NULL,
	`needs_answer` integer DEFAULT false NOT NULL,
	`corrected` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`author_id`) REFERENCES `authors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `comments_id` ON `comments` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `comments_channel_external` ON `comments` (`channel_id`,`external_id`);--> statement-breakpoint
CREATE INDEX `comments_thread` ON `comments` (`thread_id`,`posted_at`);--> statement-breakpoint
CREATE INDEX `comments_parent` ON `comments` (`channel_id`,`parent_external_id`);--> statement-breakpoint
CREATE INDEX `comments_author_post` ON `comments` (`author_id`,`post_id`,`posted_at`);--> statement-breakpoint
CREATE INDEX `comments_channel_posted` ON `comments` (`channel_id`,`posted_at`);--> statement-breakpoint
CREATE TABLE `corrections` (
	`id` text PRIMARY KEY NOT NULL,
	`comment_id` text NOT NULL,
	`person_id` text NOT NULL,
	`field` text NOT NULL,
	`was` text NOT NULL,
	`is` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `corrections_comment` ON `corrections` (`comment_id`);--> statement-breakpoint
CREATE TABLE `events` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`channel_id` text,
	`thread_id` text,
	`person_id` text,
	`payload` text
);
--> statement-breakpoint
CREATE INDEX `events_thread` ON `events` (`thread_id`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`channel_ids` text NOT NULL,
	`invited_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`unique_key` text NOT NULL,
	`lane` text NOT NULL,
	`payload` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`run_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`fence` integer DEFAULT 0 NOT NULL,
	`lease_until` integer,
	`last_error` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_unique_key` ON `jobs` (`unique_key`);--> statement-breakpoint
CREATE INDEX `jobs_state_run` ON `jobs` (`state`,`run_at`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`channel_id` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `memberships_person_channel` ON `memberships` (`person_id`,`channel_id`);--> statement-breakpoint
CREATE INDEX `memberships_channel` ON `memberships` (`channel_id`);--> statement-breakpoint
CREATE TABLE `notes` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`person_id` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `notes_thread` ON `notes` (`thread_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`password_hash` text,
	`role` text NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`locale` text DEFAULT 'de' NOT NULL,
	`theme` text DEFAULT 'system' NOT NULL,
	`demo` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email` ON `people` (`email`);--> statement-breakpoint
CREATE TABLE `posts` (
	`id` text PRIMARY KEY NOT NULL,
	`channel_id` text NOT NULL,
	`external_id` text NOT NULL,
	`title` text NOT NULL,
	`url` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `posts_channel_external` ON `posts` (`channel_id`,`external_id`);--> statement-breakpoint
CREATE TABLE `replies` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`comment_id` text NOT NULL,
	`person_id` text NOT NULL,
	`body` text NOT NULL,
	`state` text NOT NULL,
	`open_for` text,
	`idempotency_key` text NOT NULL,
	`resolve` integer DEFAULT false NOT NULL,
	`hold_until` integer,
	`claimed_at` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`external_id` text,
	`url` text,
	`open_url` text,
	`failure_kind` text,
	`failure_detail` text,
	`created_at` integer NOT NULL,
	`published_at` integer,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `replies_key` ON `replies` (`person_id`,`idempotency_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `replies_open_for` ON `replies` (`open_for`);--> statement-breakpoint
CREATE INDEX `replies_thread` ON `replies` (`thread_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `replies_channel_state` ON `replies` (`channel_id`,`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `replies_external` ON `replies` (`channel_id`,`external_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`csrf_token` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sla_policies` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`channel_id` text,
	`sentiment` text,
	`first_minutes` integer,
	`next_minutes` integer,
	`resolution_minutes` integer,
	`is_default` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE `threads` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`channel_id` text NOT NULL,
	`post_id` text,
	`author_id` text NOT NULL,
	`status` text DEFAULT 'open' NOT NULL,
	`resolved_reason` text,
	`resolved_by` text,
	`resolved_at` integer,
	`assignee_id` text,
	`excerpt` text NOT NULL,
	`language` text,
	`sentiment` text NOT NULL,
	`topics` text NOT NULL,
	`urgency` integer DEFAULT 0 NOT NULL,
	`needs_answer` integer DEFAULT false NOT NULL,
	`comments` integer DEFAULT 0 NOT NULL,
	`due_kind` text,
	`due_started_at` integer,
	`soon_at` integer,
	`due_at` integer,
	`breached_at` integer,
	`reply_state` text,
	`opened_at` integer NOT NULL,
	`last_activity_at` integer NOT NULL,
	`queue_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`author_id`) REFERENCES `authors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `threads_id` ON `threads` (`id`);--> statement-breakpoint
CREATE INDEX `threads_queue` ON `threads` (`status`,`queue_at`,`id`);--> statement-breakpoint
CREATE INDEX `threads_channel_queue` ON `threads` (`channel_id`,`status`,`queue_at`,`id`);--> statement-breakpoint
CREATE INDEX `threads_assignee_queue` ON `threads` (`assignee_id`,`status`,`queue_at`,`id`);--> statement-breakpoint
CREATE INDEX `threads_author` ON `threads` (`author_id`,`opened_at`);--> statement-breakpoint
CREATE INDEX `threads_opened` ON `threads` (`opened_at`);--> statement-breakpoint
CREATE INDEX `threads_recent` ON `threads` (`last_activity_at`,`id`);--> statement-breakpoint
CREATE INDEX `threads_status_recent` ON `threads` (`status`,`last_activity_at`,`id`);--> statement-breakpoint
CREATE INDEX `threads_reply_state` ON `threads` (`reply_state`,`queue_at`,`id`) WHERE reply_state IS NOT NULL;--> statement-breakpoint
CREATE INDEX `threads_wall` ON `threads` (`status`,`channel_id`,`assignee_id`,`soon_at`,`due_at`);--> statement-breakpoint
CREATE TABLE `throttles` (
	`key` text PRIMARY KEY NOT NULL,
	`hits` integer NOT NULL,
	`reset_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `tombstones` (
	`id` text PRIMARY KEY NOT NULL,
	`channel_id` text NOT NULL,
	`external_id` text NOT NULL,
	`version` integer NOT NULL,
	`removed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tombstones_channel_external` ON `tombstones` (`channel_id`,`external_id`);