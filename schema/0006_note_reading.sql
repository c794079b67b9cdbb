-- 0006: how a note was read. It is read again when that has changed: a newer wengu knows other
-- rules, the user has other words, or wants the cards too that the rules are not sure of.
-- A hash whose lowest bit says whether all cards were taken; 0: nobody knows.

alter table note add column read_as integer not null default 0;
