import { realNow } from './clock'
import type { World } from './world'

/** From a moment of the computer's clock on, the emulator's clock stands at another one and runs so many times as fast. */
export type ClockSegment = { realAt: number; emulatedAt: number; scale: number }

const segmentsKept = 200

/** Now, as lags, limits and expiries see it. Timestamps, tokens and logs use the computer's clock. */
export function emulatorNow(world: World): number {
  return emulatedAt(world, realNow())
}

/**
 * How long ago an instant of the computer's clock is, as lags and lifetimes see it: moving the clock on ages
 * what had happened by then, and nothing that happens later. Moving it back never makes anything younger than it is.
 */
export function agedMs(world: World, at: number): number {
  const now = realNow()
  return Math.max(now - at, emulatedAt(world, now) - emulatedAt(world, at))
}

function emulatedAt({ clock }: World, at: number): number {
  const segment = clock.findLast(({ realAt }) => realAt <= at)
  return segment ? segment.emulatedAt + (at - segment.realAt) * segment.scale : at
}

/** Follows the settings of the clock after they were changed. `isMoved`: the offset was set, if only to what it was. */
export function resetClock(world: World, isMoved: boolean): void {
  const { clockOffsetSeconds, timeScale: scale } = world.settings
  const realAt = nextMillisecond()
  const emulated = isMoved ? realAt + clockOffsetSeconds * 1_000 : emulatorNow(world)
  world.clock = [...world.clock, { realAt, emulatedAt: emulated, scale }].slice(-segmentsKept)
  world.store.set('clock', world.clock)
}

/** So that what happened in this very millisecond counts as before. */
function nextMillisecond(): number {
  const now = realNow()
  let next = now
  while (next === now) next = realNow()
  return next
}
