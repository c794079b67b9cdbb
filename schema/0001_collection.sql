-- 0001: the collection.
--
-- Three kinds of rows live here. What was read from the notes (note, card,
-- point, problem) can be read again. What the user did (review, review_undone,
-- seed, the marks on a card, drill) exists nowhere else. The schedule columns of
-- `card` are a cache: replaying the log of a card gives them again.
--
-- Units: *_ms are milliseconds since 1970-01-01 UTC; *_day are study days,
-- counted from 1970-01-01 in the user's own calendar. Lists of short texts
-- (tags, headings) are stored one per line.

pragma application_id = 0x77656e67;  -- "weng"

create table setting (
    key   text not null primary key,
    value text not null
) strict, without rowid;

-- One Markdown file.
create table note (
    id                integer not null primary key autoincrement,
    path              text    not null,
    deck              text    not null,
    title             text    not null,
    size              integer not null check (size >= 0),
    mtime_ns          integer not null,
    hash              integer not null,            -- of the bytes, 64 bits
    tags              text    not null default '',
    related           text    not null default '',
    difficulty        text    not null default '',  -- as the note has it
    created_day       integer,
    keeps_state       integer not null default 0 check (keeps_state in (0, 1)),
    -- Progress that the note brought along when it was first read.
    brought_reviews   integer not null default 0 check (brought_reviews >= 0),
    brought_last_day  integer,
    gone              integer not null default 0 check (gone in (0, 1))
) strict;

create unique index note_path on note (path) where gone = 0;

create table card (
    key           integer not null primary key autoincrement,  -- also the order of adding
    id            text    not null unique,
    note_id       integer not null references note (id),
    kind          text    not null,
    gone          integer not null default 0 check (gone in (0, 1)),
    -- The user's marks.
    suspended     integer not null default 0 check (suspended in (0, 1)),
    flagged       integer not null default 0 check (flagged in (0, 1)),
    buried_until  integer,      -- study day on which it may be asked again
    reset_at_ms   integer,      -- replay leaves out what came before
    -- What its note said of it when it was added: a replay begins with that.
    seed_difficulty text not null default 'medium'
                    check (seed_difficulty in ('easy', 'medium', 'hard')),
    -- The schedule: a cache of the log.
    phase         text    not null default 'new'
                  check (phase in ('new', 'learning', 'review', 'relearning')),
    due_day       integer,
    due_at_ms     integer,
    interval_days integer not null default 0,
    step          integer not null default 0,
    streak        integer not null default 0,
    ease          integer not null default 250,
    stability     real    not null default 0,
    difficulty    real    not null default 0,
    reviews       integer not null default 0 check (reviews >= 0),
    lapses        integer not null default 0 check (lapses >= 0),
    last_day      integer,
    mastery       real    not null default 0 check (mastery between 0 and 1),
    leech         integer not null default 0 check (leech in (0, 1)),
    -- Where it stands in the note.
    position      integer not null check (position >= 0),
    front_line    integer not null,
    back_first    integer not null,
    back_last     integer not null,
    rule          text    not null,
    confidence    real    not null check (confidence between 0 and 1),
    heading_path  text    not null,
    tags          text    not null,
    anchor        text    not null,
    hole          text    not null,
    user_tags     text    not null default '',  -- given here, not in the note
    edited_at_ms  integer,      -- when its text last changed in the note
    front         text    not null,
    back          text    not null,
    check ((phase = 'new') = (due_day is null))
) strict;

create index card_note on card (note_id, position, gone);
-- Everything that due counts need, so that they never touch the cards themselves.
create index card_due on card
    (gone, suspended, phase, due_day, note_id, buried_until, mastery, interval_days);
create index card_new on card (key)
    where gone = 0 and suspended = 0 and phase = 'new';
create index card_mastery on card (mastery, phase, gone);
create index card_gone on card (note_id, position) where gone = 1;
create index card_tags on card (tags) where tags <> '';
create index card_user_tags on card (user_tags) where user_tags <> '';
create index card_edited on card (edited_at_ms) where edited_at_ms is not null;

-- What a good answer to a card must mention.
create table point (
    card        integer not null references card (key) on delete cascade,
    position    integer not null check (position >= 0),
    id          text    not null,
    title       text    not null,
    detail      text    not null,
    group_label text    not null,
    kind        text    not null,
    line        integer not null,
    primary key (card, position)
) strict, without rowid;

-- The review log: append-only, and the truth about every card's memory.
create table review (
    seq                integer not null primary key autoincrement,
    id                 text    not null unique,
    card               integer not null references card (key),
    at_ms              integer not null,
    utc_offset_minutes integer not null check (utc_offset_minutes between -1080 and 1080),
    day                integer not null,
    grade              integer not null check (grade between 1 and 4),
    taken_ms           integer not null check (taken_ms >= 0),
    source             text    not null check (source in ('review', 'drill', 'import', 'cram')),
    scheduler          text    not null,
    counted            integer not null check (counted in (0, 1)),
    -- What the card was when it was asked, for statistics.
    phase              text    not null
                       check (phase in ('new', 'learning', 'review', 'relearning')),
    interval_days      integer not null
) strict;

create index review_card on review (card, at_ms);
create index review_day on review (day, at_ms);

create trigger review_is_never_changed before update on review
begin
    select raise(abort, 'the review log is append-only');
end;

create trigger review_is_never_deleted before delete on review
begin
    select raise(abort, 'the review log is append-only');
end;

-- A grade that was taken back. The grade itself stays in the log.
create table review_undone (
    review integer not null primary key references review (seq),
    at_ms  integer not null
) strict;

create trigger review_undone_is_never_changed before update on review_undone
begin
    select raise(abort, 'the review log is append-only');
end;

create trigger review_undone_is_never_deleted before delete on review_undone
begin
    select raise(abort, 'the review log is append-only');
end;

create view live_review as
    select review.* from review
    where not exists (select 1 from review_undone where review_undone.review = review.seq);

-- Progress from elsewhere: where the replay of a card starts instead of from new.
create table seed (
    card     integer not null primary key references card (key) on delete cascade,
    reviews  integer not null check (reviews > 0),
    last_day integer not null,
    next_day integer not null
) strict;

create table holiday (
    first_day integer not null primary key,
    last_day  integer not null,
    check (first_day <= last_day)
) strict, without rowid;

-- What the last reading of each file complained about.
create table problem (
    path     text    not null,
    position integer not null,
    line     integer not null,
    column   integer not null,
    message  text    not null,
    hint     text    not null,
    primary key (path, position)
) strict, without rowid;

-- The last import that changed something, kept so that it can be taken back.
-- Notes and cards with greater keys than these were added by it.
create table import_run (
    id            integer not null primary key autoincrement,
    at_ms         integer not null,
    last_note     integer not null,
    last_card     integer not null,
    taken_back_ms integer
) strict;

-- How a row that existed looked before the import changed it, as JSON.
create table import_before (
    run    integer not null references import_run (id) on delete cascade,
    what   text    not null check (what in ('note', 'card', 'points')),
    key    integer not null,
    before text    not null,
    primary key (run, what, key)
) strict, without rowid;

create table drill (
    id                 text    not null primary key,
    at_ms              integer not null,
    utc_offset_minutes integer not null,
    day                integer not null,
    state              text    not null check (state in ('open', 'finished', 'undone')),
    payload            text    not null
) strict, without rowid;

create table drill_step (
    drill    text    not null references drill (id),
    position integer not null check (position >= 0),
    at_ms    integer not null,
    kind     text    not null,
    card     integer references card (key),
    payload  text    not null,
    primary key (drill, position)
) strict, without rowid;

create table point_miss (
    drill text    not null references drill (id),
    card  integer not null references card (key),
    point text    not null,
    primary key (card, point, drill)
) strict, without rowid;

-- The opposite: what the answer did mention, by the person's own mark.
create table point_heard (
    drill text    not null references drill (id),
    card  integer not null references card (key),
    point text    not null,
    primary key (card, point, drill)
) strict, without rowid;

-- Cards that ask for one point of another card (`parent`), which is often missed. They
-- stand in no note: what they say and whether they are gone follows from the parent.
create table point_card (
    card     integer not null primary key references card (key) on delete cascade,
    parent   integer not null references card (key),
    point    text    not null,
    label    text    not null,                         -- stands below the parent's front
    drill    text    not null references drill (id),   -- in which it was made
    made_day integer not null,
    unique (parent, point)
) strict;

-- Full text. The tokenizer is the program's own: src/store/tokenizer.cpp.
create virtual table search using fts5 (
    front, back, content = 'card', content_rowid = 'key', tokenize = 'wengu'
);

-- Added cards are indexed by the program, all of an import in one statement.

create trigger search_change after update of front, back on card
begin
    insert into search (search, rowid, front, back)
        values ('delete', old.key, old.front, old.back);
    insert into search (rowid, front, back) values (new.key, new.front, new.back);
end;

create trigger search_remove after delete on card
begin
    insert into search (search, rowid, front, back)
        values ('delete', old.key, old.front, old.back);
end;
