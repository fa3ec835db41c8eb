-- How a card stood when it was asked (0 new, 1 learning, 2 young, 3 mature, 4 cram), the hour on the
-- learner's clock, and in thousandths how likely a right answer was held to be and what was aimed at.
ALTER TABLE review ADD COLUMN stage INTEGER NOT NULL DEFAULT 0;
ALTER TABLE review ADD COLUMN hour INTEGER NOT NULL DEFAULT 0;
ALTER TABLE review ADD COLUMN chance INTEGER;
ALTER TABLE review ADD COLUMN aim INTEGER;

DROP INDEX review_day;
DROP INDEX review_deck;
-- Statistics read these indexes and never the tables: a million reviews in a fifth of a second.
CREATE INDEX review_day ON review (day, stage, rating, ms, chance, aim, deck);
CREATE INDEX review_deck ON review (deck, day, stage, rating, ms, hour, chance, aim);
CREATE INDEX review_hour ON review (hour, rating, day);
CREATE INDEX review_card ON review (card, day, rating, ms, stage);
CREATE INDEX standing_phase ON standing (deck, phase, suspended, buried_until, interval) WHERE present = 1;
CREATE INDEX event_confused ON event (confused, card) WHERE confused IS NOT NULL;
