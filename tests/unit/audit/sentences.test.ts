import { expect, test } from 'vitest'
import { sentenceKey } from '@/components/audit/sentence-key'
import { auditGroups, isAuditType, typesOf } from '@/lib/domain/audit-groups'
import { auditTypes } from '@/lib/domain/audit-types'
import { knownHow } from '@/lib/domain/known'
import { messages } from '@/lib/i18n/messages'

const types = Object.keys(auditTypes).filter(isAuditType)

test.each(['en', 'it'] as const)(
  'every event has a sentence in %s, and no sentence is left over',
  (language) => {
    const { types: sentences } = messages[language].audit
    expect(Object.keys(sentences).sort()).toEqual(types.map(sentenceKey).sort())
    expect(Object.values(sentences).filter((sentence) => !sentence.trim())).toEqual([])
  },
)

test.each(['en', 'it'] as const)('every group and every way of knowing has a word in %s', (language) => {
  const { groups, knownHow: words, knownAbout } = messages[language].audit
  expect(Object.keys(groups)).toEqual(expect.arrayContaining(auditGroups.map(({ name }) => name)))
  expect(Object.keys(words).sort()).toEqual([...knownHow].sort())
  expect(Object.keys(knownAbout).sort()).toEqual([...knownHow].sort())
})

test('each type is in exactly one group, and a group means all of its types', () => {
  expect(auditGroups.flatMap((group) => group.types).sort()).toEqual([...types].sort())
  expect(typesOf('session.*')).toEqual(types.filter((type) => type.startsWith('session.')).sort())
  expect(typesOf('session.started')).toEqual(['session.started'])
  for (const none of ['', 'session', '*', 'toString', '__proto__', 'session.*.x'])
    expect(typesOf(none)).toBeNull()
})
