import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { shorten } from '@/scripts/mend-drizzle.mjs'
import { clearScratch, makeScratch } from '@/tests/support/scratch'

let folder: string
beforeEach(() => {
  folder = makeScratch()
})
afterEach(() => clearScratch(folder))

const published = (place: string) => ({
  import: { types: `${place}.d.ts`, default: `${place}.js` },
  require: { types: `${place}.d.cts`, default: `${place}.cjs` },
  types: `${place}.d.ts`,
  default: `${place}.js`,
})

const doors = {
  '.': published('./index'),
  './pg-core': published('./pg-core/index'),
  './pg-core/table': published('./pg-core/table'),
  './elsewhere': { default: './odd/elsewhere.js' },
}

/** Where Node finds each door of a package with these doors. */
function found(name: string, exports: object): string[] {
  const home = path.join(folder, 'node_modules', name)
  for (const place of ['index', 'pg-core/index', 'pg-core/table', 'odd/elsewhere']) {
    mkdirSync(path.dirname(path.join(home, place)), { recursive: true })
    for (const ending of ['js', 'cjs']) writeFileSync(path.join(home, `${place}.${ending}`), '')
  }
  writeFileSync(path.join(home, 'package.json'), JSON.stringify({ name, exports }))
  const { resolve } = createRequire(path.join(folder, 'asks.js'))
  return Object.keys(doors).map((door) => path.relative(home, resolve(path.posix.join(name, door))))
}

test('every door leads where it led, in fewer words', () => {
  const short = shorten(doors)

  expect(found('mended', short)).toEqual(found('published', doors))
  expect(short).not.toHaveProperty(['./pg-core/table'])
  expect(JSON.stringify(short).length).toBeLessThan(JSON.stringify(doors).length / 2)
})

test('what is written otherwise is left as it is', () => {
  expect(shorten(doors)).toMatchObject({ './elsewhere': { default: './odd/elsewhere.js' } })
})
