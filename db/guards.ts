const appendOnly = [
  'examinations',
  'audit_events',
  'sign_ins',
  'readings',
  'swap_evidence',
  'backup_attestations',
  'verification_evidence',
] as const

/**
 * Statements that make the database itself refuse what no code of ours may do. Safe to repeat.
 * `enable always` holds even where replication would skip triggers.
 */
export const guards: readonly string[] = [
  `create or replace function refuse_change() returns trigger language plpgsql as $$
   begin raise exception 'rows of % are never changed', tg_table_name using errcode = '42501'; end $$`,
  ...appendOnly.flatMap((table) => [
    `create or replace trigger ${table}_no_change before update or delete on ${table}
     for each row execute function refuse_change()`,
    `create or replace trigger ${table}_no_truncate before truncate on ${table}
     for each statement execute function refuse_change()`,
    `alter table ${table} enable always trigger ${table}_no_change`,
    `alter table ${table} enable always trigger ${table}_no_truncate`,
  ]),
]
