import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { installProblem } from '@/scripts/bootstrap-install.mjs'

let root = ''

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'passaggio-install-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const packages = {
    '': {},
    'node_modules/tool': { version: '2.0.0' },
    'node_modules/tool-for-other-systems': { version: '2.0.0', optional: true },
  }
  write('package-lock.json', { packages })
  write('node_modules/.package-lock.json', { packages: { 'node_modules/tool': { version: '2.0.0' } } })
  write('node_modules/tool/package.json', {})
})

test('an install that fits the lock file is left alone', () => {
  expect(installProblem(root)).toBeNull()
})

describe('packages are installed', () => {
  test('when nothing is installed', () => {
    rmSync(path.join(root, 'node_modules'), { recursive: true })
    expect(installProblem(root)).toMatch(/Nothing is installed/)
  })

  test('when the last install was killed', () => {
    write('.data/installing', 1)
    expect(installProblem(root)).toMatch(/interrupted/)
  })

  test('when npm never came to its end', () => {
    rmSync(path.join(root, 'node_modules/.package-lock.json'))
    expect(installProblem(root)).toMatch(/incomplete/)
  })

  test('when a package is another version than the lock file says', () => {
    write('node_modules/.package-lock.json', { packages: { 'node_modules/tool': { version: '1.9.0' } } })
    expect(installProblem(root)).toMatch(/out of date \(tool\)/)
  })

  test('when a package has lost its files', () => {
    rmSync(path.join(root, 'node_modules/tool'), { recursive: true })
    expect(installProblem(root)).toMatch(/incomplete \(node_modules\/tool\)/)
  })
})

function write(file: string, content: unknown): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), JSON.stringify(content))
}
