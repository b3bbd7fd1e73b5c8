import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Role, roles } from '@/lib/domain/actor'
import { permissions } from '@/lib/domain/permissions'
import { judgeAbout, permissionNames, permissionsPage, personWith, reachOf } from '@/scripts/permissions-page'

const job = { kind: 'job', name: 'any' } as const
const visitor = { kind: 'visitor', reference: null } as const
const me = personWith('employee').personId
const somebody = '00000000-0000-4000-8000-000000000002'

test('the page of permissions says what the table says', () => {
  // Made anew by: node --import tsx scripts/write-permissions.ts
  expect(readFileSync('docs/permissions.md', 'utf8')).toBe(permissionsPage())
})

describe.each(permissionNames)('%s', (permission) => {
  const row = permissions[permission]

  test('is for the kinds of actor it names, and for no other', () => {
    expect(reachOf(job, permission) === 'none').toBe(!row.by.includes('job'))
    expect(reachOf(visitor, permission) === 'none').toBe(!row.by.includes('visitor'))
    const someone = roles.some((role) => reachOf(personWith(role), permission) !== 'none')
    expect(someone).toBe(row.by.includes('person'))
  })

  test.each(roles)('as %s: only with a role it names', (role) => {
    const isNamed = !row.roles || row.roles.includes(role) || row.roles.includes('employee')
    if (!isNamed) expect(reachOf(personWith(role), permission)).toBe('none')
    if (isNamed && row.by.includes('person') && !row.when) {
      expect(reachOf(personWith(role), permission)).toBe('any')
    }
  })

  test('asks for a fresh sign-in where it says so, and a stale one is never enough', () => {
    const minutes = row.stepUpMinutes
    for (const role of roles) {
      for (const about of [me, somebody]) {
        const fresh = judgeAbout(personWith(role, minutes ?? 0), permission, about)
        const stale = judgeAbout(personWith(role, (minutes ?? 10_000) + 1), permission, about)
        const expected = fresh === 'allowed' && minutes !== undefined ? 'step_up_needed' : fresh
        expect(stale).toBe(expected)
      }
    }
  })
})

const ofRole = (role: Role) => permissionNames.filter((name) => reachOf(personWith(role), name) !== 'none')

test('an Auditor may do nothing that any employee may not', () => {
  expect(ofRole('auditor')).toEqual(ofRole('employee'))
})

test('an employee touches nothing but what is their own', () => {
  const beyond = permissionNames.filter((name) =>
    ['any', 'others'].includes(reachOf(personWith('employee'), name)),
  )
  // Whoever signs in starts a session; a search in the help is counted without them; a mail in doubt may be checked.
  expect(beyond).toEqual(['session.start', 'lookup.count', 'message.check'])
})

test('somebody who has not signed in can sign in, check a message, search the help and take a reference', () => {
  const names = permissionNames.filter((name) => reachOf(visitor, name) !== 'none')
  expect(names).toEqual(['session.start', 'reference.give', 'lookup.count', 'message.check'])
})

test('nobody verifies, resets or closes themselves, whatever their roles', () => {
  const names = permissionNames.filter((name) => /^(case|verification|reset)\./.test(name))
  const all = { ...personWith('employee'), roles }
  const ownToo = names.filter((name) => judgeAbout(all, name, me) === 'allowed')
  expect(ownToo).toEqual(['case.open_own', 'case.raise_own'])
  for (const name of ['swap.close', 'swap.freeze', 'swap.unfreeze'] as const)
    expect(judgeAbout(all, name, me), name).toBe('denied')
})

test('a job never does what only a person may answer for', () => {
  const jobs = permissionNames.filter((name) => reachOf(job, name) !== 'none')
  const answerable = /^(wave|case|verification|confirmation|settings)\.|^reset\.(request|run|clear)$|^swap\./
  expect(jobs.filter((name) => answerable.test(name))).toEqual([])
})
