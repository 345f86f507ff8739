-- Up Migration

-- Where a municipality's policy has it, an indication may follow from a new assessment at
-- somebody else's request. What was recorded before is a first indication. The app's
-- grants on the table cover the column; a belief's origin never changes, like the rest of it.

alter table kansenlijn.indication add column origin text not null default 'first' check (origin in ('first', 're_indication'));
comment on column kansenlijn.indication.origin is 'first, or re_indication: a new assessment at somebody else''s request.';

-- Down Migration

alter table kansenlijn.indication drop column origin;
