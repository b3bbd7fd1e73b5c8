import { syncDirectory } from '@/lib/effects/sync-directory'
import { readerAccess } from '@/lib/graph/access'

const job = { kind: 'job', name: 'directory.sync' } as const

/** The people of the tenant and their registration report, as the worker reads them. */
export async function readDirectory(): Promise<void> {
  for (const pipeline of ['people', 'report'] as const) {
    const outcome = await syncDirectory(job, readerAccess(), { pipeline })
    if (outcome !== 'done') throw new Error(`the first sync of ${pipeline} must succeed, but it ${outcome}`)
  }
}
