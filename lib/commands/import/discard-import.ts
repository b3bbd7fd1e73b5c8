import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { importRows, imports } from '@/db/schema/imports'
import type { Actor } from '@/lib/domain/actor'
import { assertOpen } from '@/lib/domain/import-end'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'
import { lockImport } from './lock-import'

const Input = z.object({ importId: z.uuid() })

/** A planner throws a checked file away: its rows are deleted, and nobody came into the wave. */
export async function discardImport(actor: Actor, input: z.input<typeof Input>): Promise<{ waveId: string }> {
  const { importId } = parse(Input, input)
  return transact(actor, async (work) => {
    const { file, wave } = await lockImport(work, importId)
    work.permit('wave.plan', wave)
    assertOpen(file)
    await work.tx.delete(importRows).where(eq(importRows.importId, importId))
    await work.tx
      .update(imports)
      .set({ state: 'discarded', endedAt: work.now })
      .where(eq(imports.id, importId))
    work.record('import.discarded', { kind: 'import', id: importId }, { detail: { wave: wave.id } })
    return { waveId: wave.id }
  })
}
