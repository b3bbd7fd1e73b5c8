import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

// `npm run lock`, after every `npm install`: a registry that lacks a package for some other system makes npm leave it
// out of the lock file, and `npm ci` then refuses the whole file.

/** @typedef {{ packages: Record<string, any> }} Lock */

/**
 * The entries npm left out: each optional dependency that no folder above its dependent provides.
 *
 * @param {Lock} lock
 * @returns {{ where: string, name: string, version: string }[]}
 */
export function missingEntries({ packages }) {
  return Object.entries(packages).flatMap(([dependent, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(
        ([name]) => !foldersAbove(dependent).some((folder) => `${folder}node_modules/${name}` in packages),
      )
      .map(([name, version]) => ({
        where: `node_modules/${name}`,
        name,
        version: version.replace(/^[~^]/, ''),
      })),
  )
}

/**
 * The lock file with every entry, each for the system it is made for, and without the address of a registry.
 *
 * @param {Lock} lock
 * @returns {Lock}
 */
export function completeLock(lock) {
  const packages = structuredClone(lock.packages)
  for (const { where, name, version } of missingEntries(lock)) {
    packages[where] = { version, optional: true, ...systemOf(name) }
  }
  for (const [where, entry] of Object.entries(packages)) {
    delete entry.resolved
    // npm forgets the mark on some nested entries and later dies of a package for another system.
    if (where !== '' && entry.os) entry.optional = true
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1))
  return { ...lock, packages: Object.fromEntries(sorted) }
}

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']

/** What a platform package's name says it is for: `@next/swc-darwin-arm64`, `…-linux-x64-musl`, `…-wasm32-wasi`. */
export function systemOf(name) {
  const words = name.split(/[-/]/)
  const os = systems.filter((system) => words.includes(system))
  const cpu = processors.filter((processor) => words.includes(processor))
  const libc = words.includes('musl')
    ? ['musl']
    : words.some((word) => word.startsWith('gnu'))
      ? ['glibc']
      : []
  if (cpu.length === 0) throw new Error(`${name}: cannot tell which system this is for`)
  return Object.fromEntries(Object.entries({ os, cpu, libc }).filter(([, list]) => list.length > 0))
}

/** `node_modules/a/node_modules/b` → itself, `node_modules/a/`, and the root, as npm looks for a dependency. */
function foldersAbove(dependent) {
  const folders = dependent === '' ? [] : [`${dependent}/`]
  for (
    let at = dependent.lastIndexOf('/node_modules/');
    at > 0;
    at = dependent.lastIndexOf('/node_modules/', at - 1)
  ) {
    folders.push(`${dependent.slice(0, at)}/`)
  }
  return [...folders, '']
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const file = path.resolve(import.meta.dirname, '../package-lock.json')
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  const added = missingEntries(lock).length
  writeFileSync(file, `${JSON.stringify(completeLock(lock), null, 2)}\n`)
  console.log(added === 0 ? 'The lock file was complete.' : `Added ${added} entries to the lock file.`)
}
