-- Rebuildable: the search index, made again after this migration from the record types' tables. The number of a document begins
-- with that of its type, so that documents of one type stand together: number = type's number * 2^40 + n.
DROP TABLE comity_words;
DROP TABLE comity_document;
CREATE TABLE comity_document_type (
    number INTEGER PRIMARY KEY NOT NULL,
    type TEXT UNIQUE NOT NULL
);
CREATE TABLE comity_document (
    number INTEGER PRIMARY KEY NOT NULL,
    type TEXT NOT NULL,
    id TEXT NOT NULL,
    vocabulary TEXT NOT NULL,  -- its words, folded, each once
    UNIQUE (type, id)
);
-- Words by the weight of their place, heaviest first. They are stems already, folded, so the tokenizer only splits at spaces.
CREATE VIRTUAL TABLE comity_words USING fts5 (a, b, c, d, tokenize = 'ascii');

-- Rebuildable: the words that people can read in the documents, and in how many.
CREATE TABLE comity_vocabulary (
    word TEXT PRIMARY KEY NOT NULL,
    documents BIGINT NOT NULL
) WITHOUT ROWID;
-- Three pieces of each word: what differs from it in two letters at most has one of them unharmed.
CREATE TABLE comity_spelling (
    piece TEXT NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (piece, word)
) WITHOUT ROWID;
