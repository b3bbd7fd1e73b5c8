import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { devices } from '@/db/schema/devices'
import { readings } from '@/db/schema/methods'
import { swaps } from '@/db/schema/swaps'
import { waves } from '@/db/schema/waves'
import { readClock } from '@/lib/clock'
import type { PersonActor } from '@/lib/domain/actor'
import type { Evidence, TrackedMethod } from '@/lib/domain/evidence'
import { readGate } from '@/lib/domain/gate'
import { isMfaCapable, isOfAuthenticator } from '@/lib/domain/method'
import { type Advice, adviceFor, type Standing } from '@/lib/domain/recovery'
import { isSecondWay, secondWayUsedAt } from '@/lib/domain/second-way'
import type { SituationCode } from '@/lib/domain/topic'
import { readEvidence } from './evidence'
import { getLook } from './look'
import { methodView } from './method-views'
import { listMyMethods } from './my-methods'
import type { MethodView } from './my-swap'

type Named = Pick<MethodView, 'id' | 'kind' | 'name' | 'detail'>

/** What somebody in trouble is told about themselves, and what it rests on. */
export type RecoveryView = {
  advice: Advice[]
  /** Ways in besides the old phone, those tried first. */
  ways: Named[]
  /** What of the old phone Microsoft still shows. */
  old: Named[]
  /** When Microsoft was last read; null: never. */
  readAt: string | null
  /** What the situation makes of a phone; null where nothing becomes of it. */
  mark: 'lost' | 'damaged' | null
  /** The phones it may be, in use until now; null names are for the screen to say. */
  devices: { id: string; name: string | null }[]
}

/** The advice for the actor's own situation, from what is known of them now. */
export async function getRecovery(actor: PersonActor, situation: SituationCode): Promise<RecoveryView> {
  const { readAt } = await getLook(actor, actor.personId)
  const known = (await readMove(actor)) ?? (await readMethods(actor))
  const isRead = readAt !== null || (await hasReading(actor))
  return {
    advice: adviceFor(situation, { ...known.standing, isRead }),
    ways: known.ways,
    old: known.old,
    readAt,
    mark: markOf[situation],
    devices: markOf[situation] ? await listMarkable(actor) : [],
  }
}

const markOf: Record<SituationCode, RecoveryView['mark']> = {
  'PHONE-LOST': 'lost',
  'PHONE-STOLEN': 'lost',
  'PHONE-BROKEN': 'damaged',
  'APP-DELETED': null,
}

/** The old phone of the move; without a move, every phone. */
async function listMarkable({ personId }: PersonActor): Promise<RecoveryView['devices']> {
  const rows = await db
    .select()
    .from(devices)
    .where(and(eq(devices.personId, personId), eq(devices.kind, 'phone')))
    .orderBy(asc(devices.createdAt), asc(devices.id))
  const inUse = rows.filter(({ state, part }) => part !== 'new' && (state === 'active' || state === 'old'))
  const old = inUse.filter(({ part }) => part === 'old')
  return (old.length > 0 ? old : inUse).map(({ id, name, model }) => ({ id, name: name ?? model }))
}

type Known = { standing: Omit<Standing, 'isRead'>; ways: Named[]; old: Named[] }

async function readMove({ personId }: PersonActor): Promise<Known | null> {
  const [row] = await db
    .select({ swap: swaps })
    .from(swaps)
    .innerJoin(waves, eq(waves.id, swaps.waveId))
    .where(and(eq(swaps.personId, personId), isNull(swaps.closedAt), isNotNull(waves.publishedAt)))
  if (!row) return null
  const evidence = await readEvidence(db, row.swap, readClock())
  const gate = readGate(evidence)
  const isTested = (id: string) =>
    evidence.methods.some((method) => method.id === id && secondWayUsedAt(method, evidence) !== null)
  const ways = evidence.methods
    .filter((method) => isSecondWay(method, evidence))
    .map((method) => methodView(method, 'kept_device'))
    .toSorted((a, b) => Number(isTested(b.id)) - Number(isTested(a.id)))
  const live = evidence.methods.filter(({ goneAt }) => goneAt === null)
  const old = live.filter((method) => mayBeOld(method, evidence))
  return {
    standing: {
      isFrozen: row.swap.frozenAt !== null,
      hasSwap: true,
      hasOldPhone: row.swap.hasOldPhone,
      wayCount: ways.length,
      testedCount: ways.filter(({ id }) => isTested(id)).length,
      oldCount: old.length,
      hasNew: live.some(({ id }) => id === gate.newMethodId),
    },
    ways,
    old: old.map((method) => methodView(method, 'old_phone')),
  }
}

/** What the person gave to the old phone; and before they said whose each is, every phone may be the old one. */
function mayBeOld(method: TrackedMethod, { baselineAt, owners }: Evidence): boolean {
  const owner = owners.get(method.id)
  if (owner === 'old_phone') return true
  return isOfAuthenticator(method) && (owner === 'unknown' || baselineAt === null)
}

/** Without a move nobody said which phone is which. */
async function readMethods(actor: PersonActor): Promise<Known> {
  const methods = await listMyMethods(actor)
  const old = methods.filter(({ isPhone }) => isPhone)
  const ways = methods.filter((method) => !method.isPhone && method.kind !== 'phone' && isMfaCapable(method))
  return {
    standing: {
      isFrozen: false,
      hasSwap: false,
      hasOldPhone: null,
      wayCount: ways.length,
      testedCount: 0,
      oldCount: old.length,
      hasNew: false,
    },
    ways,
    old,
  }
}

async function hasReading({ personId }: PersonActor): Promise<boolean> {
  const [row] = await db
    .select({ id: readings.id })
    .from(readings)
    .where(eq(readings.personId, personId))
    .limit(1)
  return row !== undefined
}
