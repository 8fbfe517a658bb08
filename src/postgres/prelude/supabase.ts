import type { Prelude, PreludeOptions } from './prelude.ts'

/**
 * The parts of a Supabase database that a schema can touch, after the init scripts of supabase/postgres and the migrations of its
 * auth and storage services: roles and their memberships, schemas and who may use them, `auth.users` and the functions that read the
 * caller's claims, storage's tables, default privileges, the realtime publication.
 *
 * `postgres` is no superuser there; the superuser is `supabase_admin`.
 */
export function supabasePrelude({ defaultPrivileges = 'explicit', owner = 'postgres' }: PreludeOptions): Prelude {
  const legacy = defaultPrivileges === 'legacy'
  return {
    name: legacy ? 'supabase-legacy' : 'supabase',
    owner,
    searchPath: '"$user", public, extensions',
    // Nothing but the role is called postgres in there.
    sql: [roles, schemas, auth, storage, others, legacy ? legacyPrivileges : ''].join('\n').replaceAll(/\bpostgres\b/g, owner),
  }
}

// The supautils extension lets postgres drop triggers on auth.users and make policies on storage.objects, which PostgreSQL allows to
// owners alone (supautils.drop_trigger_grants, supautils.policy_grants). Membership in the owners stands in for it here.
const roles = `
create role postgres login createrole createdb replication bypassrls;
create role anon nologin noinherit;
create role authenticated nologin noinherit;
create role service_role nologin noinherit bypassrls;
create role authenticator login noinherit;
create role supabase_auth_admin login noinherit createrole;
create role supabase_storage_admin login noinherit createrole;
create role dashboard_user nologin createrole createdb replication;
grant anon, authenticated, service_role to authenticator;
grant anon, authenticated, service_role to postgres with admin option;
grant authenticator to postgres;
grant supabase_auth_admin, supabase_storage_admin to postgres;
do $$ begin execute format('alter database %I owner to postgres', current_database()); end $$;
`

const schemas = `
create schema extensions authorization postgres;
create schema auth authorization supabase_auth_admin;
create schema storage authorization supabase_storage_admin;
create schema realtime;
create schema vault;
create schema graphql_public;
grant usage on schema public, extensions, graphql_public to anon, authenticated, service_role;
grant usage on schema auth, storage, realtime to postgres, anon, authenticated, service_role;
`

// The columns of auth.users that triggers and keys of applications use, under their real types; tokens are left out.
// The claims come from request.jwt.claim.<name> (PostgREST before 9) or request.jwt.claims.
const auth = `
set role supabase_auth_admin;
create table auth.users (
  instance_id uuid,
  id uuid not null,
  aud varchar(255),
  role varchar(255),
  email varchar(255),
  encrypted_password varchar(255),
  email_confirmed_at timestamptz,
  invited_at timestamptz,
  last_sign_in_at timestamptz,
  raw_app_meta_data jsonb,
  raw_user_meta_data jsonb,
  is_super_admin boolean,
  created_at timestamptz,
  updated_at timestamptz,
  phone text default null,
  phone_confirmed_at timestamptz,
  confirmed_at timestamptz generated always as (least(email_confirmed_at, phone_confirmed_at)) stored,
  banned_until timestamptz,
  is_sso_user boolean not null default false,
  deleted_at timestamptz,
  is_anonymous boolean not null default false,
  constraint users_pkey primary key (id),
  constraint users_phone_key unique (phone)
);
create unique index users_email_partial_key on auth.users (email) where is_sso_user = false;
alter table auth.users enable row level security;
create function auth.uid() returns uuid language sql stable as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim.sub', true), ''),
    (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')
  )::uuid
$$;
create function auth.role() returns text language sql stable as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim.role', true), ''),
    (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role')
  )::text
$$;
create function auth.email() returns text language sql stable as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim.email', true), ''),
    (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'email')
  )::text
$$;
create function auth.jwt() returns jsonb language sql stable as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim', true), ''),
    nullif(current_setting('request.jwt.claims', true), '')
  )::jsonb
$$;
grant all on table auth.users to postgres, dashboard_user;
reset role;
`

const storage = `
set role supabase_storage_admin;
create table storage.buckets (
  id text not null,
  name text not null,
  owner uuid,
  owner_id text,
  public boolean default false,
  file_size_limit bigint,
  allowed_mime_types text[],
  created_at timestamptz default now(),
  updated_at timestamptz default now(),
  constraint buckets_pkey primary key (id)
);
create unique index bname on storage.buckets (name);
create table storage.objects (
  id uuid not null default gen_random_uuid(),
  bucket_id text,
  name text,
  owner uuid,
  owner_id text,
  version text,
  metadata jsonb,
  user_metadata jsonb,
  created_at timestamptz default now(),
  updated_at timestamptz default now(),
  last_accessed_at timestamptz default now(),
  constraint objects_pkey primary key (id),
  constraint "objects_bucketId_fkey" foreign key (bucket_id) references storage.buckets (id)
);
create unique index bucketid_objname on storage.objects (bucket_id, name);
alter table storage.buckets enable row level security;
alter table storage.objects enable row level security;
create function storage.foldername(name text) returns text[] language plpgsql immutable as $$
declare
  parts text[] := string_to_array(name, '/');
begin
  return parts[1 : array_length(parts, 1) - 1];
end
$$;
create function storage.filename(name text) returns text language plpgsql immutable as $$
declare
  parts text[] := string_to_array(name, '/');
begin
  return parts[array_length(parts, 1)];
end
$$;
grant all on table storage.buckets, storage.objects to postgres with grant option;
grant all on table storage.buckets, storage.objects to anon, authenticated, service_role;
reset role;
`

const others = `
create publication supabase_realtime;
alter publication supabase_realtime owner to postgres;
`

const legacyPrivileges = `
alter default privileges for role postgres in schema public grant all on tables to anon, authenticated, service_role;
alter default privileges for role postgres in schema public grant all on sequences to anon, authenticated, service_role;
alter default privileges for role postgres in schema public grant all on functions to anon, authenticated, service_role;
`
