import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { completeLock, missingEntries, systemOf } from '@/scripts/lock.mjs'

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))

describe('the lock file', () => {
  test('has an entry for every optional dependency, so that `npm ci` accepts it', () => {
    expect(missingEntries(lock)).toEqual([])
  })

  test('names no registry', () => {
    expect(JSON.stringify(lock)).not.toContain('"resolved"')
  })
})

describe('completing a lock file', () => {
  const incomplete = {
    packages: {
      '': { optionalDependencies: { 'tool-linux-x64': '1.0.0' } },
      'node_modules/tool': { version: '1.0.0', optionalDependencies: { 'tool-darwin-arm64': '^1.0.0' } },
      'node_modules/tool-linux-x64': {
        version: '1.0.0',
        os: ['linux'],
        resolved: 'https://packages.example/tool',
      },
      'node_modules/tool/node_modules/inner': { version: '2.0.0', optionalDependencies: { deep: '3.0.0' } },
      'node_modules/tool/node_modules/deep': { version: '3.0.0', optional: true },
    },
  }

  test('adds what was left out, for the system it is made for, and drops addresses', () => {
    const { packages } = completeLock(incomplete)

    expect(packages['node_modules/tool-darwin-arm64']).toEqual({
      version: '1.0.0',
      optional: true,
      os: ['darwin'],
      cpu: ['arm64'],
    })
    expect(packages['node_modules/tool-linux-x64']).toEqual({
      version: '1.0.0',
      os: ['linux'],
      optional: true,
    })
  })

  test('finds a dependency in any folder above its dependent', () => {
    expect(missingEntries(incomplete).map(({ name }) => name)).toEqual(['tool-darwin-arm64'])
  })

  test('changes nothing the second time', () => {
    expect(completeLock(completeLock(incomplete))).toEqual(completeLock(incomplete))
  })
})

test.each([
  ['@next/swc-win32-arm64-msvc', { os: ['win32'], cpu: ['arm64'] }],
  ['@biomejs/cli-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
  ['@swc/core-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
  ['@tailwindcss/oxide-wasm32-wasi', { cpu: ['wasm32'] }],
])('%s is for its own system only', (name, system) => {
  expect(systemOf(name)).toEqual(system)
})
