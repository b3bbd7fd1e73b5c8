import { expect } from '@playwright/test'
import { expectAccessible, expectNoOverflow } from './axe'
import { approve, disturb, openPhones } from './microsoft'
import {
  agreeDesk,
  assign,
  choose,
  describeMove,
  findInvitation,
  finish,
  lookThroughOthers,
  onKept,
  onNewPhone,
  onOldPhone,
  onStep,
  proveByButton,
  removeOld,
  restore,
  switchOldPhoneOff,
} from './move'
import { test } from './support'

test.describe.configure({ mode: 'parallel' })

test('Elena registered before she came here: her word carries it until the new phone stands alone', async ({
  signIn,
}) => {
  const page = await signIn('Elena Early')
  await findInvitation(page, 'Elena Early')
  await describeMove(page, { old: 'an Android phone', new: 'an Android phone' })
  await assign(page, [
    [/Galaxy S21/, onOldPhone],
    [/Galaxy S25/, onNewPhone],
    [/Phone number/, onKept],
  ])
  await agreeDesk(page)
  await onStep(page, 'Prove that the new phone works')
  await expect(
    page.getByRole('listitem').filter({ hasText: 'New phone registered: attested' }),
  ).toBeAttached()
  await page.getByRole('button', { name: "I can't switch it off, sign in anyway" }).click()
  await approve(page, 'Galaxy S25')
  await onStep(page, 'Take the old phone off your account')
  const person = 'elena.early@aurora-components.example'
  await disturb(page, { match: { method: 'DELETE', person }, times: 1, fault: 'reset-after' })
  await page.getByRole('button', { name: /^Remove Microsoft Authenticator: .*Galaxy S21/ }).click()
  // It was done although no answer came, and what counts is what Microsoft shows.
  // Her first word was that it cannot be off: the last sign-in waits until it is.
  await onStep(page, 'Sign in once more')
  await expect(page.getByRole('button', { name: 'Sign in once more' })).toHaveCount(0)
  await switchOldPhoneOff(page, 'Sign in once more')
  await expect(page.getByText('You said that the old phone is off')).toBeVisible()
  await page.getByRole('button', { name: 'Sign in once more' }).click()
  await approve(page, 'Galaxy S25')
  await lookThroughOthers(page)
})

test('Petra moves to Android with nothing but her phones while Microsoft is silent, then slow: she waits at her step', async ({
  signIn,
}) => {
  const page = await signIn('Petra Platform', { width: 320 })
  await findInvitation(page, 'Petra Platform')
  await describeMove(page, {
    old: 'an iPhone',
    new: 'an iPhone',
    screen: 'nothing: I read this on the new phone',
  })
  await page.getByText('Is something here wrong? Change your answers').click()
  await choose(page, 'The new phone is', 'an Android phone')
  await page.getByRole('button', { name: 'Change my answers' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your move to the new Android phone')
  await assign(page, [
    [/iPhone 13/, onOldPhone],
    [/Phone number/, onKept],
  ])
  await agreeDesk(page)
  await onStep(page, 'Bring the names over')
  await expect(page.getByText('No backup crosses between iPhone and Android.')).toBeVisible()
  await expect(page.getByText('Begin recovery')).toBeHidden()
  await restore(page)

  await onStep(page, 'Register the new phone')
  await expect(page.getByText('a phone cannot scan its own screen')).toBeVisible()
  await expect(page.getByText('Continue on the new phone')).toBeHidden()
  await expect(page.getByRole('img', { name: /^QR code/ })).toHaveCount(0)
  const person = 'petra.platform@aurora-components.example'
  const match = { method: 'GET', path: '/authentication/methods', person }
  const answerAgain = await disturb(page, { match, times: null, fault: 'reset-before' })
  const phones = await openPhones(page, 'Petra Platform')
  await phones.getByRole('link', { name: 'Add account on Galaxy S25', exact: true }).click()
  await phones.getByRole('button', { name: 'Sign in to add the account on Galaxy S25' }).click()
  await approve(phones, 'iPhone 13')
  await page.bringToFront()
  const told = page
    .getByRole('status')
    .filter({ hasText: /The last answer came on \d+ \w+ \d{4}, \d\d:\d\d/ })
  await page.getByRole('button', { name: 'Look now' }).click()
  await expect(told).toContainText('Microsoft did not answer. Nothing was changed.')
  await expect(page.getByText('that is not lost: it shows here as soon as Microsoft answers')).toBeVisible()
  await onStep(page, 'Register the new phone')
  await expectNoOverflow(page)
  await expectAccessible(page)
  const answerAtLast = await disturb(page, { match, times: null, fault: 'hold' })
  await answerAgain()
  await expect(told).toContainText(/Microsoft is slow: we asked at \d\d:\d\d/, { timeout: 30_000 })
  await onStep(page, 'Register the new phone')
  await answerAtLast()
  await switchOldPhoneOff(page)
  await proveByButton(page)
  await approve(page, 'Galaxy S25')
  await removeOld(page, 'iPhone 13')
  await finish(page, 'Galaxy S25')
})

test('Thea’s list cannot be read: the page says that Microsoft asks to wait, and nothing is lost', async ({
  signIn,
}) => {
  const page = await signIn('Thea Throttled')
  await findInvitation(page, 'Thea Throttled')
  await describeMove(page, { old: 'an Android phone', new: 'an Android phone' })
  await onStep(page, 'Say what is on which device')
  const waiting = page.getByRole('status').filter({ hasText: 'Microsoft asks us to wait.' })
  await expect(waiting).toContainText('Nothing was changed.')
  await expect(waiting).toContainText(/We look again at \d\d:\d\d/)
  await page.getByRole('button', { name: 'Look now' }).click()
  await expect(waiting).toBeVisible()
  await expect(page.getByText('Do not wipe the old phone')).toBeVisible()

  await page.getByText('Something went wrong?').click()
  await page.getByRole('button', { name: 'I am stuck with this step' }).click()
  await expect(page.getByText(/The service desk knows: case C-\d{4}/)).toBeVisible()
})
