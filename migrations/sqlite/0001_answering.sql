CREATE TABLE `approvals` (
	`id` text PRIMARY KEY NOT NULL,
	`reply_id` text NOT NULL,
	`thread_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`reasons` text NOT NULL,
	`requested_by` text NOT NULL,
	`requested_at` integer NOT NULL,
	`decision` text,
	`decided_by` text,
	`guest_link_id` text,
	`decided_at` integer,
	`remark` text,
	`body_before` text
);
--> statement-breakpoint
CREATE INDEX `approvals_reply` ON `approvals` (`reply_id`);--> statement-breakpoint
CREATE INDEX `approvals_thread` ON `approvals` (`thread_id`,`requested_at`);--> statement-breakpoint
CREATE TABLE `draft_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`body` text NOT NULL,
	`saved_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `draft_versions_thread_person` ON `draft_versions` (`thread_id`,`person_id`,`saved_at`);--> statement-breakpoint
CREATE INDEX `draft_versions_saved` ON `draft_versions` (`saved_at`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`comment_id` text,
	`body` text NOT NULL,
	`shared` integer DEFAULT true NOT NULL,
	`said` integer DEFAULT 0 NOT NULL,
	`comment_body` text,
	`idempotency_key` text NOT NULL,
	`snippet_id` text,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `drafts_thread_person_kind` ON `drafts` (`thread_id`,`person_id`,`kind`);--> statement-breakpoint
CREATE INDEX `drafts_person` ON `drafts` (`person_id`,`updated_at`);--> statement-breakpoint
CREATE TABLE `guest_links` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`thread_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`purpose` text NOT NULL,
	`comment_id` text NOT NULL,
	`reply_id` text,
	`guest_name` text NOT NULL,
	`request` text,
	`invited_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `guest_links_token` ON `guest_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `guest_links_thread` ON `guest_links` (`thread_id`);--> statement-breakpoint
CREATE TABLE `mentions` (
	`id` text PRIMARY KEY NOT NULL,
	`note_id` text NOT NULL,
	`thread_id` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer
);
--> statement-breakpoint
CREATE INDEX `mentions_person` ON `mentions` (`person_id`,`seen_at`);--> statement-breakpoint
CREATE INDEX `mentions_thread` ON `mentions` (`thread_id`);--> statement-breakpoint
CREATE TABLE `moderations` (
	`id` text PRIMARY KEY NOT NULL,
	`comment_id` text NOT NULL,
	`thread_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`verdict` text NOT NULL,
	`reason` text NOT NULL,
	`remark` text,
	`requested_by` text NOT NULL,
	`requested_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`decision` text,
	`decision_remark` text,
	`open_for` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `moderations_open_for` ON `moderations` (`open_for`);--> statement-breakpoint
CREATE INDEX `moderations_thread` ON `moderations` (`thread_id`,`requested_at`);--> statement-breakpoint
CREATE TABLE `partings` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`other_thread_id` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `partings_thread` ON `partings` (`thread_id`);--> statement-breakpoint
CREATE INDEX `partings_other` ON `partings` (`other_thread_id`);--> statement-breakpoint
CREATE TABLE `presences` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`person_id` text NOT NULL,
	`level` text NOT NULL,
	`since` integer NOT NULL,
	`lease_until` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `presences_thread` ON `presences` (`thread_id`);--> statement-breakpoint
CREATE INDEX `presences_lease` ON `presences` (`lease_until`);--> statement-breakpoint
CREATE TABLE `promises` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`reply_id` text,
	`words` text NOT NULL,
	`due_at` integer NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`confirmed_by` text,
	`confirmed_at` integer,
	`remind_at` integer,
	`ended_at` integer,
	`ended_by` text
);
--> statement-breakpoint
CREATE INDEX `promises_thread` ON `promises` (`thread_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `reads` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`thread_id` text NOT NULL,
	`read_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reads_person_thread` ON `reads` (`person_id`,`thread_id`);--> statement-breakpoint
CREATE INDEX `reads_thread` ON `reads` (`thread_id`);--> statement-breakpoint
CREATE TABLE `snippets` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`folded` text NOT NULL,
	`language` text NOT NULL,
	`channel_id` text,
	`body_sie` text NOT NULL,
	`body_du` text,
	`updated_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `snippets_name` ON `snippets` (`folded`);--> statement-breakpoint
CREATE TABLE `tags` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`folded` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tags_folded` ON `tags` (`folded`);--> statement-breakpoint
CREATE TABLE `thread_tags` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`tag_id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `thread_tags_thread_tag` ON `thread_tags` (`thread_id`,`tag_id`);--> statement-breakpoint
CREATE INDEX `thread_tags_tag` ON `thread_tags` (`tag_id`,`thread_id`);--> statement-breakpoint
CREATE TABLE `views` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`person_id` text,
	`position` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `views_person` ON `views` (`person_id`,`position`);--> statement-breakpoint
DROP INDEX `threads_wall`;--> statement-breakpoint
ALTER TABLE `threads` ADD `snoozed_until` integer;--> statement-breakpoint
ALTER TABLE `threads` ADD `snoozed_by` text;--> statement-breakpoint
ALTER TABLE `threads` ADD `tags` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `threads` ADD `claim` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `threads` ADD `said` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `threads` ADD `promise_due_at` integer;--> statement-breakpoint
CREATE INDEX `threads_snoozed` ON `threads` (`snoozed_until`,`id`) WHERE snoozed_until IS NOT NULL;--> statement-breakpoint
CREATE INDEX `threads_wall` ON `threads` (`status`,`channel_id`,`assignee_id`,`soon_at`,`due_at`,`snoozed_until`);--> statement-breakpoint
ALTER TABLE `authors` ADD `person_key` text;--> statement-breakpoint
CREATE INDEX `authors_person_key` ON `authors` (`person_key`);--> statement-breakpoint
CREATE INDEX `authors_handle` ON `authors` (`handle`);--> statement-breakpoint
ALTER TABLE `channels` ADD `approval` text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE `channels` ADD `approval_reach` integer DEFAULT 50 NOT NULL;--> statement-breakpoint
ALTER TABLE `channels` ADD `own_addresses` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `comments` ADD `liked` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `comments` ADD `unsettled_act` text;--> statement-breakpoint
ALTER TABLE `people` ADD `preferences` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `replies` ADD `snippet_id` text;--> statement-breakpoint
ALTER TABLE `replies` ADD `confirmed` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `replies` ADD `guest_name` text;