import { expect, type Page } from '@playwright/test'
import { approve } from './microsoft'
import { emulatorUrl } from './support'

/** The steps of one's own move as an employee takes them, in English. */

type Phones = {
  old: string
  new: string
  number?: string
  oldIs?: string
  backup?: string
  /** Where this is read. */
  screen?: string
}

/** Says which phones these are. */
export async function describeMove(page: Page, phones: Phones): Promise<void> {
  await onStep(page, 'Say which phones these are')
  await choose(page, 'The old phone', phones.oldIs ?? 'is here and works')
  await choose(page, 'The old phone is', phones.old)
  await choose(page, 'The new phone is', phones.new)
  await choose(page, 'Your phone number', phones.number ?? 'stays the same')
  if (phones.screen) await choose(page, 'Besides the phones, you have here', phones.screen)
  if (phones.backup) await choose(page, 'In Authenticator on the old iPhone, under Settings', phones.backup)
  await page.getByRole('button', { name: 'Show my steps' }).click()
}

export const onOldPhone = 'On the old phone: it must go'
export const onKept = 'On something I keep'
export const onNewPhone = 'This is already the new phone'

/** Says whose each registration is. */
export async function assign(page: Page, owners: readonly (readonly [RegExp, string])[]): Promise<void> {
  await onStep(page, 'Say what is on which device')
  for (const [entry, owner] of owners) await choose(page, entry, owner)
  await page.getByRole('button', { name: 'That is right' }).click()
}

/** Takes the service desk as the second way in. */
export async function agreeDesk(page: Page): Promise<void> {
  await onStep(page, 'Have a second way in')
  await page.getByRole('button', { name: 'The service desk is my second way in' }).click()
}

/** Has brought the names over. */
export async function restore(page: Page): Promise<void> {
  await onStep(page, 'Bring the names over')
  await page.getByRole('button', { name: 'Done, go on' }).click()
}

/** Says that nothing but the new phone can answer. */
export async function switchOldPhoneOff(page: Page, step = 'Prove that the new phone works'): Promise<void> {
  await onStep(page, step)
  await page.getByRole('checkbox', { name: 'The old phone is off or in flight mode' }).check()
  await page.getByRole('button', { name: 'It is off, go on' }).click()
}

/** Goes to Microsoft for the fresh sign-in that proves the new phone. */
export async function proveByButton(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign in with the new phone' }).click()
}

/** Microsoft's own page, in the tab that the step's link opens. */
export async function openSecurityInfo(page: Page): Promise<Page> {
  const opened = page.context().waitForEvent('page')
  await page.getByRole('link', { name: /^Open Security info/ }).click()
  return opened
}

/** Where every move begins: with a mail in one's own mailbox that says so, in one's own language. */
export async function findInvitation(page: Page, who: string, subject = 'You are moving to a new phone') {
  const inbox = await page.context().newPage()
  await inbox.goto(`${emulatorUrl}/mail/${who.toLowerCase().replace(' ', '.')}`)
  await expect(inbox.getByText(subject).first()).toBeVisible()
  await inbox.close()
}

/** Takes what is left of the old phone off the account, from here. */
export async function removeOld(page: Page, phone: string): Promise<void> {
  await onStep(page, 'Take the old phone off your account')
  await page.getByRole('button', { name: new RegExp(`^Remove Microsoft Authenticator: .*${phone}`) }).click()
}

/** Goes to Microsoft for the sign-in that the old phone can no longer give. */
export async function signInOnceMore(page: Page): Promise<void> {
  await onStep(page, 'Sign in once more')
  await page.getByRole('button', { name: 'Sign in once more' }).click()
}

/** From the sign-in after the removal to "Safe to wipe". */
export async function finish(page: Page, phone: string): Promise<void> {
  await signInOnceMore(page)
  await approve(page, phone)
  await lookThroughOthers(page)
}

/** The last word, after which nothing stands against wiping the old phone. */
export async function lookThroughOthers(page: Page): Promise<void> {
  await onStep(page, 'Look through the other accounts')
  await page.getByLabel('Codes for other services').fill('2')
  await page.getByRole('button', { name: 'Show what to do with them' }).click()
  await page
    .getByRole('checkbox', { name: 'Every one of them is on the new phone or no longer needed' })
    .check()
  await page.getByRole('button', { name: 'Nothing is left on the old phone' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Safe to wipe' })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('Do not wipe the old phone')).toBeHidden()
}

/** The one step that is open. */
export async function onStep(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([name], { timeout: 30_000 })
}

export async function choose(page: Page, group: string | RegExp, name: string): Promise<void> {
  const box = page.getByRole('group', { name: group, exact: true })
  await box.getByRole('radio', { name, exact: true }).check()
}
