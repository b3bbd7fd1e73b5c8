import { existsSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { decodeJwt } from 'jose'
import { type ProbeResult, probeRefusals } from '@/lib/domain/probe'
import { missingSettings } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { clientToken } from '@/lib/graph/client-token'
import en from '@/lib/i18n/messages/en.json'
import { type Arguments, readArguments, usage } from '@/scripts/probe/arguments'
import { openAuthority } from '@/scripts/probe/authority'
import { Unseen } from '@/scripts/probe/graph'
import { lookAround } from '@/scripts/probe/ground'
import { openLoopback } from '@/scripts/probe/loopback'
import type { AnyPoint } from '@/scripts/probe/point'
import { points } from '@/scripts/probe/points/list'
import { readResults, writeResults } from '@/scripts/probe/settings-file'
import { summaryOf } from '@/scripts/probe/summary'
import { Interrupted, openTerminal } from '@/scripts/probe/terminal'
import { makeVisit } from '@/scripts/probe/visit'
import { walk } from '@/scripts/probe/walk'

// `npm run probe`: with a tester, in a test tenant, sees what no page of Microsoft settles. Ends with 0 when it came to
// its end, 1 when it refuses this tenant, 2 when it could not look, 64 and 78 for the command line and the settings,
// 130 after Ctrl-C; then what was seen so far is in the file.

const [EX_USAGE, EX_CONFIG, EX_INTERRUPTED] = [64, 78, 130]

const interrupted = new AbortController()
// Once: a second Ctrl-C ends it at once.
process.once('SIGINT', () => interrupted.abort(new Interrupted()))
process.exit(await main())

async function main(): Promise<number> {
  const given = wellGiven()
  if (!given) return EX_USAGE
  const missing = missingSettings('probe')
  for (const { name, about } of missing) console.error(`Missing: ${name.padEnd(24)} ${about}`)
  if (missing.length > 0) return EX_CONFIG
  if (process.env.TENANT_ID && process.env.TENANT_ID !== given.tenantId) {
    console.error(`The settings are of tenant ${process.env.TENANT_ID}, not of ${given.tenantId}.`)
    return EX_CONFIG
  }
  process.env.TENANT_ID = given.tenantId
  try {
    return await probe(given)
  } catch (error) {
    if (!(error instanceof Unseen || error instanceof AppError)) throw error
    console.error(error instanceof AppError ? en.errors[error.code] : error.message)
    return 2
  }
}

function wellGiven(): Arguments | null {
  try {
    return readArguments(process.argv.slice(2))
  } catch (error) {
    if (!(error instanceof Error)) throw error
    console.error(`${error.message}\n\n${usage}`)
    return null
  }
}

async function probe(given: Arguments): Promise<number> {
  const { tenantId, out } = given
  assertFolder(out)
  const results = readResults(out, tenantId, given.resumes || given.only !== null)
  await assertTenant(tenantId)
  const { first, second, ground } = await lookAround(given.users)
  const refusals = probeRefusals(ground)
  for (const sentence of refusals) console.error(sentence)
  if (refusals.length > 0 && !given.isReally) {
    console.error('Nothing was done. If you really mean it: --really.')
    return 1
  }
  const loopback = await openLoopback(given.port)
  const terminal = openTerminal(process.stdin, process.stdout, interrupted.signal)
  const owed = new Set<string>()
  const visit = makeVisit({
    desk: { authority: await openAuthority(tenantId), loopback, terminal, tenantId },
    arguments: given,
    first,
    second,
    results,
    interrupted: interrupted.signal,
    owed,
  })
  terminal.say(`Test tenant ${tenantId}, ${ground.people} people. What is seen is written to ${out} at once.`)
  terminal.say('Ctrl-C ends it at any time; go on later with --resume.')
  const keep = (result: ProbeResult) => {
    const place = results.findIndex(({ code }) => code === result.code)
    if (place >= 0) results[place] = result
    else results.push(result)
    writeResults(out, tenantId, results)
  }
  try {
    await walk(visit, wanted(given, results), keep)
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error
    const kept = results.length > 0 ? `${results.length} points are in ${out}` : 'nothing was seen yet'
    terminal.say(`\nEnded in the middle: ${kept}. Go on with --resume.`)
    for (const sentence of owed) terminal.say(`To be put back: ${sentence}`)
    return EX_INTERRUPTED
  } finally {
    loopback.close()
    terminal.close()
  }
  finish(given, results)
  return 0
}

/** Better now than after the first finding. */
function assertFolder(out: string): void {
  const folder = dirname(out)
  if (!existsSync(folder)) throw new Unseen(`There is no folder ${folder} to write to.`)
}

/** The reader's own token says which tenant it is of, whatever the settings say. */
async function assertTenant(tenantId: string): Promise<void> {
  const { tid } = decodeJwt(await clientToken('reader'))
  if (tid !== tenantId) throw new Unseen(`Passaggio Reader belongs to tenant ${tid}, not to ${tenantId}.`)
}

function wanted({ only }: Arguments, results: readonly ProbeResult[]): AnyPoint[] {
  if (only) return points.filter(({ code }) => only.includes(code))
  const done = results.map(({ code }) => code)
  return points.filter(({ code, repeats }) => repeats || !done.includes(code))
}

function finish({ out, tenantId }: Arguments, results: readonly ProbeResult[]): void {
  const path = `${out.replace(/\.json$/, '')}.md`
  const summary = summaryOf(results, points, tenantId)
  writeFileSync(path, summary)
  process.stdout.write(`\n${summary}\nWritten: ${out} and ${path}\n`)
}
