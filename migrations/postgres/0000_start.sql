CREATE TABLE "authors" (
	"id" text PRIMARY KEY NOT NULL,
	"channel_id" text NOT NULL,
	"external_id" text NOT NULL,
	"name" text NOT NULL,
	"handle" text,
	"url" text,
	"own" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendars" (
	"id" text PRIMARY KEY NOT NULL,
	"calendar" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "channels" (
	"id" text PRIMARY KEY NOT NULL,
	"platform" text NOT NULL,
	"name" text NOT NULL,
	"settings" jsonb NOT NULL,
	"secrets" text,
	"allow_private_address" boolean DEFAULT false NOT NULL,
	"token_hash" text,
	"reply_register" text DEFAULT 'sie' NOT NULL,
	"language" text,
	"state" text DEFAULT 'new' NOT NULL,
	"cursor" text,
	"last_success_at" timestamp (3) with time zone,
	"last_error_at" timestamp (3) with time zone,
	"last_error_code" text,
	"last_error_detail" text,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "clocks" (
	"id" text PRIMARY KEY NOT NULL,
	"thread_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"kind" text NOT NULL,
	"policy_name" text NOT NULL,
	"target_minutes" integer NOT NULL,
	"calendar_id" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"soon_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"next_fact_at" timestamp (3) with time zone,
	"due_soon_at" timestamp (3) with time zone,
	"breached_at" timestamp (3) with time zone,
	"met_at" timestamp (3) with time zone,
	"stopped_at" timestamp (3) with time zone,
	"stop_reason" text,
	"intervals" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "comments_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" text NOT NULL,
	"channel_id" text NOT NULL,
	"thread_id" text NOT NULL,
	"author_id" text NOT NULL,
	"post_id" text,
	"external_id" text NOT NULL,
	"parent_external_id" text,
	"own" boolean DEFAULT false NOT NULL,
	"body" text NOT NULL,
	"stems" text NOT NULL,
	"version" bigint NOT NULL,
	"removed_version" bigint,
	"visibility" text DEFAULT 'public' NOT NULL,
	"url" text,
	"likes" integer,
	"posted_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone,
	"language" text,
	"sentiment" text NOT NULL,
	"sentiment_score" real,
	"confidence" real NOT NULL,
	"evidence" jsonb NOT NULL,
	"topics" jsonb NOT NULL,
	"urgency" integer DEFAULT 0 NOT NULL,
	"reasons" jsonb NOT NULL,
	"needs_answer" boolean DEFAULT false NOT NULL,
	"corrected" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "corrections" (
	"id" text PRIMARY KEY NOT NULL,
	"comment_id" text NOT NULL,
	"person_id" text NOT NULL,
	"field" text NOT NULL,
	"was" jsonb NOT NULL,
	"is" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "events_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"channel_id" text,
	"thread_id" text,
	"person_id" text,
	"payload" jsonb
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"channel_ids" jsonb NOT NULL,
	"invited_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"unique_key" text NOT NULL,
	"payload" jsonb NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"run_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"fence" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"channel_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"id" text PRIMARY KEY NOT NULL,
	"thread_id" text NOT NULL,
	"person_id" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"password_hash" text,
	"role" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"locale" text DEFAULT 'de' NOT NULL,
	"theme" text DEFAULT 'system' NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"id" text PRIMARY KEY NOT NULL,
	"channel_id" text NOT NULL,
	"external_id" text NOT NULL,
	"title" text NOT NULL,
	"url" text
);
--> statement-breakpoint
CREATE TABLE "replies" (
	"id" text PRIMARY KEY NOT NULL,
	"thread_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"comment_id" text NOT NULL,
	"person_id" text NOT NULL,
	"body" text NOT NULL,
	"state" text NOT NULL,
	"open_for" text,
	"idempotency_key" text NOT NULL,
	"resolve" boolean DEFAULT false NOT NULL,
	"hold_until" timestamp (3) with time zone,
	"claimed_at" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"mark" text,
	"external_id" text,
	"url" text,
	"open_url" text,
	"failure_kind" text,
	"failure_detail" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"csrf_token" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sla_policies" (
	"id" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"channel_id" text,
	"sentiment" text,
	"first_minutes" integer,
	"next_minutes" integer,
	"resolution_minutes" integer,
	"is_default" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "threads" (
	"number" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "threads_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" text NOT NULL,
	"channel_id" text NOT NULL,
	"post_id" text,
	"author_id" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"resolved_reason" text,
	"resolved_by" text,
	"resolved_at" timestamp (3) with time zone,
	"assignee_id" text,
	"excerpt" text NOT NULL,
	"language" text,
	"sentiment" text NOT NULL,
	"topics" jsonb NOT NULL,
	"urgency" integer DEFAULT 0 NOT NULL,
	"needs_answer" boolean DEFAULT false NOT NULL,
	"comments" integer DEFAULT 0 NOT NULL,
	"due_kind" text,
	"due_started_at" timestamp (3) with time zone,
	"soon_at" timestamp (3) with time zone,
	"due_at" timestamp (3) with time zone,
	"breached_at" timestamp (3) with time zone,
	"reply_state" text,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"last_activity_at" timestamp (3) with time zone NOT NULL,
	"queue_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "throttles" (
	"key" text PRIMARY KEY NOT NULL,
	"hits" integer NOT NULL,
	"reset_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tombstones" (
	"id" text PRIMARY KEY NOT NULL,
	"channel_id" text NOT NULL,
	"external_id" text NOT NULL,
	"version" bigint NOT NULL,
	"removed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_authors_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."authors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_author_id_authors_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."authors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "authors_channel_external" ON "authors" USING btree ("channel_id","external_id");--> statement-breakpoint
CREATE UNIQUE INDEX "channels_token" ON "channels" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "clocks_thread" ON "clocks" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "clocks_next_fact" ON "clocks" USING btree ("next_fact_at");--> statement-breakpoint
CREATE INDEX "clocks_kind_started" ON "clocks" USING btree ("kind","started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "comments_id" ON "comments" USING btree ("id");--> statement-breakpoint
CREATE UNIQUE INDEX "comments_channel_external" ON "comments" USING btree ("channel_id","external_id");--> statement-breakpoint
CREATE INDEX "comments_thread" ON "comments" USING btree ("thread_id","posted_at");--> statement-breakpoint
CREATE INDEX "comments_parent" ON "comments" USING btree ("channel_id","parent_external_id");--> statement-breakpoint
CREATE INDEX "comments_author_post" ON "comments" USING btree ("author_id","post_id","posted_at");--> statement-breakpoint
CREATE INDEX "corrections_comment" ON "corrections" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "events_thread" ON "events" USING btree ("thread_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_token" ON "invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_unique_key" ON "jobs" USING btree ("unique_key");--> statement-breakpoint
CREATE INDEX "jobs_state_run" ON "jobs" USING btree ("state","run_at");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_person_channel" ON "memberships" USING btree ("person_id","channel_id");--> statement-breakpoint
CREATE INDEX "memberships_channel" ON "memberships" USING btree ("channel_id");--> statement-breakpoint
CREATE INDEX "notes_thread" ON "notes" USING btree ("thread_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "posts_channel_external" ON "posts" USING btree ("channel_id","external_id");--> statement-breakpoint
CREATE UNIQUE INDEX "replies_key" ON "replies" USING btree ("person_id","idempotency_key");--> statement-breakpoint
CREATE UNIQUE INDEX "replies_open_for" ON "replies" USING btree ("open_for");--> statement-breakpoint
CREATE INDEX "replies_thread" ON "replies" USING btree ("thread_id","created_at");--> statement-breakpoint
CREATE INDEX "replies_channel_state" ON "replies" USING btree ("channel_id","state","created_at");--> statement-breakpoint
CREATE INDEX "replies_external" ON "replies" USING btree ("channel_id","external_id");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "threads_id" ON "threads" USING btree ("id");--> statement-breakpoint
CREATE INDEX "threads_queue" ON "threads" USING btree ("status","queue_at","id");--> statement-breakpoint
CREATE INDEX "threads_channel_queue" ON "threads" USING btree ("channel_id","status","queue_at","id");--> statement-breakpoint
CREATE INDEX "threads_assignee_queue" ON "threads" USING btree ("assignee_id","status","queue_at","id");--> statement-breakpoint
CREATE INDEX "threads_author" ON "threads" USING btree ("author_id","opened_at");--> statement-breakpoint
CREATE INDEX "threads_opened" ON "threads" USING btree ("opened_at");--> statement-breakpoint
CREATE INDEX "threads_reply_state" ON "threads" USING btree ("reply_state");--> statement-breakpoint
CREATE UNIQUE INDEX "tombstones_channel_external" ON "tombstones" USING btree ("channel_id","external_id");