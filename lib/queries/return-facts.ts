import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Database, Tx } from '@/db/client'
import { looks, readings } from '@/db/schema/methods'
import { returns } from '@/db/schema/returns'
import { swapEvidence, type swaps } from '@/db/schema/swaps'
import { readGate } from '@/lib/domain/gate'
import type { ReturnFacts } from '@/lib/domain/return'
import { readEvidence } from '@/lib/queries/evidence'

type Swap = typeof swaps.$inferSelect
type Reader = Database | Tx

/** The facts of one swap's old phone, and the row that was made of its end. */
export type ReturnState = ReturnFacts & {
  row: typeof returns.$inferSelect | null
  /** When each step that is done was last said to be. */
  doneAt: ReadonlyMap<string, Date>
}

/** What was said of an old phone's end and holds; null: nothing. */
export async function findMade(reader: Reader, swapId: string): Promise<typeof returns.$inferSelect | null> {
  const [row] = await reader
    .select()
    .from(returns)
    .where(and(eq(returns.swapId, swapId), isNull(returns.voidedAt)))
  return row ?? null
}

/** Everything the rules about an old phone's end look at, as it stands in the caller's transaction or now. */
export async function readReturn(reader: Reader, swap: Swap, now: Date): Promise<ReturnState> {
  const gate = readGate(await readEvidence(reader, swap, now))
  const row = await findMade(reader, swap.id)
  const said = await reader
    .select({ kind: swapEvidence.kind, at: swapEvidence.at, detail: swapEvidence.detail })
    .from(swapEvidence)
    .where(
      and(
        eq(swapEvidence.swapId, swap.id),
        inArray(swapEvidence.kind, ['return_step', 'return_step_undone']),
      ),
    )
    .orderBy(swapEvidence.at, swapEvidence.id)
  const doneAt = new Map<string, Date>()
  for (const { kind, at, detail } of said) {
    if (kind === 'return_step') doneAt.set(String(detail.step), at)
    else doneAt.delete(String(detail.step))
  }
  return {
    gate,
    hasOldPhone: swap.hasOldPhone,
    doneSteps: [...doneAt.keys()],
    made: row,
    readAt: await findReadAt(reader, swap.personId),
    safeAt: swap.safeAt,
    now,
    row,
    doneAt,
  }
}

/** When what we know of a person's registrations was last true: a look that found nothing new leaves no reading. */
async function findReadAt(reader: Reader, personId: string): Promise<Date | null> {
  const [look] = await reader.select().from(looks).where(eq(looks.personId, personId))
  const [reading] = await reader
    .select({ at: readings.at })
    .from(readings)
    .where(eq(readings.personId, personId))
    .orderBy(desc(readings.at))
    .limit(1)
  const times = [look?.readAt, reading?.at].filter((at) => at instanceof Date)
  return times.length > 0 ? new Date(Math.max(...times.map((at) => at.getTime()))) : null
}
