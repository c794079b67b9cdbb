-- 0007: which grades a merge brought. Those given here were given in the order of their `seq`;
-- of the others only their times are known.

alter table review add column merged integer not null default 0 check (merged in (0, 1));

create index review_merged on review (at_ms, seq) where merged = 1;
