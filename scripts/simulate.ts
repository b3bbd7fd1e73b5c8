import { writeFileSync } from 'node:fs'
import { reportOf } from '@/scripts/simulate/report'
import { simulate, vary } from '@/scripts/simulate/simulate'

// `npm run simulate`: ten thousand moves by the product's own rules. With `--write` into docs/simulation.md.

const wish = { people: 10_000, seed: 20261128 }
const arms = simulate(wish)
const report = reportOf({ ...wish, arms, variations: vary(wish) })
if (process.argv.includes('--write')) writeFileSync('docs/simulation.md', report)
console.log(report)

const preventable = arms.guided.causes.gate_should_have_known ?? 0
if (preventable > 0) {
  console.error(`${preventable} were locked out although the gate could have prevented it.`)
  process.exitCode = 1
}
