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
  const calls = roundCalls(Math.max(1, Math.round(first.calls - perMs * first.ms)))
  return { calls, seconds: nearest(calls / perMs / 1_000) }
}

/** To the next five, where the measurement cannot tell them apart; small limits are counted exactly. */
function roundCalls(calls: number): number {
  const five = Math.round(calls / 5) * 5
  const apart = Math.max(1, calls * 0.02)
  return calls >= 15 && Math.abs(calls - five) <= apart ? five : calls
}

function nearest(seconds: number): number {
  const distance = (round: number) => Math.abs(Math.log(round / seconds))
  return roundSeconds.reduce((best, round) => (distance(round) < distance(best) ? round : best))
}
