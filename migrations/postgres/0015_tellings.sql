ALTER TABLE "notification_items" ADD COLUMN "told" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "push_devices" ADD COLUMN "told" bigint DEFAULT 0 NOT NULL;