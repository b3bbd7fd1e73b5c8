import { readEnv } from '@/lib/env'

/** Turns a switch of the emulator this test talks to. @throws {Error} it refused */
export async function control(verb: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${readEnv('GRAPH_URL')}/emulator${path}`, {
    method: verb,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${verb} ${path}: ${response.status} ${text}`)
  return text === '' ? undefined : JSON.parse(text)
}

type Fault = {
  fault: string
  match?: { method?: string; path?: string; person?: string; app?: string }
  times?: number | null
  retryAfterSeconds?: number
  delayMs?: number
}

/** Writes one line of the fault script; it strikes once unless told otherwise. */
export function fault(line: Fault): Promise<unknown> {
  return control('POST', '/faults', line)
}

/** A token as a sign-in would have given it. */
export async function tokenOf(app: 'self' | 'desk', person: string, ageSeconds = 0): Promise<string> {
  const { accessToken } = (await control('POST', '/tokens', { app, person, ageSeconds })) as {
    accessToken: string
  }
  return accessToken
}
