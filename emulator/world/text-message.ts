import { randomInt } from 'node:crypto'
import { minuteMs, realNow } from './clock'
import type { Phone } from './phone'
import { hasSim, isReachable } from './ring'
import type { World } from './world'

export type TextMessage = { phoneNumber: string; code: string; expiresAt: number }

/** Texts a fresh six-digit code to a number; whoever holds that SIM reads it for ten minutes. */
export function textCode({ texts }: World, phoneNumber: string): { code: string } {
  const code = String(randomInt(0, 1_000_000)).padStart(6, '0')
  texts.push({ phoneNumber, code, expiresAt: realNow() + 10 * minuteMs })
  if (texts.length > 500) texts.shift()
  return { code }
}

/** The newest code texted to the SIM in this phone, null when there is none that is still good. */
export function readText({ texts }: World, phone: Phone): string | null {
  if (!isReachable(phone)) return null
  const now = realNow()
  return (
    texts.findLast(({ phoneNumber, expiresAt }) => expiresAt > now && hasSim(phone, phoneNumber))?.code ??
    null
  )
}
