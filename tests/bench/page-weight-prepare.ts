import type { Page } from '@playwright/test'
import type { OpenAs } from './page-weight-visitors'

/** What some pages need to be there: a question that waits for Nora, and a file given for a wave. */
export async function prepare(openAs: OpenAs): Promise<void> {
  await actAs(openAs, 'Hana Helpdesk', askNora)
  await actAs(openAs, 'Paola Planner', giveFile)
}

async function askNora(page: Page): Promise<void> {
  await page.goto('/desk')
  await page.getByRole('row', { name: 'Nora Newnumber' }).getByRole('link').click()
  await page.getByRole('button', { name: 'Start the verification' }).click()
  await page.getByRole('button', { name: 'Ask Nora Newnumber' }).click()
  await page.getByText('Nora Newnumber was asked').waitFor()
}

async function giveFile(page: Page): Promise<void> {
  const buffer = Buffer.from('userPrincipalName,note\nnobody@example.com,\n')
  await page.goto('/plan/waves')
  await page.getByRole('link', { name: 'Dublin, December' }).click()
  await page.getByRole('link', { name: 'Import a file' }).click()
  await page.getByLabel('CSV file').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Check the file' }).click()
  await page.waitForURL('**/import/*')
}

async function actAs(openAs: OpenAs, name: string, act: (page: Page) => Promise<void>): Promise<void> {
  const context = await openAs(name)
  await act(await context.newPage()).finally(() => context.close())
}
