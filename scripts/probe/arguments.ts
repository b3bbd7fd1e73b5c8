import { parseArgs } from 'node:util'
import { observations, type ProbeCode } from '@/lib/domain/probe'

export type Arguments = {
  tenantId: string
  /** The two throw-away users, by user principal name. */
  users: readonly [string, string]
  out: string
  resumes: boolean
  isReally: boolean
  /** Points to go through, again if need be; null: all that are not done yet. */
  only: readonly ProbeCode[] | null
  /** Where the browser comes back to, on this computer. */
  port: number
  /** How many reads are sent at most to find a limit. */
  callsMax: number
  /** When a sign-in counts as old, in minutes. */
  staleMinutes: number
}

export const usage = `npm run probe -- --tenant <id> --users <first>,<second> [options]

Walks through what no page of Microsoft settles, in a TEST tenant, and writes what it saw as a settings file for
the emulator. <first> and <second> are two throw-away users of that tenant, by user principal name.

  --out <file>        where to write (probe-settings.json); a summary goes beside it (.md)
  --resume            go on with the points that are not in that file yet
  --only <a>,<b>      these points only, also when they were seen before
  --really            although the tenant is large, or a user holds a role
  --port <n>          where the browser comes back to: http://localhost:<n>/api/auth/callback/… (4901)
  --calls <n>         how many reads to send at most when looking for a limit (300)
  --stale <minutes>   how old a sign-in is made before one's own methods are touched with it (11)`

/** What the command line says. @throws {Error} one sentence on what is wrong with it */
export function readArguments(argv: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      tenant: { type: 'string' },
      users: { type: 'string' },
      out: { type: 'string', default: 'probe-settings.json' },
      resume: { type: 'boolean', default: false },
      really: { type: 'boolean', default: false },
      only: { type: 'string' },
      port: { type: 'string', default: '4901' },
      calls: { type: 'string', default: '300' },
      stale: { type: 'string', default: '11' },
    },
  })
  if (!values.tenant) throw new Error('Name the test tenant: --tenant <id>.')
  const [first, second, ...more] = listed(values.users)
  if (!first || !second || more.length > 0 || first.toLowerCase() === second.toLowerCase())
    throw new Error('Name two different throw-away users: --users <first>,<second>.')
  return {
    tenantId: values.tenant,
    users: [first, second],
    out: values.out,
    resumes: values.resume,
    isReally: values.really,
    only: values.only === undefined ? null : listed(values.only).map(codeNamed),
    port: numberNamed('--port', values.port, 1),
    callsMax: numberNamed('--calls', values.calls, 1),
    staleMinutes: numberNamed('--stale', values.stale, 0),
  }
}

function listed(text = ''): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function codeNamed(text: string): ProbeCode {
  const codes = Object.keys(observations) as ProbeCode[] // the table's own keys
  const code = codes.find((known) => known === text)
  if (!code) throw new Error(`There is no point "${text}": ${codes.join(', ')}.`)
  return code
}

function numberNamed(name: string, text: string, min: number): number {
  const value = Number(text)
  if (text === '' || Number.isNaN(value) || value < min)
    throw new Error(`${name} must be a number from ${min} on, not "${text}".`)
  return value
}
