/**
 * How often the passphrase is hashed on the way to a key. OWASP asks for 600,000 with PBKDF2-HMAC-SHA256; a phone
 * of today takes about a second for this.
 *
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html
 */
export const kitIterations = 1_000_000

/** Fewer would be easy to guess, more would hang the phone: a file that says so is not opened. */
const iterationsMin = 600_000
const iterationsMax = 10_000_000

/** A locked list as the browser keeps it and as the file carries it. Base64 where bytes are meant. */
export type SealedKit = {
  app: 'passaggio-kit'
  version: 1
  /** PBKDF2-HMAC-SHA256. */
  iterations: number
  /** 16 bytes, new with every save. */
  salt: string
  /** 12 bytes, new with every save. */
  iv: string
  /** AES-256-GCM: ciphertext and tag; the header above is authenticated with it. */
  sealed: string
}

/** Why something is no locked list that this page can open. */
export type KitFileRefusal = 'kit_file_other' | 'kit_file_newer' | 'kit_file_unsafe'

/** What was stored or picked as a file, if it is a locked list; else why not. Nothing is opened. */
export function readSealedKit(value: unknown): SealedKit | KitFileRefusal {
  if (typeof value !== 'object' || value === null) return 'kit_file_other'
  const { app, version, iterations, salt, iv, sealed } = value as Record<string, unknown>
  if (app !== 'passaggio-kit' || typeof version !== 'number') return 'kit_file_other'
  if (version > 1) return 'kit_file_newer'
  if (!isBase64(salt, 24) || !isBase64(iv, 16) || !isBase64(sealed) || typeof iterations !== 'number')
    return 'kit_file_other'
  if (!Number.isInteger(iterations) || iterations < iterationsMin || iterations > iterationsMax)
    return 'kit_file_unsafe'
  return { app, version: 1, iterations, salt, iv, sealed }
}

/** A picked file's text, read the same way. */
export function readKitFile(text: string): SealedKit | KitFileRefusal {
  try {
    return readSealedKit(JSON.parse(text))
  } catch {
    // Not even JSON: some other file was picked.
    return 'kit_file_other'
  }
}

function isBase64(value: unknown, length?: number): value is string {
  if (typeof value !== 'string' || value.length % 4 !== 0) return false
  return /^[A-Za-z0-9+/]+={0,2}$/.test(value) && (length === undefined || value.length === length)
}
