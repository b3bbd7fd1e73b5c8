import { z } from 'zod'
import type { SeenPerson } from '@/lib/domain/directory'
import { AppError } from '@/lib/errors'
import type { Access } from './access'
import type { Receipt } from './failure'
import { callPage, type Page } from './pages'

/** A page of the directory: who is there, and who no longer is. */
export type PeoplePage = {
  people: SeenPerson[]
  /** Microsoft's ids of those who left. */
  removed: string[]
  nextLink: string | null
  deltaLink: string | null
  receipt: Receipt
}

const fields = [
  'id',
  'userPrincipalName',
  'displayName',
  'givenName',
  'surname',
  'mail',
  'department',
  'officeLocation',
  'jobTitle',
  'usageLocation',
  'preferredLanguage',
  'userType',
  'accountEnabled',
].join(',')

/** As many as Microsoft gives at once. */
const TOP = 999

/**
 * Where the changes from now on are to be had. Asked before everybody is read, so that nothing that changes
 * meanwhile is missed. Needs `User.Read.All`.
 *
 * @see https://learn.microsoft.com/graph/delta-query-overview
 */
export async function findDeltaLink(access: Access, signal?: AbortSignal): Promise<string> {
  const path = `/users/delta?$deltaToken=latest&$select=${fields},manager`
  const page = await callPage(access, path, { item: z.unknown(), signal })
  if (page.deltaLink) return page.deltaLink
  throw endless(page.receipt)
}

function endless(receipt: Receipt): AppError {
  return new AppError('unavailable', 'graph_malformed', { detail: { ...receipt, what: 'no_delta_link' } })
}

/** Everybody, from the first page or from a link. Needs `User.Read.All`. */
export async function readPeoplePage(
  access: Access,
  link: string | null,
  signal?: AbortSignal,
): Promise<PeoplePage> {
  const first = `/users?$top=${TOP}&$select=${fields}&$expand=manager($select=id)`
  const page = await callPage(access, link ?? first, { item: User, signal })
  return peoplePage(page, ({ manager }) => ({ entraManagerId: manager?.id ?? null }))
}

/**
 * What changed since a delta link was given.
 *
 * @throws {AppError} refused `graph_link_expired` — the link is too old, everybody must be read again
 */
export async function readChangesPage(
  access: Access,
  link: string,
  signal?: AbortSignal,
): Promise<PeoplePage> {
  const page = await callPage(access, link, { item: User, signal })
  if (!page.nextLink && !page.deltaLink) throw endless(page.receipt)
  return peoplePage(page, changedManager)
}

/** Fields that are absent have not changed, or were never set. */
const User = z.object({
  id: z.guid(),
  userPrincipalName: z.string().optional(),
  displayName: z.string().nullish(),
  givenName: z.string().nullish(),
  surname: z.string().nullish(),
  mail: z.string().nullish(),
  department: z.string().nullish(),
  officeLocation: z.string().nullish(),
  jobTitle: z.string().nullish(),
  usageLocation: z.string().nullish(),
  preferredLanguage: z.string().nullish(),
  userType: z.string().nullish(),
  accountEnabled: z.boolean().nullish(),
  manager: z.object({ id: z.guid() }).nullish(),
  'manager@delta': z.array(z.object({ id: z.guid(), '@removed': z.unknown().optional() })).optional(),
  '@removed': z.unknown().optional(),
})

type User = z.infer<typeof User>
type Manager = Pick<SeenPerson, 'entraManagerId'>

function peoplePage(
  { items, nextLink, deltaLink, receipt }: Page<User>,
  managerOf: (user: User) => Manager,
): PeoplePage {
  const isRemoved = (user: User) => user['@removed'] !== undefined
  const people = items
    .filter((user) => !isRemoved(user))
    .map((user) => ({ ...seen(user), ...managerOf(user) }))
  return { people, removed: items.filter(isRemoved).map(({ id }) => id), nextLink, deltaLink, receipt }
}

/** A new manager comes with the old one's removal, in any order. */
function changedManager(user: User): Manager {
  const links = user['manager@delta']
  if (!links) return {}
  return { entraManagerId: links.findLast((link) => link['@removed'] === undefined)?.id ?? null }
}

function seen(user: User): SeenPerson {
  const { id, officeLocation, accountEnabled, userType, userPrincipalName, ...rest } = user
  return {
    entraId: id,
    ...(userPrincipalName === undefined ? {} : { userPrincipalName }),
    ...given(rest, ['displayName', 'givenName', 'surname', 'mail', 'department', 'jobTitle']),
    ...given(rest, ['usageLocation', 'preferredLanguage']),
    ...(officeLocation === undefined ? {} : { site: officeLocation }),
    ...(userType ? { userType: userType.toLowerCase() } : {}),
    ...(typeof accountEnabled === 'boolean' ? { isEnabled: accountEnabled } : {}),
  }
}

function given<Key extends string>(
  fields: { [K in Key]?: string | null | undefined },
  keys: readonly Key[],
): { [K in Key]?: string | null } {
  const present: { [K in Key]?: string | null } = {}
  for (const key of keys) {
    const value = fields[key]
    if (value !== undefined) present[key] = value
  }
  return present
}
