CREATE TABLE "figure_log" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"person_id" text NOT NULL,
	"deed" text NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "figure_log_at" ON "figure_log" USING btree ("at");