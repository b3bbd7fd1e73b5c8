import { expect } from '@playwright/test'
import { approve } from './microsoft'
import { test } from './support'

test.describe.configure({ mode: 'parallel' })

test('Olga sees who has which role, has the directory read, and reads how the house is', async ({
  signIn,
}) => {
  const page = await signIn('Olga Owner')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who has which role')
  const hana = page.getByRole('row').filter({ hasText: 'Hana Helpdesk' })
  await expect(hana).toContainText('Verifier')
  await expect(hana).toContainText('Helpdesk')

  await page.getByRole('link', { name: 'Directory', exact: true }).click()
  const newest = page.getByRole('table').getByRole('rowheader').first()
  const before = (await newest.textContent()) ?? ''
  await page.getByRole('button', { name: 'Read people now' }).click()
  await expect(async () => {
    await page.reload()
    await expect(newest).not.toHaveText(before, { timeout: 1_000 })
  }).toPass()

  await page.getByRole('link', { name: 'Health', exact: true }).click()
  await expect(page.getByText('It is at work.')).toBeVisible()
  await expect(page.getByText('Microsoft answered lately.')).toBeVisible()
})

test('Olga adds a note to a step, and sees how the text under another note has changed', async ({
  signIn,
}) => {
  const page = await signIn('Olga Owner')
  await page.getByRole('link', { name: 'Guide notes' }).click()
  const signInAgain = page.getByRole('button', { name: 'Sign in again' })
  const english = page.getByRole('textbox', { name: /^Note in English: Look through/ })
  await expect(english.or(signInAgain).first()).toBeVisible()
  if (await signInAgain.isVisible()) {
    await signInAgain.click()
    await approve(page, 'iPhone 15')
  }
  const save = page.getByRole('button', { name: /^Save the note ?: Look through/ })
  await english.fill('Parking and canteen do not need a code.')
  await save.click()
  await expect(page.getByText('People read in both languages.').first()).toBeVisible()
  await expect(english).toHaveValue('Parking and canteen do not need a code.')
  const italian = page.getByRole('textbox', { name: /^Note in Italian ?: Look through/ })
  await italian.fill('Parcheggio e mensa non chiedono codici.')
  await save.click()
  await expect(page.getByText('Saved. People see it from now on.')).toBeVisible()

  await expect(page.getByText('The text under this note has changed')).toBeVisible()
  await expect(page.getByRole('deletion')).toContainText('A text message to your number will do as well.')
  await expect(page.getByRole('insertion')).toContainText('until 1 February 2027')
  await page.getByRole('button', { name: 'The note still fits' }).click()
  await expect(page.getByText('The text under this note has changed')).toBeHidden()
})

test('Olga changes the list of emergency accounts, a mistyped line is named, and the log says who did it', async ({
  signIn,
}) => {
  const page = await signIn('Olga Owner')
  await page.goto('/settings/options')
  const signInAgain = page.getByRole('button', { name: 'Sign in again' })
  const list = page.getByRole('textbox', { name: 'Accounts nobody may touch through this portal' })
  await expect(list.or(signInAgain).first()).toBeVisible()
  if (await signInAgain.isVisible()) {
    await signInAgain.click()
    await approve(page, 'iPhone 15')
  }
  const before = await list.inputValue()
  await list.fill(`${before}\nno account at all`)
  await page.getByRole('button', { name: 'Save the list' }).click()
  await expect(page.getByText('One of the lines names no account.').first()).toBeVisible()
  await expect(list).toHaveValue(/no account at all/)
  await list.fill(`${before}\nemergency2@aurora-components.example`)
  await page.getByRole('button', { name: 'Save the list' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()

  const auditor = await signIn('Aldo Auditor')
  await auditor.goto('/audit?type=settings.changed')
  const change = auditor.getByRole('row').filter({ hasText: 'changed a setting' }).first()
  await expect(change).toContainText('Olga Owner')
})

test('a session that Olga ends is over at once', async ({ signIn }) => {
  const other = await signIn('Anna Frassino')
  await expect(other.getByRole('heading', { level: 1 })).toBeVisible()
  const page = await signIn('Olga Owner')
  await page.goto('/settings/sessions')
  await page.getByRole('searchbox', { name: 'Whose' }).fill('Anna Frassino')
  await page.getByRole('button', { name: 'Find' }).click()
  const end = page.getByRole('button', { name: 'End Anna Frassino’s session' })
  await expect(end.first()).toBeVisible()
  while ((await end.count()) > 0) {
    const left = await end.count()
    await end.first().click()
    await expect(end).toHaveCount(left - 1)
  }
  await other.reload()
  await expect(other.getByRole('button', { name: 'Sign in with Microsoft' })).toBeVisible()
})
