import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { verifications } from '@/db/schema/desk'
import { runAt } from '@/lib/clock'
import { closeCase } from '@/lib/commands/case/close-case'
import { openCase } from '@/lib/commands/case/open-case'
import { openOwnCase } from '@/lib/commands/case/open-own-case'
import { endVerification } from '@/lib/commands/verification/end-verification'
import { giveEvidence } from '@/lib/commands/verification/give-evidence'
import { startVerification } from '@/lib/commands/verification/start-verification'
import { castMember, colleagues, type Person, signedIn } from './company'
import { ago } from './times'

/** Cases in every state: waiting, taken and being verified, refused, solved. */
export async function seedDesk(): Promise<void> {
  const [first, second, third, fourth] = await colleagues('Pune', 4)
  const nora = await castMember('Nora Newnumber')
  if (!first || !second || !third || !fourth) throw new Error('Pune must have four people with Authenticator')
  await seedSolved(first)
  await seedRefused(second)
  await seedVerifying(third)
  await runAt(ago(0, 0, 35), () => openOwnCase(signedIn(fourth), { problem: 'new_phone_fails' }))
  await runAt(ago(0, 0, 12), () => openOwnCase(signedIn(nora), { problem: 'planned_swap' }))
}

async function seedSolved(person: Person): Promise<void> {
  const caseId = await openAt(person, ago(2, 3), 'deleted_app')
  await asHana(ago(2, 2), (hana) => closeCase(hana, { caseId, outcome: 'solved' }))
}

async function seedRefused(person: Person): Promise<void> {
  const caseId = await openAt(person, ago(1, 5), 'lost')
  const verificationId = await verifyAt(caseId, ago(1, 5))
  await asHana(ago(1, 4, 55), (hana) =>
    endVerification(hana, { verificationId, outcome: 'refused', reason: 'suspicious' }),
  )
  await asHana(ago(1, 4, 50), (hana) => closeCase(hana, { caseId, outcome: 'not_verified' }))
}

async function seedVerifying(person: Person): Promise<void> {
  const caseId = await openAt(person, ago(0, 0, 6), 'broken')
  const verificationId = await verifyAt(caseId, ago(0, 0, 4))
  await asHana(ago(0, 0, 3), (hana) => giveEvidence(hana, { verificationId, kind: 'directory_callback' }))
}

async function openAt(person: Person, at: Date, reason: 'deleted_app' | 'lost' | 'broken'): Promise<string> {
  return asHana(at, (hana) => openCase(hana, { personId: person.id, reason, ticket: '' }))
}

async function verifyAt(caseId: string, at: Date): Promise<string> {
  await asHana(at, (hana) => startVerification(hana, { caseId }))
  const rows = await db.select().from(verifications).where(eq(verifications.caseId, caseId))
  const id = rows.at(-1)?.id
  if (!id) throw new Error('a started verification must be there')
  return id
}

async function asHana<Result>(
  at: Date,
  work: (hana: ReturnType<typeof signedIn>) => Promise<Result>,
): Promise<Result> {
  const hana = await castMember('Hana Helpdesk')
  return runAt(at, () => work(signedIn(hana, ['helpdesk', 'verifier'])))
}
