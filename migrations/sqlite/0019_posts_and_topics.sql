DROP INDEX `voices_counted`;--> statement-breakpoint
ALTER TABLE `voices` ADD `post_id` text;--> statement-breakpoint
ALTER TABLE `voices` ADD `topics` text;--> statement-breakpoint
UPDATE `voices` SET `post_id` = (SELECT `post_id` FROM `comments` WHERE `comments`.`id` = `voices`.`id`), `topics` = (SELECT replace(replace(replace(replace(`comments`.`topics`, '[]', ''), '["', ''), '"]', ''), '","', ' ') FROM `comments` WHERE `comments`.`id` = `voices`.`id`);--> statement-breakpoint
CREATE INDEX `voices_counted` ON `voices` (`critical`,`hour`,`channel_id`,`post_id`,`topics`);--> statement-breakpoint
ALTER TABLE `incident_channels` ADD `posts` text;