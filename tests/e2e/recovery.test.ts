import { expect, type Page } from '@playwright/test'
import { expectAccessible, expectNoOverflow } from './axe'
import { onStep } from './move'
import { emulatorUrl, test } from './support'

test.describe.configure({ mode: 'parallel' })

const shaken = 'Fabio Olmo'

test('somebody presses "It was not me": the move stands still, and the desk alone lets it go on', async ({
  signIn,
}) => {
  const page = await signIn(shaken)
  await onStep(page, 'Bring the names over')
  const other = await signIn(shaken)
  await page.getByRole('link', { name: 'It was not me' }).click()
  await expect(page.getByText('1 other browser is signed in to this portal as you.')).toBeVisible()
  await expect(page.getByText('Nothing changes at Microsoft')).toBeVisible()
  await page.getByRole('button', { name: 'Stop: it was not me' }).click()
  await expect(page.getByText('Your move is stopped')).toBeVisible()
  await expect(page.getByText(/^Urgent case C-\d{4} is at the service desk/)).toBeVisible()
  await other.goto('/my')
  await expect(other.getByRole('button', { name: 'Sign in with Microsoft' })).toBeVisible()
  await page.getByRole('link', { name: 'My move', exact: true }).click()
  await expect(page.getByText('Your move is stopped')).toBeVisible()
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(0)

  const hana = await signIn('Hana Helpdesk')
  await readAlert(hana)
  await openFromQueue(hana)
  await expect(hana.getByText('Urgent: The person says: it was not me')).toBeVisible()
  await expect(hana.getByRole('button', { name: 'Let the move go on' })).toBeDisabled()
  await hana.getByRole('button', { name: 'Start the verification' }).click()
  await hana.getByRole('button', { name: 'I called the directory number and it was them' }).click()
  await hana.getByRole('button', { name: `Ask ${shaken}` }).click()
  await expect(hana.getByText(`${shaken} was asked at`)).toBeVisible()
  await page.goto('/my/confirm')
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click()
  await page.getByRole('button', { name: 'Yes, that is me' }).click()
  await expect(hana.getByText(/^Verified until/)).toBeVisible({ timeout: 30_000 })
  await hana.getByRole('combobox', { name: 'Why can it go on?' }).selectOption('The account was made safe')
  await hana.getByRole('button', { name: 'Let the move go on' }).click()
  await expect(hana.getByRole('button', { name: 'Freeze the move' })).toBeVisible()

  await page.goto('/my')
  await onStep(page, 'Bring the names over')
})

/** Whatever page of the desk is open, a bar stands above it; and a mail came, without a link, with the case's number. */
async function readAlert(page: Page): Promise<void> {
  await page.goto('/desk/people')
  await expect(page.getByText(/^(An urgent case|\d+ urgent cases)$/)).toBeVisible()
  const inbox = await page.context().newPage()
  await inbox.goto(`${emulatorUrl}/mail/hana.helpdesk`)
  const mail = inbox.frameLocator('iframe[title="Message"]')
  await expect(async () => {
    await inbox.goto(`${emulatorUrl}/mail/hana.helpdesk`)
    await inbox.getByRole('link', { name: 'Urgent: a case waits at the desk' }).first().click()
    await expect(mail.getByText(shaken)).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
  await expect(mail.getByRole('link')).toHaveCount(0)
  const address = (await mail.getByText(/\/desk\/cases\/C-\d{4}$/).textContent()) ?? ''
  await page.goto(`http://${address}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/C-\d{4}$/.exec(address)?.[0] ?? '')
  await inbox.close()
}

/** Urgent cases come before all others, with a word. */
async function openFromQueue(page: Page): Promise<void> {
  await page.goto('/desk')
  const rows = page.getByRole('region', { name: /^Open cases/ }).getByRole('row')
  const row = rows.filter({ hasText: shaken })
  await expect(row.getByText('Urgent')).toBeVisible()
  const isUrgent = await rows.evaluateAll((all) =>
    all.slice(1).map((one) => /Urgent/.test(one.textContent ?? '')),
  )
  expect(isUrgent.indexOf(false)).toBe(isUrgent.filter(Boolean).length)
  await row.getByRole('link', { name: /^C-\d{4}$/ }).click()
}

test('the words on a phone find the answer, misspelt, in both languages, on a small screen and without script', async ({
  signIn,
}) => {
  const page = await signIn('Giulia Larice', { javaScript: false, width: 320 })
  await page.goto('/my/help')
  await page.getByRole('searchbox').fill('somthing went worng')
  await page.getByRole('button', { name: 'Find' }).click()
  await expect(page.getByRole('heading', { level: 3, name: /Something went wrong/ })).toBeVisible()
  await expect(page.getByRole('list', { name: 'What to do' }).first().getByRole('listitem')).not.toHaveCount(
    0,
  )
  await expectNoOverflow(page)

  await page.getByRole('searchbox').fill('pizza margherita')
  await page.getByRole('button', { name: 'Find' }).click()
  await expect(page.getByText('Nothing we know fits these words')).toBeVisible()

  await page.getByRole('button', { name: 'Italiano' }).click()
  await page.getByRole('searchbox').fill('non ariva nessuna notifca')
  await page.getByRole('button', { name: 'Cerca' }).click()
  await expect(page.getByRole('heading', { level: 3, name: /Non arriva la notifica/ })).toBeVisible()
  await expectNoOverflow(page)
  await page.getByRole('button', { name: "Non aiuta: chiedi all'assistenza" }).first().click()
  await expect(page.getByText(/L'assistenza lo sa: caso C-\d{4}/).first()).toBeVisible()

  const paola = await signIn('Paola Planner')
  const row = paola.getByRole('row', { name: /No notification arrives/ })
  await expect(row).toBeVisible()
})

test('somebody whose phone was stolen is told what it means for them, and the desk hears of it first', async ({
  signIn,
}) => {
  const page = await signIn('Irene Larice', { javaScript: false, width: 320 })
  await page.goto('/my/help')
  await page.getByRole('link', { name: 'The phone was stolen' }).click()
  await expect(page.getByText('For you, now')).toBeVisible()
  await expectNoOverflow(page)
  await page.getByRole('button', { name: 'Open an urgent case' }).click()
  await expect(page.getByText(/The service desk knows: case C-\d{4}/).first()).toBeVisible()
})

test('whoever is locked out takes a reference along, in Italian and without script, and learns nothing of anybody', async ({
  browser,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    locale: 'it-IT',
    viewport: { width: 320, height: 640 },
  })
  const page = await context.newPage()
  await page.goto('/locked-out')
  await page.getByRole('button', { name: 'Dammi un riferimento' }).click()
  await page.getByRole('radio', { name: 'Mi hanno rubato il telefono' }).check()
  await page.getByRole('button', { name: 'Dammi un riferimento' }).click()
  await expect(page.getByText(/^R-\d{3}-\d{4}$/)).toBeVisible()
  await expectNoOverflow(page)

  await page.getByRole('searchbox').fill('telefono rubatto')
  await page.getByRole('button', { name: 'Cerca' }).click()
  await expect(page.getByRole('heading', { level: 3, name: 'Il telefono è stato rubato' })).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Mi hanno rubato il telefono' })).toBeChecked()
  await expect(page.getByText(/Per te, adesso|@/)).toHaveCount(0)
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await context.close()
})

test('every answer of the help can be read by everybody: axe, in the dark, in Italian, at 320 px', async ({
  signIn,
  page: outside,
}) => {
  const inside = await signIn('Giulia Ontano', { width: 320 })
  await outside.setViewportSize({ width: 320, height: 640 })
  // Colours on their way from light to dark have a contrast of their own.
  for (const page of [inside, outside]) await page.emulateMedia({ reducedMotion: 'reduce' })
  const addresses: [Page, string][] = [
    [inside, '/my/help?q=somthing+went+worng'],
    [inside, '/my/help?q=pizza'],
    [inside, '/my/help?topic=PHONE-STOLEN'],
    [outside, '/locked-out?q=telefono+rubatto'],
  ]
  for (const [page, address] of addresses) {
    await page.goto(address)
    await expectAccessible(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectAccessible(page, 'contrast')
    await page.emulateMedia({ colorScheme: 'light' })
    await page.getByRole('button', { name: 'Italiano' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'it')
    await expectNoOverflow(page)
    await page.getByRole('button', { name: 'English' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  }
})
