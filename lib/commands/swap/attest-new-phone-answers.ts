import { z } from 'zod'
import { say } from '@/lib/commands/swap/say'
import type { PersonActor } from '@/lib/domain/actor'
import { parse } from '@/lib/parse'

const Input = z.object({ isOnNew: z.literal('yes', 'tick_when_true') })

/** The employee cannot switch the old phone off, and says that they answer on the new one: a weaker proof follows. */
export async function attestNewPhoneAnswers(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  parse(Input, input)
  await say(actor, { kind: 'new_phone_answers', type: 'swap.new_phone_answers', input })
}
