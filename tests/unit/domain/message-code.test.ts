import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { codeFrom, readCode, writeCode } from '@/lib/domain/message-code'
import { keyedHash } from '@/lib/seal'

test('a code is the first fifty bits in Crockford’s base 32', () => {
  expect(codeFrom(Uint8Array.from([0, 0, 0, 0, 0, 0, 0]))).toBe('0000000000')
  expect(codeFrom(Uint8Array.from([255, 255, 255, 255, 255, 255, 255]))).toBe('ZZZZZZZZZZ')
  // 00001 00010 00011 00100 00101 00110 00111 01000 01001 01010 and six bits that do not count.
  expect(codeFrom(Uint8Array.from([0x08, 0x86, 0x42, 0x98, 0xe8, 0x4a, 0xbf]))).toBe('123456789A')
  expect(writeCode('123456789A')).toBe('12345-6789A')
})

test.each([
  ['as printed', 'K7QF2-M9XA0', 'K7QF2M9XA0'],
  ['in lower case, with blanks and a long dash', ' k7qf2 – m9xa0 ', 'K7QF2M9XA0'],
  ['with letters that look like digits', 'KIQFL-M9XAO', 'K1QF1M9XA0'],
])('is read %s', (_how, typed, code) => {
  expect(readCode(typed)).toBe(code)
})

test.each(['', 'K7QF2', 'K7QF2-M9XA01', 'K7QF2-M9XU0', "'; drop", '🦊'.repeat(10)])(
  '“%s” is no code',
  (typed) => {
    expect(readCode(typed)).toBeNull()
  },
)

test('the key of a keyed hash serves one purpose: HKDF and HMAC, by hand', () => {
  const secret = Buffer.alloc(32, 7)
  process.env.SESSION_KEY = secret.toString('base64')
  // RFC 5869 with an empty salt, one block.
  const extracted = createHmac('sha256', Buffer.alloc(32)).update(secret).digest()
  const key = createHmac('sha256', extracted)
    .update('passaggio one purpose')
    .update(Buffer.from([1]))
    .digest()
  const expected = createHmac('sha256', key).update('value').digest('hex')
  expect(keyedHash('one purpose', 'value').toString('hex')).toBe(expected)
  expect(keyedHash('another purpose', 'value').toString('hex')).not.toBe(expected)
})
