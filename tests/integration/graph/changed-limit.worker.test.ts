import { expect, test } from 'vitest'
import { db } from '@/db/client'
import type { Access } from '@/lib/graph/access'
import { leaseCalls } from '@/lib/graph/allowance'
import { revokeSessions } from '@/lib/graph/methods'
import { control, tokenOf } from '@/tests/support/control'

/** How many times as fast the emulator's clock runs, so that its bucket empties within seconds. */
const SCALE = 5
const WRITERS = 8

type Tally = { done: number; refused: number }

async function writeFor(seconds: number, write: () => Promise<unknown>): Promise<Tally> {
  const endsAt = performance.now() + seconds * 1_000
  const tally = { done: 0, refused: 0 }
  await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      while (performance.now() < endsAt) {
        const isDone = await write().then(
          () => true,
          () => false,
        )
        tally[isDone ? 'done' : 'refused'] += 1
      }
    }),
  )
  return tally
}

test('a limit that Microsoft lowers while we write is found, kept to, and nearly used up', async () => {
  const token = await tokenOf('desk', 'Hana')
  const access: Access = { app: 'desk', priority: 'low', token: async () => token, renew: () => false }
  const { id } = (await control('GET', '/person/Elio')) as { id: string }
  await leaseCalls({ app: 'desk', family: 'writes' }, { units: 1, count: 1, priority: 'high' })
  await db.execute(`update graph_allowances set per_second = per_second * ${SCALE}`)
  // A fifth of the documented 20 writes in a second.
  await control('PATCH', '/settings', { timeScale: SCALE, throttleScale: 0.2 })
  const limit = 20 * 0.2 * SCALE

  await writeFor(16, () => revokeSessions(access, id))
  const { done, refused } = await writeFor(12, () => revokeSessions(access, id))

  expect(done / 12).toBeGreaterThan(limit * 0.7)
  // Who does not heed the refusals has four of five calls refused.
  expect(refused / (done + refused)).toBeLessThan(0.15)
}, 60_000)
