import { expect, type Page } from '@playwright/test'
import { askPerson } from '@/tests/support/prepare-pages'
import { expectNoOverflow } from './axe'
import { approve, issuePass, openPhones, register, useKey, usePass, useWindowsHello } from './microsoft'
import { assign, describeMove, onKept, onOldPhone, onStep, restore, switchOldPhoneOff } from './move'
import { emulatorUrl, test } from './support'

test('a missing page comes to rest in a browser that keeps no cookies', async ({ page }) => {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Emulation.setDocumentCookieDisabled', { disabled: true })
  let loads = 0
  page.on('request', (request) => {
    if (request.isNavigationRequest()) loads += 1
  })
  await page.goto('/no-such-page', { waitUntil: 'networkidle' })
  expect(loads).toBe(1)
})

test('Piero makes his whole move in a browser without script, and each way in that is not the new phone is told', async ({
  signIn,
}) => {
  test.setTimeout(300_000)
  const page = await signIn('Piero Passkey', { javaScript: false, width: 320 })
  const heading = page.getByRole('heading', { level: 2 })
  await describeMove(page, { old: 'an iPhone', new: 'an iPhone' })
  await reloadUntil(page, () => expect(page.getByRole('group', { name: /Windows Hello/ })).toBeVisible(quick))
  await assign(page, [
    [/^Microsoft Authenticator: .*iPhone 14/, onOldPhone],
    [/Authenticator - iOS/, onOldPhone],
    [/Blue security key/, onKept],
    [/Windows Hello/, onKept],
    [/Phone number/, onKept],
  ])
  await onStep(page, 'Have a second way in')
  await page.getByRole('button', { name: 'The service desk is my second way in' }).click()
  await restore(page)

  await onStep(page, 'Register the new phone')
  const elsewhere = await signIn('Piero Passkey')
  const phones = await openPhones(elsewhere, 'Piero Passkey')
  await elsewhere.goto(`${emulatorUrl}/mysignins/security-info`)
  await elsewhere.getByRole('link', { name: 'Add sign-in method' }).click()
  await approve(elsewhere, 'iPhone 14')
  await register(elsewhere, phones, 'iPhone 17')

  await page.getByRole('button', { name: 'Look now' }).click()
  await reloadUntil(page, () => expect(heading).toHaveText(['Prove that the new phone works'], quick))
  await switchOldPhoneOff(page)
  const passCode = await issuePass(page, 'piero')
  for (const [what, signInOtherwise] of [
    ['Windows Hello', () => useWindowsHello(page, 'AURORA-PIERO')],
    ['a passkey or security key', () => useKey(page, 'Blue security key')],
    ['a Temporary Access Pass', () => usePass(page, passCode)],
  ] as const) {
    await page.getByRole('button', { name: 'Sign in with the new phone' }).click()
    await signInOtherwise()
    const told = page
      .getByRole('alert')
      .filter({ hasText: `You signed in with ${what}, not with the new phone` })
    await expect(told).toContainText('nothing is lost: you are still signed in here')
    await expect(told).toContainText('choose Microsoft Authenticator')
    await expect(told).toContainText('choose another way there first')
    await onStep(page, 'Prove that the new phone works')
  }
  await expectNoOverflow(page)
  await page.getByRole('button', { name: 'Sign in with the new phone' }).click()
  await approve(page, 'iPhone 17')
  await onStep(page, 'Take the old phone off your account')
  const remove = page.getByRole('button', { name: /^Remove .*(iPhone 14|Authenticator - iOS)/ })
  for (let left = await remove.count(); left > 0; left -= 1) {
    await remove.first().click()
    await reloadUntil(page, () => expect(remove).toHaveCount(left - 1, quick))
  }
  await reloadUntil(page, () => expect(heading).toHaveText(['Sign in once more'], quick))
  await page.getByRole('button', { name: 'Sign in once more' }).click()
  await approve(page, 'iPhone 17')
  await onStep(page, 'Look through the other accounts')
  await page.getByRole('button', { name: 'Show what to do with them' }).click()
  await page.getByRole('button', { name: 'Nothing is left on the old phone' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByRole('checkbox', { name: /^Every one of them is on the new phone/ }).check()
  await page.getByRole('button', { name: 'Nothing is left on the old phone' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Safe to wipe' })).toBeVisible()
  await expect(page.getByText('Do not wipe the old phone')).toBeHidden()
})

test('Aoife asks for help and answers the service desk in a browser without script', async ({ signIn }) => {
  const page = await signIn('Aoife Hawthorn', { javaScript: false, width: 320 })
  await page.getByRole('link', { name: 'My devices' }).click()
  await page.getByRole('button', { name: 'Ask Microsoft now' }).click()
  await reloadUntil(page, () => expect(page.getByText(/^Microsoft Authenticator/).first()).toBeVisible(quick))

  await page.getByRole('link', { name: 'Help' }).click()
  await page.getByRole('button', { name: 'My phone is lost or broken' }).click()
  await expect(page.getByText(/^The service desk knows: case C-\d{4}/)).toBeVisible()
  await page.getByRole('link', { name: 'My move' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No move is planned for you')
  await expect(page.getByText(/^The service desk knows: case C-\d{4}/)).toBeVisible()

  const desk = await signIn('Hana Helpdesk')
  await askPerson(desk, 'Aoife Hawthorn')
  await page.goto('/my/confirm')
  await page.getByRole('link', { name: 'Are you on the phone with the service desk?' }).click()
  await page.getByRole('button', { name: 'Yes, that is me' }).click()
  await expect(page.getByText('You said yes')).toBeVisible()

  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: 'Sign in with Microsoft' })).toBeVisible()
})

const quick = { timeout: 1_000 }

/** Without script nothing renews a page by itself. */
async function reloadUntil(page: Page, check: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.reload()
    await check()
  }).toPass()
}
