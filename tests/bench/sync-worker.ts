import { closeDatabase } from '@/db/client'
import { mailAccess, readerAccess } from '@/lib/graph/access'
import { runJobs } from '@/lib/jobs/run-jobs'
import { transact } from '@/lib/transact'

// A worker without its clock, so that nothing but the two pipelines it is asked for runs while they are measured.

const running = await runJobs({
  reader: readerAccess,
  mail: mailAccess,
  post: { sender: '', replyTo: '', portalUrl: '' },
})
await transact({ kind: 'job', name: 'queue.sweep' }, async ({ permit, enqueue, unchanged }) => {
  permit('queue.sweep')
  for (const pipeline of ['people', 'report'] as const)
    await enqueue('directory.sync', { pipeline }, { key: pipeline })
  unchanged()
})
await new Promise((resolve) => process.once('SIGTERM', resolve))
await running.stop()
await closeDatabase()
process.exit(0)
