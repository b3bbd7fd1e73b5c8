import { guidWith, hash32, wordNumber } from './random'

const idPurpose = wordNumber('person')
const rounds = [11, 12, 13, 14] as const

const mix = (seed: number, half: number, round: number) => hash32(seed, half, round) & 0xffff

/** A person's object id. The index is hidden in its first eight digits, so that the way back needs no table. */
export function idOfIndex(seed: number, index: number): string {
  let left = index >>> 16
  let right = index & 0xffff
  for (const round of rounds) [left, right] = [right, left ^ mix(seed, right, round)]
  return guidWith(((left << 16) | right) >>> 0, seed, index, idPurpose)
}

/** The index an object id stands for, or null when this tenant never gave it out. */
export function indexOfId(seed: number, id: string): number | null {
  if (!/^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(id)) return null
  const first = Number.parseInt(id.slice(0, 8), 16)
  let left = first >>> 16
  let right = first & 0xffff
  for (const round of rounds.toReversed()) [left, right] = [right ^ mix(seed, left, round), left]
  const index = ((left << 16) | right) >>> 0
  return idOfIndex(seed, index) === id.toLowerCase() ? index : null
}
