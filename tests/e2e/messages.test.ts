import { expect, type Page } from '@playwright/test'
import { onStep } from './move'
import { emulatorUrl, test } from './support'

test('a mail about a new move, in the person’s language, is checked by its code and leads to the move', async ({
  signIn,
  browser,
}) => {
  const paola = await signIn('Paola Planner')
  const address = await findSomebodyFree(paola)
  await planFor(paola, address)
  await publish(paola)

  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${emulatorUrl}/mail/${address.split('@')[0]}`)
  await page.getByRole('link', { name: 'Passi a un telefono nuovo' }).click()
  const mail = page.frameLocator('iframe[title="Message"]')
  await expect(mail.getByText('Non cancellare il vecchio telefono.')).toBeVisible()
  await expect(mail.getByRole('link')).toHaveCount(0)
  const code = (await mail.locator('.code').textContent()) ?? ''
  expect(code).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)

  await page.goto('/')
  await page.getByRole('link', { name: 'Check a message' }).click()
  await check(page, code.toLowerCase())
  await expect(page.getByText('We sent a message with this code')).toBeVisible()
  await expect(page.getByText('Passi a un telefono nuovo')).toBeVisible()
  await expect(page.getByText(address.split('@')[0] ?? address)).toBeHidden()
  await context.close()

  await onStep(await signIn(address), 'Say which phones these are')
  await paola.reload()
  await expect(paola.getByText(/invited by mail/)).toBeVisible()
})

test('a code of nobody’s is said to be nobody’s, without JavaScript as well', async ({ browser }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 320, height: 640 },
  })
  const page = await context.newPage()
  await page.goto('/message')
  await check(page, '00000-00000')
  await expect(page.getByText('We sent no message with this code')).toBeVisible()
  await expect(page.getByText('tell the service desk')).toBeVisible()
  expect(page.url()).not.toContain('00000')
  await context.close()
})

test('whoever tries codes one after the other is told to wait', async ({ browser }) => {
  // An address of its own, as the proxy in front of the portal would give it.
  const context = await browser.newContext({ extraHTTPHeaders: { 'x-forwarded-for': '198.51.100.77' } })
  const page = await context.newPage()
  await page.goto('/message')
  await expect(async () => {
    await check(page, 'ABCDE-12345')
    await expect(page.getByText('That was tried too often.')).toBeVisible({ timeout: 300 })
  }).toPass({ timeout: 60_000, intervals: [0] })
  await expect(page.getByRole('textbox', { name: 'Code in the message' })).toHaveValue('ABCDE-12345')
  await context.close()
})

test('Olga sees that mail goes, and reads what each message says', async ({ signIn }) => {
  const page = await signIn('Olga Owner')
  await page.getByRole('link', { name: 'Messages', exact: true }).click()
  await expect(page.getByText('Sent in the last 24 hours')).toBeVisible()
  await expect(page.getByText('Nothing to decide')).toBeVisible()
  await page.getByText('Safe to wipe: Your old phone is safe to wipe').click()
  await expect(page.getByText('proved', { exact: false }).first()).toBeVisible()
})

test('a mail of which nobody knows whether it went is not repeated, until Olga says so', async ({
  signIn,
  browser,
}) => {
  const paola = await signIn('Paola Planner')
  const address = await findSomebodyFree(paola)
  await planFor(paola, address)
  const line = { fault: 'reset-before', match: { path: 'sendMail' }, times: 1 }
  await fetch(`${emulatorUrl}/emulator/faults`, { method: 'POST', body: JSON.stringify(line) })
  await publish(paola)
  await expect(async () => {
    await paola.reload()
    await expect(paola.getByText('nobody knows whether it arrived')).toBeVisible({ timeout: 1_000 })
  }).toPass()

  const olga = await signIn('Olga Owner')
  await olga.goto('/settings/messages')
  const row = olga.getByRole('table').getByRole('row').filter({ hasText: 'Invitation' })
  await expect(row).toContainText('Microsoft did not answer.')
  await row.getByRole('button', { name: /^Send to .* again$/ }).click()
  await expect(olga.getByText('Nothing to decide')).toBeVisible()

  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${emulatorUrl}/mail/${address.split('@')[0]}`)
  await expect(page.getByRole('link', { name: 'Passi a un telefono nuovo' })).toHaveCount(1)
  await context.close()
})

async function check(page: Page, code: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Code in the message' }).fill(code)
  await page.getByRole('button', { name: 'Check the code' }).click()
}

/** The address of somebody in Milan who is in no wave. */
async function findSomebodyFree(page: Page): Promise<string> {
  await page.goto('/plan/people?q=milan')
  await page.getByRole('link', { name: 'Not in a wave' }).click()
  await expect(page).toHaveURL(/q=milan.*not_in_wave/)
  const people = page
    .getByRole('table')
    .getByRole('rowheader')
    .filter({ hasNotText: /disabled|guest|privileged|Giulia Betulla|Anna Frassino/ })
  await expect(people.first()).toBeVisible()
  const addresses = people.getByText(/^\S+@\S+$/)
  return (await addresses.last().textContent()) ?? ''
}

async function planFor(page: Page, address: string): Promise<void> {
  await page.goto('/plan/waves/new')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Mail story')
  await page.getByRole('combobox', { name: 'Site' }).fill('Milan')
  await page.getByLabel('Day').fill('2030-03-05')
  await page.getByRole('combobox', { name: 'Time zone' }).fill('Europe/Rome')
  await page.getByRole('spinbutton', { name: 'Seats' }).fill('3')
  await page.getByRole('button', { name: 'Create the draft' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mail story')
  await page.getByRole('link', { name: 'Import a file' }).click()
  const buffer = Buffer.from(`userPrincipalName\n${address}\n`)
  await page.getByLabel('CSV file').setInputFiles({ name: 'one.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Check the file' }).click()
  await page.getByRole('button', { name: 'Import one person' }).click()
  await page.getByRole('link', { name: 'To the wave' }).click()
  await expect(page.getByRole('button', { name: 'Publish' })).toBeVisible()
}

async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText('In progress')).toBeVisible()
}
