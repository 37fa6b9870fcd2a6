-- What the store keeps beside the record types' tables.

CREATE TABLE comity_migration (
    number BIGINT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    hash TEXT NOT NULL      -- SHA-256 of the file
);

-- Permanent: everything else can be made again from it.
CREATE TABLE comity_journal (
    sequence INTEGER PRIMARY KEY NOT NULL,
    time TEXT NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NOT NULL,
    changes TEXT NOT NULL,  -- canonical JSON
    previous TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE TRIGGER comity_journal_no_update BEFORE UPDATE ON comity_journal
BEGIN
    SELECT RAISE(ABORT, 'the journal can only grow');
END;
CREATE TRIGGER comity_journal_no_delete BEFORE DELETE ON comity_journal
BEGIN
    SELECT RAISE(ABORT, 'the journal can only grow');
END;

-- Rebuildable: which entries touched a record.
CREATE TABLE comity_touched (
    type TEXT NOT NULL,
    id TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (type, id, sequence)
) WITHOUT ROWID;

-- Rebuildable: the members of lists and the references inside structures, which no column can hold. field: "topics", "lines.partner".
CREATE TABLE comity_member (
    type TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (type, field, value, id)
) WITHOUT ROWID;
CREATE INDEX comity_member_id_index ON comity_member (type, id);

-- Rebuildable: the search index. Its words are stems already, folded, so the tokenizer only splits at spaces.
CREATE TABLE comity_document (
    number INTEGER PRIMARY KEY NOT NULL,
    type TEXT NOT NULL,
    id TEXT NOT NULL,
    UNIQUE (type, id)
);
CREATE VIRTUAL TABLE comity_words USING fts5 (a, b, c, d, kind, tokenize = 'ascii');
