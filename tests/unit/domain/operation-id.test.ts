import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { operationId } from '@/lib/domain/operation-id'

const sha1 = (...parts: Uint8Array[]) => {
  const hash = createHash('sha1')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

test('an attempt has one id for ever, and the next attempt another', () => {
  const first = operationId(sha1, ['reset', 'r1', 's1', 1])
  expect(first).toBe(operationId(sha1, ['reset', 'r1', 's1', 1]))
  expect(first).not.toBe(operationId(sha1, ['reset', 'r1', 's1', 2]))
})

test('it is a UUID of version 5 and the variant of RFC 9562', () => {
  expect(operationId(sha1, ['x'])).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  )
})

test('parts do not run into each other', () => {
  expect(operationId(sha1, ['a', 'b'])).not.toBe(operationId(sha1, ['ab']))
})
