CREATE TABLE "report_schedules" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"cadence" text NOT NULL,
	"scope" jsonb NOT NULL,
	"recipients" jsonb NOT NULL,
	"even_empty" boolean NOT NULL,
	"next_at" timestamp (3) with time zone NOT NULL,
	"last_sent_at" timestamp (3) with time zone,
	"last_problem" text,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "clocks_kind_met" ON "clocks" USING btree ("kind","met_at");--> statement-breakpoint
CREATE INDEX "promises_due" ON "promises" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "threads_resolved" ON "threads" USING btree ("resolved_at") WHERE resolved_at IS NOT NULL;