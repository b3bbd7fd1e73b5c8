import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { userInfo } from 'node:os'
import path from 'node:path'
import { installedPrograms } from '@/db/embedded-programs'

/** Where PostgreSQL's programs and data are, and as whom it runs. */
export type Place = {
  programs: string
  dataDir: string
  /** Words put before each command. */
  wrap: string[]
  /** The user to become; empty for the one we are. */
  user: Partial<User>
}

type User = { uid: number; gid: number }

const NOBODY: User = { uid: 65_534, gid: 65_534 }
const USER_NAMESPACE = ['unshare', '--user', `--map-user=${NOBODY.uid}`, `--map-group=${NOBODY.gid}`, '--']

/**
 * Decides as whom PostgreSQL runs, since it refuses to run as root: as ourselves; or, for root, inside a user
 * namespace, or as nobody where those are forbidden. Data made in one way is kept in that way: its owner tells.
 *
 * @param home the folder that belongs to this server
 * @throws {Error} one sentence, when the data belongs to somebody else or there are no programs
 */
export function placeOf(home: string): Place {
  const programs = installedPrograms()
  const dataDir = path.join(home, 'data')
  if (process.getuid?.() !== 0) return ourPlace(programs, dataDir)

  const shelter = shelterOf(home)
  const sheltered = existsSync(path.join(shelter, 'data'))
  const owner = statSync(dataDir, { throwIfNoEntry: false })
  if (!sheltered && (owner?.uid ?? 0) === 0 && namespaceWorks(programs)) {
    return { programs, dataDir, wrap: USER_NAMESPACE, user: {} }
  }

  const user = owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : NOBODY
  if (sheltered || !mayEnter(programs, user) || !mayEnter(home, user)) {
    return { ...moveTo(shelter, { programs, dataDir }, user), wrap: [], user }
  }
  give(dataDir, user)
  return { programs, dataDir, wrap: [], user }
}

/** Where a server lives whose project folder only root may enter. */
export function shelterOf(home: string): string {
  return path.join('/var/lib/passaggio', createHash('sha256').update(home).digest('hex').slice(0, 12))
}

/** `initdb` wants its user to have a name, which containers do not always give. */
function ourPlace(programs: string, dataDir: string): Place {
  const owner = statSync(dataDir, { throwIfNoEntry: false })?.uid
  if (owner !== undefined && owner !== process.getuid?.()) {
    throw new Error(
      `${dataDir} belongs to another user (uid ${owner}): go on as that user, or remove it to start with a new database.`,
    )
  }
  const wrap = !hasName() && namespaceWorks(programs) ? USER_NAMESPACE : []
  return { programs, dataDir, wrap, user: {} }
}

function hasName(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

function namespaceWorks(programs: string): boolean {
  const [unshare = '', ...words] = USER_NAMESPACE
  return spawnSync(unshare, [...words, path.join(programs, 'bin/postgres'), '--version']).status === 0
}

/** True when the user may pass through every folder on the way to this one, and into it. */
function mayEnter(folder: string, { uid, gid }: User): boolean {
  const found = statSync(folder, { throwIfNoEntry: false })
  const shift = found?.uid === uid ? 6 : found?.gid === gid ? 3 : 0
  const above = path.dirname(folder)
  return (!found || ((found.mode >> shift) & 1) === 1) && (above === folder || mayEnter(above, { uid, gid }))
}

function moveTo(shelter: string, { programs, dataDir }: Pick<Place, 'programs' | 'dataDir'>, user: User) {
  mkdirSync(shelter, { recursive: true, mode: 0o755 })
  const version = createHash('sha256')
    .update(String(statSync(path.join(programs, 'bin/postgres')).mtimeMs))
    .digest('hex')
  const moved = {
    programs: path.join(shelter, `native-${version.slice(0, 8)}`),
    dataDir: path.join(shelter, 'data'),
  }
  copy(programs, moved.programs)
  copy(dataDir, moved.dataDir)
  give(moved.dataDir, user)
  return moved
}

/** Aside first, so that a copy cut short is made again. What is there already is left as it is. */
function copy(from: string, to: string): void {
  if (!existsSync(from) || existsSync(to)) return
  rmSync(`${to}.new`, { recursive: true, force: true })
  cpSync(from, `${to}.new`, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true })
  chmodSync(`${to}.new`, statSync(from).mode) // PostgreSQL insists on it
  renameSync(`${to}.new`, to)
}

function give(folder: string, { uid, gid }: User): void {
  const owner = statSync(folder, { throwIfNoEntry: false })
  if (!owner || owner.uid === uid) return
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    chownSync(path.join(folder, entry), uid, gid)
  }
  chownSync(folder, uid, gid)
}
