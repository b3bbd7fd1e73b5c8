import { AppError } from '@/lib/errors'

/** How many numbers there are to draw from. */
export const referenceCount = 1_000_000
/** How long a reference waits for a call: over a weekend. */
export const referenceHours = 72

/** More than so many are not shown at the desk; each is found by its code all the same. */
export const referencesMax = 20

/**
 * What somebody says on the phone: `R-482-9173`. The last digit is made from the others, so that a digit
 * misheard or two swapped make no other reference.
 *
 * @param number `0 … referenceCount - 1`
 */
export function referenceOf(number: number): string {
  const digits = String(number).padStart(6, '0')
  const whole = `${digits}${checkDigit(digits)}`
  return `R-${whole.slice(0, 3)}-${whole.slice(3)}`
}

/** The reference in what somebody typed (`482 9173`, `r4829173`), or null where it is none. */
export function referenceIn(text: string): string | null {
  const digits = text
    .trim()
    .replace(/^r/i, '')
    .replaceAll(/[\s.-]/g, '')
  if (!/^\d{7}$/.test(digits) || checkDigit(digits) !== 0) return null
  return `R-${digits.slice(0, 3)}-${digits.slice(3)}`
}

/** @see H. M. Damm, Total anti-symmetrische Quasigruppen, 2004: finds every single wrong digit and every swap of neighbours. */
const quasigroup = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const

function checkDigit(digits: string): number {
  return [...digits].reduce((interim, digit) => quasigroup[interim]?.[Number(digit)] ?? 0, 0)
}

type Reference = { caseId: string | null; expiresAt: Date }

/** Why a reference cannot be put to a case, or null when it can. One that has expired is as good as none. */
export function linkRefusal(found: Reference | null, caseId: string, now: Date) {
  if (!found || (found.caseId === null && now >= found.expiresAt)) return 'reference_unknown'
  return found.caseId !== null && found.caseId !== caseId ? 'reference_taken' : null
}

/** @throws {AppError} refused — with the reason from `linkRefusal` */
export function assertLinkable<Found extends Reference>(
  found: Found | null,
  caseId: string,
  now: Date,
): Found {
  const refusal = linkRefusal(found, caseId, now)
  if (refusal || !found)
    throw new AppError('refused', refusal ?? 'reference_unknown', {
      fields: { reference: refusal ?? 'reference_unknown' },
    })
  return found
}
