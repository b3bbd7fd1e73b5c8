/**
 * Numbers that depend on nothing but the seed and what they are for, so that any person of half a million
 * can be computed alone. Not for secrets.
 */
export function hash32(seed: number, index: number, purpose: number): number {
  let h =
    Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^
    Math.imul(index + 1, 0xc2b2ae35) ^
    Math.imul(purpose + 1, 0x27d4eb2f)
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d)
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b)
  return (h ^ (h >>> 16)) >>> 0
}

/** A number for a word, so that a purpose or a name can be hashed. */
export function wordNumber(word: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < word.length; i += 1) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193)
  return h >>> 0
}

/** One of the choices. @throws {Error} when there are none */
export function pickOne<T>(choices: readonly T[], random: number): T {
  const choice = choices[random % choices.length]
  if (choice === undefined) throw new Error('there must be something to pick from')
  return choice
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0').slice(-digits)

/** A version 4 GUID whose first eight digits are given and whose rest follows from seed, index and purpose. */
export function guidWith(first: number, seed: number, index: number, purpose: number): string {
  const a = hash32(seed, index, purpose)
  const b = hash32(seed, index, purpose + 1)
  const c = hash32(seed, index, purpose + 2)
  return `${hex(first, 8)}-${hex(a >>> 16, 4)}-4${hex(a, 3)}-${hex(0x8000 | (b & 0x3fff), 4)}-${hex(b >>> 16, 4)}${hex(c, 8)}`
}

/** A GUID that follows from the seed and a word. */
export function guidOf(seed: number, word: string, index = 0): string {
  const purpose = wordNumber(word)
  return guidWith(hash32(seed, index, purpose + 3), seed, index, purpose)
}

/** Base32 without padding, 26 letters (130 bits): the shape of a one-time-code secret. */
export function base32Of(seed: number, index: number, purpose: number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  let text = ''
  for (let i = 0; i < 26; i += 1) text += letters[hash32(seed, index, purpose * 64 + i) & 31]
  return text
}
