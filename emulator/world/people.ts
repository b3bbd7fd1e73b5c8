import { idOfIndex, indexOfId } from './address'
import { castPerson } from './cast'
import { castSize, shownCastSize } from './cast-facts'
import { msOf, realNow } from './clock'
import { crowdPerson } from './crowd'
import { agedMs } from './moved-clock'
import type { Person } from './person'
import { domainName } from './sites'
import type { World } from './world'
import { appendTo } from './world'

/** A person who is no longer as the seed says. */
export type ChangedPerson = {
  person: Person
  deleted: boolean
  /** Deleted for good, not only into the bin. */
  isPurged?: boolean
  /** States before, oldest first, for whatever shows the world with a lag. */
  history: { until: number; person: Person; deleted: boolean }[]
}

const historyKeptMs = 72 * 3_600_000
const historyMax = 30

/** The person at a place, changed or as generated; null beyond the end and for the deleted. */
export function personAt(world: World, index: number): Person | null {
  const changed = world.changed.get(index)
  if (changed) return changed.deleted ? null : changed.person
  return index < world.size ? generated(world, index) : null
}

function generated(world: World, index: number): Person {
  return index < castSize ? castPerson(world.genesis, index) : crowdPerson(world.genesis, index)
}

/** By object id or user principal name. */
export function findPerson(world: World, idOrUpn: string): Person | null {
  const index = idOrUpn.includes('@') ? indexOfUpn(world, idOrUpn) : indexOf(world, idOrUpn)
  return index === null ? null : personAt(world, index)
}

/** @throws {Error} when nobody has that id */
export function getPerson(world: World, id: string): Person {
  const person = findPerson(world, id)
  if (!person) throw new Error(`there is no person ${id}`)
  return person
}

function indexOf(world: World, id: string): number | null {
  const index = indexOfId(world.genesis.seed, id)
  return index !== null && index < world.nextIndex ? index : null
}

function indexOfUpn(world: World, upn: string): number | null {
  const wanted = upn.toLowerCase()
  for (const [index, { person }] of world.changed)
    if (person.userPrincipalName.toLowerCase() === wanted) return index
  // Generated names carry their index: giulia.quercia.42@…
  const numbered = Number(/\.(\d+)[@_]/.exec(wanted)?.[1] ?? Number.NaN)
  const candidates = Number.isNaN(numbered)
    ? Array.from({ length: castSize }, (_, index) => index)
    : [numbered]
  const found = candidates.find(
    (index) => index < world.size && generated(world, index).userPrincipalName.toLowerCase() === wanted,
  )
  return found === undefined || world.changed.has(found) ? null : found
}

/** The demo's people, in the order of its table. The break-glass account and the mailbox are not among them. */
export function listCast(world: World): Person[] {
  const people = Array.from({ length: shownCastSize }, (_, index) => personAt(world, index))
  return people.filter((person) => person !== null)
}

/** People whose name or address contains the words, cast first; 20 at most. */
export function searchPeople(world: World, words: string): Person[] {
  const wanted = words.trim().toLowerCase()
  const found: Person[] = []
  for (const person of eachPerson(world)) {
    if (!`${person.displayName} ${person.userPrincipalName}`.toLowerCase().includes(wanted)) continue
    found.push(person)
    if (found.length === 20) break
  }
  return found
}

/** Everybody who is not deleted, in the order of their index. */
export function* eachPerson(world: World): Generator<Person> {
  for (let index = 0; index < world.nextIndex; index += 1) {
    const person = personAt(world, index)
    if (person) yield person
  }
}

/**
 * Changes a person by editing a draft, and keeps it. Returns the changed person.
 * @throws {Error} when nobody has that id
 */
export function changePerson(world: World, id: string, edit: (draft: Person) => void): Person {
  const before = getPerson(world, id)
  const draft = structuredClone(before)
  edit(draft)
  keep(world, before.index, draft, { before, wasDeleted: false, deleted: false })
  return draft
}

/** Takes a person out of the directory: into the bin, or for good. */
export function deletePerson(world: World, id: string, isPurged = false): void {
  const before = getPerson(world, id)
  keep(world, before.index, before, { before, wasDeleted: false, deleted: true, isPurged })
}

/** Takes a person out of the bin. False when nobody of that id is in it. */
export function restorePerson(world: World, id: string): boolean {
  const index = indexOf(world, id)
  const changed = index === null ? undefined : world.changed.get(index)
  if (index === null || !changed?.deleted || changed.isPurged) return false
  keep(world, index, changed.person, { before: changed.person, wasDeleted: true, deleted: false })
  return true
}

/** Adds somebody new, like the crowd's next person but for what is given. */
export function addPerson(world: World, facts: Partial<Omit<Person, 'id' | 'index'>>): Person {
  const index = world.nextIndex
  world.nextIndex += 1
  const made = { ...crowdPerson(world.genesis, index), ...facts }
  if (!facts.userPrincipalName && facts.displayName) {
    made.userPrincipalName = `${facts.displayName.toLowerCase().replaceAll(/[^a-z]+/g, '.')}.${index}@${domainName}`
  }
  const person = { ...made, id: idOfIndex(world.genesis.seed, index), index }
  keep(world, index, person, { before: person, wasDeleted: true, deleted: false })
  return person
}

type Step = { before: Person; wasDeleted: boolean; deleted: boolean; isPurged?: boolean }

function keep(
  world: World,
  index: number,
  person: Person,
  { before, wasDeleted, deleted, isPurged = false }: Step,
): void {
  const now = realNow()
  const known = (world.changed.get(index)?.history ?? []).filter(({ until }) => until > now - historyKeptMs)
  const isMove = deleted !== wasDeleted
  const isSeen = isMove || inDirectory(before) !== inDirectory(person)
  const isReported = isSeen || inReport(before) !== inReport(person)
  const history = isReported
    ? thinned([...known, { until: now, person: before, deleted: wasDeleted }])
    : known
  const changed = { person, deleted, isPurged, history }
  world.changed.set(index, changed)
  world.store.set(`person/${index}`, changed)
  if (isSeen) appendTo(world, 'changes', { number: world.changes.length + 1, index, at: now })
}

/** What /users shows: methods, phones and backups are no part of it, and so do not wake a delta query. */
function inDirectory(person: Person): string {
  const { methods, phones, backups, preference, defaultMethodId, ...shown } = person
  return JSON.stringify(shown)
}

/** What the registration report shows besides. */
function inReport({ methods, preference }: Person): string {
  return JSON.stringify([preference, methods.map((method) => ({ ...method, lastUsedDateTime: null }))])
}

/** The first state and the latest ones: somebody who changes all day must not grow without end. */
function thinned(history: ChangedPerson['history']): ChangedPerson['history'] {
  return history.length <= historyMax ? history : [...history.slice(0, 1), ...history.slice(2)]
}

/** The person as somebody sees them who is `lagMs` behind; null when not there (yet, or any more). */
export function personAsOf(world: World, index: number, lagMs: number): Person | null {
  const changed = world.changed.get(index)
  const earlier = lagMs > 0 ? changed?.history.find(({ until }) => agedMs(world, until) < lagMs) : undefined
  if (earlier) return earlier.deleted ? null : earlier.person
  return personAt(world, index)
}

/** When the sessions of a person began to count, milliseconds. */
export function sessionsValidFrom(person: Person): number {
  return msOf(person.signInSessionsValidFromDateTime)
}
