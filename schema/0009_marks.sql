-- 0009: when a person set what they set, so that collections that were apart agree after a merge,
-- whichever is merged into which. The later one holds; of two at the same time, the greater value.
-- 0: set before this was kept.

alter table card add column suspended_at_ms integer not null default 0;
alter table card add column flagged_at_ms integer not null default 0;
alter table card add column buried_at_ms integer not null default 0;
-- When `reset_at_ms` was set, or taken back.
alter table card add column reset_changed_ms integer not null default 0;

update card set reset_changed_ms = reset_at_ms where reset_at_ms is not null;

-- The tags that a person gave a card or took away again; card.user_tags has those it has now.
create table user_tag (
    card  integer not null references card (key) on delete cascade,
    tag   text    not null,
    given integer not null check (given in (0, 1)),
    at_ms integer not null,
    primary key (card, tag)
) strict, without rowid;

insert into user_tag
    with recursive line (card, tag, rest) as (
        select key, '', user_tags || char(10) from card where user_tags <> ''
        union all
        select card, substr(rest, 1, instr(rest, char(10)) - 1),
            substr(rest, instr(rest, char(10)) + 1)
        from line where rest <> ''
    )
    select distinct card, tag, 1, 0 from line where tag <> '';

-- Days without study, and days that were one for a while.
create table day_off (
    day   integer not null primary key,
    off   integer not null check (off in (0, 1)),
    at_ms integer not null
) strict;

insert into day_off
    with recursive span (day, last) as (
        select first_day, min(last_day, first_day + 36600) from holiday
        union
        select day + 1, last from span where day < last
    )
    select distinct day, 1, 0 from span;

drop table holiday;
