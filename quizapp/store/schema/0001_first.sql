-- What this file is about: whose log it is and which device writes here.
CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The truth. Rows are added and never changed; order everywhere is (stamp, device).
CREATE TABLE event (
    id            INTEGER PRIMARY KEY,
    device        TEXT NOT NULL,
    seq           INTEGER NOT NULL CHECK (seq > 0),
    stamp         INTEGER NOT NULL CHECK (stamp > 0),
    kind          TEXT NOT NULL,
    card          TEXT NOT NULL,
    sitting       TEXT NOT NULL,
    at            INTEGER NOT NULL,
    offset        INTEGER NOT NULL,
    day           INTEGER NOT NULL,
    front         TEXT NOT NULL,
    version       TEXT NOT NULL,
    target_device TEXT,
    target_seq    INTEGER,
    rating        INTEGER CHECK (rating BETWEEN 1 AND 4),
    rated_by      TEXT,
    verdict       TEXT,
    rule          TEXT,
    score         REAL,
    response      TEXT,
    shown         TEXT,
    hints         INTEGER,
    tries         INTEGER,
    certainty     TEXT,
    confused      TEXT,
    first_key_ms  INTEGER,
    answer_ms     INTEGER,
    phase         TEXT,
    step          INTEGER,
    after_phase   TEXT,
    after_step    INTEGER,
    interval      INTEGER,
    due_day       INTEGER,
    due_at        INTEGER,
    stability     REAL,
    difficulty    REAL,
    retention     REAL,
    weights       TEXT,
    revision      INTEGER,
    wording       TEXT,
    origin        TEXT,
    value         INTEGER,
    counted_day   INTEGER,
    UNIQUE (device, seq),
    CHECK ((target_device IS NULL) = (target_seq IS NULL))
) STRICT;

CREATE INDEX event_order ON event (stamp, device);
CREATE INDEX event_card ON event (card, stamp, device);
CREATE INDEX event_sitting ON event (sitting, seq) WHERE sitting <> '';
CREATE INDEX event_target ON event (target_device, target_seq) WHERE target_device IS NOT NULL;
CREATE INDEX event_origin ON event (origin) WHERE origin IS NOT NULL;

-- Each version of a question that was ever answered, once.
CREATE TABLE wording (
    fingerprint TEXT NOT NULL,
    card        TEXT NOT NULL,
    question    TEXT NOT NULL,
    answer      TEXT NOT NULL,
    kind        TEXT NOT NULL,
    PRIMARY KEY (card, fingerprint)
) STRICT, WITHOUT ROWID;

-- Decks the log knows. mark: what their file was when their cards were last placed, NULL when the
-- deck isn't there. cards: how many of its cards are present. started_*: order of the event that
-- started it, NULL while it is off.
CREATE TABLE deck (
    id             INTEGER PRIMARY KEY,
    name           TEXT NOT NULL UNIQUE,
    mark           TEXT,
    cards          INTEGER NOT NULL DEFAULT 0,
    started_stamp  INTEGER,
    started_device TEXT
) STRICT;

-- One row for each card that was ever placed or named in an event. The first group of columns is
-- written when decks are placed; the second is folded from the events and can be made anew.
CREATE TABLE standing (
    id           INTEGER PRIMARY KEY,
    card         TEXT NOT NULL UNIQUE,
    deck         INTEGER NOT NULL REFERENCES deck (id),
    question     TEXT NOT NULL,
    position     INTEGER NOT NULL DEFAULT 0,
    kind         TEXT NOT NULL DEFAULT '',
    fingerprint  TEXT NOT NULL DEFAULT '',
    asked        TEXT NOT NULL DEFAULT '',
    answered     TEXT NOT NULL DEFAULT '',
    present      INTEGER NOT NULL DEFAULT 0,
    shuffle      INTEGER NOT NULL,

    phase        TEXT NOT NULL DEFAULT 'new',
    step         INTEGER NOT NULL DEFAULT 0,
    stability    REAL,
    difficulty   REAL,
    interval     INTEGER NOT NULL DEFAULT 0,
    due_day      INTEGER,
    due_at       INTEGER,
    first_day    INTEGER,
    last_day     INTEGER,
    last_at      INTEGER,
    reviews      INTEGER NOT NULL DEFAULT 0,
    lapses       INTEGER NOT NULL DEFAULT 0,
    suspended    INTEGER NOT NULL DEFAULT 0,
    buried_until INTEGER,
    flag         INTEGER NOT NULL DEFAULT 0,
    revision     INTEGER NOT NULL DEFAULT 1,
    wording      TEXT
) STRICT;

CREATE INDEX standing_deck ON standing (deck);
CREATE INDEX standing_question ON standing (question);
CREATE INDEX standing_asked ON standing (asked) WHERE asked <> '';
CREATE INDEX standing_answered ON standing (answered) WHERE answered <> '';
CREATE INDEX standing_new ON standing (deck, position, buried_until)
    WHERE present = 1 AND suspended = 0 AND phase = 'new';
CREATE INDEX standing_learning ON standing (due_at)
    WHERE present = 1 AND suspended = 0 AND due_at IS NOT NULL;
CREATE INDEX standing_due ON standing (due_day, deck, buried_until, shuffle)
    WHERE present = 1 AND suspended = 0 AND phase <> 'new' AND due_at IS NULL;

-- One row for each review that counts for something: not voided, overrides applied, at the card that
-- has it now. Folded from the events like a standing. id: the event's. ms: capped at a minute.
CREATE TABLE review (
    id     INTEGER PRIMARY KEY REFERENCES event (id),
    card   INTEGER NOT NULL REFERENCES standing (id),
    deck   INTEGER NOT NULL,
    day    INTEGER NOT NULL,
    kind   TEXT NOT NULL,
    phase  TEXT NOT NULL,
    rating INTEGER NOT NULL,
    ms     INTEGER NOT NULL
) STRICT;

CREATE INDEX review_day ON review (day, rating, phase, kind, deck, ms);
CREATE INDEX review_deck ON review (deck, day);
