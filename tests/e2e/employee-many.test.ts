import { expect, type Page } from '@playwright/test'
import { approve, openPhones, register } from './microsoft'
import {
  assign,
  describeMove,
  onKept,
  onOldPhone,
  onStep,
  openSecurityInfo,
  proveByButton,
  restore,
  switchOldPhoneOff,
} from './move'
import { emulatorUrl, test } from './support'

test('Piero has many ways in: both that live on the old phone must go, and one answer gets lost on the way', async ({
  signIn,
}) => {
  const page = await signIn('Piero Passkey')
  await describeMove(page, { old: 'an iPhone', new: 'an iPhone' })
  await assign(page, [
    [/Microsoft Authenticator: .*iPhone 14/, onOldPhone],
    [/Authenticator - iOS/, onOldPhone],
    [/Blue security key/, onKept],
    [/Windows Hello/, onKept],
    [/Phone number/, onKept],
  ])
  await onStep(page, 'Have a second way in')
  await page.getByRole('button', { name: 'Try it now: sign in with it' }).click()
  await page.getByRole('button', { name: 'Windows Hello' }).click()
  await page.getByRole('button', { name: 'Unlock AURORA-PIERO' }).click()
  await restore(page)
  await onStep(page, 'Register the new phone')
  const security = await openSecurityInfo(page)
  await security.getByRole('link', { name: 'Add sign-in method' }).click()
  await register(security, await openPhones(page, 'Piero Passkey'), 'iPhone 17')
  await switchOldPhoneOff(page)
  await proveByButton(page)
  await approve(page, 'iPhone 17')

  await onStep(page, 'Take the old phone off your account')
  await expect(page.getByText('2 registrations of the old phone are left')).toBeVisible()
  await loseNextAnswer(page, 'piero.passkey@aurora-components.example')
  await page.getByRole('button', { name: /^Remove Microsoft Authenticator: .*iPhone 14/ }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Microsoft did not answer.' })).toBeVisible()
  // It was done all the same, and what counts is what Microsoft shows.
  await expect(page.getByText('1 registration of the old phone is left')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: /^Remove .*Authenticator - iOS/ }).click()
  await onStep(page, 'Sign in once more')
})

/** Microsoft carries out the next removal that this person asks for, and the answer gets lost on the way. */
async function loseNextAnswer(page: Page, person: string): Promise<void> {
  const data = { match: { method: 'DELETE', person }, times: 1, fault: 'reset-after' }
  const answer = await page.request.post(`${emulatorUrl}/emulator/faults`, { data })
  expect(answer.ok()).toBe(true)
}
