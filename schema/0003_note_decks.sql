-- 0003: which note is in which deck, without a look at the notes.

create index note_deck on note (deck);
