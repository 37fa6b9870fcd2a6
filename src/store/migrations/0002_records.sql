CREATE TABLE "topic" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "version" BIGINT NOT NULL,
    "label" TEXT NOT NULL,
    "scheme" TEXT NOT NULL,
    "description" TEXT,
    "provenance" TEXT NOT NULL
);
CREATE TABLE "submission" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "version" BIGINT NOT NULL,
    "title" TEXT NOT NULL,
    "parties" TEXT NOT NULL,
    "agreement" TEXT NOT NULL,
    "summary" TEXT,
    "matters" TEXT,
    "laws" TEXT,
    "place" TEXT,
    "as_of" TEXT NOT NULL,
    "provenance" TEXT NOT NULL
);
CREATE TABLE "filer" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "version" BIGINT NOT NULL,
    "submission" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "count" BIGINT,
    "confidential" BIGINT NOT NULL
);
CREATE INDEX "filer_submission_index" ON "filer" ("submission");
CREATE TABLE "person" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "version" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "provenance" TEXT NOT NULL
);
CREATE TABLE "body" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "version" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "abbreviation" TEXT,
    "kind" TEXT NOT NULL,
    "parent" TEXT,
    "parties" TEXT,
    "founding_instrument" TEXT,
    "founding_decision" TEXT,
    "current_instrument" TEXT,
    "composition" TEXT,
    "role" TEXT,
    "lead_departments" TEXT,
    "partners" TEXT,
    "working_groups" TEXT,
    "members" TEXT,
    "members_as_of" TEXT,
    "chair_rule" TEXT,
    "term_rule" TEXT,
    "appointment_rule" TEXT,
    "funding_rule" TEXT,
    "meeting_rule" TEXT,
    "headquarters" TEXT,
    "liaison_office" TEXT,
    "budget_note" TEXT,
    "events" TEXT,
    "provenance" TEXT NOT NULL
);
CREATE INDEX "body_parent_index" ON "body" ("parent");
CREATE INDEX "body_founding_decision_index" ON "body" ("founding_decision");
CREATE TABLE "decision" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "version" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "date" TEXT,
    "title" TEXT NOT NULL,
    "subjects" TEXT,
    "body" TEXT,
    "adopted_by" TEXT,
    "place" TEXT,
    "document_symbol" TEXT NOT NULL,
    "distribution" TEXT NOT NULL,
    "original_language" TEXT NOT NULL,
    "provision" TEXT NOT NULL,
    "vote" TEXT NOT NULL,
    "votes" TEXT,
    "reasons_published" BIGINT NOT NULL,
    "outcome" TEXT,
    "submissions" TEXT,
    "related_decisions" TEXT,
    "creates" TEXT,
    "signatories" TEXT,
    "certified_by" TEXT,
    "amount" TEXT,
    "summary" TEXT,
    "note" TEXT,
    "provenance" TEXT NOT NULL
);
CREATE INDEX "decision_body_index" ON "decision" ("body");
CREATE INDEX "decision_adopted_by_index" ON "decision" ("adopted_by");
CREATE INDEX "decision_creates_index" ON "decision" ("creates");
CREATE TABLE "docket_event" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "version" BIGINT NOT NULL,
    "submission" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "date" TEXT,
    "document_date" TEXT,
    "announced" TEXT,
    "provision" TEXT NOT NULL,
    "stated" TEXT,
    "party" TEXT NOT NULL,
    "partial" BIGINT NOT NULL,
    "decision" TEXT,
    "joined_with" TEXT,
    "note" TEXT,
    "position" BIGINT NOT NULL,
    "provenance" TEXT NOT NULL
);
CREATE INDEX "docket_event_submission_index" ON "docket_event" ("submission");
CREATE INDEX "docket_event_decision_index" ON "docket_event" ("decision");
CREATE TABLE "news_item" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "version" BIGINT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "date" TEXT,
    "end_date" TEXT,
    "deadline" TEXT,
    "place" TEXT,
    "submissions" TEXT,
    "url" TEXT NOT NULL,
    "note" TEXT,
    "provenance" TEXT NOT NULL
);
CREATE TABLE "meeting" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "version" BIGINT NOT NULL,
    "body" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "start_date" TEXT NOT NULL,
    "end_date" TEXT,
    "place" TEXT,
    "format" TEXT NOT NULL,
    "theme" TEXT,
    "chairs" TEXT,
    "delegates" TEXT,
    "summary" TEXT,
    "outcomes" TEXT,
    "outcome_document" TEXT,
    "outcome_news" TEXT,
    "related_decision" TEXT,
    "moved_from" TEXT,
    "note" TEXT,
    "provenance" TEXT NOT NULL
);
CREATE INDEX "meeting_body_index" ON "meeting" ("body");
CREATE INDEX "meeting_outcome_news_index" ON "meeting" ("outcome_news");
CREATE INDEX "meeting_related_decision_index" ON "meeting" ("related_decision");
CREATE TABLE "office_term" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "version" BIGINT NOT NULL,
    "person" TEXT NOT NULL,
    "body" TEXT,
    "office" TEXT NOT NULL,
    "title" TEXT,
    "party" TEXT NOT NULL,
    "start_date" TEXT,
    "end_date" TEXT,
    "acting" BIGINT NOT NULL,
    "meeting" TEXT,
    "note" TEXT,
    "provenance" TEXT NOT NULL
);
CREATE INDEX "office_term_person_index" ON "office_term" ("person");
CREATE INDEX "office_term_body_index" ON "office_term" ("body");
CREATE INDEX "office_term_meeting_index" ON "office_term" ("meeting");
CREATE TABLE "governance_document" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "version" BIGINT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "governs" TEXT,
    "events" TEXT,
    "legal_basis" TEXT NOT NULL,
    "rules_cited" TEXT,
    "articles" TEXT,
    "languages" TEXT,
    "note" TEXT,
    "provenance" TEXT NOT NULL
);
CREATE TABLE "office" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "version" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "body" TEXT,
    "place" TEXT,
    "address" TEXT NOT NULL,
    "telephones" TEXT,
    "fax" TEXT NOT NULL,
    "website" TEXT NOT NULL,
    "events" TEXT,
    "provenance" TEXT NOT NULL
);
CREATE INDEX "office_body_index" ON "office" ("body");
CREATE TABLE "strategic_plan" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "version" BIGINT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT,
    "start_date" TEXT NOT NULL,
    "end_date" TEXT NOT NULL,
    "adopted" TEXT,
    "published" TEXT,
    "pillar_term" TEXT,
    "pillars" TEXT,
    "cross_cutting" TEXT,
    "founding_text" TEXT,
    "provenance" TEXT NOT NULL
);
CREATE INDEX "strategic_plan_body_index" ON "strategic_plan" ("body");
CREATE TABLE "budget" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "version" BIGINT NOT NULL,
    "year" TEXT NOT NULL,
    "body" TEXT,
    "total" TEXT,
    "denominated_in" TEXT NOT NULL,
    "contributions" TEXT,
    "contribution_basis" TEXT,
    "lines" TEXT,
    "note" TEXT,
    "provenance" TEXT NOT NULL
);
CREATE INDEX "budget_body_index" ON "budget" ("body");
CREATE TABLE "project" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "version" BIGINT NOT NULL,
    "title" TEXT NOT NULL,
    "operational_plan" TEXT NOT NULL,
    "strategic_plan" TEXT,
    "strategic_priority" TEXT,
    "topics" TEXT,
    "other_topics" TEXT,
    "number" TEXT NOT NULL,
    "lead_body" TEXT,
    "description" TEXT,
    "outcomes" TEXT,
    "budget" TEXT,
    "phases" TEXT,
    "duration_months" BIGINT,
    "events" TEXT,
    "site_slug" TEXT NOT NULL,
    "note" TEXT,
    "provenance" TEXT NOT NULL
);
CREATE INDEX "project_strategic_plan_index" ON "project" ("strategic_plan");
CREATE INDEX "project_lead_body_index" ON "project" ("lead_body");
CREATE TABLE "grant" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "version" BIGINT NOT NULL,
    "program" TEXT NOT NULL,
    "cycle" TEXT NOT NULL,
    "title" TEXT,
    "organization" TEXT NOT NULL,
    "countries" TEXT,
    "place" TEXT,
    "amounts" TEXT,
    "amount_note" TEXT,
    "cycle_total" TEXT,
    "year" TEXT NOT NULL,
    "start_date" TEXT,
    "end_date" TEXT,
    "summary" TEXT,
    "note" TEXT,
    "provenance" TEXT NOT NULL
);
CREATE INDEX "grant_program_index" ON "grant" ("program");
CREATE TABLE "publication" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "version" BIGINT NOT NULL,
    "title" TEXT NOT NULL,
    "subtitle" TEXT,
    "date" TEXT,
    "pages" BIGINT,
    "languages" TEXT,
    "summary_languages" TEXT,
    "types" TEXT,
    "series" TEXT NOT NULL,
    "edition" BIGINT,
    "data_from" TEXT,
    "data_to" TEXT,
    "topics" TEXT,
    "other_topics" TEXT,
    "project" TEXT,
    "submission" TEXT,
    "isbns" TEXT,
    "document_symbol" TEXT NOT NULL,
    "quality_code" TEXT NOT NULL,
    "repository_item" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "partners" TEXT,
    "url" TEXT NOT NULL,
    "site_slug" TEXT NOT NULL,
    "rank" BIGINT,
    "summary" TEXT,
    "note" TEXT,
    "provenance" TEXT NOT NULL
);
CREATE INDEX "publication_project_index" ON "publication" ("project");
CREATE INDEX "publication_submission_index" ON "publication" ("submission");
CREATE TABLE "document" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "version" BIGINT NOT NULL,
    "submission" TEXT NOT NULL,
    "event" TEXT,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "date" TEXT,
    "languages" TEXT,
    "url" TEXT NOT NULL,
    "publication" TEXT,
    "provenance" TEXT NOT NULL
);
CREATE INDEX "document_submission_index" ON "document" ("submission");
CREATE INDEX "document_event_index" ON "document" ("event");
CREATE INDEX "document_publication_index" ON "document" ("publication");
CREATE TABLE "instrument_term" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "version" BIGINT NOT NULL,
    "axis" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "records_counted" BIGINT,
    "seen_verbatim" BIGINT,
    "provenance" TEXT NOT NULL
);
CREATE TABLE "instrument" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "version" BIGINT NOT NULL,
    "short_title" TEXT NOT NULL,
    "official_title" TEXT,
    "subject_category" TEXT,
    "type_of_agreement" TEXT,
    "form" TEXT,
    "lead_departments" TEXT,
    "partners" TEXT,
    "contacts" TEXT,
    "web_links" TEXT,
    "compendium_edition" TEXT NOT NULL,
    "earlier_editions" TEXT,
    "reference_number" TEXT NOT NULL,
    "catalogue_number" TEXT NOT NULL,
    "languages" TEXT,
    "plain_language_summary" TEXT,
    "objective" TEXT,
    "key_elements" TEXT,
    "expected_results" TEXT,
    "involvement" TEXT,
    "activities" TEXT,
    "results" TEXT,
    "reports" TEXT,
    "signed_earlier" TEXT,
    "expires" TEXT,
    "classification_seen" TEXT,
    "note" TEXT,
    "provenance" TEXT NOT NULL
);
CREATE INDEX "instrument_subject_category_index" ON "instrument" ("subject_category");
CREATE INDEX "instrument_type_of_agreement_index" ON "instrument" ("type_of_agreement");
CREATE INDEX "instrument_form_index" ON "instrument" ("form");
CREATE TABLE "status_event" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "version" BIGINT NOT NULL,
    "instrument" TEXT NOT NULL,
    "line" BIGINT NOT NULL,
    "words" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "internationally" BIGINT NOT NULL,
    "concerns" TEXT NOT NULL,
    "date" TEXT,
    "provenance" TEXT NOT NULL
);
CREATE INDEX "status_event_instrument_index" ON "status_event" ("instrument");
CREATE TABLE "impact_figure" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "version" BIGINT NOT NULL,
    "metric" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "unit" TEXT NOT NULL,
    "comparison" TEXT NOT NULL,
    "start_date" TEXT NOT NULL,
    "end_date" TEXT,
    "topic" TEXT,
    "subject" TEXT,
    "note" TEXT,
    "provenance" TEXT NOT NULL
);
CREATE INDEX "impact_figure_topic_index" ON "impact_figure" ("topic");
