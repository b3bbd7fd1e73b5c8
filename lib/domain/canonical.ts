/** What may stand in a leaf: no fractions, so that every language writes the same digits. */
export type Canonical =
  | string
  | number
  | boolean
  | null
  | readonly Canonical[]
  | { readonly [key: string]: Canonical }

/**
 * RFC 8785 (JCS) text of a value made of strings, integers up to 2^53 - 1, booleans and nulls.
 *
 * @throws {Error} a number that is no such integer, or a string with half a character
 * @see https://www.rfc-editor.org/rfc/rfc8785
 */
export function canonicalJson(value: Canonical): string {
  if (typeof value === 'number') return integer(value)
  if (typeof value === 'string') return text(value)
  if (value === null || typeof value === 'boolean') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${text(key)}:${canonicalJson(item)}`).join(',')}}`
}

function integer(value: number): string {
  if (!Number.isSafeInteger(value)) throw new Error('a leaf holds integers up to 2^53 - 1 only')
  return String(value === 0 ? 0 : value)
}

function text(value: string): string {
  if (!value.isWellFormed()) throw new Error('a leaf holds whole characters only')
  return JSON.stringify(value)
}

// Array.isArray does not narrow a readonly array.
function isList(value: Canonical): value is readonly Canonical[] {
  return Array.isArray(value)
}
