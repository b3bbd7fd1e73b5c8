import { runAt } from '@/lib/clock'
import { openOwnCase } from '@/lib/commands/case/open-own-case'
import { raiseOwnCase } from '@/lib/commands/case/raise-own-case'
import { countLookup } from '@/lib/commands/visit/count-lookup'
import { giveReference } from '@/lib/commands/visit/give-reference'
import { colleagues, signedIn } from './company'
import { ago } from './times'

/** What of the help was looked for lately, and how many days ago. */
const searched = [
  ['ERR-WORK-NAME-ONLY', [0, 0, 1, 1, 1, 2, 4]],
  ['ERR-BACKUP-EXISTS', [0, 1, 3, 5, 12]],
  ['ERR-NO-REQUEST', [0, 2, 2]],
  ['ERR-TAP-USED', [1, 9]],
  ['NOTHING', [0, 3]],
] as const

/** Searches of the last days, a case that came from one, somebody who says that it was not them, two who are locked out. */
export async function seedHelp(): Promise<void> {
  // One of those who are preparing in the wave that runs, and somebody nobody moves.
  const doubting = (await colleagues('Milan', 18))[11]
  const asking = (await colleagues('Pune', 5))[4]
  if (!asking || !doubting) throw new Error('Milan and Pune must have people with Authenticator')
  for (const [topic, days] of searched) {
    for (const day of days) await runAt(ago(day, 1), () => countLookup(signedIn(asking), { topic }))
  }
  await runAt(ago(0, 0, 50), () =>
    openOwnCase(signedIn(asking), { problem: 'new_phone_fails', topic: 'ERR-NO-REQUEST@2026-11' }),
  )
  await runAt(ago(0, 0, 18), () => raiseOwnCase(signedIn(doubting)))

  const visitor = { kind: 'visitor', reference: null } as const
  const where = { language: 'it', address: null } as const
  await runAt(ago(0, 0, 31), () => giveReference(visitor, { problem: 'lost', topic: 'PHONE-LOST', ...where }))
  await runAt(ago(0, 0, 9), () =>
    giveReference(visitor, { problem: 'new_phone_fails', topic: 'ERR-SELF-LOOP', ...where }),
  )
}
