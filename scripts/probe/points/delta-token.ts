import { z } from 'zod'
import { readClock } from '@/lib/clock'
import { seenAt } from '@/lib/domain/probe'
import { bodyOf } from '../graph'
import type { Point } from '../point'

const Delta = z.object({ '@odata.deltaLink': z.url() })

/** How long a delta link lives: noted at each run, since nobody waits for it. */
export const deltaToken: Point<'delta_token'> = {
  code: 'delta_token',
  question: 'How long can a delta link of /users be used? (Kept, and tried again at each --resume.)',
  why: 'A sync that pauses longer has to read everybody again.',
  repeats: true,
  async observe({ hear, results }) {
    const known = seenAt(results, 'delta_token')
    const path = known?.link ?? '/users/delta?$deltaToken=latest&$select=id'
    const heard = await hear('reader', path)
    const { status, code } = heard.said
    const look = { at: readClock().toISOString(), status, code }
    const link = known?.link ?? bodyOf(heard, Delta)['@odata.deltaLink']
    return {
      observed: { link, looks: [...(known?.looks ?? []), look] },
      graphRequestId: heard.requestId,
    }
  },
}
