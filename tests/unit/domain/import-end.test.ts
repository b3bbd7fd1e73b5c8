import { expect, test } from 'vitest'
import { confirmRefusal, endImportRefusal } from '@/lib/domain/import-end'

const checked = { state: 'checked' }

test.each([
  ['all rows sound', checked, { rowCount: 3, problemCount: 0, isLeavingOut: false }, null],
  ['problems left out on purpose', checked, { rowCount: 3, problemCount: 1, isLeavingOut: true }, null],
  [
    'problems nobody spoke of',
    checked,
    { rowCount: 3, problemCount: 1, isLeavingOut: false },
    'import_problems_remain',
  ],
  [
    'nothing but problems',
    checked,
    { rowCount: 3, problemCount: 3, isLeavingOut: true },
    'import_nothing_left',
  ],
  [
    'confirmed before',
    { state: 'confirmed' },
    { rowCount: 3, problemCount: 0, isLeavingOut: true },
    'import_ended',
  ],
])('confirming a file: %s', (_what, file, context, refusal) => {
  expect(confirmRefusal(file, context)).toBe(refusal)
})

test('a file that has ended stays as it is', () => {
  const states = ['checked', 'confirmed', 'discarded', 'refused']
  expect(states.map((state) => endImportRefusal({ state }))).toEqual([
    null,
    'import_ended',
    'import_ended',
    'import_ended',
  ])
})
