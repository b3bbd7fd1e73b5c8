import { expect, test } from 'vitest'
import { resolveLanguage } from '@/lib/i18n/language'
import { resolveZone } from '@/lib/i18n/zone'

test.each([
  ['what somebody chose beats everything', { chosen: 'it', preferred: 'en-GB', accepted: 'en' }, 'it'],
  ['the directory beats the browser', { preferred: 'it-IT', accepted: 'en-US,en;q=0.9' }, 'it'],
  ['the browser is asked last', { accepted: 'it-CH,it;q=0.9,en;q=0.8' }, 'it'],
  ['the browser’s order is by weight, not by place', { accepted: 'en;q=0.4, it;q=0.9' }, 'it'],
  ['what the browser refuses is not spoken', { accepted: 'it;q=0, fr' }, 'en'],
  ['a language we do not speak is passed over', { preferred: 'de-DE', accepted: 'fr, it' }, 'it'],
  ['a cookie with nonsense counts as none', { chosen: 'xx"><script>', accepted: 'it' }, 'it'],
  ['English is spoken to everybody else', {}, 'en'],
])('%s', (_what, wishes, language) => {
  expect(resolveLanguage(wishes)).toBe(language)
})

test.each([
  ['a zone we know is kept', 'Europe/Rome', 'Europe/Rome'],
  ['a zone nobody knows is UTC', 'Mars/Olympus', 'UTC'],
  ['no zone is UTC', undefined, 'UTC'],
])('%s', (_what, zone, resolved) => {
  expect(resolveZone(zone)).toBe(resolved)
})
