/** A number in [0, 1) that is always the same for one seed, one person and one question, whatever else was asked. */
export type Luck = (question: string, time?: number) => number

/**
 * The luck of one person. Both arms and every variation ask the same questions, so that they differ by what was
 * done, not by chance.
 */
export function luckOf(seed: number, person: number): Luck {
  const own = mix(mix(seed) ^ Math.imul(person + 1, 0x9e3779b1))
  return (question, time = 0) =>
    mix(mix(own ^ numberOf(question)) ^ Math.imul(time + 1, 0xc2b2ae35)) / 2 ** 32
}

const numbers = new Map<string, number>()

/** A question as a number, reckoned once. */
function numberOf(question: string): number {
  const known = numbers.get(question)
  if (known !== undefined) return known
  let state = 0
  for (const letter of question) state = mix(state ^ Math.imul(letter.charCodeAt(0), 0x85ebca6b))
  numbers.set(question, state)
  return state
}

/** The finalizer of MurmurHash3: every bit of the answer hangs on every bit of the question. */
function mix(value: number): number {
  let bits = value >>> 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}
