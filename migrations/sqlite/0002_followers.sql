CREATE TABLE `followers` (
	`name` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL
);
