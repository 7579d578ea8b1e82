CREATE TABLE "approvals" (
	"id" text PRIMARY KEY NOT NULL,
	"reply_id" text NOT NULL,
	"thread_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"reasons" jsonb NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"decision" text,
	"decided_by" text,
	"guest_link_id" text,
	"decided_at" timestamp (3) with time zone,
	"remark" text,
	"body_before" text
);
--> statement-breakpoint
CREATE TABLE "draft_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"thread_id" text NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"body" text NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"thread_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"comment_id" text,
	"body" text NOT NULL,
	"shared" boolean DEFAULT true NOT NULL,
	"said" integer DEFAULT 0 NOT NULL,
	"comment_body" text,
	"idempotency_key" text NOT NULL,
	"snippet_id" text,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "guest_links" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"thread_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"purpose" text NOT NULL,
	"comment_id" text NOT NULL,
	"reply_id" text,
	"guest_name" text NOT NULL,
	"request" text,
	"invited_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "mentions" (
	"id" text PRIMARY KEY NOT NULL,
	"note_id" text NOT NULL,
	"thread_id" text NOT NULL,
	"person_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "moderations" (
	"id" text PRIMARY KEY NOT NULL,
	"comment_id" text NOT NULL,
	"thread_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"verdict" text NOT NULL,
	"reason" text NOT NULL,
	"remark" text,
	"requested_by" text NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"decision" text,
	"decision_remark" text,
	"open_for" text
);
--> statement-breakpoint
CREATE TABLE "partings" (
	"id" text PRIMARY KEY NOT NULL,
	"thread_id" text NOT NULL,
	"other_thread_id" text NOT NULL,
	"person_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "presences" (
	"id" text PRIMARY KEY NOT NULL,
	"thread_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"person_id" text NOT NULL,
	"level" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"lease_until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "promises" (
	"id" text PRIMARY KEY NOT NULL,
	"thread_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"reply_id" text,
	"words" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"confirmed_by" text,
	"confirmed_at" timestamp (3) with time zone,
	"remind_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text
);
--> statement-breakpoint
CREATE TABLE "reads" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"thread_id" text NOT NULL,
	"read_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "snippets" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"folded" text NOT NULL,
	"language" text NOT NULL,
	"channel_id" text,
	"body_sie" text NOT NULL,
	"body_du" text,
	"updated_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tags" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"folded" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "thread_tags" (
	"id" text PRIMARY KEY NOT NULL,
	"thread_id" text NOT NULL,
	"tag_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "views" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"person_id" text,
	"position" integer NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "threads_wall";--> statement-breakpoint
ALTER TABLE "authors" ADD COLUMN "person_key" text;--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "approval" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "approval_reach" integer DEFAULT 50 NOT NULL;--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "own_addresses" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "liked" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "unsettled_act" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "preferences" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "snippet_id" text;--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "confirmed" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "guest_name" text;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "snoozed_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "snoozed_by" text;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "tags" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "claim" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "said" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "promise_due_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "approvals_reply" ON "approvals" USING btree ("reply_id");--> statement-breakpoint
CREATE INDEX "approvals_thread" ON "approvals" USING btree ("thread_id","requested_at");--> statement-breakpoint
CREATE INDEX "draft_versions_thread_person" ON "draft_versions" USING btree ("thread_id","person_id","saved_at");--> statement-breakpoint
CREATE INDEX "draft_versions_saved" ON "draft_versions" USING btree ("saved_at");--> statement-breakpoint
CREATE UNIQUE INDEX "drafts_thread_person_kind" ON "drafts" USING btree ("thread_id","person_id","kind");--> statement-breakpoint
CREATE INDEX "drafts_person" ON "drafts" USING btree ("person_id","updated_at");--> statement-breakpoint
CREATE UNIQUE INDEX "guest_links_token" ON "guest_links" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "guest_links_thread" ON "guest_links" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "mentions_person" ON "mentions" USING btree ("person_id","seen_at");--> statement-breakpoint
CREATE INDEX "mentions_thread" ON "mentions" USING btree ("thread_id");--> statement-breakpoint
CREATE UNIQUE INDEX "moderations_open_for" ON "moderations" USING btree ("open_for");--> statement-breakpoint
CREATE INDEX "moderations_thread" ON "moderations" USING btree ("thread_id","requested_at");--> statement-breakpoint
CREATE INDEX "partings_thread" ON "partings" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "partings_other" ON "partings" USING btree ("other_thread_id");--> statement-breakpoint
CREATE INDEX "presences_thread" ON "presences" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "presences_lease" ON "presences" USING btree ("lease_until");--> statement-breakpoint
CREATE INDEX "promises_thread" ON "promises" USING btree ("thread_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "reads_person_thread" ON "reads" USING btree ("person_id","thread_id");--> statement-breakpoint
CREATE INDEX "reads_thread" ON "reads" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "snippets_name" ON "snippets" USING btree ("folded");--> statement-breakpoint
CREATE UNIQUE INDEX "tags_folded" ON "tags" USING btree ("folded");--> statement-breakpoint
CREATE UNIQUE INDEX "thread_tags_thread_tag" ON "thread_tags" USING btree ("thread_id","tag_id");--> statement-breakpoint
CREATE INDEX "thread_tags_tag" ON "thread_tags" USING btree ("tag_id","thread_id");--> statement-breakpoint
CREATE INDEX "views_person" ON "views" USING btree ("person_id","position");--> statement-breakpoint
CREATE INDEX "authors_person_key" ON "authors" USING btree ("person_key");--> statement-breakpoint
CREATE INDEX "authors_handle" ON "authors" USING btree ("handle");--> statement-breakpoint
CREATE INDEX "threads_snoozed" ON "threads" USING btree ("snoozed_until","id") WHERE snoozed_until IS NOT NULL;--> statement-breakpoint
CREATE INDEX "threads_wall" ON "threads" USING btree ("status","channel_id","assignee_id","soon_at","due_at","snoozed_until");