import { type Bench, isReached, lineOf } from '@/tests/bench/measure'
import { pageWeightBench } from '@/tests/bench/page-weight'
import { quotaBench } from '@/tests/bench/quota'
import { syncBench } from '@/tests/bench/sync'
import { faultsBench, floorBench, largeBench, largeFaultsBench, largestBench } from '@/tests/bench/sync-floor'

// `npm run bench [-- name …] [-- --long]`: ratios against what people use instead, or against what the limits allow,
// measured here and now. 1 when a target is missed.

const benches: readonly Bench[] = [
  syncBench,
  floorBench,
  largeBench,
  faultsBench,
  quotaBench,
  pageWeightBench,
]
/** Some twenty minutes; only with `--long`, or by name. */
const longBenches: readonly Bench[] = [largestBench, largeFaultsBench]

const words = process.argv.slice(2)
const wanted = words.filter((word) => !word.startsWith('--'))
const isLong = words.includes('--long') || process.env.TEST_LONG === '1'
const isNamed = ({ name }: Bench) => wanted.some((word) => name.includes(word))

let missed = 0
for (const bench of [...benches, ...longBenches]) {
  const isAsked = wanted.length > 0 ? isNamed(bench) : isLong || !longBenches.includes(bench)
  if (!isAsked) {
    if (longBenches.includes(bench)) console.log(`-- ${bench.name}: only with --long`)
    continue
  }
  for (const line of await bench.run()) {
    console.log(lineOf(line))
    if (!isReached(line)) missed += 1
  }
}
process.exit(missed > 0 ? 1 : 0)
