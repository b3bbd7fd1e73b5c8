import { z } from 'zod'
import { say } from '@/lib/commands/swap/say'
import type { PersonActor } from '@/lib/domain/actor'
import { parse } from '@/lib/parse'

const count = z.coerce
  .number('count_needed')
  .int('count_needed')
  .min(0, 'count_needed')
  .max(200, 'count_needed')

const Input = z.object({
  /** Accounts of other organisations that this person is a guest of. */
  guests: count,
  /** Further work or school accounts. */
  work: count,
  /** Codes of other services. */
  codes: count,
  isEveryOneMoved: z.literal('yes', 'tick_when_true'),
})

/** The employee looked through the old phone's list: every other account is moved or not needed. Counts only. */
export async function attestOthersChecked(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { guests, work, codes } = parse(Input, input)
  await say(actor, { kind: 'others_checked', type: 'swap.others_checked', detail: { guests, work, codes } })
}
