/** A place in a list, as it travels in a URL: the sort key of a row, its parts in order. */
export function encodeCursor(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/**
 * The parts of a cursor, or null when there is none or it is malformed: the list then begins at its start.
 *
 * @param length how many parts the list's sort key has
 */
export function decodeCursor(text: string | null | undefined, length: number): string[] | null {
  if (!text) return null
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    return isStrings(parts) && parts.length === length ? parts : null
  } catch {
    return null
  }
}

// PostgreSQL text holds no NUL.
function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((part) => typeof part === 'string' && !part.includes('\0'))
}
