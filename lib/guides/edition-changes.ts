import type { Language } from '@/lib/i18n/language'
import type { Edition, GuideStep } from './edition'
import { findEditionById, isValidOn, listEditionsOf } from './find-edition'

/** An edition that somebody wrote against, and what is shown in its place today; null: nothing any more. */
export type EditionChange = {
  before: Edition
  now: Edition | null
  /** The two texts side by side. */
  lines: Record<Language, DiffLine[]>
}

/** What is shown at a step today, and how it differs from what a note was written against. */
export type NoteComparison = { current: Edition[]; changes: EditionChange[]; added: Edition[] }

/** A note of these editions beside the text of a day; null: there is no note, so nothing can have changed. */
export function compareNote(ids: readonly string[] | null, step: GuideStep, day: string): NoteComparison {
  const current = listEditionsOf(step, day)
  if (!ids) return { current, changes: [], added: [] }
  return { current, changes: listChanges(ids, day), added: listAdded(ids, step, day) }
}

/** What has changed since these editions were current, in their order; empty while they all are. */
export function listChanges(ids: readonly string[], day: string): EditionChange[] {
  return ids.flatMap((id) => {
    const before = findEditionById(id)
    if (!before || isValidOn(before, day)) return []
    const now = follow(before, day)
    const lines = (language: Language) =>
      diffLines(wordsOf(before, language), now ? wordsOf(now, language) : [])
    return [{ before, now, lines: { en: lines('en'), it: lines('it') } }]
  })
}

/** Editions that are shown today and were not there, in any form, when the note was written. */
export function listAdded(ids: readonly string[], step: GuideStep, day: string): Edition[] {
  const known = new Set([...ids, ...listChanges(ids, day).flatMap(({ now }) => now?.id ?? [])])
  return listEditionsOf(step, day).filter(({ id }) => !known.has(id))
}

function wordsOf({ text }: Edition, language: Language): string[] {
  const { why, lines, done, trap } = text[language]
  return [why, ...lines, ...(trap ? [trap.question, trap.lead, ...trap.fixes] : []), done]
}

function follow(edition: Edition, day: string): Edition | null {
  const next = edition.supersededBy ? findEditionById(edition.supersededBy) : null
  if (!next) return null
  return isValidOn(next, day) ? next : follow(next, day)
}

export type DiffLine = { kind: 'same' | 'gone' | 'new'; text: string }

/** Two texts side by side, line by line: the longest run of lines both have stays, the rest went or came. */
export function diffLines(before: readonly string[], now: readonly string[]): DiffLine[] {
  const [first, ...restBefore] = before
  const [second, ...restNow] = now
  if (first === undefined) return now.map((text) => ({ kind: 'new', text }))
  if (second === undefined) return before.map((text) => ({ kind: 'gone', text }))
  if (first === second) return [{ kind: 'same', text: first }, ...diffLines(restBefore, restNow)]
  const without = diffLines(restBefore, now)
  const withNew = diffLines(before, restNow)
  const sameIn = (lines: DiffLine[]) => lines.filter(({ kind }) => kind === 'same').length
  return sameIn(without) >= sameIn(withNew)
    ? [{ kind: 'gone', text: first }, ...without]
    : [{ kind: 'new', text: second }, ...withNew]
}
