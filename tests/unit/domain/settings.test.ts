import { expect, test } from 'vitest'
import { accountsIn, defaultSettings, isBreakGlass, namesAccount, settingsFrom } from '@/lib/domain/settings'

test('what was never set has its default, and so has what cannot be read', () => {
  expect(settingsFrom([])).toEqual(defaultSettings)
  const rows = [
    { name: 'removeHere', value: 'no' },
    { name: 'breakGlass', value: [1] },
    { name: 'unheardOf', value: true },
  ]
  expect(settingsFrom(rows)).toEqual(defaultSettings)
  expect(settingsFrom([{ name: 'removeHere', value: false }]).removeHere).toBe(false)
})

test('an account on the list is found by either name, however it is spelled', () => {
  const settings = {
    ...defaultSettings,
    breakGlass: accountsIn('Help@Example.com\n\n  99999999-9999-4999-8999-99999999ABCD'),
  }
  const elsewhere = { entraId: '00000000-0000-4000-8000-000000000000', userPrincipalName: 'a@example.com' }
  expect(isBreakGlass(settings, { ...elsewhere, userPrincipalName: 'HELP@example.com' })).toBe(true)
  expect(isBreakGlass(settings, { ...elsewhere, entraId: '99999999-9999-4999-8999-99999999abcd' })).toBe(true)
  expect(isBreakGlass(settings, elsewhere)).toBe(false)
})

test.each([
  ['a@example.com', true],
  ['99999999-9999-4999-8999-999999999999', true],
  ['Olga Owner', false],
  ['a@example', false],
  ['a b@example.com', false],
])('%s names an account: %s', (text, expected) => {
  expect(namesAccount(text)).toBe(expected)
})
