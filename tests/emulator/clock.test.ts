import { decodeJwt } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { agedMs, emulatorNow } from '@/emulator/world/moved-clock'
import { changeSettings } from '@/emulator/world/world'
import { type Emulator, openEmulator } from './emulator'

let emulator: Emulator
let reader: string
let desk: string
beforeAll(async () => {
  emulator = await openEmulator()
})
beforeEach(async () => {
  await emulator.reset()
  reader = await emulator.token('reader')
  desk = await emulator.token('desk', 'Hana')
})
afterAll(() => emulator.stop())

const day = 86_400
const passes = (name: string) => `/v1.0/users/${emulator.id(name)}/authentication/temporaryAccessPassMethods`
const makePass = async (name: string) =>
  (await emulator.ask(`POST ${passes(name)}`, { as: desk, body: {} })).body
const reason = async (name: string) =>
  (await emulator.ask(`GET ${passes(name)}`, { as: reader })).body.value[0].methodUsabilityReason
const audits = async () =>
  (await emulator.ask('GET /v1.0/auditLogs/directoryAudits', { as: reader })).body.value.length

describe('the clock, moved on', () => {
  test('ages what has happened, and nothing that happens after', async () => {
    await makePass('Lea')
    emulator.set({ clockOffsetSeconds: day })
    expect(await reason('Lea')).toBe('Expired')
    await makePass('Elio')
    expect(await reason('Elio')).toBe('EnabledByPolicy')
    emulator.set({ clockOffsetSeconds: 2 * day })
    expect(await reason('Elio')).toBe('Expired')
  })

  test('lets lags pass for old entries, and not for new ones', async () => {
    emulator.set({ auditLagSeconds: 300 })
    await makePass('Lea')
    expect(await audits()).toBe(0)
    emulator.set({ clockOffsetSeconds: 301 })
    expect(await audits()).toBe(1)
    await makePass('Elio')
    expect(await audits()).toBe(1)
  })

  test('moved back, makes nothing younger than it is', async () => {
    emulator.set({ clockOffsetSeconds: day })
    await makePass('Lea')
    emulator.set({ clockOffsetSeconds: 0, auditLagSeconds: 0 })
    expect(await reason('Lea')).toBe('EnabledByPolicy')
    expect(await audits()).toBe(1)
  })

  test('ends the minutes in which one’s own methods can be changed, and a new sign-in begins them anew', async () => {
    const own = (as: string) =>
      emulator.ask('DELETE /v1.0/me/authentication/microsoftAuthenticatorMethods/none', { as })
    const before = await emulator.token('self', 'Elio', { ageSeconds: 2 })
    emulator.set({ clockOffsetSeconds: day })
    expect((await own(before)).status).toBe(403)
    expect((await own(await emulator.token('self', 'Elio'))).status).toBe(404)
  })

  test('never moves the times in tokens, answers and logs', async () => {
    emulator.set({ clockOffsetSeconds: day })
    const now = Date.now() / 1_000
    const { iat = 0, exp = 0 } = decodeJwt(await emulator.token('reader'))
    expect(Math.abs(iat - now)).toBeLessThan(10)
    expect(exp).toBeLessThan(now + 2 * 3_600)
    const { createdDateTime } = await makePass('Lea')
    expect(Math.abs(Date.parse(createdDateTime) / 1_000 - now)).toBeLessThan(10)
    const { body } = await emulator.ask('GET /v1.0/auditLogs/directoryAudits', { as: reader })
    emulator.set({ auditLagSeconds: 0 })
    expect(Math.abs(Date.parse(body.value[0].activityDateTime) / 1_000 - now)).toBeLessThan(10)
  })
})

describe('the clock, sped up', () => {
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

  test('runs on from where it stood, so many times as fast', async () => {
    emulator.set({ timeScale: 1_000 })
    const at = Date.now()
    const before = emulatorNow(emulator.world)
    await pause(50)
    const passed = emulatorNow(emulator.world) - before
    const real = Date.now() - at
    expect(passed).toBeGreaterThan(45_000)
    expect(passed).toBeLessThan(1_000 * (real + 10))
    expect(agedMs(emulator.world, at)).toBeGreaterThan(45_000)
    changeSettings(emulator.world, { timeScale: 1 })
    const after = emulatorNow(emulator.world)
    await pause(20)
    expect(emulatorNow(emulator.world) - after).toBeLessThan(1_000)
  })

  test('fills limits sooner, and Retry-After says it in the caller’s seconds', async () => {
    emulator.set({ throttleScale: 1, timeScale: 100 })
    const call = () => emulator.ask('GET /v1.0/auditLogs/directoryAudits', { as: reader })
    const statuses = await Promise.all(Array.from({ length: 12 }, async () => (await call()).status))
    expect(statuses).toContain(429)
    const refused = await Promise.all(Array.from({ length: 12 }, call))
    const retryAfter = refused.find(({ status }) => status === 429)?.headers.get('retry-after')
    expect(retryAfter === undefined || retryAfter === '1').toBe(true)
    await pause(110) // eleven seconds of the emulator
    expect((await call()).status).toBe(200)
  })
})
