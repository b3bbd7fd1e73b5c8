import { and, asc, eq, gte } from 'drizzle-orm'
import type { Database, Tx } from '@/db/client'
import { looks, methods, readings } from '@/db/schema/methods'
import { signIns } from '@/db/schema/sessions'
import { swapEntries, swapEvidence, type swaps } from '@/db/schema/swaps'
import type { Evidence, EvidenceKind, LaterOwner, Owner } from '@/lib/domain/evidence'
import { phoneMethodsEndAt } from '@/lib/domain/retirement'
import { readTenantDemands } from '@/lib/queries/tenant'

type Swap = typeof swaps.$inferSelect
type Reader = Database | Tx

/** Everything the gate looks at for one swap, as it stands in the caller's transaction or now. */
export async function readEvidence(reader: Reader, swap: Swap, now: Date): Promise<Evidence> {
  const baseline = await findBaseline(reader, swap)
  const entries = await reader.select().from(swapEntries).where(eq(swapEntries.swapId, swap.id))
  const said = await reader
    .select()
    .from(swapEvidence)
    .where(eq(swapEvidence.swapId, swap.id))
    .orderBy(asc(swapEvidence.at))
  const lastSaid = (kind: EvidenceKind) => said.findLast((row) => row.kind === kind)?.at ?? null
  const everSaid = (kind: EvidenceKind) =>
    said.filter((row) => row.kind === kind && isAfter(row.at, swap.unfrozenAt)).map(({ at }) => at)

  return {
    baselineAt: baseline?.at ?? null,
    owners: new Map(entries.map(({ entraMethodId, owner }) => [entraMethodId, ownerOf(owner)])),
    later: new Map(said.flatMap(laterNamed)),
    methods: await listTracked(reader, swap),
    signIns: await listSignIns(reader, swap),
    oldPhoneOff: everSaid('old_phone_off'),
    newPhoneAnswers: everSaid('new_phone_answers'),
    oldPhoneGoneAt: swap.hasOldPhone === false ? lastSaid('old_phone_gone') : null,
    deskAgreedAt: lastSaid('desk_agreed'),
    othersCheckedAt: lastSaid('others_checked'),
    frozenAt: swap.frozenAt,
    numberChanges: swap.number === 'new',
    phoneMethodsEndAt,
    isContextUnbound: (await readTenantDemands(reader)).isContextUnbound === true,
    ...(await findReadAt(reader, swap.personId)),
    now,
  }
}

/** What was said last of a registration stands: a map keeps the later of two. */
function laterNamed({ kind, detail }: typeof swapEvidence.$inferSelect): [string, LaterOwner][] {
  const { methodId, owner } = detail
  if (kind !== 'later_named' || typeof methodId !== 'string') return []
  return owner === 'new_phone' || owner === 'kept_device' || owner === 'old_phone' ? [[methodId, owner]] : []
}

async function findReadAt(reader: Reader, personId: string): Promise<Pick<Evidence, 'readAt'>> {
  const [look] = await reader.select({ readAt: looks.readAt }).from(looks).where(eq(looks.personId, personId))
  return look ? { readAt: look.readAt } : {}
}

async function findBaseline(reader: Reader, { baselineId }: Swap) {
  if (!baselineId) return null
  const [row] = await reader.select().from(readings).where(eq(readings.id, baselineId))
  return row ?? null
}

async function listTracked(reader: Reader, { personId, unfrozenAt }: Swap): Promise<Evidence['methods']> {
  const rows = await reader
    .select()
    .from(methods)
    .where(eq(methods.personId, personId))
    .orderBy(asc(methods.firstSeenAt), asc(methods.id))
  return rows.map(({ entraMethodId, personId: _, lastSeenAt: __, ...rest }) => ({
    ...rest,
    id: entraMethodId,
    lastUsedAt: isAfter(rest.lastUsedAt, unfrozenAt) ? rest.lastUsedAt : null,
  }))
}

/** What happened before the desk let a frozen move go on may have been somebody else's doing. */
function isAfter(at: Date | null, unfrozenAt: Date | null): boolean {
  return at !== null && (unfrozenAt === null || at > unfrozenAt)
}

async function listSignIns(
  reader: Reader,
  { personId, createdAt, unfrozenAt }: Swap,
): Promise<Evidence['signIns']> {
  const rows = await reader
    .select()
    .from(signIns)
    .where(and(eq(signIns.personId, personId), gte(signIns.at, unfrozenAt ?? createdAt)))
    .orderBy(asc(signIns.at))
  return rows.map(({ at, authenticatedAt, amr, isFresh }) => ({
    at: momentOf(at, authenticatedAt),
    amr,
    isFresh,
  }))
}

/** auth_time is in whole seconds, rounded down: the sign-in was up to a second later, and never after it arrived. */
function momentOf(arrivedAt: Date, authenticatedAt: Date): Date {
  return new Date(Math.min(arrivedAt.getTime(), authenticatedAt.getTime() + 999))
}

function ownerOf(text: string): Owner {
  return text === 'old_phone' || text === 'kept_device' || text === 'new_phone' ? text : 'unknown'
}
