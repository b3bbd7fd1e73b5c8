/** What a database role may do with a table. */
type Right = 'select' | 'insert' | 'update' | 'delete'
type Rights = { web?: readonly Right[]; worker?: readonly Right[]; audit?: readonly Right[] }

const read = ['select'] as const
const append = ['select', 'insert'] as const
const write = ['select', 'insert', 'update'] as const
const all = ['select', 'insert', 'update', 'delete'] as const

/** Table → role → rights. `npm run migrate` makes it so, and takes away what is not listed. */
export const grants: Record<string, Rights> = {
  people: { web: write, worker: write },
  sessions: { web: write, worker: read },
  sign_ins: { web: append, worker: read },
  methods: { web: read, worker: write },
  readings: { web: read, worker: append },
  looks: { web: write, worker: write },
  waves: { web: write, worker: read },
  windows: { web: write, worker: read },
  swaps: { web: write, worker: write },
  swap_entries: { web: write, worker: write },
  swap_evidence: { web: append, worker: append },
  returns: { web: write, worker: read },
  devices: { web: all, worker: read },
  device_methods: { web: all, worker: append },
  backup_attestations: { web: append, worker: read },
  backup_checks: { web: write, worker: write },
  primary_moves: { web: write, worker: read },
  imports: { web: write, worker: read },
  import_rows: { web: all },
  cases: { web: write, worker: write },
  case_references: { web: all, worker: read },
  visit_buckets: { web: all },
  help_lookups: { web: write, worker: read },
  verifications: { web: write, worker: read },
  verification_evidence: { web: append, worker: read },
  confirmations: { web: write, worker: read },
  resets: { web: write, worker: write },
  reset_steps: { web: write, worker: write },
  clearances: { web: write, worker: write },
  messages: { web: write, worker: write },
  audit_events: { web: append, worker: append, audit: read },
  audit_pending: { web: ['insert'], worker: ['insert'], audit: ['select', 'delete'] },
  audit_personal: { web: append, worker: append },
  audit_head: { web: read, worker: read, audit: write },
  sync_cursors: { web: write, worker: write },
  sync_runs: { web: write, worker: all },
  sync_leavers: { web: ['select', 'delete'], worker: all },
  sync_strays: { worker: all },
  graph_allowances: { web: write, worker: write },
  heartbeats: { web: read, worker: write },
  graph_health: { web: read, worker: write },
  examinations: { web: read, worker: append },
  settings: { web: write, worker: read },
}

/** The roles of the running processes. None of them owns anything. */
export const roleNames = { web: 'portal_web', worker: 'portal_worker', audit: 'portal_audit' } as const
