import { z } from 'zod'
import type { JobActor } from '@/lib/domain/actor'
import { pipelines } from '@/lib/domain/directory'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'
import { lockRun } from './lock-run'

const Input = z.object({ runId: z.uuid(), pipeline: z.enum(pipelines) })

/**
 * Says that a run lives, while it waits for Microsoft.
 *
 * @throws {AppError} refused `sync_superseded`
 */
export async function keepSync(actor: JobActor, input: z.input<typeof Input>): Promise<void> {
  const { runId, pipeline } = parse(Input, input)

  await transact(actor, async ({ tx, now, permit, unchanged }) => {
    permit('directory.sync')
    await lockRun(tx, { runId, pipeline, now })
    unchanged()
  })
}
