-- What the store keeps beside the record types' tables.

CREATE TABLE comity_migration (
    number BIGINT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    hash TEXT NOT NULL      -- SHA-256 of the file
);

-- Permanent: everything else can be made again from it.
CREATE TABLE comity_journal (
    sequence BIGINT PRIMARY KEY NOT NULL,
    time TEXT NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NOT NULL,
    changes TEXT NOT NULL,  -- canonical JSON
    previous TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE FUNCTION comity_journal_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the journal can only grow';
END
$$;
CREATE TRIGGER comity_journal_no_update BEFORE UPDATE OR DELETE OR TRUNCATE ON comity_journal
    FOR EACH STATEMENT EXECUTE FUNCTION comity_journal_only_grows();

-- Rebuildable: which entries touched a record.
CREATE TABLE comity_touched (
    type TEXT NOT NULL,
    id TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (type, id, sequence)
);

-- Rebuildable: the members of lists and the references inside structures, which no column can hold. field: "topics", "lines.partner".
CREATE TABLE comity_member (
    type TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (type, field, value, id)
);
CREATE INDEX comity_member_id_index ON comity_member (type, id);

-- Rebuildable: the search index. Its words are stems already, folded.
CREATE TABLE comity_document (
    type TEXT NOT NULL,
    id TEXT NOT NULL,
    words TSVECTOR NOT NULL,
    PRIMARY KEY (type, id)
);
CREATE INDEX comity_document_words_index ON comity_document USING gin (words);
