CREATE TABLE "set_aside_facts" (
	"id" text PRIMARY KEY NOT NULL,
	"follower" text NOT NULL,
	"seq" bigint NOT NULL,
	"error" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "followers" ADD COLUMN "failing" bigint;--> statement-breakpoint
ALTER TABLE "followers" ADD COLUMN "tries" integer;--> statement-breakpoint
ALTER TABLE "followers" ADD COLUMN "failing_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "followers" ADD COLUMN "error" text;--> statement-breakpoint
CREATE UNIQUE INDEX "set_aside_facts_follower_seq" ON "set_aside_facts" USING btree ("follower","seq");