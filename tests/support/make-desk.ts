import { randomUUID } from 'node:crypto'
import { and, asc, desc, eq, gte } from 'drizzle-orm'
import postgres from 'postgres'
import { db } from '@/db/client'
import { auditEvents } from '@/db/schema/audit'
import { confirmations, verifications } from '@/db/schema/desk'
import { people } from '@/db/schema/people'
import { clearances, resetSteps } from '@/db/schema/resets'
import { openCase } from '@/lib/commands/case/open-case'
import { answerClearance } from '@/lib/commands/reset/answer-clearance'
import { askClearance } from '@/lib/commands/reset/ask-clearance'
import { requestReset } from '@/lib/commands/reset/request-reset'
import { startStep } from '@/lib/commands/reset/start-step'
import { answerConfirmation } from '@/lib/commands/verification/answer-confirmation'
import { askConfirmation } from '@/lib/commands/verification/ask-confirmation'
import { giveEvidence } from '@/lib/commands/verification/give-evidence'
import { startVerification } from '@/lib/commands/verification/start-verification'
import type { PersonActor } from '@/lib/domain/actor'
import type { SeenMethod } from '@/lib/domain/method'
import type { StepOutcome } from '@/lib/domain/reset-step'
import { readEnv } from '@/lib/env'
import { readAbout } from '@/scripts/demo/about'
import { makePerson, personActor } from '@/tests/support/make'
import { seenMethod } from '@/tests/support/make-swap'

export const clearJob = { kind: 'job', name: 'reset.clear' } as const

/** Somebody at the desk. */
export async function makeAgent(): Promise<PersonActor> {
  return personActor(await makePerson(), ['helpdesk'])
}

/** Somebody of the demo company, as the directory sync would have brought them; without a past from earlier tests. */
export async function makeCast(displayName: string) {
  const about = await readAbout(readEnv('GRAPH_URL'))
  const found = about?.people.find((person) => person.displayName === displayName)
  if (!found) throw new Error(`The emulator knows no ${displayName}`)
  await db.update(people).set({ entraId: randomUUID() }).where(eq(people.entraId, found.id))
  return makePerson({ entraId: found.id, displayName, userPrincipalName: found.userPrincipalName })
}

/** A person with a manager, an agent, and the open case of the one with the other. */
export async function makeCase(given: { person?: typeof people.$inferSelect; agent?: PersonActor } = {}) {
  const agent = given.agent ?? (await makeAgent())
  const manager = await makePerson()
  const person = given.person ?? (await makePerson({ managerId: manager.id }))
  const caseId = await openCase(agent, { personId: person.id, reason: 'lost' })
  return { agent, manager, person, caseId }
}

/** The same, with a verification that has begun. */
export async function makeVerification(given: Parameters<typeof makeCase>[0] = {}) {
  const made = await makeCase(given)
  await startVerification(made.agent, { caseId: made.caseId })
  return { ...made, verificationId: await latestVerification(made.caseId) }
}

/** The same, with a caller who is verified. */
export async function makeVerified(given: Parameters<typeof makeCase>[0] = {}) {
  const made = await makeVerification(given)
  const { agent, person, verificationId } = made
  await giveEvidence(agent, { verificationId, kind: 'directory_callback' })
  await askConfirmation(agent, { verificationId, kind: 'own_session' })
  await answerConfirmation(personActor(person), {
    confirmationId: await confirmationOf(verificationId),
    answer: 'yes',
  })
  return made
}

/** Registrations of an ordinary person: an app that is the default, and a number. */
export const twoMethods = [
  seenMethod('app', { isDefault: true, displayName: 'iPhone 12' }),
  seenMethod('sms', { kind: 'phone' }),
]

/** The worker's answer without Microsoft: nothing stands against it unless said. */
export async function answerAs(
  clearanceId: string,
  answer: Partial<Parameters<typeof answerClearance>[1]> & { methods?: SeenMethod[] } = {},
): Promise<void> {
  await answerClearance(clearJob, {
    clearanceId,
    refusal: null,
    methods: twoMethods,
    isRegistrationGuarded: true,
    graphRequestId: 'request-1',
    ...answer,
  })
}

/** A verified caller and a reset of both registrations and the sessions, not yet begun. */
export async function makeReset(methodIds: string[] = ['app', 'sms'], methods: SeenMethod[] = twoMethods) {
  const made = await makeVerified()
  await answerAs(await askClearance(made.agent, { caseId: made.caseId }), { methods })
  const resetId = await requestReset(made.agent, { caseId: made.caseId, methodIds })
  return { ...made, resetId, steps: await stepsOf(resetId) }
}

/** A clearance for one step, just given. */
export async function clearStep(
  agent: PersonActor,
  stepId: string,
  answer: Parameters<typeof answerAs>[1] = {},
) {
  const clearanceId = await askClearance(agent, { stepId })
  await answerAs(clearanceId, answer)
  return clearanceId
}

export function stepsOf(resetId: string) {
  return db.select().from(resetSteps).where(eq(resetSteps.resetId, resetId)).orderBy(asc(resetSteps.position))
}

export async function latestVerification(caseId: string): Promise<string> {
  const [row] = await db
    .select()
    .from(verifications)
    .where(eq(verifications.caseId, caseId))
    .orderBy(desc(verifications.startedAt))
  return row!.id
}

export async function confirmationOf(verificationId: string): Promise<string> {
  const [row] = await db
    .select()
    .from(confirmations)
    .where(eq(confirmations.verificationId, verificationId))
    .orderBy(desc(confirmations.askedAt))
  return row!.id
}

export async function clearanceRow(clearanceId: string) {
  const [row] = await db.select().from(clearances).where(eq(clearances.id, clearanceId))
  return row!
}

/** What the log says about one person since they were made, oldest first: type and outcome. */
export async function eventsAbout({ id, entraId }: { id: string; entraId: string }): Promise<string[]> {
  // A member of the cast keeps Microsoft's id from test to test; our own begins with when it was made.
  const madeAt = new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toISOString()
  const rows = await db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.subjectOid, entraId), gte(auditEvents.at, madeAt)))
    .orderBy(asc(auditEvents.at), asc(auditEvents.id))
  return rows.map(({ type, outcome }) => (outcome === 'done' ? type : `${type} ${outcome}`))
}

/** How two attempts at once ended: the values of those that won, the codes of those that were told. */
export async function both<Value>(attempts: Promise<Value>[]) {
  const settled = await Promise.allSettled(attempts)
  return {
    won: settled.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : [])),
    told: settled.flatMap((end) => (end.status === 'rejected' ? [end.reason.code as string] : [])),
  }
}

/** A reset whose first step is under way. */
export async function begun() {
  const made = await makeReset()
  const stepId = made.steps[0]!.id
  const { fence } = await startStep(made.agent, { stepId, clearanceId: await clearStep(made.agent, stepId) })
  return { ...made, stepId, fence }
}

/** What became of an attempt. */
export const outcome = (result: StepOutcome['result'], rest: Partial<StepOutcome> = {}): StepOutcome => ({
  result,
  code: null,
  status: 204,
  graphRequestId: 'request-2',
  retryAt: null,
  ...rest,
})

/** Who finds out what became of a step. */
export const settleJob = { kind: 'job', name: 'reset.read_back' } as const

/** Ids of jobs of this kind that wait for something with this id in their payload. */
export async function jobsFor(name: string, id: string): Promise<number> {
  const owner = postgres(testDatabase.owner, { max: 1 })
  const rows = await owner`select 1 from pgboss.job where name = ${name} and data::text like ${`%${id}%`}`
  await owner.end()
  return rows.length
}
