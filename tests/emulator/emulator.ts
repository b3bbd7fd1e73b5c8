import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { startServer } from '@/emulator/server'
import type { Settings } from '@/emulator/world/settings'
import { changeSettings, type World } from '@/emulator/world/world'
import { expectContract } from './expect-contract'

/** An answer of Graph, its body already read. */
export type Answer = {
  status: number
  headers: Headers
  // Bodies are Microsoft's, and each test says what it expects of them.
  // biome-ignore lint/suspicious/noExplicitAny: a test states the shape it expects by reading it
  body: any
}

export type Ask = {
  as: string
  headers?: Record<string, string>
  body?: unknown
  /** The answer is spoilt on purpose: do not hold it against the contract. */
  isSpoilt?: boolean
}

export type Emulator = {
  world: World
  origin: string
  /** Where its state is kept. */
  folder: string
  id(firstName: string): string
  /** A Graph call with somebody's token: `ask('GET /v1.0/users', { as: token })`. */
  ask(call: string, ask: Ask): Promise<Answer>
  /** The app's own token, or a person's through that app. */
  token(app: string, person?: string, more?: Record<string, unknown>): Promise<string>
  control(call: string, body?: unknown): Promise<Answer>
  set(settings: Partial<Settings>): void
  /** Back to the first day, without throttling and lags. */
  reset(): Promise<void>
  stop(): Promise<void>
}

/** A port nobody uses. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  // A TCP server's address is an object.
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

/** A whole emulator over HTTP with a fresh world, without throttling and lags unless a test sets them. */
export async function openEmulator({ people = 60 } = {}): Promise<Emulator> {
  const folder = mkdtempSync(join(tmpdir(), 'emulator-'))
  const port = await freePort()
  const running = await startServer({
    folder,
    port,
    people,
    seed: 7,
    portalUrl: 'http://localhost:3000',
    settings: {},
  })
  const { world, origin } = running
  const control = (call: string, body?: unknown) => send(origin, call.replace(' ', ' /emulator'), { body })
  const set = (settings: Partial<Settings>) => changeSettings(world, settings)
  const plain = { throttleScale: 0, auditLagSeconds: 0, signInLogLagSeconds: 0, reportLagMinutes: 0 }
  set(plain)

  return {
    world,
    origin,
    folder,
    id(firstName) {
      const about = Object.keys(world.tenant.appRoles)
      const index = castNames.indexOf(firstName)
      return about[index] ?? ''
    },
    async ask(call, { as, headers, body, isSpoilt = false }) {
      const answer = await send(origin, call, {
        body,
        headers: { ...headers, authorization: `Bearer ${as}` },
      })
      if (!isSpoilt) expectContract(call, body, answer)
      return answer
    },
    async token(app, person, more = {}) {
      const { body } = await control('POST /tokens', { app, ...(person ? { person } : {}), ...more })
      return body.accessToken
    },
    control,
    set,
    async reset() {
      await control('POST /reset')
      set(plain)
    },
    async stop() {
      await running.stop()
      rmSync(folder, { recursive: true })
    },
  }
}

const castNames = [
  'Olga',
  'Paola',
  'Hana',
  'Ada',
  'Aldo',
  'Toni',
  'Elio',
  'Lia',
  'Andrea',
  'Petra',
  'Nora',
  'Lea',
  'Elena',
  'Piero',
  'Samir',
  'Vito',
  'Thea',
]

type Sending = { headers?: Record<string, string>; body?: unknown }

async function send(origin: string, call: string, { headers = {}, body }: Sending): Promise<Answer> {
  const [method = 'GET', path = '/'] = call.split(/ (.*)/)
  const json =
    body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { ...headers, 'content-type': 'application/json' } }
  const response = await fetch(origin + path, { method, headers, ...json })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: parse(text) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
