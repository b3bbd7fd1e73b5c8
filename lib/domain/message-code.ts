/** Crockford's base 32: no I, L, O or U, so that what is read is what was written. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const LENGTH = 10

/**
 * The code a message carries, made of the first 50 bits of a keyed hash of its id: the same at every try, and
 * kept nowhere.
 *
 * @param hash at least seven bytes
 */
export function codeFrom(hash: Uint8Array): string {
  let bits = 0n
  for (const byte of hash.slice(0, 7)) bits = (bits << 8n) | BigInt(byte)
  const places = Array.from({ length: LENGTH }, (_, place) => Number((bits >> BigInt(51 - 5 * place)) & 31n))
  return places.map((place) => alphabet.charAt(place)).join('')
}

/** The code as it is written in a mail: `K7QF2-M9XAD`. */
export function writeCode(code: string): string {
  return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`
}

/** The code somebody typed, however spaced and in either case; null when it cannot be one. */
export function readCode(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[\s\-–—.]/g, '')
  const code = letters.replace(/O/g, '0').replace(/[IL]/g, '1')
  return code.length === LENGTH && [...code].every((letter) => alphabet.includes(letter)) ? code : null
}
