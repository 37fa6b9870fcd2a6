-- Rebuildable: the search index, made again after this migration from the record types' tables. The words of weight a stand in it
-- a second time, each with a mark before it: what is looked for in titles alone reads the short lists of those words.
DROP TABLE comity_words;
CREATE VIRTUAL TABLE comity_words USING fts5 (a, b, c, d, titles, tokenize = 'ascii');
