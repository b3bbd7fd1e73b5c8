import { z } from 'zod'
import { closeDatabase } from '@/db/client'
import type { PersonActor } from '@/lib/domain/actor'
import { runResetStep } from '@/lib/effects/run-reset-step'
import { delegatedAccess } from '@/lib/graph/access'

// What the web process does when an agent runs one step, in a process that can be killed without killing the test.

const { agent, token, stepId } = z
  .object({
    // Made by the test; only the instant does not survive the journey.
    agent: z.custom<PersonActor>().transform((sent) => ({ ...sent, authenticatedAt: new Date() })),
    token: z.string(),
    stepId: z.uuid(),
  })
  .parse(JSON.parse(process.env.DRIVER ?? ''))

console.log('Driver ready')
const { result } = await runResetStep(agent, delegatedAccess('desk', token), { stepId, pausesMs: [0, 50] })
console.log(`Outcome: ${result}`)
await closeDatabase()
