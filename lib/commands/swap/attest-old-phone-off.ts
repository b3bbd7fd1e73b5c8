import { z } from 'zod'
import { say } from '@/lib/commands/swap/say'
import type { PersonActor } from '@/lib/domain/actor'
import { parse } from '@/lib/parse'

const Input = z.object({ isOff: z.literal('yes', 'tick_when_true') })

/** The employee says that the old phone is off or in flight mode, so that only the new one can answer. */
export async function attestOldPhoneOff(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  parse(Input, input)
  await say(actor, { kind: 'old_phone_off', type: 'swap.old_phone_off', input })
}
