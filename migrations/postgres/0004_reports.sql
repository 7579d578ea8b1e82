CREATE INDEX "clocks_kind_met" ON "clocks" USING btree ("kind","met_at");--> statement-breakpoint
CREATE INDEX "promises_due" ON "promises" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "threads_resolved" ON "threads" USING btree ("resolved_at") WHERE resolved_at IS NOT NULL;