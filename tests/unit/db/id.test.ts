import { expect, test } from 'vitest'
import { newId } from '@/db/id'
import { runAt } from '@/lib/clock'

test('an id is a UUID of version 7 that begins with its millisecond', async () => {
  const id = await runAt(new Date('2026-11-22T10:00:00.123Z'), async () => newId())
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(
    Date.parse('2026-11-22T10:00:00.123Z'),
  )
})

test('ids of one millisecond sort in the order in which they were made', async () => {
  const ids = await runAt(new Date('2026-11-22T10:00:00Z'), async () =>
    Array.from({ length: 20_000 }, () => newId()),
  )
  expect(new Set(ids).size).toBe(ids.length)
  expect([...ids].sort()).toEqual(ids)
})

test('one id does not tell the next', async () => {
  const [one, two, three] = await runAt(new Date('2026-11-22T10:00:01Z'), async () => [
    newId(),
    newId(),
    newId(),
  ])
  const tail = (id: string | undefined) => Number.parseInt(id?.slice(-8) ?? '', 16)
  expect(tail(two) - tail(one)).not.toBe(tail(three) - tail(two))
})
