/** One line of `npm run bench`. Ratios only: absolute times say more about the machine than about us. */
export type BenchLine = {
  /** As in docs/benchmarks.md: B7, B14 … */
  id: string
  what: string
  ratio: number
  /** Null: printed for comparison, nobody fails. */
  target: { atLeast: number } | { atMost: number } | null
  /** How it was measured, where that matters. */
  note?: string
}

/** A benchmark: what it measures, and its lines. */
export type Bench = { name: string; run(): Promise<BenchLine[]> }

/** Whether the line reached its target; one without a target always does. */
export function isReached({ ratio, target }: BenchLine): boolean {
  if (!target) return true
  return 'atLeast' in target ? ratio >= target.atLeast : ratio <= target.atMost
}

/** `B7 <what> <ratio> <target> PASS|FAIL`, or `-` and nothing for a line without a target. */
export function lineOf(line: BenchLine): string {
  const { id, what, ratio, target, note } = line
  const wanted = target ? ('atLeast' in target ? `>=${target.atLeast}` : `<=${target.atMost}`) : '-'
  const verdict = target ? (isReached(line) ? ' PASS' : ' FAIL') : ''
  return `${id} ${what} ${round(ratio)} ${wanted}${verdict}${note ? `   (${note})` : ''}`
}

function round(ratio: number): string {
  return ratio >= 100 ? ratio.toFixed(0) : ratio.toFixed(2)
}

/** Milliseconds a piece of work takes. */
export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** The middle one; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  if (low === undefined || high === undefined)
    throw new Error('there must be something to take the median of')
  return (low + high) / 2
}

/** The middle half of the values, in percent of the median: how far they lie apart. */
export function spreadOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (part: number) => sorted[Math.round((sorted.length - 1) * part)] ?? Number.NaN
  return (100 * (at(0.75) - at(0.25))) / median(values)
}
