-- 0005: what the words of a problem were made of (src/core/said.h), so that they can be said
-- again in another language. Empty: only the words are known.

alter table problem add column message_recipe text not null default '';
alter table problem add column hint_recipe text not null default '';
