import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { helpLookups } from '@/db/schema/lookups'
import type { PersonActor, VisitorActor } from '@/lib/domain/actor'
import { nothingFound, topicCodes } from '@/lib/domain/topic'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'
import { drawVisit } from './draw-visit'

const Input = z.object({
  topic: z.enum([...topicCodes, nothingFound]),
  /** Where a visitor's request came from; of no interest where somebody is signed in. */
  address: z.string().nullable().default(null),
})

/**
 * Counts what a search in the help came to, by topic and day: not who, not their words. No event: it says
 * nothing about anybody. A visitor who searches on and on is no longer counted.
 */
export async function countLookup(
  actor: PersonActor | VisitorActor,
  input: z.input<typeof Input>,
): Promise<void> {
  const { topic, address } = parse(Input, input)
  await transact(actor, async (work) => {
    const { tx, now, permit, unchanged } = work
    permit('lookup.count')
    unchanged()
    if (actor.kind === 'visitor' && (await drawVisit(work, 'lookup', address)) !== null) return
    await tx
      .insert(helpLookups)
      .values({ topic, on: now.toISOString().slice(0, 10), count: 1, lastAt: now })
      .onConflictDoUpdate({
        target: [helpLookups.topic, helpLookups.on],
        set: { count: sql`${helpLookups.count} + 1`, lastAt: now },
      })
  })
}
