import { type Gatekeeper, moveGuided } from './guided'
import { luckOf } from './luck'
import { type Mover, makeMover } from './mover'
import type { LockOutCause, Outcome } from './outcome'
import { type RateName, type Rates, rates, ratesWith } from './rates'
import { moveAlone } from './unguided'

/** What became of everybody in one arm. */
export type Tally = {
  people: number
  lockOuts: number
  causes: Partial<Record<LockOutCause, number>>
  deskCases: number
  oldLeft: number
}

export type Arms = { guided: Tally; alone: Tally }

export type Wish = { people: number; seed: number; rates?: Rates; keeper?: Gatekeeper }

/** The same people with the same luck, once with this guidance and once left alone. */
export function simulate(wish: Wish): Arms {
  const guided = tallyOf(wish, (mover) => moveGuided(mover, wish.keeper))
  return { guided, alone: leaveAlone(wish) }
}

function leaveAlone(wish: Wish): Tally {
  return tallyOf(wish, moveAlone)
}

function tallyOf(
  { people, seed, rates: wanted = ratesWith() }: Wish,
  move: (mover: Mover) => Outcome,
): Tally {
  const tally: Tally = { people: 0, lockOuts: 0, causes: {}, deskCases: 0, oldLeft: 0 }
  for (let person = 0; person < people; person += 1) add(tally, move(makeMover(luckOf(seed, person), wanted)))
  return tally
}

export type Variation = { name: RateName; half: Arms; double: Arms }

/** Nobody who is guided is asked these. */
const onlyAlone: readonly RateName[] = ['registersFirst', 'takesNameForDone', 'triesAlone', 'removesAlone']

/** One rate at a time at half and at twice its value; a probability never above one. */
export function vary(wish: Wish): Variation[] {
  const names = Object.keys(rates) as RateName[] // the table has no other keys
  const { guided } = simulate(wish)
  return names.map((name) => {
    const at = (factor: number): Arms => {
      const changed = ratesWith({ [name]: Math.min(1, rates[name].value * factor) })
      if (onlyAlone.includes(name)) return { guided, alone: leaveAlone({ ...wish, rates: changed }) }
      return simulate({ ...wish, rates: changed })
    }
    return { name, half: at(0.5), double: at(2) }
  })
}

function add(tally: Tally, { lockOut, deskCases, isOldLeft }: Outcome): void {
  tally.people += 1
  tally.deskCases += deskCases
  if (isOldLeft) tally.oldLeft += 1
  if (!lockOut) return
  tally.lockOuts += 1
  tally.causes[lockOut] = (tally.causes[lockOut] ?? 0) + 1
}
