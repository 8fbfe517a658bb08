/**
 * The functions that run statements inside PostgreSQL, many in one round trip. They live in pg_temp: the catalog that is read back never
 * sees them. A role and settings are taken back by the end of the subtransaction they were set in.
 *
 * Values are assigned by expressions that need no query of their own (`ignored := set_config(…)`), as plpgsql evaluates those many times faster.
 */
export const runnerSql = `
create or replace function pg_temp.dbplan_step(step jsonb, undo boolean) returns jsonb language plpgsql as $runner$
declare
  statement text;
  outcome jsonb;
  returned jsonb := '[]';
  affected bigint;
  found record;
  settings jsonb := step -> 'settings';
  at integer := 0;
  ignored text;
  error_state text;
  error_message text;
  error_constraint text;
begin
  if step ? 'before' then
    ignored := pg_catalog.set_config('session_replication_role', 'replica', true);
    for statement in select value from pg_catalog.jsonb_array_elements_text(step -> 'before') loop
      execute statement;
    end loop;
    ignored := pg_catalog.set_config('session_replication_role', 'origin', true);
  end if;
  if settings is not null then
    while at < pg_catalog.jsonb_array_length(settings) loop
      ignored := pg_catalog.set_config(settings #>> array[at::text, '0'], settings #>> array[at::text, '1'], true);
      at := at + 1;
    end loop;
  end if;
  if step ? 'role' then ignored := pg_catalog.set_config('role', step ->> 'role', true); end if;
  if step ? 'rows' then
    for found in execute step ->> 'sql' loop
      returned := returned || pg_catalog.to_jsonb(found);
    end loop;
    affected := pg_catalog.jsonb_array_length(returned);
  else
    execute step ->> 'sql';
    get diagnostics affected = row_count;
  end if;
  if step ? 'settle' then
    set constraints all immediate;
    set constraints all deferred;
  end if;
  outcome := pg_catalog.jsonb_build_object('count', affected, 'rows', returned);
  if undo then raise exception using errcode = 'DBPLU'; end if;
  if step ? 'role' then ignored := pg_catalog.set_config('role', 'none', true); end if;
  while at > 0 loop
    at := at - 1;
    ignored := pg_catalog.set_config(settings #>> array[at::text, '0'], '', true);
  end loop;
  return outcome;
exception
  when sqlstate 'DBPLU' then return outcome;
  when others then
    get stacked diagnostics error_state = returned_sqlstate, error_message = message_text, error_constraint = constraint_name;
    return pg_catalog.jsonb_build_object('state', error_state, 'message', error_message, 'constraint', error_constraint);
end
$runner$;

create or replace function pg_temp.dbplan_explain(query text) returns setof json language plpgsql as $runner$
begin
  return query execute 'explain (format json, costs off) ' || query;
end
$runner$;

create or replace function pg_temp.dbplan_steps(steps jsonb, keep boolean) returns jsonb language plpgsql as $runner$
declare
  step jsonb;
  outcome jsonb;
  outcomes jsonb := '[]';
begin
  if pg_catalog.jsonb_array_length(steps) = 1 then
    return pg_catalog.jsonb_build_array(pg_temp.dbplan_step(steps -> 0, not keep));
  end if;
  begin
    for step in select value from pg_catalog.jsonb_array_elements(steps) loop
      outcome := pg_temp.dbplan_step(step, step ? 'undo');
      outcomes := outcomes || outcome;
      exit when step ? 'until' and outcome ->> 'state' = step #>> '{until,state}'
        and (not (step -> 'until') ? 'constraints' or (step #> '{until,constraints}') ? (outcome ->> 'constraint'));
    end loop;
    if not keep then raise exception using errcode = 'DBPLN'; end if;
  exception when sqlstate 'DBPLN' then null;
  end;
  return outcomes;
end
$runner$;

create or replace function pg_temp.dbplan_run(groups jsonb) returns setof jsonb language plpgsql as $runner$
declare
  one jsonb;
  steps jsonb;
  statement text;
  keep boolean;
  done integer;
  error_state text;
  error_message text;
begin
  for one in select value from pg_catalog.jsonb_array_elements(groups) loop
    done := 0;
    keep := one ? 'keep';
    begin
      if one ? 'setup' then
        for statement in select value from pg_catalog.jsonb_array_elements_text(one -> 'setup') loop
          execute statement;
        end loop;
      end if;
      for steps in select value from pg_catalog.jsonb_array_elements(one -> 'lists') loop
        return next pg_temp.dbplan_steps(steps, keep);
        done := done + 1;
      end loop;
      if one ? 'setup' then raise exception using errcode = 'DBPLN'; end if;
    exception
      when sqlstate 'DBPLN' then null;
      when others then
        -- The preparation failed: so did everything that needed it.
        get stacked diagnostics error_state = returned_sqlstate, error_message = message_text;
        for steps in select value from pg_catalog.jsonb_array_elements(one -> 'lists') offset done loop
          return next (
            select pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('state', error_state, 'message', error_message))
            from pg_catalog.jsonb_array_elements(steps)
          );
        end loop;
    end;
  end loop;
end
$runner$;
`
