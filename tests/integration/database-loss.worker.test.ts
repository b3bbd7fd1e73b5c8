import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { expect, test, vi } from 'vitest'
import { db } from '@/db/client'

const owner = postgres(testDatabase.owner, { max: 1 })

/** What a restart of the database does to a transaction that is under way. */
function interrupted(): Promise<unknown> {
  return db.transaction(async (tx) => {
    const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
    setTimeout(() => owner`select pg_terminate_backend(${row!.pid})`.execute(), 50)
    await tx.execute(sql`select pg_sleep(5)`)
  })
}

const number = (count: number) =>
  db.transaction(async (tx) => (await tx.execute<{ n: number }>(sql`select ${count}::int as n`))[0]?.n)

test('a transaction whose connection dies is refused, the process lives, and soon all goes on', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 12 }, interrupted))
  expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true)

  const numbers = Array.from({ length: 20 }, (_, count) => count)
  await vi.waitFor(async () => expect(await Promise.all(numbers.map(number))).toEqual(numbers), {
    timeout: 3_000,
  })
})
