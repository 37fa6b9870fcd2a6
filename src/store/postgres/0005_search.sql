-- Rebuildable: the search index, made again after this migration from the record types' tables.
DELETE FROM comity_document;
CREATE TABLE comity_document_type (
    type TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL  -- the lexeme that documents of the type hold
);
ALTER TABLE comity_document ADD COLUMN vocabulary TEXT NOT NULL;  -- its words, folded, each once

-- Rebuildable: the words that people can read in the documents, and in how many.
CREATE TABLE comity_vocabulary (
    word TEXT PRIMARY KEY NOT NULL,
    documents BIGINT NOT NULL
);
-- Three pieces of each word: what differs from it in two letters at most has one of them unharmed.
CREATE TABLE comity_spelling (
    piece TEXT NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (piece, word)
);
