import { expect, type Page } from '@playwright/test'
import { expectAccessible, expectNoOverflow } from './axe'
import { countPrintedPages } from './pdf'
import { test } from './support'

test.describe.configure({ mode: 'parallel' })

/** Safe to wipe since yesterday; the phone is still there. */
const safe = 'Davide Abete'
/** Has said what is on the old phone, and nothing is moved yet. */
const midway = 'Fabio Olmo'
/** Has said which phones these are. */
const preparing = 'Davide Ontano'

test('an old phone that is still registered is not handed in, and the page says why', async ({ signIn }) => {
  const page = await signIn(midway, { width: 320 })
  await page.goto('/my/return')
  await expect(page.getByText('Microsoft still shows a registration of the old phone.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'I have handed it in' })).toHaveCount(0)
  await look(page)
})

test('a wiped phone is handed in step by step, signed by typing, received by somebody else, and the move closed', async ({
  signIn,
}) => {
  const page = await signIn(safe, { width: 320 })
  await expect(page.getByText('One thing is left: the old phone')).toBeVisible()
  await expect(page.getByRole('button', { name: 'All fine' })).toBeDisabled()
  await look(page)
  await page.getByRole('link', { name: 'See to the old phone' }).click()
  for (const step of ['Turn Find My off', 'Sign out of iCloud', 'Erase the phone'])
    await page.getByRole('button', { name: `Done: ${step}` }).click()
  await expect(page.getByRole('heading', { name: 'Hand it in and sign' })).toBeVisible()
  await expect(page.getByText('attested by you')).toHaveCount(3)
  await page.getByRole('button', { name: 'Not done after all: Sign out of iCloud' }).click()
  await expect(page.getByRole('heading', { name: 'Hand it in and sign' })).toBeHidden()
  await page.getByRole('button', { name: 'Done: Sign out of iCloud' }).click()
  const sign = page.getByRole('button', { name: 'I have handed it in' })
  // The worker looks once more before anybody signs.
  await expect(sign).toBeEnabled({ timeout: 30_000 })
  await sign.click()
  await expect(page.getByRole('alert').filter({ hasText: 'Draw your signature' })).toBeVisible()
  await look(page)
  await page.getByRole('textbox', { name: 'Or your name, typed' }).fill(safe)
  await sign.click()
  await expect(page.getByText('You handed the old phone in')).toBeVisible()
  await expect(page.getByText('Whoever took it has not confirmed it yet.')).toBeVisible()

  const toni = await signIn('Toni Technician')
  await toni.goto(`/plan/people?q=${encodeURIComponent(safe)}`)
  await toni.getByRole('table').getByRole('link', { name: safe }).first().click()
  await expect(toni.getByText(`Signed by ${safe}`)).toBeVisible()
  await toni.getByRole('button', { name: 'Phone received' }).click()
  await expect(toni.getByText('Toni Technician has received it')).toBeVisible()

  await page.goto('/my')
  await expect(page.getByText('attested by Toni Technician')).toBeVisible()
  await look(page)
  await page.getByRole('button', { name: 'All fine' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your move is through')
  await look(page)
})

test('the printed sheet is one page in both languages, and holds no secret', async ({ signIn }) => {
  const page = await signIn(preparing)
  for (const [language, stop] of [
    ['English', 'Do not wipe the old phone'],
    ['Italiano', 'Non cancellare il vecchio telefono'],
  ] as const) {
    await page.goto('/my')
    await page.getByRole('button', { name: language }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', language === 'English' ? 'en' : 'it')
    await page.goto('/my/print')
    await expect(page.getByText(stop)).toBeVisible()
    expect(await countPrintedPages(page), language).toBe(1)
    const text = (await page.getByRole('article').textContent()) ?? ''
    expect(text).toContain(new URL(page.url()).origin)
    expect(text).toContain('+39 02 5550 0199')
    // No id of anything, and no telephone number besides the desk's.
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/)
    expect(text.replaceAll('+39 02 5550 0199', '')).not.toMatch(/\+\d[\d ]{6,}/)
    await look(page)
  }
})

async function look(page: Page): Promise<void> {
  await expectNoOverflow(page)
  await expectAccessible(page)
}
