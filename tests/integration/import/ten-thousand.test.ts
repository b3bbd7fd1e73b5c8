import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { imports } from '@/db/schema/imports'
import { swaps } from '@/db/schema/swaps'
import { checkFile } from '@/lib/commands/import/check-import'
import { confirmImport } from '@/lib/commands/import/confirm-import'
import { publishWave } from '@/lib/commands/wave/publish-wave'
import { makePlanner, makeWave, makeWindow } from '@/tests/support/make-wave'

const count = 10_000

test('a file of 10,000 people is checked, imported and published in seconds', async () => {
  await db.execute(sql`
    insert into people (id, entra_id, user_principal_name, display_name, seen_at)
    select gen_random_uuid(), gen_random_uuid(), 'person.' || i || '@aurora.example', 'Person ' || i, now()
    from generate_series(1, ${count}) i`)
  const planner = await makePlanner()
  const wave = await makeWave()
  await makeWindow(wave.id, { capacity: 40 })
  const lines = Array.from({ length: count }, (_, i) => `person.${i + 1}@aurora.example,iPhone 12,Pixel 9,no`)
  lines[4_711] = 'nobody.here@aurora.example,iPhone 12,Pixel 9,no'
  const bytes = Buffer.from(`userPrincipalName,oldDevice,newDevice,newNumber\n${lines.join('\n')}\n`)

  const { importId } = await checkFile(planner, { waveId: wave.id, fileName: 'people.csv', bytes })
  const [file] = await db.select().from(imports).where(eq(imports.id, importId))
  expect(file).toMatchObject({ state: 'checked', rowCount: count, problemCount: 1 })
  expect(await db.$count(swaps)).toBe(0)

  const answer = await confirmImport(planner, { importId, expected: count - 1, leaveOut: 'yes' })
  expect(answer.isChanged).toBe(false)
  await publishWave(planner, { waveId: wave.id })
  const states = await db
    .select({ state: swaps.state, count: sql<number>`count(*)::int` })
    .from(swaps)
    .groupBy(swaps.state)
  expect(states).toEqual([{ state: 'invited', count: count - 1 }])
}, 60_000)
