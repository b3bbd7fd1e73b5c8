import { spawn } from 'node:child_process'
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { duration } from '@/scripts/demo/progress'
import {
  type Count,
  honest,
  playwrightCount,
  playwrightCountOfBoth,
  summary,
  vitestCount,
} from '@/scripts/test/count'
import { lastLines } from '@/scripts/test/last-lines'

type Stage = {
  name: string
  /** Programs of node_modules/.bin with their words, one after the other. */
  commands: string[][]
  /** Reads the count out of the report; without one, the stage is one check. */
  count?: (report: string) => Count
  /** Tries again what failed, where that was little; and the count of both reports. */
  again?: { command: string[]; count: (first: string, second: string) => Count }
}

/** What a shell says of a program ended by Ctrl-C. */
const STOPPED = 130

/** More than this is no accident, and is not tried again. */
const ACCIDENTS_MAX = 3

const REPORTS = 'test-results/stages'

/** A failed stage's own end, said again at the very end: whoever reads a long log reads there first. */
const SAID_AGAIN = 60

const vitest = (name: string, projects: string[]): Stage => ({
  name,
  commands: [
    [
      ...['vitest', 'run', ...projects.flatMap((project) => ['--project', project])],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile(name)}`],
    ],
  ],
  count: (report) => vitestCount(JSON.parse(report)),
})

/** Cheapest first: who broke something hears of it soon. */
const stages: Stage[] = [
  { name: 'biome', commands: [['biome', 'check', '.']] },
  {
    name: 'types',
    commands: [
      ['next', 'typegen'],
      ['tsc', '--noEmit'],
    ],
  },
  vitest('unit', ['unit']),
  vitest('integration', ['integration', 'emulator']),
  {
    name: 'browser',
    commands: [['playwright', 'test', '--reporter=list,json']],
    count: (report) => playwrightCount(JSON.parse(report)),
    // In a new house: a story that broke off has left its people in the middle of something.
    again: {
      command: ['playwright', 'test', '--last-failed', '--reporter=list,json'],
      count: (first, second) => playwrightCountOfBoth(JSON.parse(first), JSON.parse(second)),
    },
  },
]

const nothing: Count = { passed: 0, failed: 0, repeated: [] }

let stopped = false

export const stageNames = stages.map(({ name }) => name)

/** Runs the named stages, all of them even when one fails, and says how each went. */
export async function runStages(names: string[]): Promise<Count> {
  rmSync(REPORTS, { recursive: true, force: true })
  mkdirSync(REPORTS, { recursive: true })
  const lines: string[] = []
  const failed: string[] = []
  const total: Count = { passed: 0, failed: 0, repeated: [] }
  for (const stage of stages.filter(({ name }) => names.includes(name))) {
    const startedMs = performance.now()
    console.log(`\n── ${stage.name}`)
    const count = await runStage(stage)
    total.passed += count.passed
    total.failed += count.failed
    total.repeated.push(...count.repeated.map((name) => `${stage.name}: ${name}`))
    if (count.failed > 0) failed.push(stage.name)
    lines.push(`${stage.name.padEnd(12)} ${summary(count)} (${duration(performance.now() - startedMs)})`)
  }
  for (const name of failed) {
    const said = existsSync(logFile(name)) ? readFileSync(logFile(name), 'utf8') : ''
    console.log(`\n── ${name} failed; it ended with\n${lastLines(said, SAID_AGAIN)}`)
  }
  if (total.repeated.length > 0) {
    console.log(`\nFailed once and passed when repeated (decision 0032):\n  ${total.repeated.join('\n  ')}`)
  }
  console.log(`\n${lines.join('\n')}`)
  return total
}

async function runStage({ name, commands, count, again }: Stage): Promise<Count> {
  let code: number | null = 0
  for (const command of commands) {
    code = await run(command, name)
    if (code !== 0) break
  }
  if (!count) return honest({ ...nothing, passed: code === 0 ? 1 : 0 }, code)

  const report = takeReport(name)
  const counted = report ? count(report) : nothing
  if (!again || !report || counted.failed === 0 || counted.failed > ACCIDENTS_MAX)
    return honest(counted, code)

  console.log(`\n── ${name}, once more: what failed`)
  code = await run(again.command, name)
  const second = takeReport(name)
  return second ? honest(again.count(report, second), code) : counted
}

/** The runner's report, read once: the next run must not find it. */
function takeReport(stage: string): string | null {
  const file = reportFile(stage)
  if (!existsSync(file)) return null
  const report = readFileSync(file, 'utf8')
  rmSync(file)
  return report
}

function run([program = '', ...words]: string[], stage: string): Promise<number | null> {
  const env = {
    ...process.env,
    ...(process.stdout.isTTY && { FORCE_COLOR: '1' }),
    NEXT_TELEMETRY_DISABLED: '1',
    PLAYWRIGHT_JSON_OUTPUT_FILE: path.resolve(reportFile(stage)),
  }
  const child = spawn(path.join('node_modules/.bin', program), words, {
    stdio: ['inherit', 'pipe', 'pipe'],
    env,
  })
  const log = createWriteStream(logFile(stage), { flags: 'a' })
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    from.pipe(to, { end: false })
    from.pipe(log, { end: false })
  }
  // Both test runners put things in order on SIGINT only.
  const stop = () => {
    stopped = true
    child.kill('SIGINT')
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message)
      resolve(1)
    })
    child.once('close', (code) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop)
      if (stopped) process.exit(STOPPED)
      log.end(() => resolve(code))
    })
  })
}

function reportFile(stage: string): string {
  return path.join(REPORTS, `${stage}.json`)
}

function logFile(stage: string): string {
  return path.join(REPORTS, `${stage}.log`)
}
