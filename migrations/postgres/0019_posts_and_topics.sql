DROP INDEX "voices_counted";--> statement-breakpoint
ALTER TABLE "incident_channels" ADD COLUMN "posts" jsonb;--> statement-breakpoint
ALTER TABLE "voices" ADD COLUMN "post_id" text;--> statement-breakpoint
ALTER TABLE "voices" ADD COLUMN "topics" text;--> statement-breakpoint
UPDATE "voices" SET "post_id" = (SELECT "post_id" FROM "comments" WHERE "comments"."id" = "voices"."id"), "topics" = (SELECT (SELECT coalesce(string_agg("topic", ' '), '') FROM jsonb_array_elements_text("comments"."topics") AS "topic") FROM "comments" WHERE "comments"."id" = "voices"."id");--> statement-breakpoint
CREATE INDEX "voices_counted" ON "voices" USING btree ("critical","hour","channel_id","post_id","topics");