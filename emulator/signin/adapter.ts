import type { Adapter, AdapterPayload } from 'oidc-provider'

import { realNow } from '../world/clock'

type Entry = { payload: AdapterPayload; expiresAt: number }

const entries = new Map<string, Entry>()
const idsByUid = new Map<string, string>()

/** The protocol library's memory: codes, interactions, browser sessions. Gone after a restart. */
export class MemoryAdapter implements Adapter {
  readonly #model: string

  constructor(model: string) {
    this.#model = model
  }

  #key = (id: string) => `${this.#model}:${id}`

  async upsert(id: string, payload: AdapterPayload, expiresIn: number) {
    forgetExpired()
    entries.set(this.#key(id), { payload, expiresAt: realNow() + expiresIn * 1_000 })
    if (payload.uid) idsByUid.set(this.#key(payload.uid), id)
  }

  async find(id: string) {
    const entry = entries.get(this.#key(id))
    return entry && entry.expiresAt > realNow() ? entry.payload : undefined
  }

  async findByUid(uid: string) {
    return this.find(idsByUid.get(this.#key(uid)) ?? '')
  }

  async findByUserCode() {
    return undefined
  }

  async consume(id: string) {
    const entry = entries.get(this.#key(id))
    if (entry) entry.payload.consumed = Math.floor(realNow() / 1_000)
  }

  async destroy(id: string) {
    entries.delete(this.#key(id))
  }

  async revokeByGrantId(grantId: string) {
    for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key)
  }
}

let writes = 0

function forgetExpired(): void {
  writes += 1
  if (writes % 1_000 !== 0) return
  const now = realNow()
  for (const [key, { expiresAt }] of entries) if (expiresAt < now) entries.delete(key)
}
