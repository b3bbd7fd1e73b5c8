import { expect, test } from 'vitest'
import { readLimit } from '@/lib/domain/method-limit'

const at = (day: number) => new Date(Date.UTC(2026, 10, day))
const app = (id: string, wanted: Partial<Parameters<typeof readLimit>[0][number]> = {}) => ({
  id,
  kind: 'microsoftAuthenticator',
  isDefault: false,
  firstSeenAt: at(1),
  lastUsedAt: null,
  isAstray: false,
  isNeeded: false,
  ...wanted,
})

test('apps, codes and tokens count together; a passkey, a number and a computer do not', () => {
  const limit = readLimit([
    app('a'),
    app('b', { kind: 'softwareOath' }),
    app('c', { kind: 'hardwareOath' }),
    app('d', { kind: 'phone' }),
    app('e', { kind: 'windowsHelloForBusiness' }),
    app('f', { kind: 'fido2' }),
  ])
  expect(limit).toEqual({ authenticators: 3, passkeys: 1, isFull: false, spareId: null })
})

test('with five, the one to remove is on a device that is gone, else the one used the longest ago', () => {
  const five = [1, 2, 3, 4, 5].map((day) => app(String(day), { lastUsedAt: at(day) }))
  expect(readLimit(five)).toMatchObject({ authenticators: 5, isFull: true, spareId: '1' })
  const withLost = five.map((one) => (one.id === '4' ? { ...one, isAstray: true } : one))
  expect(readLimit(withLost).spareId).toBe('4')
})

test('never the default, nor the old phone that still has to approve the new one', () => {
  const five = [1, 2, 3, 4, 5].map((day) => app(String(day), { isDefault: day === 1, isNeeded: day === 2 }))
  expect(readLimit(five).spareId).toBe('3')
  expect(readLimit(five.map((one) => ({ ...one, isNeeded: true })))).toMatchObject({ spareId: null })
})
