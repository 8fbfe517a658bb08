/** What the tests call. In pg_temp: nothing of it is left in the database. */
export const tapFunctions = `-- Runs a statement as the current role and takes it back. Answers with the number of rows that it changed, or with the number
-- that "witness" gives afterwards, asked as whoever runs this file; or with the SQLSTATE that refused it. "prepare" runs before, without
-- triggers and foreign keys.
create function pg_temp.undone(statement text, witness text default null, without_triggers boolean default false, prepare text default null)
returns text language plpgsql as $body$
declare
  caller text := current_setting('role');
  affected bigint;
  state text;
begin
  begin
    if prepare is not null then
      perform set_config('role', 'none', true), set_config('session_replication_role', 'replica', true);
      execute prepare;
      perform set_config('session_replication_role', 'origin', true), set_config('role', caller, true);
    end if;
    if without_triggers then
      perform set_config('role', 'none', true), set_config('session_replication_role', 'replica', true), set_config('role', caller, true);
    end if;
    execute statement;
    get diagnostics affected = row_count;
    if witness is not null then
      perform set_config('role', 'none', true);
      execute witness into affected;
    end if;
    raise exception using errcode = 'DBPLN';
  exception
    when sqlstate 'DBPLN' then
      return affected || case affected when 1 then ' row' else ' rows' end;
    when others then
      get stacked diagnostics state = returned_sqlstate;
      return 'refused (' || state || ')';
  end;
end
$body$;

-- Runs a statement and takes it back. Answers with the SQLSTATE and the constraint that refused it. "prepare" runs before, without
-- triggers and foreign keys.
create function pg_temp.refusal(statement text, prepare text default null, settle boolean default false)
returns text language plpgsql as $body$
declare
  state text;
  broken text;
begin
  begin
    if prepare is not null then
      perform set_config('session_replication_role', 'replica', true);
      execute prepare;
      perform set_config('session_replication_role', 'origin', true);
    end if;
    execute statement;
    if settle then
      set constraints all immediate;
    end if;
    raise exception using errcode = 'DBPLN';
  exception
    when sqlstate 'DBPLN' then
      return 'accepted';
    when others then
      get stacked diagnostics state = returned_sqlstate, broken = constraint_name;
      return case when broken = '' or state in ('23502', '22P02') then state else state || ' ' || broken end;
  end;
end
$body$;
`
