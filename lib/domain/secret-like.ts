/** What a typed text looks like that does not belong on a list of where things are kept. */
export type SecretLike = 'qr_address' | 'seed' | 'words' | 'recovery_codes' | 'card' | 'password' | 'code'

/**
 * What kind of secret a text looks like, or null. A warning and no more: it guesses by shape, and may be wrong
 * both ways.
 */
export function looksSecret(text: string): SecretLike | null {
  if (/\botpauth(-migration)?:\/\//i.test(text)) return 'qr_address'
  if (hasKey(text)) return 'seed'
  if (isWordList(text)) return 'words'
  const digits = digitRuns(text)
  if (digits.some(({ value }) => value.length >= 13 && value.length <= 19 && isCard(value))) return 'card'
  if (hasRecoveryCodes(text)) return 'recovery_codes'
  if (
    /\b(password|passwort|pwd|pass ?code|pin)\b\s*[:=]?\s*\S*\d/i.test(text) ||
    /\b(password|pwd|pin)\s*[:=]\s*\S/i.test(text)
  )
    return 'password'
  return digits.some(isCode) ? 'code' : null
}

/** Base32 of an authenticator's key (16 letters and more, mostly in groups of four), or a long hexadecimal one. */
function hasKey(text: string): boolean {
  const base32 = /\b[A-Z2-7]{16,}\b|\b[A-Z2-7]{4}(?:[ -][A-Z2-7]{4}){3,}\b/i.exec(text)
  const isMixed = base32 !== null && /[2-7]/.test(base32[0]) && /[a-z]/i.test(base32[0])
  return isMixed || /\b[0-9a-f]{32,}\b/i.test(text)
}

/** Recovery phrases have twelve words and more, in multiples of three, with nothing between them. */
function isWordList(text: string): boolean {
  const words = text.trim().split(/\s+/)
  return words.length >= 12 && words.length % 3 === 0 && words.every((word) => /^[a-z]{3,8}$/.test(word))
}

/** `a1b2-c3d4`, twice and more. */
function hasRecoveryCodes(text: string): boolean {
  const codes = text.match(/\b[a-z0-9]{4,6}-[a-z0-9]{4,6}\b/gi) ?? []
  return codes.filter((code) => /\d/.test(code) && /[a-z]/i.test(code)).length > 1
}

type Run = { value: string; shape: string }

/** Digits with at most one blank or hyphen between them; not what begins like a telephone number or is part of a date. */
function digitRuns(text: string): Run[] {
  return [...text.matchAll(/[+/.]?\d(?:[ -]?\d)*[/.]?/g)]
    .map(([shape]) => shape)
    .filter((shape) => /^\d.*\d$|^\d$/.test(shape))
    .map((shape) => ({ shape, value: shape.replace(/[ -]/g, '') }))
}

function isCode({ shape, value }: Run): boolean {
  if (value.length < 6 || value.length > 8) return false
  return /^\d{6,8}$|^\d{3}[ -]\d{3}$|^\d{4}[ -]\d{4}$/.test(shape)
}

/** The check digit that payment cards carry (ISO/IEC 7812, Luhn). */
function isCard(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const doubled = Number(digit) * (place % 2 === 1 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}
