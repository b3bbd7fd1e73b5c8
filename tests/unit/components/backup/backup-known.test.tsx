import { expect, test } from 'vitest'
import { BackupKnown } from '@/components/backup/backup-known'
import type { BackupView } from '@/lib/queries/devices'
import { render } from '@/tests/support/render'

const dated: BackupView = {
  state: 'attested',
  model: 'ios_legacy',
  since: '2026-11-12T00:00:00.000Z',
  saidAt: '2026-11-13T08:00:00.000Z',
  doubt: null,
  appVersion: '6.8.40',
}
const switches: BackupView = { ...dated, model: 'ios_keychain' }
const old = { ...dated, since: '2026-09-08T00:00:00.000Z' }

const pill = (backup: BackupView, language: 'en' | 'it' = 'en') => {
  const markup = render(<BackupKnown backup={backup} />, language)
  const words = (/<button.*?<\/button>/s.exec(markup)?.[0] ?? '').replace(/<[^>]+>/g, '')
  return [/border-(dashed|solid|double|dotted)/.exec(markup)?.[1], words]
}

test.each([
  ['said, by its date', dated, 'dashed', 'attested: backup of 12 Nov 2026'],
  ['said, by its switches', switches, 'dashed', 'attested, 12 Nov 2026: all switches on'],
  [
    'getting old',
    { ...dated, state: 'getting_old', since: '2026-10-20T00:00:00.000Z' },
    'dashed',
    'getting old: backup of 20 Oct 2026, 33 days ago',
  ],
  ['overdue', { ...old, state: 'overdue' }, 'dashed', 'overdue: backup of 8 Sept 2026, 75 days ago'],
  ['off', { ...dated, state: 'off' }, 'dashed', 'attested, 12 Nov 2026: no backup made here'],
  ['not known', { ...dated, state: 'unknown', since: null }, 'dotted', 'not known'],
  [
    'contradicted',
    { ...dated, state: 'contradicted', doubt: 'app_too_new' },
    'double',
    'contradicted: app 6.8.40 no longer has this backup, it ended with 6.8.33',
  ],
] as const)('a backup that is %s is drawn and worded so', (_what, backup, outline, words) => {
  expect(pill(backup)).toEqual([outline, words])
})

test('in Italian it says the same', () => {
  expect(pill({ ...old, state: 'overdue' }, 'it')[1]).toBe('scaduto: backup del 8 set 2026, 75 giorni fa')
})
