import { type Bench, isReached, lineOf } from '@/tests/bench/measure'
import { pageWeightBench } from '@/tests/bench/page-weight'
import { syncBench } from '@/tests/bench/sync'

// `npm run bench [name]`: ratios against what people use instead, measured here and now. 1 when a target is missed.

const benches: readonly Bench[] = [syncBench, pageWeightBench]

const wanted = process.argv.slice(2)
let missed = 0
for (const bench of benches) {
  if (wanted.length > 0 && !wanted.some((word) => bench.name.includes(word))) continue
  for (const line of await bench.run()) {
    console.log(lineOf(line))
    if (!isReached(line)) missed += 1
  }
}
process.exit(missed > 0 ? 1 : 0)
