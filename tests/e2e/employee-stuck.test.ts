import { expect } from '@playwright/test'
import { expectAccessible } from './axe'
import { approve, deleteMethod, deny, giveUp, openPhones, register, useTextMessage } from './microsoft'
import {
  agreeDesk,
  assign,
  describeMove,
  findInvitation,
  finish,
  onKept,
  onOldPhone,
  onStep,
  openSecurityInfo,
  proveByButton,
  removeOld,
  restore,
  signInOnceMore,
  switchOldPhoneOff,
} from './move'
import { test } from './support'

test.describe.configure({ mode: 'parallel' })

test('Andrea signs in with a text message, before and after the old phone is gone, and is told that it proves nothing', async ({
  signIn,
}) => {
  const page = await signIn('Andrea Android')
  await findInvitation(page, 'Andrea Android')
  await describeMove(page, { old: 'an Android phone', new: 'an Android phone' })
  await assign(page, [
    [/Pixel 6/, onOldPhone],
    [/Phone number/, onKept],
  ])
  await onStep(page, 'Have a second way in')
  await page.getByRole('button', { name: 'Try it now: sign in with it' }).click()
  await useTextMessage(page)
  await restore(page)
  await onStep(page, 'Register the new phone')
  const security = await openSecurityInfo(page)
  await security.getByRole('link', { name: 'Add sign-in method' }).click()
  await register(security, await openPhones(page, 'Andrea Android'), 'Pixel 9')
  await switchOldPhoneOff(page)

  await proveByButton(page)
  await useTextMessage(page)
  const told = page.getByRole('alert').filter({ hasText: 'You signed in with a text message' })
  await expect(told).toContainText('Sign in again, choose Microsoft Authenticator')
  await onStep(page, 'Prove that the new phone works')

  await proveByButton(page)
  await approve(page, 'Pixel 9')
  await removeOld(page, 'Pixel 6')
  await signInOnceMore(page)
  await giveUp(page)
  const failed = page.getByRole('alert').filter({ hasText: 'That sign-in did not finish' })
  await expect(failed).toContainText('Nothing was changed and you are still signed in here')
  await expect(page.getByText(/choose another way on Microsoft's page: Phone number/)).toBeVisible()
  await signInOnceMore(page)
  await useTextMessage(page)
  await expect(told).toContainText('nothing is lost')
  await expect(page.getByRole('button', { name: 'The new phone does not let me in' })).toBeVisible()
  await finish(page, 'Pixel 9')
})

test('Samir’s new phone fails and his old one answers: he is told which, stays signed in, and opens a case', async ({
  signIn,
}) => {
  const page = await signIn('Samir Stuck')
  await findInvitation(page, 'Samir Stuck')
  await describeMove(page, { old: 'an Android phone', new: 'an Android phone' })
  await assign(page, [
    [/Pixel 5/, onOldPhone],
    [/Phone number/, onKept],
  ])
  await onStep(page, 'Prove that the new phone works')
  await page.getByRole('button', { name: "I can't switch it off, sign in anyway" }).click()
  await approve(page, 'Pixel 8a')
  await expect(page.getByRole('alert')).toBeVisible()
  await approve(page, 'Pixel 5')
  const wrongPhone = page.getByRole('alert').filter({ hasText: 'The old phone answered, not the new one' })
  await expect(wrongPhone).toContainText('Pixel 5', { timeout: 30_000 })
  await expect(wrongPhone).toContainText('Switch the old phone off')
  await expectAccessible(page)
  await onStep(page, 'Prove that the new phone works')
  await page.getByRole('button', { name: "I can't switch it off, sign in anyway" }).click()
  await deny(page, 'Pixel 8a')
  await giveUp(page)

  const told = page.getByRole('alert').filter({ hasText: 'That sign-in did not finish' })
  await expect(told).toContainText('you are still signed in here')
  await onStep(page, 'Prove that the new phone works')
  await page.getByRole('button', { name: 'The new phone does not let me in' }).click()
  await expect(page.getByText(/The service desk knows: case C-\d{4}/)).toBeVisible()
})

test('Nora registers a second iPhone of the same name, deletes it again, and is sent back to register', async ({
  signIn,
}) => {
  const page = await signIn('Nora Newnumber')
  await findInvitation(page, 'Nora Newnumber')
  await describeMove(page, { old: 'an iPhone', new: 'an iPhone', number: 'changes' })
  await assign(page, [
    [/iPhone 11/, onOldPhone],
    [/Phone number/, onKept],
  ])
  // A number that goes is no way back in.
  await expect(page.getByText('Microsoft shows nothing but the phones.')).toBeVisible()
  await agreeDesk(page)
  await restore(page)
  await onStep(page, 'Register the new phone')
  const security = await openSecurityInfo(page)
  await security.getByRole('link', { name: 'Add sign-in method' }).click()
  await approve(security, 'iPhone 11')
  const phones = await openPhones(page, 'Nora Newnumber')
  await phones.getByRole('button', { name: 'Pick up a second iPhone 16e' }).click()
  await register(security, phones, 'other iPhone 16e')
  await page.bringToFront()
  await onStep(page, 'Prove that the new phone works')
  await expect(page.getByText(/iPhone 16e.*Is this the new phone\?/)).toBeVisible()

  await security.getByRole('link', { name: 'Back to security info' }).click()
  await deleteMethod(security, "Microsoft Authenticator Nora's iPhone 16e")
  await page.bringToFront()
  await onStep(page, 'Register the new phone')
  await expect(page.getByText('Microsoft no longer shows it. Register it again.')).toBeVisible()

  await security.getByRole('link', { name: 'Add sign-in method' }).click()
  await register(security, phones, 'iPhone 16e')
  await page.bringToFront()
  await switchOldPhoneOff(page)
  await proveByButton(page)
  await approve(page, 'iPhone 16e')
  await removeOld(page, 'iPhone 11')
  await finish(page, 'iPhone 16e')
})

test('Lia removes the old phone at Security info, fails to sign in after that, and the desk knows', async ({
  signIn,
}) => {
  const page = await signIn('Lia Legacy')
  await findInvitation(page, 'Lia Legacy')
  await describeMove(page, {
    old: 'an iPhone',
    new: 'an iPhone',
    backup: 'There is a Backup switch with a date',
  })
  await assign(page, [
    [/iPhone 8/, onOldPhone],
    [/Phone number/, onKept],
  ])
  await agreeDesk(page)
  await expect(page.getByText('choose "Begin recovery" before you add any account')).toBeVisible()
  await restore(page)
  const security = await openSecurityInfo(page)
  await security.getByRole('link', { name: 'Add sign-in method' }).click()
  await approve(security, 'iPhone 8')
  await register(security, await openPhones(page, 'Lia Legacy'), 'iPhone 13')
  await switchOldPhoneOff(page)
  await proveByButton(page)
  await approve(page, 'iPhone 13')

  await onStep(page, 'Take the old phone off your account')
  await security.getByRole('link', { name: 'Back to security info' }).click()
  await deleteMethod(security, "Microsoft Authenticator Lia's old iPhone 8")
  await page.bringToFront()
  await signInOnceMore(page)
  await deny(page, 'iPhone 13')
  await giveUp(page)
  await expect(page.getByRole('alert').filter({ hasText: 'That sign-in did not finish' })).toBeVisible()
  await expect(page.getByText(/the service desk checks who you are and lets you register/)).toBeVisible()
  await page.getByRole('button', { name: 'The new phone does not let me in' }).click()
  await expect(page.getByText(/The service desk knows: case C-\d{4}/)).toBeVisible()
  await finish(page, 'iPhone 13')
})
