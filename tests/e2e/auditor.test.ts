import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { test } from './support'

test.describe.configure({ mode: 'parallel' })

test('Aldo narrows the list, opens an event as it will be hashed, and takes the list with him', async ({
  signIn,
}) => {
  const page = await signIn('Aldo Auditor')
  await page.getByText('Narrow the list').click()
  await page.getByRole('combobox', { name: 'What happened' }).selectOption('published the wave')
  await page.getByRole('button', { name: 'Show' }).click()
  const events = page.getByRole('table').getByRole('row').filter({ hasText: 'published the wave' })
  await expect(events.first()).toContainText('Paola Planner')
  const shown = await events.count()

  await page.getByText('Take this list with you').click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV', exact: true }).click(),
  ])
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n')
  expect(lines).toHaveLength(shown + 1)
  expect(lines.slice(1).every((line) => line.includes('wave.published'))).toBe(true)

  await events.first().getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: 'The text that is hashed' })).toBeVisible()
  await expect(page.getByRole('code').filter({ hasText: '"type":"wave.published"' })).toBeVisible()
})

test('the counts of how things are known lead to the very events', async ({ signIn }) => {
  const page = await signIn('Aldo Auditor')
  await page.getByRole('link', { name: 'How it is known' }).click()
  await page.getByRole('link', { name: 'Last 90 days' }).click()
  const attested = page.getByRole('row', { name: /^attested \d/ })
  const count = Number(await attested.getByRole('link').textContent())
  expect(count).toBeGreaterThan(0)
  await attested.getByRole('link').click()
  await expect(page).toHaveURL(/known=attested/)
  await expect(page.getByRole('table').getByRole('button', { name: 'attested' }).first()).toBeVisible()
  await expect(page.getByRole('table').getByRole('button', { name: 'proved' })).toHaveCount(0)
})

test('the auditor changes nothing: there is no button for it, and no way to the other rooms', async ({
  signIn,
}) => {
  const page = await signIn('Aldo Auditor')
  await expect(page.getByText('This room is for reading.')).toBeVisible()
  for (const path of ['/plan', '/desk', '/settings']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing here for you')
  }
})
