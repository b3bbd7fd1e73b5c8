import { say } from '@/lib/commands/swap/say'
import type { PersonActor } from '@/lib/domain/actor'

/** The employee agrees that the service desk is their second way in. */
export async function agreeDesk(actor: PersonActor, input: object = {}): Promise<void> {
  await say(actor, { kind: 'desk_agreed', type: 'swap.desk_agreed', input })
}
