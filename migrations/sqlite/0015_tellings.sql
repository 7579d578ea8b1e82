ALTER TABLE `notification_items` ADD `told` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `push_devices` ADD `told` integer DEFAULT 0 NOT NULL;