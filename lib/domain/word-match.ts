/** The words of a text as they are compared: small, without accents and signs. */
export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, wordsMax)
}

/** Nobody's screen says more in one message; what is pasted beyond is not read. */
const wordsMax = 40

/** Words that stand everywhere and tell nothing, in both languages. */
const emptyWords = new Set(
  `a an and are at be can for from has have i in is it its me my not of on or s t that the this to was what
  when with you your
  ad ai al alla alle anche che chi ci come con da dal dalla dei del della delle di e gli ha ho i il in io l la
  le lo ma mi mia mio ne nel nella non o per piu puo quando questo se si sono su sul sulla tuo tua tuoi un una`
    .trim()
    .split(/\s+/),
)

/** What is compared of a text: its telling words, and the runs of three letters of the whole. */
export type Phrase = { words: readonly string[]; threes: ReadonlySet<string> }

/** A phrase made ready to be compared with. */
export function phraseOf(text: string): Phrase {
  const all = wordsOf(text)
  const telling = all.filter((word) => !emptyWords.has(word))
  return { words: telling.length > 0 ? telling : all, threes: threesOf(all.join('')) }
}

/**
 * How well what somebody typed fits a phrase, 0 … 1: how much of what they typed is in it, and a little how
 * much of it they typed. Typing mistakes cost little; words run together or torn apart are seen by their letters.
 *
 * @param weightOf how much a word tells; rare words tell more
 */
export function fitOf(typed: Phrase, phrase: Phrase, weightOf: (word: string) => number): number {
  if (typed.words.length === 0 || phrase.words.length === 0) return 0
  const alike = typed.words.map((word) => phrase.words.map((other) => resemblance(word, other)))
  const asked = share(typed.words, (row) => Math.max(...(alike[row] ?? [])), weightOf)
  const covered = share(phrase.words, (column) => Math.max(...alike.map((row) => row[column] ?? 0)), weightOf)
  return Math.max(0.75 * asked + 0.25 * covered, 0.9 * likeness(typed.threes, phrase.threes))
}

/** How much of the weight of these words was found. */
function share(
  words: readonly string[],
  foundOf: (index: number) => number,
  weightOf: (word: string) => number,
): number {
  const weights = words.map(weightOf)
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.reduce((sum, weight, index) => sum + weight * foundOf(index), 0) / all
}

/** How alike two words are: the same, the beginning of the other, or a typing mistake or two apart. */
export function resemblance(a: string, b: string): number {
  if (a === b) return 1
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length >= 4 && long.startsWith(short)) return 0.9
  const allowed = mistakesAllowed(short.length)
  if (long.length - short.length > allowed) return 0
  const mistakes = distance(short, long)
  return mistakes <= allowed ? 1 - mistakes / (short.length + 1) : 0
}

/** Short words are too like each other to forgive anything. */
function mistakesAllowed(length: number): number {
  if (length < 4) return 0
  return length < 7 ? 1 : 2
}

/** Letters to insert, delete, change or swap with a neighbour to make one word of the other (optimal string alignment). */
export function distance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1]
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      )
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (isSwapped) least = Math.min(least, (before[column - 2] ?? 0) + 1)
      current[column] = least
    }
    before = last
    last = current
  }
  return last[b.length] ?? 0
}

/** How many runs of three letters two texts share, of all they have (Dice's coefficient). */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const three of a) if (b.has(three)) shared += 1
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size)
}

function threesOf(text: string): Set<string> {
  const padded = ` ${text} `
  return new Set(Array.from({ length: Math.max(0, padded.length - 2) }, (_, i) => padded.slice(i, i + 3)))
}
