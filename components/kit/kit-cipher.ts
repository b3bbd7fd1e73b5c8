import { type Kit, readKit } from '@/lib/domain/kit'
import { kitIterations, type SealedKit } from '@/lib/domain/kit-file'
import { sameEverywhere } from '@/lib/domain/passphrase'

/*
 * Only what the browser itself brings (Web Cryptography), so that a passphrase and what it locks never leave it:
 * docs/decisions/0023-private-kit.md.
 */

/** A passphrase as the browser holds it while the list is open: nobody can read it back. */
export async function holdPassphrase(passphrase: string): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(sameEverywhere(passphrase))
  return crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveKey'])
}

/** The key to one save of a list. It can't be exported. */
export function deriveKey(held: CryptoKey, { salt, iterations }: Derivation): Promise<CryptoKey> {
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  return crypto.subtle.deriveKey(derivation, held, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
}

/** The list, locked: new salt, new initialisation vector, new key. */
export async function sealKit(held: CryptoKey, kit: Kit): Promise<SealedKit> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const header = { app: 'passaggio-kit', version: 1, iterations: kitIterations } as const
  const key = await deriveKey(held, { salt, iterations: header.iterations })
  const sealed = await encrypt(key, { iv, header: headerText(header) }, JSON.stringify(kit))
  return { ...header, salt: toBase64(salt), iv: toBase64(iv), sealed: toBase64(sealed) }
}

/** The list, opened; null for another passphrase or a file that was changed, which nobody can tell apart. */
export async function openKit(held: CryptoKey, sealed: SealedKit): Promise<Kit | null> {
  const { salt, iv, iterations } = sealed
  const key = await deriveKey(held, { salt: fromBase64(salt), iterations })
  const text = await decrypt(
    key,
    { iv: fromBase64(iv), header: headerText(sealed) },
    fromBase64(sealed.sealed),
  )
  return text === null ? null : readKit(JSON.parse(text))
}

/** AES-GCM over a text; the header is not hidden, but can't be changed unnoticed. The tag comes last. */
export async function encrypt(key: CryptoKey, { iv, header }: Frame, text: string): Promise<Bytes> {
  const bytes = new TextEncoder().encode(text)
  const additionalData = new TextEncoder().encode(header)
  return new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, bytes))
}

/** The text again, or null when key, header or text are not the ones it was made with. */
export async function decrypt(key: CryptoKey, { iv, header }: Frame, sealed: Bytes): Promise<string | null> {
  const additionalData = new TextEncoder().encode(header)
  try {
    const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, sealed)
    return new TextDecoder().decode(bytes)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return null
    throw error
  }
}

function headerText({ app, version, iterations }: Pick<SealedKit, 'app' | 'version' | 'iterations'>): string {
  return `${app} ${version} ${iterations}`
}

function toBase64(bytes: Bytes): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

function fromBase64(text: string): Bytes {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
}

type Bytes = Uint8Array<ArrayBuffer>
type Derivation = { salt: Bytes; iterations: number }
type Frame = { iv: Bytes; header: string }
