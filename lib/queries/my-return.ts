import { and, desc, eq, isNotNull, isNull, max } from 'drizzle-orm'
import { db } from '@/db/client'
import { backupAttestations, backupChecks, devices } from '@/db/schema/devices'
import { people } from '@/db/schema/people'
import { swapEvidence, swaps } from '@/db/schema/swaps'
import { waves } from '@/db/schema/waves'
import { readClock } from '@/lib/clock'
import type { PersonActor } from '@/lib/domain/actor'
import { nextCheckAt } from '@/lib/domain/backup'
import {
  checkUpDueAt,
  fineRefusal,
  isContradicted,
  isReadOld,
  isReturnOver,
  keepRefusal,
  type ReturnStep,
  returnStepRefusal,
  returnSteps,
  signRefusal,
  undoStepRefusal,
} from '@/lib/domain/return'
import { readReturn } from '@/lib/queries/return-facts'

/** The end of one's own old phone: what to do with it, and how the move is closed. Instants are ISO strings. */
export type MyReturnView = {
  /** `ios` or `android`; null until the person says. */
  platform: string | null
  hasOldPhone: boolean | null
  isSafe: boolean
  steps: {
    step: ReturnStep
    doneAt: string | null
    refusal: ReturnType<typeof returnStepRefusal>
    undoRefusal: ReturnType<typeof undoStepRefusal>
  }[]
  signRefusal: ReturnType<typeof signRefusal>
  keepRefusal: ReturnType<typeof keepRefusal>
  /** Whether Microsoft has to be read again before the phone can be signed for. */
  isReadOld: boolean
  made: {
    way: string
    signedAt: string
    signedName: string | null
    ink: string | null
    received: { at: string; by: string } | null
  } | null
  isContradicted: boolean
  /** Nothing more is to be done about the old phone. */
  isOver: boolean
  checkUp: {
    /** From when it can be answered; null while the old phone is not safe to wipe. */
    dueAt: string | null
    isDue: boolean
    refusal: ReturnType<typeof fineRefusal>
    problemAt: string | null
    /** When the backup is asked about next: `soon` where it never was, null where there is none. */
    backupCheckAt: string | null
  }
}

/** About the actor's own open move; null without one. */
export async function findMyReturn({ personId }: PersonActor): Promise<MyReturnView | null> {
  const [found] = await db
    .select({ swap: swaps })
    .from(swaps)
    .innerJoin(waves, eq(waves.id, swaps.waveId))
    .where(and(eq(swaps.personId, personId), isNull(swaps.closedAt), isNotNull(waves.publishedAt)))
  if (!found) return null
  const state = await readReturn(db, found.swap, readClock())
  const dueAt = checkUpDueAt(state)
  return {
    platform: found.swap.oldPlatform,
    hasOldPhone: state.hasOldPhone,
    isSafe: state.gate.isSafe,
    steps: returnSteps.map((step) => ({
      step,
      doneAt: state.doneAt.get(step)?.toISOString() ?? null,
      refusal: returnStepRefusal(step, state),
      undoRefusal: undoStepRefusal(step, state),
    })),
    signRefusal: signRefusal(state),
    keepRefusal: keepRefusal(state),
    isReadOld: isReadOld(state),
    made: await madeView(state.row),
    isContradicted: isContradicted(state),
    isOver: isReturnOver(state),
    checkUp: {
      dueAt: dueAt?.toISOString() ?? null,
      isDue: dueAt !== null && dueAt <= state.now,
      refusal: fineRefusal(state),
      problemAt: await findProblemAt(found.swap.id),
      backupCheckAt: await findBackupCheckAt(personId),
    },
  }
}

async function madeView(row: Awaited<ReturnType<typeof readReturn>>['row']): Promise<MyReturnView['made']> {
  if (!row) return null
  const { way, signedAt, signedName, ink, receivedAt, receivedById } = row
  const [receiver] = receivedById ? await db.select().from(people).where(eq(people.id, receivedById)) : []
  return {
    way,
    signedAt: signedAt.toISOString(),
    signedName,
    ink,
    received: receivedAt && { at: receivedAt.toISOString(), by: receiver?.displayName ?? '' },
  }
}

/** When the person last said that something does not work; null when they never did. */
async function findProblemAt(swapId: string): Promise<string | null> {
  const rows = await db
    .select({ at: swapEvidence.at, detail: swapEvidence.detail })
    .from(swapEvidence)
    .where(and(eq(swapEvidence.swapId, swapId), eq(swapEvidence.kind, 'check_up')))
    .orderBy(desc(swapEvidence.at))
  return rows.find(({ detail }) => detail.answer === 'problem')?.at.toISOString() ?? null
}

async function findBackupCheckAt(personId: string): Promise<string | null> {
  const [row] = await db
    .select({ askedAt: backupChecks.askedAt, saidAt: max(backupAttestations.at) })
    .from(devices)
    .leftJoin(backupChecks, eq(backupChecks.personId, devices.personId))
    .leftJoin(backupAttestations, eq(backupAttestations.deviceId, devices.id))
    .where(and(eq(devices.personId, personId), eq(devices.role, 'primary')))
    .groupBy(backupChecks.askedAt)
  return row ? (nextCheckAt(row, readClock())?.toISOString() ?? 'soon') : null
}

/** When the actor's last move was closed as done, for as long as no other is open; null otherwise. */
export async function findDoneAt({ personId }: PersonActor): Promise<string | null> {
  const [last] = await db
    .select({ closedAt: swaps.closedAt, closedWhy: swaps.closedWhy })
    .from(swaps)
    .where(eq(swaps.personId, personId))
    .orderBy(desc(swaps.createdAt))
    .limit(1)
  return last?.closedWhy === 'done' ? (last.closedAt?.toISOString() ?? null) : null
}
