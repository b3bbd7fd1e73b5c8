import type { Person } from '../../world/person'
import type { AppAccount, Phone } from '../../world/phone'
import type { PendingRegistration } from '../../world/registration'
import type { Ring } from '../../world/ring'
import type { SaidCode } from './said'

/** All that is needed to draw one phone. */
export type PhoneView = {
  phone: Phone
  person: Person
  /** What a work account is called in the app's list. */
  tenantName: string
  /** How its buttons name it: "iPhone 12". */
  callName: string
  /** Which screen of the app is open: home, add, settings, recovery, account-<id>. */
  screen: string
  said: SaidCode | null
  ring: Ring | null
  /** The number test of a registration that this phone scanned. */
  test: PendingRegistration | null
  /** The newest texted code lying on it. */
  text: string | null
  /** Where answers to a ringing request go. */
  answerTo: string
  /** The page it is drawn on; null beside a sign-in, where phones can only answer. */
  page: URL | null
}

/** Address of the same page with another screen open on this phone. */
export function screenHref({ page, phone }: PhoneView, screen: string): string {
  return pageHref(page ?? new URL('/phones', 'http://localhost'), {
    [phone.slot]: screen,
    [`${phone.slot}-said`]: null,
  })
}

/** Address that a button of this phone posts to; the screens of the other phones stay as they are. */
export function actionHref({ page, phone }: PhoneView, verb: string): string {
  return `${page?.pathname ?? '/phones'}/${phone.slot}/${verb}${page?.search ?? ''}`
}

/** A page's address with some of its query changed; null takes a parameter away. */
export function pageHref(page: URL, changes: Record<string, string | null>): string {
  const query = new URLSearchParams(page.search)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === 'home') query.delete(name)
    else query.set(name, value)
  }
  return query.size > 0 ? `${page.pathname}?${query}` : page.pathname
}

/** How a phone is called among its siblings: by model, or by its own name where two share one. */
export function callNameOf(phone: Phone, siblings: Phone[]): string {
  if (phone.slot === 'other') return `other ${phone.label}`
  const alike = siblings.filter(({ label, slot }) => label === phone.label && slot !== 'other')
  const isAlone = alike.length === 1
  return isAlone ? phone.label : phone.name
}

/** The head line of an account in the app's list. */
export function accountTitle({ tenantName }: PhoneView, account: AppAccount): string {
  if (account.kind === 'work') return tenantName
  return account.kind === 'other' ? account.issuer : 'Microsoft account'
}
