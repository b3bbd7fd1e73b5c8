import { expect, type Page } from '@playwright/test'
import { onStep } from './move'
import { test } from './support'

test('Paola plans a wave from a file with bad rows, publishes it, and its one good row sees a move', async ({
  signIn,
}) => {
  const page = await signIn('Paola Planner')
  const address = await findSomebodyFree(page)

  await page.goto('/plan')
  await page.getByRole('link', { name: 'New wave' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Browser story')
  await page.getByRole('combobox', { name: 'Site' }).fill('Pune')
  await page.getByLabel('Day').fill('2030-03-04')
  await page.getByRole('combobox', { name: 'Time zone' }).fill('Asia/Kolkata')
  await page.getByRole('spinbutton', { name: 'Seats' }).fill('3')
  await page.getByRole('button', { name: 'Create the draft' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Browser story')

  await page.getByRole('link', { name: 'Import a file' }).click()
  await upload(page, [
    'userPrincipalName,oldDevice,newNumber',
    `${address},iPhone 12,no`,
    `${address},iPhone 12,no`,
    'nobody@aurora-components.example,iPhone 12,no',
    'olga.owner@aurora-components.example,=cmd(),perhaps',
  ])
  await expect(page.getByText(/^4 rows: 1 can come in, 3 have a problem/)).toBeVisible()
  const rows = page.getByRole('table')
  for (const problem of [
    'The same person is in another line.',
    'Nobody in the directory has this address.',
    'Begins like a formula',
    'Neither yes nor no.',
  ])
    await expect(rows.getByText(problem).first()).toBeVisible()

  await page.getByRole('button', { name: 'Import one person' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Some rows have a problem.' })).toBeVisible()
  await page.getByRole('checkbox', { name: 'Leave out the 3 rows with a problem' }).check()
  await page.getByRole('button', { name: 'Import one person' }).click()
  await expect(page.getByText('One person came into the wave')).toBeVisible()
  await page.getByRole('link', { name: 'To the wave' }).click()

  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText('In progress')).toBeVisible()
  await expect(page.getByText('1 of 1 read')).toBeVisible({ timeout: 30_000 })

  await onStep(await signIn(address), 'Say which phones these are')
})

test('a file that cannot be read says why, and nobody comes in', async ({ signIn }) => {
  const page = await signIn('Paola Planner')
  await page.goto('/plan/waves')
  await page.getByRole('link', { name: 'Dublin, December' }).click()
  await page.getByRole('link', { name: 'Import a file' }).click()
  const latin1 = Buffer.from('userPrincipalName,note\nelio@aurora-components.example,perché\n', 'latin1')
  await page
    .getByLabel('CSV file')
    .setInputFiles({ name: 'latin1.csv', mimeType: 'text/csv', buffer: latin1 })
  await page.getByRole('button', { name: 'Check the file' }).click()
  await expect(page.getByText('This file cannot be read')).toBeVisible()
  await expect(page.getByText(/not written in UTF-8/)).toBeVisible()
})

/** The address of somebody in no wave, by way of search and filter, which are kept in the page's address. */
async function findSomebodyFree(page: Page): Promise<string> {
  await page.goto('/plan/people')
  await page.getByRole('searchbox', { name: 'Name, address, department or site' }).fill('pune')
  await page.getByRole('button', { name: 'Show' }).click()
  await page.getByRole('link', { name: 'Not in a wave' }).click()
  await expect(page).toHaveURL(/q=pune.*not_in_wave/)
  const people = page
    .getByRole('table')
    .getByRole('rowheader')
    .filter({ hasNotText: /disabled|guest|privileged/ })
  await expect(people.first()).toBeVisible()
  return (
    (await people
      .getByText(/^\S+@\S+$/)
      .first()
      .textContent()) ?? ''
  )
}

async function upload(page: Page, lines: readonly string[]): Promise<void> {
  const buffer = Buffer.from(`${lines.join('\n')}\n`)
  await page.getByLabel('CSV file').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Check the file' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/people\.csv/)
}
