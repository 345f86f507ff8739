-- Up Migration

-- Who acts. A transaction runs as one person; the proof of that is signed by the
-- application process with a key that SQL on the application's role cannot read, so
-- that injected or hand-written SQL cannot turn itself into somebody else.

create extension if not exists pgcrypto with schema public;
create extension if not exists btree_gist with schema public;

-- The group role that carries all privileges of the application. Logins are members
-- of it; it owns nothing. Roles belong to the cluster, hence the check.
do $$
begin
  create role kansenlijn_app nologin nosuperuser nobypassrls nocreatedb nocreaterole;
exception when duplicate_object or unique_violation then null;
end $$;

grant usage on schema kansenlijn to kansenlijn_app;
create table kansenlijn.identity_key (
  only_row boolean primary key default true check (only_row),
  key bytea not null check (length(key) >= 32)
);
comment on table kansenlijn.identity_key is
  'The key with which the application signs who acts. Written by the migration command, never granted to the application''s role.';

-- An identity is `capacity|tenant|directory object id|hex hmac-sha256 of the part before it`.
-- Capacity `person`: sees the rows that are the person''s. Capacity `aggregate`: reads what is
-- needed to compute a figure that leaves the circle protected; writes nothing.
create function kansenlijn.identity_claims(out capacity text, out tenant_id text, out aad_object_id text)
language plpgsql stable security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  identity text := current_setting('kansenlijn.identity', true);
  signed text;
begin
  if identity is null or identity = '' then return; end if;
  signed := split_part(identity, '|', 1) || '|' || split_part(identity, '|', 2) || '|' || split_part(identity, '|', 3);
  if split_part(identity, '|', 4) is distinct from
     encode(hmac(convert_to(signed, 'UTF8'), (select key from identity_key), 'sha256'), 'hex') then
    return;
  end if;
  capacity := split_part(identity, '|', 1);
  tenant_id := split_part(identity, '|', 2);
  aad_object_id := split_part(identity, '|', 3);
end $$;
comment on function kansenlijn.identity_claims() is
  'The verified claims of this transaction''s identity; all null when it is unset or its signature is wrong.';

-- PostgreSQL lets everybody execute a new function. Each migration that makes functions ends so.
revoke execute on all functions in schema kansenlijn from public;

-- Down Migration

drop schema kansenlijn cascade;
