ALTER TABLE "comments" ADD COLUMN "unsettled_act" text;--> statement-breakpoint
ALTER TABLE "moderations" ADD COLUMN "decision_remark" text;--> statement-breakpoint
CREATE INDEX "authors_handle" ON "authors" USING btree ("handle");