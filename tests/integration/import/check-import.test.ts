import { asc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { auditEvents } from '@/db/schema/audit'
import { importRows, imports } from '@/db/schema/imports'
import { settings } from '@/db/schema/settings'
import { swaps } from '@/db/schema/swaps'
import { checkFile, checkPasted } from '@/lib/commands/import/check-import'
import { discardImport } from '@/lib/commands/import/discard-import'
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

const rowsOf = (importId: string) =>
  db.select().from(importRows).where(eq(importRows.importId, importId)).orderBy(asc(importRows.line))
const fileOf = async (importId: string) =>
  (await db.select().from(imports).where(eq(imports.id, importId)))[0]
const csv = (...lines: string[]) => new Uint8Array(Buffer.from(`${lines.join('\n')}\n`))

test('every row is held against directory and wave, each problem with its column, and nobody comes in', async () => {
  const wave = await makeWave()
  const window = await makeWindow(wave.id)
  const elio = await makePerson({ userPrincipalName: 'elio.esposito@aurora.example' })
  const inside = await makePerson({ userPrincipalName: 'lia.legacy@aurora.example' })
  await makeMember(wave.id, { personId: inside.id })
  const elsewhere = await makePerson({ userPrincipalName: 'petra.platform@aurora.example' })
  await makeMember((await makeWave()).id, { personId: elsewhere.id })
  await makePerson({ userPrincipalName: 'guest@aurora.example', userType: 'guest' })
  const glass = await makePerson({ userPrincipalName: 'glass@aurora.example' })
  await db
    .insert(settings)
    .values({ name: 'breakGlass', value: [glass.entraId], changedAt: new Date(), changedById: elio.id })

  const { importId } = await checkFile(await makePlanner(), {
    waveId: wave.id,
    fileName: 'people.csv',
    bytes: csv(
      'userPrincipalName;preferredWindow;note;cost',
      'Elio.Esposito@aurora.example;milan MORNING;keeps the iPad;1',
      'elio.esposit@aurora.example;;;2',
      'lia.legacy@aurora.example;;;3',
      'petra.platform@aurora.example;;;4',
      'guest@aurora.example;;=1+1;5',
      'glass@aurora.example;;;6',
      'ELIO.esposito@aurora.example;Pune;;7',
    ),
  })

  const rows = await rowsOf(importId)
  expect(rows.map(({ line, problems }) => [line, problems])).toEqual([
    [2, []],
    [
      3,
      [
        {
          code: 'import_person_unknown',
          column: 'userPrincipalName',
          suggestion: 'elio.esposito@aurora.example',
        },
      ],
    ],
    [4, [{ code: 'person_in_this_wave', column: 'userPrincipalName' }]],
    [5, [{ code: 'person_in_other_wave', column: 'userPrincipalName' }]],
    [
      6,
      [
        { code: 'import_formula', column: 'note' },
        { code: 'person_guest', column: 'userPrincipalName' },
      ],
    ],
    [7, [{ code: 'person_break_glass', column: 'userPrincipalName' }]],
    [
      8,
      [
        { code: 'import_row_twice', column: 'userPrincipalName', otherLine: 2 },
        { code: 'import_window_unknown', column: 'preferredWindow' },
      ],
    ],
  ])
  expect(rows[0]).toMatchObject({ personId: elio.id, windowId: window.id, hasProblem: false })
  expect(await fileOf(importId)).toMatchObject({
    state: 'checked',
    rowCount: 7,
    problemCount: 6,
    unusedColumns: ['cost'],
  })
  expect(await db.$count(swaps, eq(swaps.waveId, wave.id))).toBe(1)
  const [event] = await db.select().from(auditEvents).where(eq(auditEvents.targetId, importId))
  expect(event).toMatchObject({ type: 'import.checked', outcome: 'done' })
  expect(event!.body).not.toContain('people.csv')
})

test('an address that changed hands means who has it now', async () => {
  const wave = await makeWave()
  const address = 'desk.milan@aurora.example'
  await makePerson({ userPrincipalName: address, leftAt: new Date() })
  const now = await makePerson({ userPrincipalName: address })
  await makePerson({ userPrincipalName: address, leftAt: new Date() })
  const { importId } = await checkPasted(await makePlanner(), { waveId: wave.id, addresses: address })
  expect(await rowsOf(importId)).toMatchObject([{ personId: now.id, problems: [] }])
})

describe('a file that cannot be read is kept as refused, with the reason', () => {
  test.each([
    [
      'Latin-1',
      new Uint8Array(Buffer.from('userPrincipalName\nNicol\xf2@x', 'latin1')),
      'import_not_utf8',
      2,
    ],
    ['without the needed column', csv('name', 'x'), 'import_column_missing', 1],
    ['with an open quotation mark', csv('userPrincipalName,note', 'a@b,"x'), 'import_quotes', 2],
    ['empty', new Uint8Array(), 'import_empty', null],
  ])('%s', async (_what, bytes, code, line) => {
    const wave = await makeWave()
    const { importId } = await checkFile(await makePlanner(), { waveId: wave.id, fileName: 'f.csv', bytes })
    expect(await fileOf(importId)).toMatchObject({ state: 'refused', fileProblem: { code, line } })
    expect(await rowsOf(importId)).toEqual([])
    expect((await eventTypes()).at(-1)).toBe('import.refused')
  })

  test('too large is refused before anything is read', async () => {
    const wave = await makeWave()
    const bytes = new Uint8Array(5_000_001)
    await expect(
      checkFile(await makePlanner(), { waveId: wave.id, fileName: 'f.csv', bytes }),
    ).rejects.toMatchObject({ fields: { bytes: 'import_too_large' } })
    expect(await db.$count(imports, eq(imports.waveId, wave.id))).toBe(0)
  })
})

test('files are for planners; for an employee the wave is not there', async () => {
  const wave = await makeWave()
  const input = { waveId: wave.id, addresses: 'a@b' }
  await expect(checkPasted(await makeTechnician(), input)).rejects.toMatchObject({ code: 'denied' })
  await expect(checkPasted(await makeEmployee(), input)).rejects.toMatchObject({ kind: 'not_found' })
  expect(await db.$count(imports, eq(imports.waveId, wave.id))).toBe(0)
})

test('a wave that has ended takes no file', async () => {
  const wave = await makeWave({ state: 'completed' })
  await expect(checkPasted(await makePlanner(), { waveId: wave.id, addresses: 'a@b' })).rejects.toMatchObject(
    { code: 'wave_over' },
  )
})

test('the same file twice, even at once, is one import', async () => {
  const wave = await makeWave()
  const planner = await makePlanner()
  const give = () =>
    checkFile(planner, { waveId: wave.id, fileName: 'f.csv', bytes: csv('userPrincipalName', 'a@b') })
  const [one, two] = await Promise.all([give(), give()])
  const three = await give()
  expect(new Set([one.importId, two.importId, three.importId]).size).toBe(1)
  expect([[one.isAgain, two.isAgain].sort(), three.isAgain]).toEqual([[false, true], true])
  expect(await db.$count(imports, eq(imports.waveId, wave.id))).toBe(1)
})

describe('discarding', () => {
  const makeChecked = async () => {
    const wave = await makeWave()
    return checkPasted(await makePlanner(), { waveId: wave.id, addresses: 'a@b' })
  }

  test('deletes the rows and says so', async () => {
    const { importId } = await makeChecked()
    await discardImport(await makePlanner(), { importId })
    expect(await rowsOf(importId)).toEqual([])
    expect(await fileOf(importId)).toMatchObject({ state: 'discarded' })
    expect((await eventTypes()).at(-1)).toBe('import.discarded')
  })

  test('is for planners; for an employee the file is not there', async () => {
    const { importId } = await makeChecked()
    await expect(discardImport(await makeTechnician(), { importId })).rejects.toMatchObject({
      code: 'denied',
    })
    await expect(discardImport(await makeEmployee(), { importId })).rejects.toMatchObject({
      kind: 'not_found',
    })
    expect(await rowsOf(importId)).toHaveLength(1)
  })

  test('two at once: the second is told', async () => {
    const { importId } = await makeChecked()
    const planner = await makePlanner()
    const settled = await Promise.allSettled([
      discardImport(planner, { importId }),
      discardImport(planner, { importId }),
    ])
    expect(outcomes(settled)).toEqual(['done', 'import_ended'])
  })
})
