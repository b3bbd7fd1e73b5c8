/** What an entry of somebody's private list can be about. */
export const kitKinds = ['bank', 'pec', 'mail', 'identity', 'account', 'other'] as const
export type KitKind = (typeof kitKinds)[number]

/** Which phone number a service knows: one that stays, one that goes, none; empty while nobody said. */
export const kitNumbers = ['', 'stays', 'goes', 'none'] as const
export type KitNumber = (typeof kitNumbers)[number]

/** What is typed about one account: where things are kept, never the things themselves. */
export const kitTexts = ['name', 'codes', 'way', 'call'] as const
export type KitText = (typeof kitTexts)[number]

/** One private account and how to get back into it. It exists in the person's browser and nowhere else. */
export type KitEntry = Record<KitText, string> & {
  id: string
  kind: KitKind
  number: KitNumber
  /** They have tried it on the new phone. */
  isTried: boolean
}

/** Somebody's private list, and what they were typing when it was locked. */
export type Kit = { entries: readonly KitEntry[]; draft: KitEntry | null }

/** Longest text of one field, and most entries: a list to survive with, not a store. */
export const kitTextMax = 200
export const kitEntriesMax = 60

/** An entry with nothing said yet. */
export function emptyEntry(id: string): KitEntry {
  return { id, kind: 'bank', name: '', codes: '', way: '', call: '', number: '', isTried: false }
}

/** The list with an entry put in the place of the one with its id, else at its end. */
export function keepEntry({ entries }: Kit, entry: KitEntry): Kit {
  const isKnown = entries.some(({ id }) => id === entry.id)
  const kept = isKnown ? entries.map((one) => (one.id === entry.id ? entry : one)) : [...entries, entry]
  return { entries: kept, draft: null }
}

/** The list without one entry. */
export function dropEntry({ entries, draft }: Kit, id: string): Kit {
  return { entries: entries.filter((one) => one.id !== id), draft: draft?.id === id ? null : draft }
}

/** What was unlocked, as a list; null when it is none. What a later version added is left out. */
export function readKit(value: unknown): Kit | null {
  if (!isRecord(value) || !Array.isArray(value.entries)) return null
  const entries = value.entries.map(readEntry)
  if (!entries.every((entry) => entry !== null) || entries.length > kitEntriesMax) return null
  return { entries, draft: readEntry(value.draft) }
}

function readEntry(value: unknown): KitEntry | null {
  if (!isRecord(value)) return null
  const { id, kind, number, isTried } = value
  const text = (name: KitText) => String(value[name] ?? '').slice(0, kitTextMax)
  if (typeof id !== 'string') return null
  return {
    id,
    kind: kitKinds.find((one) => one === kind) ?? 'other',
    number: kitNumbers.find((one) => one === number) ?? '',
    isTried: isTried === true,
    name: text('name'),
    codes: text('codes'),
    way: text('way'),
    call: text('call'),
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
