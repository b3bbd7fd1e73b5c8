import { type Browser, expect, type Page } from '@playwright/test'
import { approve } from './microsoft'
import { assign, describeMove, onOldPhone, onStep } from './move'
import { emulatorUrl, test } from './support'

test.describe.configure({ mode: 'parallel' })

test('Lea lost her phone: she is verified by two kinds of evidence, and her old registration goes', async ({
  signIn,
  browser,
}) => {
  const reference = await takeReference(browser)
  const lea = await signIn('Lea Lostphone')
  await describeMove(lea, { old: 'an iPhone', new: 'an iPhone', oldIs: 'is lost, stolen or broken' })
  await expect(lea.getByText('You no longer have the old phone')).toBeVisible()
  await expect(lea.getByText('whoever holds it can approve sign-ins')).toBeVisible()
  await assign(lea, [[/iPhone 12/, onOldPhone]])
  await onStep(lea, 'Have a second way in')
  await lea.getByText('Something went wrong?').click()
  await lea.getByRole('button', { name: 'The old phone stopped working' }).click()
  await expect(lea.getByText(/The service desk knows: case C-\d{4}/)).toBeVisible()

  const hana = await signIn('Hana Helpdesk')
  await openCaseOf(hana, 'Lea Lostphone')
  await hana.getByText('Reference the caller reads out').first().click()
  await hana.getByRole('textbox', { name: 'Reference the caller reads out' }).fill(reference.slice(2))
  await hana.getByRole('button', { name: 'Put it to this case' }).click()
  await expect(hana.getByText(`Reference ${reference}`)).toBeVisible()
  await expect(hana.getByText('The reset is locked')).toBeVisible()
  await hana.getByRole('button', { name: 'Start the verification' }).click()
  await hana.getByRole('button', { name: 'I called the directory number and it was them' }).click()
  await expect(hana.getByText(/^Still missing: .*one that this portal observes itself/)).toBeVisible()
  await hana.getByRole('button', { name: 'Ask Paola Planner' }).click()
  await expect(hana.getByText('Paola Planner was asked at')).toBeVisible()
  await confirm(await signIn('Paola Planner'), 'Yes, I spoke to Lea Lostphone')
  await expect(hana.getByText(/^Verified until/)).toBeVisible({ timeout: 30_000 })

  await hana.getByRole('button', { name: 'Look what can be reset' }).click()
  await expect(hana.getByRole('checkbox', { name: /iPhone 12/ })).toBeChecked({ timeout: 30_000 })
  await hana.getByRole('button', { name: 'Ask for this reset' }).click()
  await hana.getByRole('button', { name: 'Sign in for this reset' }).click()
  await approve(hana, 'iPhone 15')
  await turnRole(hana, 'Deactivate')
  await hana.getByRole('button', { name: 'Run the steps' }).click()
  const steps = hana.getByRole('list', { name: 'Steps' })
  await expect(steps.getByText("Your Entra role isn't active for this person")).toBeVisible()

  await turnRole(hana, 'Activate')
  await hana.getByRole('button', { name: 'Run the steps' }).click()
  await expect(hana.getByText('The reset is done')).toBeVisible({ timeout: 60_000 })
  await expect(lea.getByRole('main')).not.toContainText('iPhone 12', { timeout: 30_000 })
})

test('Vito holds an admin role: verified or not, the desk does not touch his account', async ({ signIn }) => {
  const hana = await signIn('Hana Helpdesk')
  await hana.goto('/desk/people?q=vito')
  await hana.getByRole('link', { name: 'Vito VIP' }).click()
  await hana.getByRole('combobox', { name: 'Why do they call?' }).selectOption('Phone lost')
  await hana.getByRole('button', { name: 'Open the case' }).click()
  await hana.getByRole('button', { name: 'Start the verification' }).click()
  await hana.getByRole('button', { name: 'I called the directory number and it was them' }).click()
  await hana.getByRole('button', { name: 'Ask Vito VIP' }).click()
  await expect(hana.getByText('Vito VIP was asked at')).toBeVisible()
  await confirm(await signIn('Vito VIP'), 'Yes, that is me')
  await expect(hana.getByText(/^Verified until/)).toBeVisible({ timeout: 30_000 })

  await hana.getByRole('button', { name: 'Look what can be reset' }).click()
  await expect(hana.getByText('The desk cannot reset this account')).toBeVisible({ timeout: 30_000 })
  await expect(hana.getByText('This account holds an administrator role at Microsoft.')).toBeVisible()
  await expect(hana.getByRole('button', { name: 'Ask for this reset' })).toBeHidden()
})

/** What somebody takes to the phone who can sign in nowhere. */
async function takeReference(browser: Browser): Promise<string> {
  const context = await browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto('/')
  await page.getByRole('link', { name: 'I am locked out' }).click()
  await page.getByRole('radio', { name: 'My phone is lost' }).check()
  await page.getByRole('button', { name: 'Give me a reference' }).click()
  const reference = await page.getByText(/^R-\d{3}-\d{4}$/).textContent()
  await context.close()
  return reference ?? ''
}

/** From the queue, where whoever asked for help in their own portal appears by itself. */
async function openCaseOf(page: Page, name: string): Promise<void> {
  await page.goto('/desk')
  await page
    .getByRole('row')
    .filter({ hasText: name })
    .getByRole('link', { name: /^C-\d{4}$/ })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Case C-\d{4}/)
}

/** Says yes to the desk's question; the sign-in just now is fresh enough for it. */
async function confirm(page: Page, yes: string): Promise<void> {
  await page.goto('/my/confirm')
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click()
  await page.getByRole('button', { name: yes }).click()
  await expect(page.getByText('You said yes')).toBeVisible()
}

const other = { Activate: 'Deactivate', Deactivate: 'Activate' } as const

/** Privileged Identity Management, at Microsoft, in a tab beside. */
async function turnRole(page: Page, verb: 'Activate' | 'Deactivate'): Promise<void> {
  const roles = await page.context().newPage()
  await roles.goto(`${emulatorUrl}/my-roles`)
  await roles.getByRole('button', { name: `${verb} Authentication Administrator` }).click()
  // Closed while it is on its way, a tab stays open, and the page behind it takes no click.
  await roles
    .getByRole('button', { name: `${other[verb]} Authentication Administrator` })
    .waitFor({ timeout: 15_000 })
  await roles.close()
}
