import { expect } from '@playwright/test'
import { agreeDesk, assign, choose, describeMove, onKept, onOldPhone, onStep } from './move'
import { test } from './support'

test.describe.configure({ mode: 'parallel' })

test('every form works in a browser without script, and gives back what was typed', async ({ signIn }) => {
  const page = await signIn('Vito VIP', { javaScript: false })
  await onStep(page, 'Say which phones these are')
  await choose(page, 'The old phone is', 'an Android phone')
  await page.getByRole('button', { name: 'Show my steps' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '3 things to put right' })).toBeVisible()
  const oldPhone = page.getByRole('group', { name: 'The old phone is', exact: true })
  await expect(oldPhone.getByRole('radio', { name: 'an Android phone' })).toBeChecked()

  await describeMove(page, { old: 'an Android phone', new: 'an Android phone' })
  await onStep(page, 'Say what is on which device')
  // Without a script nothing renews the page while the worker reads for the first time.
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('group', { name: /Pixel 7/ })).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await assign(page, [
    [/Pixel 7/, onOldPhone],
    [/Phone number/, onKept],
  ])
  await agreeDesk(page)
  await onStep(page, 'Bring the names over')
})

test('a session that ends while somebody fills in a form costs nothing typed', async ({ signIn }) => {
  const page = await signIn('Giulia Acero')
  await onStep(page, 'Say which phones these are')
  const answers = [
    ['The old phone', 'is here and works'],
    ['The old phone is', 'an iPhone'],
    ['The new phone is', 'an Android phone'],
    ['Your phone number', 'changes'],
  ] as const
  for (const [group, answer] of answers) await choose(page, group, answer)

  const other = await page.context().newPage()
  await other.goto('/my')
  await other.getByRole('button', { name: 'Sign out' }).click()
  await expect(other.getByRole('button', { name: 'Sign in with Microsoft' })).toBeVisible()

  await page.getByRole('button', { name: 'Show my steps' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'You are signed out.' })).toBeVisible()
  for (const [group, answer] of answers) {
    const box = page.getByRole('group', { name: group, exact: true })
    await expect(box.getByRole('radio', { name: answer })).toBeChecked()
  }

  await other.getByRole('button', { name: 'Sign in with Microsoft' }).click()
  await expect(other.getByRole('heading', { level: 2 })).toBeVisible()
  await page.getByRole('button', { name: 'Show my steps' }).click()
  await onStep(page, 'Say what is on which device')
})

test('a tab that was left behind changes nothing, and shows where the move stands now', async ({
  signIn,
}) => {
  const page = await signIn('Fabio Tiglio')
  const other = await page.context().newPage()
  await other.goto('/my')
  await describeMove(page, { old: 'an iPhone', new: 'an Android phone' })
  await describeMove(other, { old: 'an iPhone', new: 'an iPhone' })
  await onStep(page, 'Say what is on which device')
  await onStep(other, 'Say what is on which device')
  await expect(other.getByRole('status').filter({ hasText: 'This move went on elsewhere' })).toBeVisible()
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Your move to the new Android phone')
})

test('a form that could not be sent keeps what was typed, and says so', async ({ signIn }) => {
  const page = await signIn('Giulia Larice')
  await onStep(page, 'Say which phones these are')
  await choose(page, 'The old phone is', 'an Android phone')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Show my steps' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'there is no connection' })).toBeVisible()
  const oldPhone = page.getByRole('group', { name: 'The old phone is', exact: true })
  await expect(oldPhone.getByRole('radio', { name: 'an Android phone' })).toBeChecked()
  await page.context().setOffline(false)
  await describeMove(page, { old: 'an Android phone', new: 'an iPhone' })
  await onStep(page, 'Say what is on which device')
})
