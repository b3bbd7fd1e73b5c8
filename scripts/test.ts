import { ensureChromium } from '@/scripts/test/chromium'
import { summary } from '@/scripts/test/count'
import { runStages, stageNames } from '@/scripts/test/stages'

// `npm test [-- --long] [stage …]`. The last line is the sum over all stages.

const words = process.argv.slice(2)
if (words.includes('--long')) process.env.TEST_LONG = '1'
const asked = words.filter((word) => !word.startsWith('--'))
const unknown = asked.filter((word) => !stageNames.includes(word))
if (unknown.length > 0) {
  console.error(`There is no stage "${unknown[0]}": choose from ${stageNames.join(', ')}.`)
  process.exit(1)
}

const names = asked.length > 0 ? asked : stageNames
if (names.includes('browser')) await ensureChromium()
const total = await runStages(names)
console.log(`\n${summary(total)}`)
process.exitCode = total.failed > 0 ? 1 : 0
