import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { readEnv } from './env'

const VERSION = 'v1'

/**
 * Text that only a holder of SESSION_KEY can read again: AES-256-GCM with a fresh nonce.
 * `context` is authenticated with it, so that a sealed text moved to another row does not open.
 */
export function seal(plain: string, context: string): string {
  const key = sealingKey()
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(context))
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return [
    VERSION,
    keyId(key),
    ...[nonce, cipher.getAuthTag(), body].map((part) => part.toString('base64url')),
  ].join('.')
}

/** The sealed text, or null when it was sealed with another key, for another context, or was altered. */
export function unseal(sealed: string, context: string): string | null {
  const key = sealingKey()
  const [version, id, nonce, tag, body] = sealed.split('.')
  if (version !== VERSION || id !== keyId(key) || !nonce || !tag || body === undefined) return null
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'))
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(Buffer.from(tag, 'base64url'))
  try {
    return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

/** A fresh secret of 256 bits, URL-safe. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** SHA-256 in hex: how a secret of full entropy is kept. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** A keyed hash for guessable things (an address, a browser's name), useless without SESSION_KEY. */
export function blindOf(value: string): string {
  return createHmac('sha256', sealingKey()).update(value).digest('base64url').slice(0, 22)
}

/**
 * A keyed hash (HMAC-SHA-256) whose key serves one purpose alone, derived from SESSION_KEY by HKDF (RFC 5869):
 * what was hashed for one purpose means nothing for another.
 */
export function keyedHash(purpose: string, value: string): Buffer {
  const key = Buffer.from(hkdfSync('sha256', sealingKey(), '', `passaggio ${purpose}`, 32))
  return createHmac('sha256', key).update(value).digest()
}

function sealingKey(): Buffer {
  const key = Buffer.from(readEnv('SESSION_KEY'), 'base64')
  if (key.length !== 32) throw new Error('SESSION_KEY must be 32 bytes in base64')
  return key
}

function keyId(key: Buffer): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 8)
}
