import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { roles, rolesFrom } from '@/lib/domain/actor'
import { scopesOf } from '@/lib/domain/session'
import { missingSettings } from '@/lib/env'

const script = readFileSync('docs/going-live/register-apps.sh', 'utf8')
const readme = readFileSync('README.md', 'utf8')

/** The rights that follow a call in the script, up to the next empty line. */
function rightsOf(call: string): string[] {
  const [block = ''] = script
    .slice(script.indexOf(`\n${call}`))
    .trimStart()
    .split('\n\n')
  return [...block.matchAll(/[A-Z][A-Za-z]+(?:-[A-Za-z]+)?\.[A-Za-z.]+/g)].map(([right]) => right)
}

test.each([
  ['self', 'sign_in_app SELF'],
  ['desk', 'sign_in_app DESK'],
  ['portal', 'sign_in_app PORTAL'],
] as const)('the script gives %s exactly the rights its tokens may carry', (app, call) => {
  expect(rightsOf(call).sort()).toEqual([...scopesOf[app]].sort())
})

test('the script gives the reader no right to write', () => {
  const rights = rightsOf('unattended_app READER')
  expect(rights.length).toBeGreaterThan(5)
  expect(rights.filter((right) => /Write|\.Send|\.Manage/.test(right))).toEqual([])
})

test('the app roles of the script are the roles of the portal', () => {
  const values = /for value in ([A-Za-z ]+);/.exec(script)?.[1]?.split(' ') ?? []
  expect(rolesFrom(values)).toEqual([...roles])
})

test('the README names every setting a process needs, and stays short', () => {
  const needed = [...missingSettings('web'), ...missingSettings('worker')].map(({ name }) => name)
  expect(needed.filter((name) => !readme.includes(name))).toEqual([])
  expect(readme.split('\n').length).toBeLessThanOrEqual(150)
})
