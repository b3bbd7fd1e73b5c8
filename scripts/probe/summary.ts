import type { ProbeResult } from '@/lib/domain/probe'
import { settingsOf } from '@/lib/domain/probe-settings'
import type { AnyPoint } from './point'

/** What was seen, for a reader: each point with its finding, then the settings, then what is still open. */
export function summaryOf(
  results: readonly ProbeResult[],
  points: readonly AnyPoint[],
  tenantId: string,
): string {
  const { settings, notes } = settingsOf(results)
  const byCode = new Map(results.map((result) => [result.code, result]))
  const open = points.filter(({ code }) => !byCode.has(code))
  const lines = points.flatMap(({ code, question }) => {
    const result = byCode.get(code)
    if (!result) return []
    const note = notes[code] ? [`  - ${notes[code]}`] : []
    const request = result.graphRequestId ? `, request ${result.graphRequestId}` : ''
    return [`- **${question}**`, `  - ${told(result)}`, ...note, `  - seen ${result.at}${request}`]
  })
  return [
    `# Probe of tenant ${tenantId}`,
    '',
    `${results.length} points seen, ${open.length} still open.`,
    '',
    ...lines,
    '',
    '## Settings for the emulator',
    '',
    ...Object.entries(settings).map(([name, value]) => `- \`${name}\`: ${worded(value)}`),
    '',
    ...(open.length > 0
      ? ['## Still open', '', ...open.map(({ code, question }) => `- ${question} (\`--only ${code}\`)`), '']
      : []),
  ].join('\n')
}

function told({ code, observed }: ProbeResult): string {
  // The link is long, and of no use to a reader.
  return code === 'delta_token' ? `looked at ${observed.looks.length} times` : worded(observed)
}

function worded(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : value.map(worded).join(', ')
  if (typeof value !== 'object' || value === null) return value === null ? 'none' : String(value)
  const parts = Object.entries(value).map(([name, part]) => `${name} ${bracketed(part)}`)
  return parts.join('; ')
}

function bracketed(part: unknown): string {
  const text = worded(part)
  return typeof part === 'object' && part !== null && !Array.isArray(part) ? `(${text})` : text
}
