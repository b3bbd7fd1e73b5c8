import { expect, test } from 'vitest'
import { listSources, readSource } from '@/tests/support/sources'

/** Open to people who have not signed in; everything else asks who is there. */
const open = [
  // The sign-in page, and what leads to and from a sign-in.
  'app/page.tsx',
  'app/api/auth/[...nextauth]/route.ts',
  'app/api/sign-in/route.ts',
  'app/api/sign-out/route.ts',
  // Says what to do, and asks nothing.
  'app/locked-out/page.tsx',
  // Says whether a mail is ours.
  'app/message/page.tsx',
  // Language and colours of this browser.
  'app/api/preferences/route.ts',
  // For the monitor; names nobody.
  'app/api/health/route.ts',
]

const asks = /\b(pageActor|requireActor|watchingActor|viewRoute|downloadRoute)\(/

const sources = listSources('app')
const entrances = sources.filter((file) => /\/(page\.tsx|route\.ts)$/.test(file))
const actionFiles = [...sources, ...listSources('components', 'lib')].filter((file) =>
  /^\s*['"]use server['"]/.test(readSource(file)),
)

test('the walk sees pages, routes and actions', () => {
  expect(entrances.length).toBeGreaterThan(20)
  expect(actionFiles.length).toBeGreaterThan(2)
})

test.each(entrances.filter((file) => !open.includes(file)))('%s asks who is there', (file) => {
  expect(readSource(file)).toMatch(asks)
})

test('what is open to everybody exists, and is not quietly closed', () => {
  expect(open.filter((file) => !entrances.includes(file))).toEqual([])
  expect(open.filter((file) => asks.test(readSource(file)))).toEqual([])
})

test.each(actionFiles)(
  '%s hands out nothing but actions that ask who is there, or are for whoever is not signed in',
  (file) => {
    const source = readSource(file)
    const handedOut = [...source.matchAll(/^export\s.*$/gm)].map(([line]) => line)
    // On a page that is open to everybody, an action is as well: its command knows that a visitor asks.
    const isOpen = open.includes(file.replace('actions.ts', 'page.tsx'))
    const wrapped = isOpen
      ? /^export const \w+ = visitorAction\(/
      : /^export const \w+ = (formAction|leavingAction|serverAction|watchAction)\(/
    expect(handedOut.filter((line) => !wrapped.test(line))).toEqual([])
    expect(handedOut.length).toBeGreaterThan(0)
  },
)

test('a change that comes without an action checks the origin itself', () => {
  const changing = entrances.filter((file) =>
    /export (async )?(function|const) (POST|PUT|PATCH|DELETE)\b/.test(readSource(file)),
  )
  // next-auth checks its own requests with a token of its own.
  const ours = changing.filter((file) => !file.includes('nextauth'))
  expect(ours.length).toBeGreaterThan(2)
  expect(ours.filter((file) => !/requireSameOrigin\(|isSameOrigin\(/.test(readSource(file)))).toEqual([])
})
