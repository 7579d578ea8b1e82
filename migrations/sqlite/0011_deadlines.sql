CREATE TABLE `business_calendars` (
	`id` text PRIMARY KEY NOT NULL,
	`is_default` integer NOT NULL,
	`terms` text NOT NULL,
	`version` integer NOT NULL,
	`calendar_id` text NOT NULL,
	`known_until` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `calendars` ADD `name` text;--> statement-breakpoint
ALTER TABLE `calendars` ADD `version` integer;--> statement-breakpoint
ALTER TABLE `clocks` ADD `policy_id` text;--> statement-breakpoint
ALTER TABLE `clocks` ADD `policy_version` integer;--> statement-breakpoint
ALTER TABLE `clocks` ADD `ask` text;--> statement-breakpoint
ALTER TABLE `clocks` ADD `paused_at` integer;--> statement-breakpoint
CREATE INDEX `clocks_running` ON `clocks` (`id`) WHERE met_at IS NULL AND stopped_at IS NULL;--> statement-breakpoint
ALTER TABLE `sla_policies` ADD `urgency` integer;--> statement-breakpoint
ALTER TABLE `sla_policies` ADD `author` text;--> statement-breakpoint
ALTER TABLE `sla_policies` ADD `tag` text;--> statement-breakpoint
ALTER TABLE `sla_policies` ADD `language` text;--> statement-breakpoint
ALTER TABLE `sla_policies` ADD `version` integer DEFAULT 1 NOT NULL;
--> statement-breakpoint
INSERT INTO `business_calendars` (`id`, `is_default`, `terms`, `version`, `calendar_id`, `known_until`, `created_at`)
SELECT `id`, 1, json_insert(`calendar`, '$.name', 'Standard', '$.region', NULL, '$.worked', json('[]'), '$.own', json('[]'), '$.channelIds', json('[]')), 1, `id`, 1970, `created_at`
FROM `calendars` ORDER BY `created_at` DESC, `id` DESC LIMIT 1;
