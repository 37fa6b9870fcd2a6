ALTER TABLE "submission" ADD COLUMN "assertions" TEXT;
ALTER TABLE "submission" ADD COLUMN "repeats" TEXT;
CREATE INDEX "submission_repeats_index" ON "submission" ("repeats");
ALTER TABLE "docket_event" ADD COLUMN "by" TEXT NOT NULL DEFAULT '';
ALTER TABLE "docket_event" ADD COLUMN "assertions" TEXT;
