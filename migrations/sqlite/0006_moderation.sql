ALTER TABLE `comments` ADD `unsettled_act` text;--> statement-breakpoint
ALTER TABLE `moderations` ADD `decision_remark` text;--> statement-breakpoint
CREATE INDEX `authors_handle` ON `authors` (`handle`);