-- 0004: what writing review state into front matter has to remember.

-- What the front matter of a note said before a grade was first written into it, so that it
-- can say so again when all grades are taken back.
create table said_before (
    note  integer not null primary key references note (id) on delete cascade,
    at_ms integer not null,
    -- One line a key, spelled as in the note: "next_review=2026-01-05"; without "=" there was
    -- nothing, not even a blank, after the colon. Null: nobody knows any more.
    lines text
) strict;

-- An older wengu has written into these without remembering.
insert into said_before (note, at_ms, lines)
    select distinct note_id, 0, null from card
        join review on review.card = card.key
        join note on note.id = card.note_id
    where keeps_state = 1;

-- The state of a file that cannot be written into, and of which that was said: once is enough.
create table write_refused (
    note integer not null primary key references note (id) on delete cascade,
    hash integer not null  -- of the bytes
) strict;
