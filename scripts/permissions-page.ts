import { type Actor, type PersonActor, type Role, roles } from '@/lib/domain/actor'
import { judge, type Permission, permissions, type Targets } from '@/lib/domain/permissions'

/** For which things: all, those about oneself, those about somebody else, none. */
export type Reach = 'any' | 'own' | 'others' | 'none'

const me = '00000000-0000-4000-8000-000000000001'
const somebody = '00000000-0000-4000-8000-000000000002'
const now = new Date('2026-11-22T10:00:00Z')

/** All names of the table, in its order. */
export const permissionNames = Object.keys(permissions) as Permission[] // the table has no other keys

/** What somebody with only this role (and `employee`, as everybody) may do, asked of the table itself. */
export function reachOf(actor: Actor, permission: Permission): Reach {
  const own = mayTouch(actor, permission, me)
  const others = mayTouch(actor, permission, somebody)
  if (own && others) return 'any'
  if (own) return 'own'
  return others ? 'others' : 'none'
}

/** Somebody who signed in this very moment. */
export function personWith(role: Role, minutesAgo = 0): PersonActor {
  return {
    kind: 'person',
    personId: me,
    entraId: me,
    entraTenantId: me,
    roles: role === 'employee' ? ['employee'] : ['employee', role],
    sessionId: me,
    authenticatedAt: new Date(now.getTime() - minutesAgo * 60_000),
    amr: [],
    acrs: [],
    addressHash: null,
    browserHash: null,
  }
}

/** The table's own answer about a thing of this person. */
export function judgeAbout(actor: Actor, permission: Permission, personId: string) {
  // Every target names the person by one of these, and rules look at nothing else.
  const thing = { id: personId, personId, askedId: personId }
  const target = [thing] as unknown as Targets[Permission]
  return judge(actor, now, permission, ...target)
}

function mayTouch(actor: Actor, permission: Permission, personId: string): boolean {
  return judgeAbout(actor, permission, personId) === 'allowed'
}

const words: Record<Reach, string> = { any: 'yes', own: 'own', others: "others'", none: '' }

/** docs/permissions.md, from the table. */
export function permissionsPage(): string {
  const columns = ['Permission', 'job', 'visitor', ...roles, 'signed in within']
  const rows = permissionNames.map((permission) => {
    const job = reachOf({ kind: 'job', name: 'any' }, permission)
    const visitor = reachOf({ kind: 'visitor', reference: null }, permission)
    const reaches = roles.map((role) => words[reachOf(personWith(role), permission)])
    const { stepUpMinutes } = permissions[permission]
    const minutes = stepUpMinutes === undefined ? '' : `${stepUpMinutes} min`
    return [`\`${permission}\``, words[job], words[visitor], ...reaches, minutes]
  })
  const widths = columns.map((_, column) =>
    Math.max(...[columns, ...rows].map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const rule = widths.map((width) => '-'.repeat(width))
  return [...intro, line(columns), line(rule), ...rows.map(line), ''].join('\n')
}

const intro = [
  '# Who may do what',
  '',
  'Made from `lib/domain/permissions.ts` by `node --import tsx scripts/write-permissions.ts`; a test holds the two together.',
  'What is not listed is not allowed. What somebody may _see_ is decided by each query (`lib/queries`), where the unseen does not exist.',
  '',
  "_yes_: for every thing · _own_: for what is about oneself · _others'_: for what is about somebody else, never oneself · empty: no.",
  'Everybody is an employee; each column shows one role with nothing beside it. The last column says how fresh the sign-in has to be.',
  '',
]
