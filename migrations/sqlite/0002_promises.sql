DROP INDEX `promises_state_due`;--> statement-breakpoint
DROP INDEX `promises_state_remind`;