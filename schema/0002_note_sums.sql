-- 0002: what the cards of each note come to, so that means over decks need not look at
-- every card.
--
-- A cache: a note whose cards changed loses its row (the triggers see to that), and whoever
-- wants the sums counts anew what is missing.

create table note_sum (
    note    integer not null primary key references note (id) on delete cascade,
    cards   integer not null,  -- neither gone nor suspended; so are the others
    seen    integer not null,  -- no longer new
    mastery real    not null   -- sum over the cards
) strict;

create trigger note_sum_after_insert after insert on card
begin
    delete from note_sum where note = new.note_id;
end;

create trigger note_sum_after_delete after delete on card
begin
    delete from note_sum where note = old.note_id;
end;

create trigger note_sum_after_update
    after update of note_id, gone, suspended, phase, mastery on card
begin
    delete from note_sum where note in (old.note_id, new.note_id);
end;

insert into note_sum
    select note.id, count(card.key), coalesce(sum(phase <> 'new'), 0), coalesce(sum(mastery), 0)
    from note left join card
        on card.note_id = note.id and card.gone = 0 and card.suspended = 0
    group by note.id;

-- Few cards are put off; finding them must not take a look at all of them.
create index card_buried on card (buried_until) where buried_until is not null;
