CREATE TABLE "followers" (
	"name" text PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL
);
