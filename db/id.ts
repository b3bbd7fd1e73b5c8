import { randomBytes } from 'node:crypto'
import { readClock } from '@/lib/clock'

/** The millisecond of the last id, and the 74 bits after it. */
let last = { ms: -1, tail: 0n }

/**
 * A new row id: UUID version 7 (RFC 9562). Ids made later sort later; of those made within one millisecond,
 * those of the same process do, so that the events of one command keep their order.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9562#section-6.2 method 2
 */
export function newId(): string {
  const bytes = randomBytes(16)
  const ms = readClock().getTime()
  const tail = ms === last.ms ? last.tail + stepOf(bytes) : startOf(bytes)
  last = { ms, tail }

  bytes.writeUIntBE(ms, 0, 6)
  bytes.writeUInt16BE(0x7000 | Number((tail >> 62n) & 0xfffn), 6)
  bytes.writeBigUInt64BE(0x8000000000000000n | (tail & 0x3fffffffffffffffn), 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** 73 random bits: the highest of 74 stays free, so that no millisecond runs out of steps. */
function startOf(bytes: Buffer): bigint {
  return (BigInt(bytes.readUInt16BE(6) & 0x07ff) << 62n) | (bytes.readBigUInt64BE(8) >> 2n)
}

/** A random step upwards, so that one id does not tell the next. */
function stepOf(bytes: Buffer): bigint {
  return 1n + BigInt(bytes.readUInt32BE(12))
}
