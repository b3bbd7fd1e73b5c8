import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { backupAttestations, backupChecks, devices } from '@/db/schema/devices'
import { messages } from '@/db/schema/messages'
import type { people } from '@/db/schema/people'
import { runAt } from '@/lib/clock'
import { askChecks } from '@/lib/commands/backup/ask-checks'
import { makePerson, personActor } from '@/tests/support/make'
import { typesAbout } from '@/tests/support/make-device'

const job = { kind: 'job', name: 'backup.check' } as const
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)

/** The owner's hand: what in the product the web process writes. */
const owner = drizzle(postgres(testDatabase.owner, { max: 1, idle_timeout: 1 }), { casing: 'snake_case' })

type Wish = { role?: string; spokeDaysAgo?: number; person?: Partial<typeof people.$inferInsert> }

async function makeHolder({ role = 'primary', spokeDaysAgo = 40, person: wanted = {} }: Wish = {}) {
  const person = await makePerson(wanted)
  const at = daysAgo(spokeDaysAgo)
  const [device] = await owner
    .insert(devices)
    .values({
      personId: person.id,
      platform: 'ios',
      kind: 'phone',
      role,
      state: 'active',
      stateSince: at,
      createdAt: at,
    })
    .returning()
  await owner.insert(backupAttestations).values({
    personId: person.id,
    deviceId: device!.id,
    model: 'ios_keychain',
    isOn: true,
    switches: ['drive'],
    at,
  })
  return person
}

const mailsTo = async ({ id }: { id: string }) =>
  (await db.select().from(messages).where(eq(messages.personId, id))).map(({ kind }) => kind)
const askedIds = async () => (await db.select().from(backupChecks)).map(({ personId }) => personId)

test('who holds a backup and has not spoken of it for a month is asked, once a month, and nobody else', async () => {
  const due = await makeHolder()
  await makeHolder({ spokeDaysAgo: 20 })
  await makeHolder({ role: 'restore_only' })
  await makeHolder({ person: { isEnabled: false } })
  await makeHolder({ person: { leftAt: daysAgo(2) } })

  expect(await askChecks(job)).toBe(1)
  expect(await askChecks(job)).toBe(0)
  expect(await askedIds()).toEqual([due.id])
  expect(await typesAbout(due)).toEqual(['backup.check_asked'])
  expect(await mailsTo(due)).toEqual(['backup_check'])

  const later = new Date(Date.now() + 31 * 86_400_000)
  await runAt(later, () => askChecks(job))
  expect(await typesAbout(due)).toEqual(['backup.check_asked', 'backup.check_asked'])
})

test('two at once ask each of them once', async () => {
  const due = await makeHolder()
  await Promise.all([askChecks(job), askChecks(job)])
  expect(await typesAbout(due)).toEqual(['backup.check_asked'])
  expect(await mailsTo(due)).toEqual(['backup_check'])
})

test('no person asks in the portal’s name', async () => {
  const person = personActor(await makePerson())
  await expect(askChecks(person as never)).rejects.toMatchObject({ kind: 'forbidden' })
})
