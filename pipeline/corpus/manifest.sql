-- What became of each document. A refusal from before there was a document has no graph.
CREATE TABLE document (
    graph TEXT UNIQUE,   -- the name of its graph below the output folder
    source TEXT NOT NULL,
    given TEXT NOT NULL, -- what the user named, in which it was found
    run INTEGER NOT NULL, -- the last in which it was found
    number INTEGER NOT NULL, -- its place in that run
    state TEXT NOT NULL, -- written, skipped, refused or quarantined
    events TEXT NOT NULL, -- JSON: class of events → how many
    posts INTEGER NOT NULL,
    notes TEXT NOT NULL, -- JSON: what is amiss in it
    reason TEXT,         -- why it was skipped or refused
    address TEXT,        -- of all that its result follows from
    digest TEXT,         -- of its graph, and of its texts where they are written
    seconds REAL,        -- the bounds that it did not keep to
    megabytes REAL,
    fresh INTEGER NOT NULL -- whether it was read in that run
);
CREATE INDEX in_order ON document (run, number);
CREATE INDEX given_in ON document (given, run);
CREATE INDEX of_source ON document (source, run);
