CREATE TABLE "calibrations" (
	"id" text PRIMARY KEY NOT NULL,
	"channel_id" text NOT NULL,
	"opened_by" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "examples" (
	"id" text PRIMARY KEY NOT NULL,
	"reply_id" text NOT NULL,
	"thread_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"author_id" text NOT NULL,
	"proposed_by" text NOT NULL,
	"consent" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review_samples" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"thread_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"cycle" text NOT NULL,
	"reasons" jsonb NOT NULL,
	"reply_id" text,
	"author_id" text NOT NULL,
	"wanted" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"calibration_id" text,
	"resolved_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" text PRIMARY KEY NOT NULL,
	"sample_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"reviewer_id" text NOT NULL,
	"author_id" text NOT NULL,
	"cycle" text NOT NULL,
	"scores" jsonb,
	"critical" jsonb NOT NULL,
	"points" integer,
	"note" text,
	"exemplary" boolean DEFAULT false NOT NULL,
	"calibration" boolean DEFAULT false NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"dispute_comment" text,
	"disputed_at" timestamp (3) with time zone,
	"decision" text,
	"decision_comment" text,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE INDEX "calibrations_channel" ON "calibrations" USING btree ("channel_id","opened_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "examples_reply" ON "examples" USING btree ("reply_id");--> statement-breakpoint
CREATE INDEX "examples_thread" ON "examples" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "examples_consent" ON "examples" USING btree ("consent","changed_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "review_samples_key" ON "review_samples" USING btree ("key");--> statement-breakpoint
CREATE INDEX "review_samples_thread" ON "review_samples" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "review_samples_waiting" ON "review_samples" USING btree ("resolved_at","id") WHERE done < wanted;--> statement-breakpoint
CREATE INDEX "review_samples_calibration" ON "review_samples" USING btree ("calibration_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reviews_sample_reviewer" ON "reviews" USING btree ("sample_id","reviewer_id");--> statement-breakpoint
CREATE INDEX "reviews_author" ON "reviews" USING btree ("author_id","saved_at","id");--> statement-breakpoint
CREATE INDEX "reviews_reviewer" ON "reviews" USING btree ("reviewer_id","saved_at","id");--> statement-breakpoint
CREATE INDEX "reviews_channel" ON "reviews" USING btree ("channel_id","saved_at");--> statement-breakpoint
CREATE INDEX "reviews_disputed" ON "reviews" USING btree ("disputed_at","id");