import { z } from 'zod'
import type { PersonActor } from '@/lib/domain/actor'
import { askSyncRefusal, pipelines } from '@/lib/domain/directory'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'
import { findLastRun, lockCursor } from './lock-run'

const Input = z.object({ pipeline: z.enum(pipelines) })

/** Somebody wants the directory read now. @throws {AppError} refused — with the reason from `askSyncRefusal` */
export async function askSync(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { pipeline } = parse(Input, input)

  await transact(actor, async ({ tx, now, permit, record, enqueue }) => {
    permit('directory.ask_sync')
    const { leaseUntil } = await lockCursor(tx, pipeline)
    const last = await findLastRun(tx, pipeline)
    const refusal = askSyncRefusal(last && { ...last, leaseUntil }, now)
    if (refusal) throw new AppError('refused', refusal, { detail: { pipeline } })
    await enqueue('directory.sync', { pipeline }, { key: `${pipeline}.asked`, priority: 10 })
    record('sync.asked', { kind: 'sync', id: pipeline })
  })
}
