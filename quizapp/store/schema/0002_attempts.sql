-- One run of a quiz by one person. Like events, rows of these tables are added and never changed.
-- paper: JSON of the rules it was sat by. code: the code that holds the paper, for others to sit it.
CREATE TABLE attempt (
    id      TEXT PRIMARY KEY,
    device  TEXT NOT NULL,
    at      INTEGER NOT NULL,
    offset  INTEGER NOT NULL,
    day     INTEGER NOT NULL,
    front   TEXT NOT NULL,
    version TEXT NOT NULL,
    title   TEXT NOT NULL,
    code    TEXT NOT NULL,
    paper   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX attempt_at ON attempt (at);

-- The questions as they were drawn, so that no later edit of a deck changes what is asked.
-- place: from 0, as on the paper. question: JSON of it and of how it is shown and what it is worth.
CREATE TABLE attempt_question (
    attempt  TEXT NOT NULL REFERENCES attempt (id),
    place    INTEGER NOT NULL CHECK (place >= 0),
    deck     TEXT NOT NULL,
    card     TEXT NOT NULL,
    question TEXT NOT NULL,
    PRIMARY KEY (attempt, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX attempt_question_deck ON attempt_question (deck, card, attempt);

-- What was done: each answer, change, mark, move and the hand-in. seq counts from 1 within an attempt
-- on each device; order is (seq, device). spent: milliseconds of the attempt's time that were used by
-- then. value: JSON, by kind.
CREATE TABLE attempt_event (
    attempt TEXT NOT NULL REFERENCES attempt (id),
    device  TEXT NOT NULL,
    seq     INTEGER NOT NULL CHECK (seq > 0),
    at      INTEGER NOT NULL,
    offset  INTEGER NOT NULL,
    day     INTEGER NOT NULL,
    spent   INTEGER NOT NULL CHECK (spent >= 0),
    kind    TEXT NOT NULL,
    place   INTEGER,
    value   TEXT,
    PRIMARY KEY (attempt, device, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX attempt_event_kind ON attempt_event (kind, attempt);
