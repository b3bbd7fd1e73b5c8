import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { importRows, imports } from '@/db/schema/imports'
import { people } from '@/db/schema/people'
import { swaps } from '@/db/schema/swaps'
import { windows } from '@/db/schema/waves'
import { checkFile } from '@/lib/commands/import/check-import'
import { confirmImport } from '@/lib/commands/import/confirm-import'
import { makePerson } from '@/tests/support/make'
import {
  eventTypes,
  makeEmployee,
  makeMember,
  makePlanner,
  makeTechnician,
  makeWave,
  makeWindow,
  outcomes,
} from '@/tests/support/make-wave'

let files = 0

/** A wave and a checked file of so many new people, followed by `more` lines. */
async function makeFile(count: number, more: string[] = [], header = '') {
  files += 1
  const wave = await makeWave()
  const window = await makeWindow(wave.id, { capacity: 2 })
  const made = await Promise.all(
    Array.from({ length: count }, (_, i) =>
      makePerson({ userPrincipalName: `p${i}.f${files}@aurora.example`, displayName: `P${i}` }),
    ),
  )
  const lines = made.map(({ userPrincipalName }) => userPrincipalName)
  const bytes = new Uint8Array(Buffer.from([`userPrincipalName${header}`, ...lines, ...more].join('\n')))
  const { importId } = await checkFile(await makePlanner(), { waveId: wave.id, fileName: 'f.csv', bytes })
  return { wave, window, people: made, importId }
}

const membersOf = (waveId: string) =>
  db.select().from(swaps).where(eq(swaps.waveId, waveId)).orderBy(asc(swaps.id))
const fileOf = async (importId: string) =>
  (await db.select().from(imports).where(eq(imports.id, importId)))[0]

test('confirmed people come into the wave in one go, with what the file says, and the rows are gone', async () => {
  const { wave, importId } = await makeFile(1)
  const delegate = await makePerson({ userPrincipalName: 'delegate@aurora.example' })
  const nora = await makePerson({ userPrincipalName: 'nora.newnumber@aurora.example' })
  const bytes = Buffer.from(
    `userPrincipalName,oldDevice,newDevice,newNumber,delegateUpn,note\n${nora.userPrincipalName},Galaxy S21,iPhone 17,yes,${delegate.userPrincipalName},"both hands, please"\n`,
  )
  const planner = await makePlanner()
  const second = await checkFile(planner, {
    waveId: wave.id,
    fileName: 'g.csv',
    bytes: new Uint8Array(bytes),
  })

  await confirmImport(planner, { importId, expected: '1' })
  await confirmImport(planner, { importId: second.importId, expected: '1' })

  expect((await membersOf(wave.id))[1]).toMatchObject({
    personId: nora.id,
    state: 'not_invited',
    oldPlatform: 'android',
    newPlatform: 'ios',
    number: 'new',
    note: 'both hands, please',
    delegateId: delegate.id,
  })
  expect(await db.$count(importRows)).toBe(0)
  expect(await fileOf(importId)).toMatchObject({ state: 'confirmed', importedCount: 1, seatedCount: 0 })
  expect((await eventTypes()).slice(-2)).toEqual(['swap.created', 'import.confirmed'])
})

test('seats go in the order of the file while they last', async () => {
  const { wave, window, importId } = await makeFile(3)
  await confirmImport(await makePlanner(), { importId, expected: 3, windowId: window.id })
  expect((await membersOf(wave.id)).map(({ windowId }) => windowId)).toEqual([window.id, window.id, null])
  expect(await db.select({ booked: windows.booked }).from(windows).where(eq(windows.id, window.id))).toEqual([
    { booked: 2 },
  ])
})

test('rows with a problem stay out only when somebody says so', async () => {
  const { wave, importId } = await makeFile(2, ['nobody@aurora.example'])
  const planner = await makePlanner()
  await expect(confirmImport(planner, { importId, expected: 2 })).rejects.toMatchObject({
    code: 'import_problems_remain',
  })
  expect(await membersOf(wave.id)).toEqual([])
  await confirmImport(planner, { importId, expected: 2, leaveOut: 'yes' })
  expect(await membersOf(wave.id)).toHaveLength(2)
})

test('what has become impossible since the check is shown again, and nobody comes in before', async () => {
  const { wave, people: made, importId } = await makeFile(2)
  await db.update(people).set({ isEnabled: false }).where(eq(people.id, made[0]!.id))
  await makeMember((await makeWave()).id, { personId: made[1]!.id })
  const planner = await makePlanner()

  expect(await confirmImport(planner, { importId, expected: 2 })).toMatchObject({ isChanged: true })

  expect(await membersOf(wave.id)).toEqual([])
  const rows = await db.select().from(importRows).where(eq(importRows.importId, importId))
  expect(rows.flatMap(({ problems }) => problems.map(({ code }) => code)).sort()).toEqual([
    'person_disabled',
    'person_in_other_wave',
  ])
  expect(await fileOf(importId)).toMatchObject({ state: 'checked', problemCount: 2 })
  await expect(confirmImport(planner, { importId, expected: 0, leaveOut: 'yes' })).rejects.toMatchObject({
    code: 'import_nothing_left',
  })
})

test('another number of people than the page said is not imported', async () => {
  const { wave, importId } = await makeFile(2)
  expect(await confirmImport(await makePlanner(), { importId, expected: 1 })).toMatchObject({
    isChanged: true,
  })
  expect(await membersOf(wave.id)).toEqual([])
})

test('confirming is for planners; for an employee the file is not there', async () => {
  const { wave, importId } = await makeFile(1)
  const input = { importId, expected: 1 }
  await expect(confirmImport(await makeTechnician(), input)).rejects.toMatchObject({ code: 'denied' })
  await expect(confirmImport(await makeEmployee(), input)).rejects.toMatchObject({ kind: 'not_found' })
  expect(await membersOf(wave.id)).toEqual([])
})

test('two at once: one imports, the other is told', async () => {
  const { wave, importId } = await makeFile(2)
  const planner = await makePlanner()
  const settled = await Promise.allSettled([
    confirmImport(planner, { importId, expected: 2 }),
    confirmImport(planner, { importId, expected: 2 }),
  ])
  expect(outcomes(settled)).toEqual(['done', 'import_ended'])
  expect(await membersOf(wave.id)).toHaveLength(2)
})
