import { randomUUID } from 'node:crypto'

import type { App, AppName } from './apps'
import { makeApps } from './apps'
import type { CalendarEvent } from './calendar'
import { realNow } from './clock'
import { firstTenant } from './first-tenant'
import type { Genesis } from './genesis'
import type { LedgerEntry } from './ledger'
import type { AuditEntry, SignInEntry } from './logs'
import type { Mail } from './mailbox'
import { type ClockSegment, resetClock } from './moved-clock'
import type { ChangedPerson } from './people'
import type { PendingRegistration } from './registration'
import type { Ring } from './ring'
import { firstSettings, type Settings, withChanges } from './settings'
import type { Store } from './store'
import { openStore } from './store'
import type { Tenant } from './tenant'
import type { TextMessage } from './text-message'

type WorldOptions = {
  folder: string
  seed: number
  /** How many people, cast and break-glass account included: 20 to 500,000. */
  people: number
  /** What a settings file says, in place of the first values. */
  settings?: Partial<Settings>
}

/** One simulated organisation: what the seed says, and what has changed since. */
export type World = {
  genesis: Genesis
  /** Generated people; those who were added later come after. */
  size: number
  store: Store
  apps: Record<AppName, App>
  tenant: Tenant
  settings: Settings
  /** What a reset goes back to. */
  firstSettings: Settings
  /** How the clock was moved, oldest first. */
  clock: ClockSegment[]
  /** People who differ from what the seed says, by index. */
  changed: Map<number, ChangedPerson>
  /** Index the next added person gets. */
  nextIndex: number
  /** Indexes of changed people in the order of their changes: the memory of delta queries. */
  changes: { number: number; index: number; at: number }[]
  audits: AuditEntry[]
  signIns: SignInEntry[]
  mails: Mail[]
  /** By event id. */
  events: Map<string, CalendarEvent>
  ledger: LedgerEntry[]
  /** In memory only: gone after a restart, as a QR code on a screen would be. */
  registrations: Map<string, PendingRegistration>
  rings: Map<string, Ring>
  texts: TextMessage[]
}

type Facts = { seed: number; people: number; bornAt: number; secrets: Partial<Record<AppName, string>> }

type Lists = {
  audits: AuditEntry
  signIns: SignInEntry
  mails: Mail
  ledger: LedgerEntry
  changes: World['changes'][number]
}

/**
 * Opens the world kept in a folder, or makes it from the seed. A folder that holds a world of another seed or
 * size starts over, but keeps the apps' secrets.
 */
export function openWorld({ folder, seed, people, settings = {} }: WorldOptions): World {
  const store = openStore(folder)
  // Everything in the store was written by this module with these very types.
  const kept = store.entries.get('facts') as Facts | undefined
  const isSame = kept?.seed === seed && kept.people === people
  const facts: Facts = isSame ? kept : { seed, people, bornAt: realNow(), secrets: kept?.secrets ?? {} }
  const apps = makeApps(seed, facts.secrets)
  if (!isSame) {
    const keys = store.entries.get('keys')
    store.clear()
    if (keys) store.set('keys', keys)
    const secrets = Object.fromEntries(
      Object.values(apps).map(({ name, clientSecret }) => [name, clientSecret]),
    )
    store.set('facts', { ...facts, secrets })
  }
  const genesis = { seed, bornAt: facts.bornAt }
  const first = withChanges(firstSettings, settings)
  const world: World = {
    genesis,
    size: people,
    store,
    apps,
    firstSettings: first,
    ...emptyState(genesis, people, first),
  }
  readKept(world)
  // A settings file holds at every start, over what was turned by hand before.
  world.settings = withChanges(world.settings, settings)
  return world
}

type Fixed = 'genesis' | 'size' | 'store' | 'apps' | 'firstSettings'

function emptyState(genesis: Genesis, people: number, settings: Settings): Omit<World, Fixed> {
  return {
    tenant: firstTenant(genesis),
    settings: { ...settings },
    clock: [],
    changed: new Map(),
    nextIndex: people,
    changes: [],
    audits: [],
    signIns: [],
    mails: [],
    events: new Map(),
    ledger: [],
    registrations: new Map(),
    rings: new Map(),
    texts: [],
  }
}

function readKept(world: World): void {
  for (const [key, value] of world.store.entries) {
    const [list, number] = key.split('/')
    if (key === 'tenant') world.tenant = value as Tenant
    if (key === 'settings') world.settings = withChanges(world.settings, value as Partial<Settings>)
    if (key === 'clock') world.clock = value as ClockSegment[]
    if (list === 'person' && number) world.changed.set(Number(number), value as ChangedPerson)
    if (list === 'audits') world.audits.push(value as AuditEntry)
    if (list === 'signIns') world.signIns.push(value as SignInEntry)
    if (list === 'mails') world.mails.push(value as Mail)
    if (list === 'event') world.events.set((value as CalendarEvent).id, value as CalendarEvent)
    if (list === 'ledger') world.ledger.push(value as LedgerEntry)
    if (list === 'changes') world.changes.push(value as World['changes'][number])
  }
  for (const index of world.changed.keys()) world.nextIndex = Math.max(world.nextIndex, index + 1)
}

/** Back to the first day. Keys and secrets stay, so that a portal that knows them goes on working. */
export function resetWorld(world: World): void {
  const keys = world.store.entries.get('keys')
  const facts = world.store.entries.get('facts') as Facts
  world.store.clear()
  if (keys) world.store.set('keys', keys)
  world.genesis.bornAt = realNow()
  world.store.set('facts', { ...facts, bornAt: world.genesis.bornAt })
  Object.assign(world, emptyState(world.genesis, world.size, world.firstSettings))
}

export function saveTenant(world: World): void {
  world.store.set('tenant', world.tenant)
}

/** Changes settings and keeps them. */
export function changeSettings(world: World, changes: Partial<Settings>): void {
  world.settings = withChanges(world.settings, changes)
  world.store.set('settings', world.settings)
  const isMoved = changes.clockOffsetSeconds !== undefined
  if (isMoved || changes.timeScale !== undefined) resetClock(world, isMoved)
}

/** What a settings file says becomes what the world is now, and what it goes back to. */
export function setFirstSettings(world: World, changes: Partial<Settings>): void {
  world.firstSettings = withChanges(firstSettings, changes)
  changeSettings(world, world.firstSettings)
}

/** Adds to one of the growing lists and keeps it. */
export function appendTo<Name extends keyof Lists>(world: World, name: Name, entry: Lists[Name]): void {
  const list = world[name] as Lists[Name][]
  list.push(entry)
  world.store.set(`${name}/${list.length}`, entry)
}

/** A new object id, for what did not come out of the seed. */
export function newId(): string {
  return randomUUID()
}
