import { describe, expect, test } from 'vitest'
import type { ImportRow } from '@/lib/domain/import'
import { checkRows, type ImportContext, planSeats, platformOf, swapFacts } from '@/lib/domain/import-check'

const person = {
  userType: 'member',
  isEnabled: true,
  leftAt: null,
  isBreakGlass: false,
  openWaveId: null,
}

const context: ImportContext = {
  waveId: 'here',
  people: new Map([
    ['elio@aurora.example', { ...person, id: 'elio' }],
    ['lia@aurora.example', { ...person, id: 'lia' }],
    ['guest@aurora.example', { ...person, id: 'guest', userType: 'guest' }],
    ['glass@aurora.example', { ...person, id: 'glass', isBreakGlass: true }],
    ['gone@aurora.example', { ...person, id: 'gone', leftAt: new Date() }],
  ]),
  windows: [
    { id: 'w1', name: 'Milan morning', site: 'Milan' },
    { id: 'w2', name: 'Dublin', site: 'Dublin' },
  ],
}

const row = (cells: ImportRow['cells'], line = 2): ImportRow => ({ line, cells, isTooWide: false })
const checked = (cells: ImportRow['cells']) => checkRows([row(cells)], context)[0]!
const codes = (cells: ImportRow['cells']) => checked(cells).problems.map(({ code }) => code)

describe('a row against the directory', () => {
  test('names its person in whatever case', () => {
    expect(checked({ userPrincipalName: 'Elio@Aurora.Example' })).toMatchObject({
      personId: 'elio',
      problems: [],
    })
  })

  test.each([
    ['nobody', 'nobody@aurora.example', 'import_person_unknown'],
    ['a guest', 'guest@aurora.example', 'person_guest'],
    ['an emergency account', 'glass@aurora.example', 'person_break_glass'],
    ['somebody who left', 'gone@aurora.example', 'person_left'],
  ])('%s', (_who, userPrincipalName, code) => expect(codes({ userPrincipalName })).toEqual([code]))

  test('everything that is wrong is said at once', () => {
    const cells = {
      userPrincipalName: 'nobody@x',
      newNumber: '?',
      preferredWindow: 'Pune',
      delegateUpn: 'who@x',
    }
    expect(codes(cells)).toEqual([
      'import_not_yes_no',
      'import_person_unknown',
      'import_window_unknown',
      'import_delegate_unknown',
    ])
  })

  test('the second of two rows of a person names the first', () => {
    const [first, second] = checkRows(
      [
        row({ userPrincipalName: 'elio@aurora.example' }),
        row({ userPrincipalName: 'ELIO@aurora.example' }, 7),
      ],
      context,
    )
    expect(first?.problems).toEqual([])
    expect(second?.problems).toEqual([
      { code: 'import_row_twice', column: 'userPrincipalName', otherLine: 2 },
    ])
  })

  test('nobody is their own delegate, and nobody who left is one', () => {
    const userPrincipalName = 'elio@aurora.example'
    expect(codes({ userPrincipalName, delegateUpn: userPrincipalName })).toEqual(['import_delegate_self'])
    expect(codes({ userPrincipalName, delegateUpn: 'gone@aurora.example' })).toEqual([
      'import_delegate_unknown',
    ])
    expect(checked({ userPrincipalName, delegateUpn: 'lia@aurora.example' })).toMatchObject({
      delegateId: 'lia',
      problems: [],
    })
  })

  test('a window is found by its name, else by the site', () => {
    const userPrincipalName = 'elio@aurora.example'
    const windowOf = (cells: ImportRow['cells']) => checked({ userPrincipalName, ...cells }).windowId
    expect(windowOf({ preferredWindow: 'milan MORNING' })).toBe('w1')
    expect(windowOf({ site: 'dublin' })).toBe('w2')
    expect(windowOf({ preferredWindow: 'Milan morning', site: 'Dublin' })).toBe('w1')
    expect(windowOf({ site: 'Pune' })).toBeNull()
  })
})

test('a device tells its platform where it can', () => {
  const devices = ['iPhone 12', 'iPad Air', 'Galaxy S21', 'Pixel 9', 'Fairphone 5', 'a red one', undefined]
  expect(devices.map(platformOf)).toEqual(['ios', 'ios', 'android', 'android', 'android', null, null])
})

test('what a file does not say, a swap does not claim', () => {
  expect(swapFacts({})).toEqual({ oldPlatform: null, newPlatform: null, number: null, note: null })
  expect(swapFacts({ newNumber: 'yes', oldDevice: 'iPhone' })).toMatchObject({
    number: 'new',
    oldPlatform: 'ios',
  })
  expect(swapFacts({ newNumber: 'no' })).toMatchObject({ number: 'same' })
})

describe('seats are given in the order of the file', () => {
  const wish = (windowId: string | null) => ({ windowId })
  const free = new Map([['w1', 2]])

  test('while they last', () => {
    const { seats, taken } = planSeats([wish('w1'), wish('w1'), wish('w1')], free, null)
    expect(seats).toEqual(['w1', 'w1', null])
    expect([...taken]).toEqual([['w1', 2]])
  })

  test('whoever wishes for none gets the one chosen for them', () => {
    expect(planSeats([wish(null), wish('w1'), wish(null)], free, 'w1').seats).toEqual(['w1', 'w1', null])
    expect(planSeats([wish(null)], free, null).seats).toEqual([null])
  })

  test('a window that is no longer open has none', () => {
    expect(planSeats([wish('w9')], free, null).seats).toEqual([null])
  })
})
