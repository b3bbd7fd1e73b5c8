/** As many calls as were answered until Microsoft refused one, and how long that took. */
export type Burst = { calls: number; ms: number }

/** Limits are published in round figures; what is measured lies a little beside one. */
const roundSeconds = [1, 2, 5, 10, 15, 20, 30, 60, 120, 150, 300, 600]

/**
 * The limit behind two bursts, as calls per seconds. The first ends when the allowance is used up; the second one's
 * time is counted from there, so what it was given had come back meanwhile.
 *
 * @param second null when nothing came back in time to be counted
 */
export function limitBehind(first: Burst, second: Burst | null): { calls: number; seconds: number } {
  if (!second || second.calls === 0) return { calls: first.calls, seconds: roundSeconds.at(-1) ?? 0 }
  const perMs = second.calls / second.ms
  const calls = Math.max(1, Math.round(first.calls - perMs * first.ms))
  return { calls, seconds: nearest(calls / perMs / 1_000) }
}

function nearest(seconds: number): number {
  const distance = (round: number) => Math.abs(Math.log(round / seconds))
  return roundSeconds.reduce((best, round) => (distance(round) < distance(best) ? round : best))
}
