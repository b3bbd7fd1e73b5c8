/** SHA-1 of the parts one after the other. Given by the caller. */
export type Sha1 = (...parts: Uint8Array[]) => Uint8Array

/** Our own namespace for operations, once chosen at random. */
const namespace = Uint8Array.from([
  0x7c, 0x1e, 0x5b, 0x0a, 0x94, 0x3d, 0x4f, 0x62, 0x8a, 0x17, 0x2e, 0xc5, 0x90, 0x6b, 0xd3, 0x48,
])

/**
 * The id one attempt at one step always has, as UUID version 5 (RFC 9562): sent to Microsoft as
 * `client-request-id`, so that both logs name the same thing.
 */
export function operationId(sha1: Sha1, parts: readonly (string | number)[]): string {
  const name = new TextEncoder().encode(parts.join('\n'))
  const bytes = sha1(namespace, name).slice(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
