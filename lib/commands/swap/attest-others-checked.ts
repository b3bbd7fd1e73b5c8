import { z } from 'zod'
import { otherCount } from '@/lib/commands/swap/count-others'
import { say } from '@/lib/commands/swap/say'
import type { PersonActor } from '@/lib/domain/actor'
import { parse } from '@/lib/parse'

const Input = z.object({
  /** Accounts of other organisations that this person is a guest of. */
  guests: otherCount,
  /** Further work or school accounts. */
  work: otherCount,
  /** The person's own Microsoft accounts. */
  personal: otherCount.default(0),
  /** Codes of other services. */
  codes: otherCount,
  isEveryOneMoved: z.literal('yes', 'tick_when_true'),
})

/** The employee looked through the old phone's list: every other account is moved or not needed. Counts only. */
export async function attestOthersChecked(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { isEveryOneMoved: _, ...detail } = parse(Input, input)
  await say(actor, { kind: 'others_checked', type: 'swap.others_checked', detail, input })
}
