import { expect, type Page } from '@playwright/test'
import { askedPerson } from './page-examples'
import type { OpenAs } from './visitors'

/** What some pages need to be there: a question that waits for somebody, and a file given for a wave. Safe to repeat. */
const preparations: Record<string, (openAs: OpenAs) => Promise<void>> = {
  'Hana Helpdesk': async (openAs) => {
    if (await actAs(openAs, askedPerson, openCaseUnlessAsked))
      await actAs(openAs, 'Hana Helpdesk', (page) => askPerson(page, askedPerson))
  },
  'Paola Planner': (openAs) => actAs(openAs, 'Paola Planner', giveFile),
}

/** Prepares the pages that somebody opens. */
export async function prepareFor(openAs: OpenAs, name: string | undefined): Promise<void> {
  if (name) await preparations[name]?.(openAs)
}

/** Prepares the pages of everybody. */
export async function preparePages(openAs: OpenAs): Promise<void> {
  for (const prepare of Object.values(preparations)) await prepare(openAs)
}

/** False when the question is there already. */
async function openCaseUnlessAsked(page: Page): Promise<boolean> {
  await page.goto('/my/confirm')
  if ((await page.getByRole('main').getByRole('link').count()) > 0) return false
  await page.goto('/my/help')
  const open = page.getByRole('button', { name: 'Something else' })
  if (await open.isVisible()) await open.click()
  await expect(page.getByText(/^The service desk knows: case C-/)).toBeVisible()
  return true
}

/** As the helpdesk: begins to verify somebody who has an open case, and asks their own browser. */
export async function askPerson(page: Page, name: string): Promise<void> {
  await page.goto('/desk')
  await page.getByRole('row', { name }).getByRole('link').click()
  await page.getByRole('button', { name: 'Start the verification' }).click()
  await page.getByRole('button', { name: `Ask ${name}` }).click()
  await expect(page.getByText(`${name} was asked`)).toBeVisible()
}

async function giveFile(page: Page): Promise<void> {
  const buffer = Buffer.from('userPrincipalName,note\nnobody@example.com,\n')
  await page.goto('/plan/waves')
  await page.getByRole('link', { name: 'Dublin, December' }).click()
  await page.getByRole('link', { name: 'Import a file' }).click()
  await expect(page.getByRole('button', { name: 'Check the file' })).toBeVisible()
  if (await page.getByRole('link', { name: 'nobody.csv' }).first().isVisible()) return
  await page.getByLabel('CSV file').setInputFiles({ name: 'nobody.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Check the file' }).click()
  await page.waitForURL('**/import/*')
}

async function actAs<Result>(
  openAs: OpenAs,
  name: string,
  act: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await openAs(name)
  return act(await context.newPage()).finally(() => context.close())
}
