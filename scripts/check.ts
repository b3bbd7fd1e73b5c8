import { summary } from '@/scripts/test/count'
import { runStages } from '@/scripts/test/stages'

// `npm run check`: what every commit must pass, in less than a minute.

const total = await runStages(['biome', 'types', 'unit'])
console.log(`\n${summary(total)}`)
process.exitCode = total.failed > 0 ? 1 : 0
