import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { auditEvents } from '@/db/schema/audit'
import { swapEvidence } from '@/db/schema/swaps'
import { attestKit } from '@/lib/commands/swap/attest-kit'
import { findMyKit } from '@/lib/queries/my-kit'
import { transact } from '@/lib/transact'
import { makePerson, personActor } from '@/tests/support/make'
import { makeSwap } from '@/tests/support/make-swap'

async function begin(wanted: Parameters<typeof makeSwap>[1] = {}) {
  const person = await makePerson()
  const swap = await makeSwap(person, wanted)
  return { person, swap, actor: personActor(person) }
}

const rowsOf = (swapId: string) =>
  db
    .select()
    .from(swapEvidence)
    .where(and(eq(swapEvidence.swapId, swapId), eq(swapEvidence.kind, 'kit_done')))
const eventsOf = (entraId: string) =>
  db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.subjectOid, entraId), eq(auditEvents.type, 'swap.kit_done')))

test('the organisation learns that a list is done, and nothing else', async () => {
  const { person, swap, actor } = await begin()
  expect(await findMyKit(actor)).toEqual({ hasMove: true, doneAt: null })
  await attestKit(actor)
  const [row] = await rowsOf(swap.id)
  expect(row?.detail).toEqual({})
  expect(await findMyKit(actor)).toEqual({ hasMove: true, doneAt: row?.at.toISOString() })
  const [event] = await eventsOf(person.entraId)
  expect(event).toMatchObject({ type: 'swap.kit_done', known: 'attested' })
})

test('without a move of one’s own there is nobody to tell, and somebody else’s looks absent', async () => {
  const { swap } = await begin()
  const other = personActor(await makePerson())
  expect(await findMyKit(other)).toEqual({ hasMove: false, doneAt: null })
  await expect(attestKit(other)).rejects.toMatchObject({ kind: 'not_found' })
  expect(await rowsOf(swap.id)).toEqual([])
})

test('nobody says it of somebody else', async () => {
  const { person, swap } = await begin()
  const other = personActor(await makePerson(), ['planner', 'helpdesk', 'owner'])
  const saying = transact(other, async ({ permit, unchanged }) => {
    permit('kit.attest', { id: swap.id, personId: person.id })
    unchanged()
  })
  await expect(saying).rejects.toMatchObject({ kind: 'forbidden', code: 'denied' })
})

test.each<[string, Parameters<typeof makeSwap>[1]]>([
  ['is closed', { closedAt: new Date('2026-11-21T08:00:00Z'), closedWhy: 'cancelled' }],
  ['is still a draft', { publishedAt: null }],
])('of a move that %s nothing is said, and no trace is left', async (_when, wanted) => {
  const { person, swap, actor } = await begin(wanted)
  await expect(attestKit(actor)).rejects.toMatchObject({ kind: 'not_found' })
  expect(await rowsOf(swap.id)).toEqual([])
  expect(await eventsOf(person.entraId)).toEqual([])
})

test('said twice, or in two tabs at once, it is said once', async () => {
  const { person, swap, actor } = await begin()
  await Promise.all([attestKit(actor), attestKit(actor)])
  await attestKit(actor)
  expect(await rowsOf(swap.id)).toHaveLength(1)
  expect(await eventsOf(person.entraId)).toHaveLength(1)
})
