import { z } from 'zod'
import { say } from '@/lib/commands/swap/say'
import type { PersonActor } from '@/lib/domain/actor'
import { parse } from '@/lib/parse'

/** How many accounts of one kind: a whole number a person could count. */
export const otherCount = z.coerce
  .number('count_needed')
  .int('count_needed')
  .min(0, 'count_needed')
  .max(200, 'count_needed')

const Input = z.object({
  guests: otherCount,
  work: otherCount,
  personal: otherCount,
  codes: otherCount,
})

/** The employee counts the other accounts in the old phone's list, and then sees what to do with each kind. */
export async function countOthers(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const detail = parse(Input, input)
  await say(actor, { kind: 'others_counted', type: 'swap.others_counted', detail, input })
}
