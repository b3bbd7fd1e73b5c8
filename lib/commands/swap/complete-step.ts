import { z } from 'zod'
import { say } from '@/lib/commands/swap/say'
import type { PersonActor } from '@/lib/domain/actor'
import { parse } from '@/lib/parse'

const Input = z.object({
  step: z.enum(['restore', 'enrol']),
  /** The guide edition that was on screen; empty where there was none. */
  edition: z.string().max(60).default(''),
})

/** The employee ticks a step that nobody else can see. */
export async function completeStep(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  await say(actor, { kind: 'step_done', type: 'swap.step_done', detail: parse(Input, input) })
}
