import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { observations, type ProbeCode, type ProbeResult } from '@/lib/domain/probe'
import { settingsOf } from '@/lib/domain/probe-settings'
import { Unseen } from './graph'

/** The part of a settings file that a probe goes on from. Its format is the emulator's: emulator/README.md. */
const Written = z.object({
  format: z.literal(1),
  observed: z.object({ tenant: z.string() }),
  results: z.array(
    z.object({
      code: z.string(),
      observed: z.unknown(),
      at: z.iso.datetime(),
      graphRequestId: z.string().nullable(),
    }),
  ),
})

/**
 * What an earlier probe of the same tenant saw; nothing when there was none.
 *
 * @throws {Unseen} the file is no probe's, or another tenant's, or would be lost because nobody said to go on
 */
export function readResults(path: string, tenantId: string, isToGoOn: boolean): ProbeResult[] {
  if (!existsSync(path)) return []
  if (!isToGoOn) throw new Unseen(`${path} is there already: go on with --resume, or name another --out.`)
  const file = Written.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!file.success) throw new Unseen(`${path} was not written by a probe.`)
  if (file.data.observed.tenant !== tenantId) throw new Unseen(`${path} is about another tenant.`)
  return file.data.results.map((result) => {
    const shape = observations[result.code as ProbeCode] // unknown codes have none
    if (!shape) throw new Unseen(`${path} has a result "${result.code}" that this probe does not know.`)
    // Parsed by the shape of its own code, which is what ties the two together.
    return { ...result, observed: shape.parse(result.observed) } as ProbeResult
  })
}

/** Writes the file anew; whoever reads it meets the old one or the new one, never half of one. */
export function writeResults(path: string, tenantId: string, results: readonly ProbeResult[]): void {
  const { settings, notes } = settingsOf(results)
  const at = results
    .map((result) => result.at)
    .toSorted()
    .at(-1)
  const file = {
    format: 1,
    observed: { ...(at ? { at } : {}), tenant: tenantId, by: 'npm run probe' },
    settings,
    notes,
    results,
  }
  const half = `${path}.part`
  writeFileSync(half, `${JSON.stringify(file, null, 2)}\n`)
  renameSync(half, path)
}
