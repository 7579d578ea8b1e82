CREATE TABLE "business_calendars" (
	"id" text PRIMARY KEY NOT NULL,
	"is_default" boolean NOT NULL,
	"terms" jsonb NOT NULL,
	"version" integer NOT NULL,
	"calendar_id" text NOT NULL,
	"known_until" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "calendars" ADD COLUMN "name" text;--> statement-breakpoint
ALTER TABLE "calendars" ADD COLUMN "version" integer;--> statement-breakpoint
ALTER TABLE "clocks" ADD COLUMN "policy_id" text;--> statement-breakpoint
ALTER TABLE "clocks" ADD COLUMN "policy_version" integer;--> statement-breakpoint
ALTER TABLE "clocks" ADD COLUMN "ask" jsonb;--> statement-breakpoint
ALTER TABLE "clocks" ADD COLUMN "paused_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sla_policies" ADD COLUMN "urgency" integer;--> statement-breakpoint
ALTER TABLE "sla_policies" ADD COLUMN "author" text;--> statement-breakpoint
ALTER TABLE "sla_policies" ADD COLUMN "tag" text;--> statement-breakpoint
ALTER TABLE "sla_policies" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "sla_policies" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX "clocks_running" ON "clocks" USING btree ("id") WHERE met_at IS NULL AND stopped_at IS NULL;
--> statement-breakpoint
INSERT INTO "business_calendars" ("id", "is_default", "terms", "version", "calendar_id", "known_until", "created_at")
SELECT "id", true, "calendar" || '{"name": "Standard", "region": null, "worked": [], "own": [], "channelIds": []}'::jsonb, 1, "id", 1970, "created_at"
FROM "calendars" ORDER BY "created_at" DESC, "id" DESC LIMIT 1;
