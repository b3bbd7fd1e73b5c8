import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

import type { World } from '../world/world'

/** What a link carries: where to go on, for which question, and whether an empty page comes first. */
export type Token = { payload: unknown; question: string | null; isPause: boolean }

const algorithm = 'aes-128-gcm'
const ivBytes = 12
const tagBytes = 16

/** Ends with the world's life: links from before a reset lead nowhere, as those of another tenant would. */
function keyOf({ tenant, genesis }: World): Buffer {
  return createHash('sha256').update(`links of ${tenant.id} ${genesis.bornAt}`).digest().subarray(0, 16)
}

/** A token nobody can read or make up: clients are to keep links as they are. */
export function sealToken(world: World, token: Token): string {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv(algorithm, keyOf(world), iv)
  const sealed = [cipher.update(JSON.stringify(token)), cipher.final()]
  return Buffer.concat([iv, ...sealed, cipher.getAuthTag()]).toString('base64url')
}

/** Null for what was not sealed here, or in another life. */
export function openToken(world: World, text: string): Token | null {
  try {
    const bytes = Buffer.from(text, 'base64url')
    const decipher = createDecipheriv(algorithm, keyOf(world), bytes.subarray(0, ivBytes))
    decipher.setAuthTag(bytes.subarray(-tagBytes))
    const sealed = bytes.subarray(ivBytes, -tagBytes)
    // The seal says that sealToken made it.
    return JSON.parse(Buffer.concat([decipher.update(sealed), decipher.final()]).toString()) as Token
  } catch {
    return null
  }
}
