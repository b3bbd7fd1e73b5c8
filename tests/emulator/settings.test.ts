import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { readOptions } from '@/emulator/options'
import { firstSettings } from '@/emulator/world/settings'
import { openWorld } from '@/emulator/world/world'
import { type Emulator, openEmulator } from './emulator'

let emulator: Emulator
beforeAll(async () => {
  emulator = await openEmulator()
})
beforeEach(() => emulator.reset())
afterAll(() => emulator.stop())

const file = {
  format: 1,
  observed: { at: '2026-11-22T09:00:00Z', tenant: 'a test tenant', by: 'npm run probe' },
  settings: {
    defaultMethodRule: 'registration',
    amr: { push: ['rsa', 'mfa'] },
    answers: { methodGone: { status: 404, code: 'itemNotFound', message: 'Not there.' } },
  },
  notes: { defaultMethodRule: 'the older of two was deleted' },
}

describe('settings', () => {
  test('are changed one by one; lists keep what was not named', async () => {
    const { body } = await emulator.control('PATCH /settings', {
      defaultMethodRule: 'everyOfKind',
      amr: { pass: ['otp'] },
    })
    expect(body.defaultMethodRule).toBe('everyOfKind')
    expect(body.amr.pass).toEqual(['otp'])
    expect(body.amr.push).toEqual(['pwd', 'rsa', 'ngcmfa', 'mfa'])
    await emulator.control('DELETE /settings')
    expect(emulator.world.settings).toEqual(firstSettings)
  })

  test.each([
    { defaultMethodRule: 'maybe' },
    { revokeStatus: 202 },
    { tokenScope: 'granted' },
    { answers: { gone: { status: 404, code: '', message: '' } } },
    { amr: { push: 'mfa' } },
  ])('%o is refused', async (changes) => {
    expect((await emulator.control('PATCH /settings', changes)).status).toBe(400)
    expect(emulator.world.settings.defaultMethodRule).toBe('kind')
  })
})

describe('a settings file', () => {
  test('becomes what a reset goes back to', async () => {
    expect((await emulator.control('PUT /settings', file)).status).toBe(200)
    emulator.set({ defaultMethodRule: 'kind' })
    await emulator.control('POST /reset')
    expect(emulator.world.settings.defaultMethodRule).toBe('registration')
    expect(emulator.world.settings.amr.push).toEqual(['rsa', 'mfa'])
    expect(emulator.world.settings.answers.userGone.status).toBe(404)
    await emulator.control('PUT /settings', { format: 1, settings: {} })
    expect(emulator.world.settings).toEqual(firstSettings)
  })

  test.each([
    ['of another format', { ...file, format: 2 }],
    ['with a misspelt setting', { ...file, settings: { defaultMethodrule: 'kind' } }],
    ['without settings', { format: 1 }],
  ])('%s is refused', async (_what, content) => {
    expect((await emulator.control('PUT /settings', content)).status).toBe(400)
  })

  test('is read at the start, and holds over what was turned by hand', () => {
    const folder = mkdtempSync(join(tmpdir(), 'emulator-settings-'))
    const path = join(folder, 'observed.json')
    writeFileSync(path, JSON.stringify(file))
    const { settings } = readOptions({ EMULATOR_SETTINGS: path })
    const world = openWorld({ folder, seed: 7, people: 20, settings })
    expect(world.settings.answers.methodGone.code).toBe('itemNotFound')
    expect(world.settings.pushSeconds).toBe(300)
    world.store.close()
    rmSync(folder, { recursive: true })
  })

  test('that cannot be used is one sentence', () => {
    const folder = mkdtempSync(join(tmpdir(), 'emulator-settings-'))
    const path = join(folder, 'observed.json')
    writeFileSync(path, '{"format": 1, "settings": {"revokeStatus": 500}}')
    const read = () => readOptions({ EMULATOR_SETTINGS: path })
    expect(read).toThrow(/^The settings file .*observed\.json cannot be used: .*revokeStatus/)
    expect(() => readOptions({ EMULATOR_SETTINGS: join(folder, 'none.json') })).toThrow(/cannot be used/)
    rmSync(folder, { recursive: true })
  })
})
