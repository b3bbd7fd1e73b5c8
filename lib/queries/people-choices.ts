import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Actor } from '@/lib/domain/actor'
import { requirePlanner, requirePlanReader } from './plan-room'

/** More than that nobody chooses from a list. */
const choicesMax = 300

export type PeopleChoices = { sites: string[]; departments: string[] }

/** Every site and department of the directory, by name, up to 300 each. */
export async function listPeopleChoices(actor: Actor): Promise<PeopleChoices> {
  requirePlanReader(actor)
  const [sites, departments] = await Promise.all([listDistinct('site'), listDistinct('department')])
  return { sites, departments }
}

/** The sites a new wave can be planned for. @throws {AppError} not_found — for whoever may not plan */
export async function listWaveSites(actor: Actor): Promise<string[]> {
  requirePlanner(actor)
  return listDistinct('site')
}

/** Jumps from one value to the next in the index: as many steps as there are values, however many people. */
async function listDistinct(field: 'site' | 'department'): Promise<string[]> {
  const column = sql.identifier(field)
  const rows = await db.execute<{ value: string }>(sql`
    with recursive step as (
      (select min(${column}) as value from people)
      union all
      select (select min(${column}) from people where ${column} > step.value) from step where step.value is not null
    )
    select value from step where value is not null limit ${choicesMax}`)
  return rows.map(({ value }) => value)
}
