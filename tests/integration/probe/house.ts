import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import type { Settings } from '@/emulator/world/settings'
import { chromiumArgs, findChromium } from '@/scripts/test/chromium'
import { type Emulator, freePort, openEmulator } from '@/tests/emulator/emulator'
import { converse, type Ended, type Script } from './conversation'
import { recordSecrets } from './recorder'
import { makeTester, prepare, users } from './tester'

/** A tenant to probe, a browser, and somebody between the probe and Graph who keeps every secret. */
export type House = {
  emulator: Emulator
  /** Everything that must not be found in what the probe says or writes. */
  secrets(): string[]
  /** Back to the first day, with settings put over it. */
  begin(settings?: Partial<Settings>): Promise<void>
  probe(more?: readonly string[], wish?: Wish): Promise<Probed>
  close(): Promise<void>
}

export type Wish = { env?: Record<string, string>; people?: readonly string[]; script?: Partial<Script> }
export type Probed = Ended & {
  out: string
  // A settings file is read by each test as far as it concerns it.
  // biome-ignore lint/suspicious/noExplicitAny: a test states the shape it expects by reading it
  written: any
  summary: string
}

/** A sign-in is old after this; long enough for a slow computer to use a fresh one. */
export const freshMinutes = 0.2

export async function openHouse(): Promise<House> {
  const emulator = await openEmulator({ people: 120 })
  const recorder = await recordSecrets(emulator.origin)
  const browser = await launch()
  const folder = mkdtempSync(join(tmpdir(), 'probe-'))
  const seen = new Set<string>()
  let count = 0
  return {
    emulator,
    secrets: () => [...seen, ...recorder.secrets],
    async begin(settings = {}) {
      await emulator.reset()
      count += 1
      const { status, body } = await emulator.control('PATCH /settings', {
        throttleScale: 1,
        freshMinutes,
        ...settings,
      })
      if (status !== 200) throw new Error(JSON.stringify(body))
      await prepare(emulator)
    },
    async probe(more = [], { env = {}, people = users, script = {} } = {}) {
      const out = join(folder, `settings-${count}.json`)
      const { id } = emulator.world.tenant
      const argv = [
        '--tenant',
        id,
        '--users',
        people.join(','),
        '--out',
        out,
        '--port',
        String(await freePort()),
      ]
      const { script: plain, sitting } = makeTester(emulator, browser)
      const asked = { ...settingsOf(emulator), GRAPH_URL: recorder.url, ...env }
      const stale = ['--stale', String(freshMinutes + 0.05)]
      const ended = await converse([...argv, ...stale, ...more], asked, { ...plain, ...script })
      await sitting.close()
      for (const secret of sitting.secrets) seen.add(secret)
      const summary = out.replace('.json', '.md')
      return {
        ...ended,
        out,
        written: existsSync(out) ? JSON.parse(readFileSync(out, 'utf8')) : null,
        summary: existsSync(summary) ? readFileSync(summary, 'utf8') : '',
      }
    },
    async close() {
      await browser.close()
      recorder.close()
      await emulator.stop()
      rmSync(folder, { recursive: true })
    },
  }
}

async function launch(): Promise<Browser> {
  const executablePath = await findChromium()
  if (!executablePath) throw new Error('there is no Chromium')
  return chromium.launch({ executablePath, args: chromiumArgs })
}

/** What the probe is told; no database among it. */
function settingsOf({ origin, world }: Emulator): Record<string, string | undefined> {
  const { apps, tenant } = world
  const credentials = (['portal', 'self', 'desk', 'reader'] as const).map((name) => ({
    [`${name.toUpperCase()}_CLIENT_ID`]: apps[name].clientId,
    [`${name.toUpperCase()}_CLIENT_SECRET`]: apps[name].clientSecret,
  }))
  return {
    ...Object.assign({}, ...credentials),
    TENANT_ID: tenant.id,
    AUTHORITY: `${origin}/${tenant.id}/v2.0`,
    AUTH_CONTEXT: 'c1',
    DATABASE_URL: undefined,
  }
}
