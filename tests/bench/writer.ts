import { z } from 'zod'
import { closeDatabase } from '@/db/client'
import type { Access } from '@/lib/graph/access'
import { revokeSessions } from '@/lib/graph/methods'

// A process that writes as much as it may, with a job's patience, until it is told to stop.

const { token, ids } = z
  .object({ token: z.string(), ids: z.array(z.string()) })
  .parse(JSON.parse(process.env.WRITER ?? ''))
const access: Access = { app: 'desk', priority: 'low', token: async () => token, renew: () => false }
const stopping = new AbortController()
process.once('SIGTERM', () => stopping.abort(new Error('enough')))

/** More than may be under way at once, so that somebody always waits for a turn. */
const WRITERS = 24
let next = 0
console.log('Writer ready')
await Promise.all(
  Array.from({ length: WRITERS }, async () => {
    while (!stopping.signal.aborted) {
      const id = ids[next++ % ids.length] ?? ''
      await revokeSessions(access, id, { signal: stopping.signal }).catch(() => undefined)
    }
  }),
)
await closeDatabase()
process.exit(0)
