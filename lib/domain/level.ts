import type { GateReason, Level, LevelState } from './gate'

/** A level of the gate, reached without reservation. */
export function reached(level: Level, known: LevelState['known'], reachedAt: Date): LevelState {
  return { level, reachedAt, known, reason: null }
}

/** A level reached by a proof that something else could have given too. */
export function weaker(level: Level, reachedAt: Date, reason: GateReason): LevelState {
  return { level, reachedAt, known: 'weaker', reason }
}

/** A level that is not reached, and why. */
export function missing(level: Level, known: LevelState['known'], reason: GateReason): LevelState {
  return { level, reachedAt: null, known, reason }
}
