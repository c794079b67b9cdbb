-- 0010: where a card's question belongs, shown beside it, and how likely it is to be wanted.
-- The next import fills both: it reads every note again, because the rules are others.

alter table card add column topic text not null default '';
alter table card add column worth integer not null default 0;

-- New cards come best first, then in the order of adding.
drop index card_new;
create index card_new on card (worth desc, key)
    where gone = 0 and suspended = 0 and phase = 'new';
