/**
 * A server as Supabase's looks to a project: its roles and schemas, with a part of what they hold, and what is granted by default. Written from its documentation, for
 * reading a project beside it.
 */
export const supabaseServer = `
create role anon nologin noinherit;
create role authenticated nologin noinherit;
create role service_role nologin noinherit bypassrls;
create role authenticator login noinherit;
create role supabase_admin login superuser;
create role supabase_auth_admin login noinherit createrole;
create role supabase_storage_admin login noinherit createrole;
create role dashboard_user nologin createdb createrole;
grant anon, authenticated, service_role to authenticator;

create schema auth authorization supabase_auth_admin;
create schema storage authorization supabase_storage_admin;
create schema realtime authorization supabase_admin;
create schema extensions;
create schema vault;
create schema graphql_public;
create schema pgbouncer;
create schema supabase_migrations;
create schema _supavisor;

create extension pgcrypto schema extensions;
create extension "uuid-ossp" schema extensions;

create table auth.users (
  id uuid primary key,
  aud varchar(255),
  role varchar(255),
  email varchar(255),
  encrypted_password varchar(255),
  raw_app_meta_data jsonb,
  raw_user_meta_data jsonb,
  is_anonymous boolean not null default false,
  created_at timestamptz
);
create type auth.aal_level as enum ('aal1', 'aal2', 'aal3');
create table auth.sessions (id uuid primary key, user_id uuid not null references auth.users (id) on delete cascade, aal auth.aal_level);
create table auth.schema_migrations (version varchar(255) primary key);
alter table auth.users owner to supabase_auth_admin;
alter table auth.sessions owner to supabase_auth_admin;
create function auth.uid() returns uuid language sql stable as
  $$ select coalesce(nullif(current_setting('request.jwt.claim.sub', true), ''), (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub'))::uuid $$;
create function auth.jwt() returns jsonb language sql stable as
  $$ select coalesce(nullif(current_setting('request.jwt.claim', true), ''), nullif(current_setting('request.jwt.claims', true), ''))::jsonb $$;
create function auth.role() returns text language sql stable as
  $$ select coalesce(nullif(current_setting('request.jwt.claim.role', true), ''), (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role'))::text $$;
grant usage on schema auth to anon, authenticated, service_role;

create table storage.buckets (id text primary key, name text not null unique, public boolean default false);
create table storage.objects (
  id uuid primary key default gen_random_uuid(),
  bucket_id text references storage.buckets (id),
  name text,
  owner_id text,
  path_tokens text[] generated always as (string_to_array(name, '/')) stored
);
alter table storage.buckets enable row level security;
alter table storage.objects enable row level security;
create function storage.foldername(name text) returns text[] language sql immutable as
  $$ select (string_to_array(name, '/'))[1:cardinality(string_to_array(name, '/')) - 1] $$;
grant usage on schema storage to anon, authenticated, service_role;
grant all on storage.buckets, storage.objects to anon, authenticated, service_role;

create table realtime.subscription (id bigint generated always as identity primary key, entity regclass not null);
create table realtime.messages (topic text not null, inserted_at timestamp not null default now()) partition by range (inserted_at);
create table realtime.messages_2026_01_01 partition of realtime.messages for values from ('2026-01-01') to ('2026-01-02');
create publication supabase_realtime;

create table vault.secrets (id uuid primary key default gen_random_uuid(), name text, secret text not null);
create view vault.decrypted_secrets as select id, name, secret as decrypted_secret from vault.secrets;
create function pgbouncer.get_auth(p_usename text) returns table (username text, password text) language sql security definer as
  $$ select usename::text, passwd::text from pg_catalog.pg_shadow where usename = p_usename $$;
create function graphql_public.graphql(query text default null) returns jsonb language sql as $$ select '{}'::jsonb $$;
create table _supavisor.tenants (id uuid primary key);
create table supabase_migrations.schema_migrations (version text primary key, statements text[], name text);

grant usage on schema public to anon, authenticated, service_role;
alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
alter default privileges in schema public grant all on functions to anon, authenticated, service_role;
alter default privileges in schema public grant all on sequences to anon, authenticated, service_role;
`

/** A project on it: what is its own in \`public\` and \`private\`, and what it added to the platform's. */
export const surfProject = `
create extension pg_trgm schema public;
create type public.board_kind as enum ('longboard', 'shortboard');
create schema private;

create table public.surfers (
  id uuid primary key references auth.users (id) on delete cascade,
  nick text not null unique check (char_length(nick) <= 40)
);
create table public.boards (
  id bigint generated always as identity primary key,
  surfer_id uuid not null default auth.uid() references auth.users (id) on delete cascade,
  kind public.board_kind not null default 'longboard',
  photo text,
  made_on date
);
create index boards_surfer_id_idx on public.boards (surfer_id);
create index boards_photo_idx on public.boards using gin (photo public.gin_trgm_ops);
create table private.waxes (id uuid primary key default extensions.gen_random_uuid(), name text not null);

alter table public.surfers enable row level security;
alter table public.boards enable row level security;
create policy "own row" on public.surfers for select to authenticated using ((select auth.uid()) = id);
create policy "own boards" on public.boards for all to authenticated using ((select auth.uid()) = surfer_id) with check ((select auth.uid()) = surfer_id);

create function public.handle_new_user() returns trigger language plpgsql security definer set search_path = '' as
  $$ begin insert into public.surfers (id, nick) values (new.id, new.email); return new; end; $$;
create trigger on_auth_user_created after insert on auth.users for each row execute function public.handle_new_user();

create function public.access_token_hook(event jsonb) returns jsonb language plpgsql stable set search_path = '' as
  $$ begin return event; end; $$;
grant usage on schema public to supabase_auth_admin;
grant execute on function public.access_token_hook(jsonb) to supabase_auth_admin;
revoke execute on function public.access_token_hook(jsonb) from authenticated, anon, public;
grant select on public.surfers to supabase_auth_admin;
create policy "the hook reads" on public.surfers for select to supabase_auth_admin using (true);

create policy "own photos" on storage.objects for select to authenticated
  using (bucket_id = 'boards' and (storage.foldername(name))[1] = (select auth.uid())::text);
`
