DROP INDEX "threads_recent";--> statement-breakpoint
CREATE INDEX "threads_promised" ON "threads" USING btree ("last_activity_at","id") WHERE promise_due_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX "threads_recent" ON "threads" USING btree ("last_activity_at","id","channel_id");