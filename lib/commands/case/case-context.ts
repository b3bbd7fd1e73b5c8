import { and, desc, eq, gte, isNull } from 'drizzle-orm'
import type { cases } from '@/db/schema/desk'
import { looks } from '@/db/schema/methods'
import { signIns } from '@/db/schema/sessions'
import { swaps } from '@/db/schema/swaps'
import { addMinutes } from '@/lib/clock'
import type { Evidence } from '@/lib/domain/evidence'
import { readGate } from '@/lib/domain/gate'
import { factorOf } from '@/lib/domain/method'
import { isSecondWay, secondWayUsedAt } from '@/lib/domain/second-way'
import { readEvidence } from '@/lib/queries/evidence'
import type { Work } from '@/lib/transact'

type Context = (typeof cases.$inferInsert)['context']

/** Where somebody stands when they ask for help: the open swap, and codes and counts, no names. */
export async function readCaseContext({ tx, now }: Work, personId: string) {
  const [swap] = await tx
    .select()
    .from(swaps)
    .where(and(eq(swaps.personId, personId), isNull(swaps.closedAt)))
  const [look] = await tx.select().from(looks).where(eq(looks.personId, personId))
  const [signIn] = await tx
    .select()
    .from(signIns)
    .where(and(eq(signIns.personId, personId), gte(signIns.at, addMinutes(now, -24 * 60))))
    .orderBy(desc(signIns.at))
    .limit(1)
  const seen: Context = {
    lastLookFailure: look?.failure ?? null,
    lastSignInWith: signIn ? factorOf(signIn.amr) : null,
  }
  if (!swap) return { swapId: null, context: seen }

  const evidence = await readEvidence(tx, swap, now)
  return { swapId: swap.id, context: { ...seen, swapState: swap.state, ...gateContext(evidence) } }
}

function gateContext(evidence: Evidence): Context {
  const gate = readGate(evidence)
  const missing = gate.levels.find(({ reachedAt }) => reachedAt === null)
  const ways = evidence.methods.filter((method) => isSecondWay(method, evidence))
  const tested = ways.find((way) => secondWayUsedAt(way, evidence) !== null)
  return {
    levels: gate.levels
      .filter(({ reachedAt }) => reachedAt)
      .map(({ level, known }) => `${level}:${known}`)
      .join(' '),
    stuckAt: missing?.level ?? null,
    stuckWhy: missing?.reason ?? null,
    secondWays: ways.length,
    testedWay: tested?.kind ?? null,
    deskAgreed: evidence.deskAgreedAt !== null,
  }
}
