import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const Secrets = z.object({
  /** Signs next-auth's cookie. */
  authSecret: z.string(),
  /** Seals session tokens: 32 bytes, base64. */
  sessionKey: z.string(),
  /** Of the database roles. */
  passwords: z.object({ web: z.string(), worker: z.string(), audit: z.string() }),
})

export type Secrets = z.infer<typeof Secrets>

/** The demo's secrets, made at its first start and kept for its owner's eyes. */
export function demoSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, 'demo-secrets.json')
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(newSecrets(), null, 2), { mode: 0o600 })
  return Secrets.parse(JSON.parse(readFileSync(file, 'utf8')))
}

/** Fresh ones, kept nowhere. */
export function newSecrets(): Secrets {
  const password = () => randomBytes(24).toString('hex')
  return {
    authSecret: randomBytes(32).toString('base64'),
    sessionKey: randomBytes(32).toString('base64'),
    passwords: { web: password(), worker: password(), audit: password() },
  }
}
