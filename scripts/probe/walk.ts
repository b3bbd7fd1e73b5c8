import { readClock } from '@/lib/clock'
import type { ProbeResult } from '@/lib/domain/probe'
import { AppError } from '@/lib/errors'
import en from '@/lib/i18n/messages/en.json'
import { Unseen } from './graph'
import type { AnyPoint, Visit } from './point'
import { Skipped } from './sign-in'
import { Interrupted } from './terminal'

/** A point's result is kept as soon as it is there. */
export type Keep = (result: ProbeResult) => void

/** Goes through the points one after another, with the tester. @throws {Interrupted} Ctrl-C, or no more input */
export async function walk(visit: Visit, points: readonly AnyPoint[], keep: Keep): Promise<void> {
  for (const [index, point] of points.entries()) {
    visit.terminal.say(`\n[${point.code}] ${index + 1} of ${points.length}`)
    visit.terminal.say(`  ${point.question}`)
    visit.terminal.say(`  Why it matters: ${point.why}`)
    if (point.byHand) visit.terminal.say(`  By hand: ${point.byHand}`)
    if (point.changes) visit.terminal.say(`  Changes: ${point.changes}`)
    if (await isWanted(visit, point)) await visitPoint(visit, point, keep)
  }
}

/** Reading alone needs no leave; a change has to be said yes to. */
async function isWanted({ terminal }: Visit, { byHand, changes }: AnyPoint): Promise<boolean> {
  if (changes) return (await terminal.choose('Change this?', { s: 'skip', y: 'yes' })) === 'y'
  return !byHand || (await terminal.choose('Go on?', { y: 'yes', s: 'skip' })) === 'y'
}

async function visitPoint(visit: Visit, point: AnyPoint, keep: Keep): Promise<void> {
  const { terminal } = visit
  for (;;) {
    try {
      const seen = await point.observe(visit)
      // The point's code and what it observes belong together by its type.
      keep({ code: point.code, at: readClock().toISOString(), ...seen } as ProbeResult)
      terminal.say('  Noted.')
      return
    } catch (error) {
      if (visit.interrupted.aborted) throw new Interrupted()
      if (error instanceof Skipped) return terminal.say('  Skipped.')
      terminal.say(`  Not seen: ${whyNot(error)}`)
      if ((await terminal.choose('Try again?', { a: 'again', s: 'skip' })) === 's') return
    }
  }
}

/** @throws the error itself when it is a bug or an interruption */
function whyNot(error: unknown): string {
  if (error instanceof Unseen) return error.message
  if (error instanceof AppError) return en.errors[error.code]
  // What fetch throws when there is no answer, and jose for a token that is not right.
  if (error instanceof TypeError && error.message === 'fetch failed') return 'no answer.'
  if (error instanceof Error && /^(TimeoutError|JW)/.test(error.name)) return error.name
  throw error
}
