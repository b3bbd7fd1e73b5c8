import { createHmac } from 'node:crypto'

import { realNow } from './clock'

const stepSeconds = 30

/** The six digits of a secret at an instant (RFC 6238, SHA-1, 30 seconds). */
export function totpAt(secret: string, ms: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(ms / 1_000 / stepSeconds)))
  const digest = createHmac('sha1', base32Bytes(secret)).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** What the phone shows right now, and for how many more seconds. */
export function totpNow(secret: string): { code: string; secondsLeft: number } {
  const now = realNow()
  return { code: totpAt(secret, now), secondsLeft: stepSeconds - (Math.floor(now / 1_000) % stepSeconds) }
}

/** Whether the digits are this secret's, now or one step to either side. */
export function isTotp(secret: string, digits: string, now = realNow()): boolean {
  const wanted = digits.replaceAll(/\s/g, '')
  return [-1, 0, 1].some((step) => totpAt(secret, now + step * stepSeconds * 1_000) === wanted)
}

function base32Bytes(text: string): Buffer {
  let bits = ''
  for (const letter of text)
    bits += 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')
  const bytes = bits.match(/.{8}/g) ?? []
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)))
}
