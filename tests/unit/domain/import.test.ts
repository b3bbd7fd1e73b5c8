import { describe, expect, test } from 'vitest'
import {
  findRepeats,
  type ImportColumn,
  importRowsMax,
  readSheet,
  shapeProblems,
  yesOrNo,
} from '@/lib/domain/import'

const record = (line: number, ...cells: string[]) => ({ line, cells })
const row = (cells: Partial<Record<ImportColumn, string>>, line = 2) => ({ line, cells, isTooWide: false })

describe('the header', () => {
  test('may be in any order and any case, and unknown columns are named', () => {
    const sheet = readSheet([
      record(1, ' NOTE ', 'userprincipalname', 'costCentre'),
      record(2, 'n', 'a@b', '7'),
    ])
    expect(sheet).toEqual({
      ok: true,
      unusedColumns: ['costCentre'],
      rows: [row({ note: 'n', userPrincipalName: 'a@b' })],
    })
  })

  test.each([
    ['missing altogether', [], 'import_empty', null, null],
    ['without the one needed column', [record(1, 'name', 'mail')], 'import_column_missing', 1, 'name, mail'],
    [
      'with a column twice',
      [record(1, 'userPrincipalName', 'note', 'Note')],
      'import_column_twice',
      1,
      'note',
    ],
    ['with nothing below it', [record(1, 'userPrincipalName')], 'import_no_rows', 1, null],
  ])('%s', (_what, records, code, line, found) => {
    expect(readSheet(records)).toEqual({ ok: false, problem: { code, line, found } })
  })

  test('10,000 people are taken, one more is not', () => {
    const rows = Array.from({ length: importRowsMax + 1 }, (_, i) => record(i + 2, `p${i}@b`))
    const header = record(1, 'userPrincipalName')
    expect(readSheet([header, ...rows.slice(0, -1)])).toMatchObject({ ok: true })
    expect(readSheet([header, ...rows])).toMatchObject({
      problem: { code: 'import_too_many_rows', line: importRowsMax + 2 },
    })
  })
})

describe('a row by itself', () => {
  test.each(['=1+1', '+39 333', '-', '@sum', '\tx', '\rx'])('%j begins like a formula', (note) => {
    expect(shapeProblems(row({ userPrincipalName: 'a@b', note }))).toEqual([
      { code: 'import_formula', column: 'note' },
    ])
  })

  test.each([
    ['no address', row({ note: 'x' }), [{ code: 'import_person_missing', column: 'userPrincipalName' }]],
    [
      'neither yes nor no',
      row({ userPrincipalName: 'a@b', newNumber: 'perhaps' }),
      [{ code: 'import_not_yes_no', column: 'newNumber' }],
    ],
    [
      'a formula where yes or no belongs counts once',
      row({ userPrincipalName: 'a@b', newNumber: '=yes' }),
      [{ code: 'import_formula', column: 'newNumber' }],
    ],
    [
      'a cell of 501 characters',
      row({ userPrincipalName: 'a@b', note: 'x'.repeat(501) }),
      [{ code: 'import_cell_too_long', column: 'note' }],
    ],
    [
      'more cells than columns',
      { ...row({ userPrincipalName: 'a@b' }), isTooWide: true },
      [{ code: 'import_too_many_cells', column: null }],
    ],
    ['nothing wrong', row({ userPrincipalName: 'a@b', newNumber: 'sì', note: 'x'.repeat(500) }), []],
  ])('%s', (_what, given, problems) => expect(shapeProblems(given)).toEqual(problems))
})

test('yes and no are understood in both languages, and nothing is guessed', () => {
  expect(['yes', 'Sì', 'SI', 'y', '1'].map(yesOrNo)).toEqual([true, true, true, true, true])
  expect(['no', 'N', 'false', '0'].map(yesOrNo)).toEqual([false, false, false, false])
  expect(['', 'ja', 'maybe'].map(yesOrNo)).toEqual([null, null, null])
})

test('a person named twice, in whatever case, points to the first line', () => {
  const rows = [
    row({ userPrincipalName: 'A@b' }, 2),
    row({}, 3),
    row({}, 4),
    row({ userPrincipalName: 'a@B' }, 5),
  ]
  expect([...findRepeats(rows)]).toEqual([[5, 2]])
})
