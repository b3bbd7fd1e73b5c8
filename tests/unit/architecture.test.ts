import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { importsOf, listSources, readSource, within } from '@/tests/support/sources'

/** Who may import values from whom; types may cross any line. The rooms are described in README.md. */
const mayImport: Record<string, readonly string[]> = {
  'lib/clock': [],
  'lib/env': [],
  'lib/errors': [],
  'lib/log': ['lib/env'],
  'lib/parse': ['lib/errors'],
  'lib/seal': ['lib/env'],
  'lib/domain': ['lib/domain', 'lib/errors'],
  'lib/i18n': ['lib/i18n'],
  'lib/graph': ['lib/graph', 'db', 'lib/clock', 'lib/env', 'lib/errors'],
  'lib/queries': ['lib/queries', 'db', 'lib/domain', 'lib/clock', 'lib/parse', 'lib/errors'],
  'lib/commands': [
    ...['lib/commands', 'db', 'lib/domain', 'lib/queries', 'lib/transact', 'lib/parse', 'lib/seal'],
    'lib/errors',
  ],
  'lib/effects': [
    ...['lib/effects', 'lib/commands', 'lib/queries', 'lib/graph', 'lib/messages', 'lib/domain'],
    'lib/errors',
  ],
  'lib/messages': ['lib/messages', 'lib/domain', 'lib/i18n', 'lib/errors'],
  'lib/guides': ['lib/guides', 'lib/domain', 'lib/i18n', 'lib/errors'],
  'lib/jobs': [
    ...['lib/jobs', 'lib/effects', 'lib/commands', 'lib/queries', 'lib/audit', 'lib/auth', 'lib/domain'],
    'lib/queue',
  ],
  'lib/transact': ['db', 'lib/audit', 'lib/queue', 'lib/domain', 'lib/clock', 'lib/errors'],
  'lib/audit': ['lib/audit', 'db', 'lib/domain', 'lib/clock', 'lib/env'],
  'lib/queue': ['db'],
  'lib/auth': [
    ...['lib/auth', 'lib/commands', 'lib/queries', 'lib/domain', 'lib/seal', 'lib/clock', 'lib/env'],
    'lib/errors',
  ],
  'lib/web': ['lib/web', 'lib/auth', 'lib/domain', 'lib/env', 'lib/errors'],
  components: ['components', 'lib/domain', 'lib/i18n', 'lib/web/answer', 'lib/web/api'],
  app: [
    ...['app', 'components', 'lib/commands', 'lib/effects', 'lib/queries', 'lib/auth', 'lib/web', 'lib/i18n'],
    'lib/env',
  ],
  db: ['db', 'lib/env'],
  emulator: ['emulator'],
}

/** Beyond the table, each with the decision record that says why. */
const exceptions: readonly { from: string; to: string; decision: string }[] = [
  // Who needs an instant and has no transaction's `now`, or reckons with one.
  { from: 'lib/log', to: 'lib/clock', decision: '0009-ids-and-the-clock' },
  { from: 'db/id', to: 'lib/clock', decision: '0009-ids-and-the-clock' },
  { from: 'lib/jobs', to: 'lib/clock', decision: '0009-ids-and-the-clock' },
  { from: 'lib/commands', to: 'lib/clock', decision: '0009-ids-and-the-clock' },
  { from: 'lib/queue', to: 'lib/env', decision: '0008-queue' },
  { from: 'lib/effects/examine-tenant', to: 'lib/env', decision: '0017-examining-our-own-set-up' },
  { from: 'lib/auth/graph-access', to: 'lib/graph/access', decision: '0005-three-delegated-registrations' },
  { from: 'lib/auth/callback', to: 'lib/i18n/language', decision: '0004-sign-in-library' },
  { from: 'app/api', to: 'lib/parse', decision: '0016-pages-ask-rules' },
  { from: 'app/api', to: 'lib/errors', decision: '0016-pages-ask-rules' },
  { from: 'app', to: 'lib/domain', decision: '0016-pages-ask-rules' },
  { from: 'app', to: 'lib/guides', decision: '0016-pages-ask-rules' },
  { from: 'app', to: 'lib/messages', decision: '0026-messages' },
]

/** Files of Next that stand at the root. */
const roots: Record<string, string> = { 'proxy.ts': 'app', 'instrumentation.ts': 'app' }

/** Packages that only some rooms may know. */
const keptApart: Record<string, readonly string[]> = {
  'drizzle-orm': ['db', 'lib/queries', 'lib/commands', 'lib/audit', 'lib/queue', 'lib/graph'],
  postgres: ['db'],
  'next-auth': ['lib/auth', 'app/api/auth'],
  'pg-boss': ['lib/queue', 'db'],
}

const ours = ['app', 'components', 'lib', 'db', 'emulator', ...Object.keys(roots)]
const files = listSources(...ours).filter((file) => !file.startsWith('db/migrations/'))

function roomOf(file: string): string | undefined {
  return roots[file] ?? Object.keys(mayImport).find((room) => within(file, room))
}

test('the walk sees the code, and what it imports', () => {
  expect(files.length).toBeGreaterThan(200)
  expect(files.flatMap(importsOf).length).toBeGreaterThan(500)
  expect(importsOf('lib/transact.ts')).toContainEqual({ target: 'lib/clock', isOurs: true, isType: false })
})

test('every source lies in a room of the table', () => {
  expect(files.filter((file) => !roomOf(file))).toEqual([])
})

describe.each(Object.entries(mayImport))('%s', (room, allowed) => {
  test(`imports values only from ${allowed.join(', ') || 'nothing of ours'}`, () => {
    const trespasses = files
      .filter((file) => roomOf(file) === room)
      .flatMap((file) =>
        importsOf(file)
          .filter(({ isOurs, isType }) => isOurs && !isType)
          // The log may be used anywhere on the server; the walk from the browser guards the rest.
          .filter(({ target }) => target !== 'lib/log' || room === 'lib/domain')
          .filter(({ target }) => ![...allowed, ...allowedFor(file)].some((door) => within(target, door)))
          .map(({ target }) => `${file} → ${target}`),
      )
    expect(trespasses).toEqual([])
  })
})

function allowedFor(file: string): string[] {
  return exceptions.filter(({ from }) => within(file, from)).map(({ to }) => to)
}

test('an exception is used, and its decision is written down', () => {
  for (const { from, to, decision } of exceptions) {
    expect(existsSync(`docs/decisions/${decision}.md`), decision).toBe(true)
    const uses = files.filter((file) => within(file, from)).flatMap(importsOf)
    expect(
      uses.some(({ target, isType }) => !isType && within(target, to)),
      `${from} → ${to}`,
    ).toBe(true)
  }
})

describe.each(Object.entries(keptApart))('the package %s', (name, rooms) => {
  test(`is known only in ${rooms.join(', ')}`, () => {
    const users = files.filter((file) =>
      importsOf(file).some(({ target, isOurs, isType }) => !isOurs && !isType && within(target, name)),
    )
    expect(users.length).toBeGreaterThan(0)
    const isAllowed = (file: string) => rooms.some((room) => within(file, room)) || within(file, 'emulator')
    expect(users.filter((file) => !isAllowed(file))).toEqual([])
  })
})

test('a rule gets its instant, and a command takes its transaction’s', () => {
  const rooms = ['lib/domain', 'lib/commands', 'lib/effects', 'components', 'app']
  const readers = files
    .filter((file) => rooms.some((room) => within(file, room)))
    .filter((file) => /\breadClock\(/.test(readSource(file)))
  expect(readers).toEqual([])
})

test('only lib/clock.ts reads the clock', () => {
  const readers = files
    .filter((file) => file !== 'lib/clock.ts' && !within(file, 'emulator'))
    .filter((file) => /\bnew Date\(\s*\)|\bDate\.now\(/.test(readSource(file)))
  expect(readers).toEqual([])
  expect(readSource('lib/clock.ts')).toMatch(/new Date\(\)/)
})

describe('what the browser loads', () => {
  const clientFiles = files.filter((file) => /^\s*['"]use client['"]/.test(readSource(file)))
  const forbidden = ['db', 'lib/graph', 'lib/commands', 'lib/effects', 'lib/queries', 'lib/log', 'lib/env']

  test('is found', () => expect(clientFiles.length).toBeGreaterThan(10))

  test.each(clientFiles)('%s reaches nothing of the server', (file) => {
    const found = reachOf(file).flatMap(({ path, target }) =>
      target.startsWith('node:') || forbidden.some((place) => within(target, place))
        ? [[...path, target].join(' → ')]
        : [],
    )
    expect(found).toEqual([])
  })
})

type Step = { path: string[]; target: string }

/** All that a file loads by value, however far. A `'use server'` file is called, not loaded. */
function reachOf(start: string): Step[] {
  const steps: Step[] = []
  const seen = new Set([start])
  const waiting = [{ file: start, path: [start] }]
  for (const { file, path } of waiting) {
    for (const { target, isOurs, isType } of importsOf(file)) {
      if (isType) continue
      steps.push({ path, target })
      const next = isOurs ? [`${target}.ts`, `${target}.tsx`].find(existsSync) : undefined
      if (!next || seen.has(next) || /^\s*['"]use server['"]/.test(readSource(next))) continue
      seen.add(next)
      waiting.push({ file: next, path: [...path, next] })
    }
  }
  return steps
}
