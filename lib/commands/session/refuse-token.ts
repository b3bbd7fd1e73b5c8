import { z } from 'zod'
import type { VisitorActor } from '@/lib/domain/actor'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'

const Input = z.object({ app: z.string(), entraId: z.string(), excess: z.array(z.string()) })

/** Records that a token carried more rights than its app is meant to have, and was thrown away. */
export async function refuseToken(visitor: VisitorActor, input: z.input<typeof Input>): Promise<void> {
  const { app, entraId, excess } = parse(Input, input)
  await transact(visitor, async ({ permit, record }) => {
    permit('session.start')
    record(
      'token.refused',
      { kind: 'app', id: app, oid: entraId },
      { outcome: 'refused', detail: { excess: excess.join(' ') } },
    )
  })
}
