import { randomInt } from 'node:crypto'
import { minuteMs, realNow } from './clock'
import type { Phone } from './phone'
import { hasSim, isReachable } from './ring'

type TextMessage = { phoneNumber: string; code: string; expiresAt: number }

const messages: TextMessage[] = []

/** Texts a fresh six-digit code to a number; whoever holds that SIM reads it for ten minutes. */
export function textCode(phoneNumber: string): { code: string } {
  const code = String(randomInt(0, 1_000_000)).padStart(6, '0')
  messages.push({ phoneNumber, code, expiresAt: realNow() + 10 * minuteMs })
  if (messages.length > 500) messages.shift()
  return { code }
}

/** The newest code texted to the SIM in this phone, null when there is none that is still good. */
export function readText(phone: Phone): string | null {
  if (!isReachable(phone)) return null
  const now = realNow()
  return (
    messages.findLast(({ phoneNumber, expiresAt }) => expiresAt > now && hasSim(phone, phoneNumber))?.code ??
    null
  )
}
