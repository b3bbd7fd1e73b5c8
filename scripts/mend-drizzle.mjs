import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

// Drizzle's manifest names 447 doors in 130 kB, and Node hands all of it over again for every module it resolves:
// half of what the start of a process costs. docs/decisions/0033-mend-the-manifest-of-drizzle.md

const manifest = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../node_modules/drizzle-orm/package.json',
)

/** What Drizzle writes of every door: its program twice, and the types that lie beside each. */
const asPublished = (place) => ({
  import: { types: `${place}.d.ts`, default: `${place}.js` },
  require: { types: `${place}.d.cts`, default: `${place}.cjs` },
  types: `${place}.d.ts`,
  default: `${place}.js`,
})

/** The same in short: TypeScript finds types beside the program by itself. */
const inShort = (place) => ({ require: `${place}.cjs`, default: `${place}.js` })

const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other)

/** The same doors in fewer words: most lead to the file of their name, which one pattern says of all of them. */
export function shorten(doors) {
  const kept = Object.entries(doors).flatMap(([door, leads]) => {
    const place = typeof leads.default === 'string' ? leads.default.replace(/\.js$/, '') : ''
    if (!isSame(leads, asPublished(place))) return [[door, leads]]
    return place === door ? [] : [[door, inShort(place)]]
  })
  return { ...Object.fromEntries(kept), './*': inShort('./*') }
}

/** Mends the installed manifest where it needs it. Safe to repeat. */
export function mendDrizzle() {
  if (!existsSync(manifest)) return
  const published = JSON.parse(readFileSync(manifest, 'utf8'))
  if ('./*' in published.exports) return
  // A new file in its place: the old one may be shared with other installs by hard links.
  writeFileSync(`${manifest}.mended`, JSON.stringify({ ...published, exports: shorten(published.exports) }))
  renameSync(`${manifest}.mended`, manifest)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) mendDrizzle()
