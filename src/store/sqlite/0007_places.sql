-- Rebuildable: the search index, made again after this migration from the record types' tables. A word stands in it with the mark
-- of its place, A for the heaviest to D, and so do two that follow each other, as one word (fts5.hpp): what many words have in
-- common, how well a document answers and where a phrase stands are then read from the lists of words alone (word_lists.hpp).
DROP TABLE comity_words;
DROP TABLE comity_document_type;
CREATE TABLE comity_document_type (
    number INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,  -- another one when the index is made anew
    type TEXT UNIQUE NOT NULL,
    last BIGINT NOT NULL                                -- of the numbers of its documents; none is given twice
);
CREATE TABLE comity_document_gone (
    gone INTEGER PRIMARY KEY NOT NULL,
    number BIGINT NOT NULL
);
CREATE VIRTUAL TABLE comity_words USING fts5 (words, tokenize = 'comity_stems', columnsize = 0);

-- For the commonest of the many words with a beginning of two or three letters.
CREATE INDEX comity_vocabulary_beginning ON comity_vocabulary (substr(word, 1, 2), documents DESC);
