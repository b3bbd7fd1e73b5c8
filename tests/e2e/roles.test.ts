import { expect } from '@playwright/test'
import { test } from './support'

test.describe.configure({ mode: 'parallel' })

const nothing = 'There is nothing here for you'

const rooms = ['/plan', '/plan/people', '/plan/waves', '/desk', '/desk/people', '/audit', '/settings']
const views = ['/api/desk/cases', '/audit/export']

test('for an employee the rooms of staff do not exist, not even by their address', async ({ signIn }) => {
  const page = await signIn('Thea Throttled')
  await expect(page).toHaveURL(/\/my$/)
  for (const path of rooms) {
    const answer = await page.goto(path)
    expect([path, answer?.status()]).toEqual([path, 404])
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(nothing)
  }
  for (const path of views) {
    const answer = await page.request.get(path)
    expect([path, answer.status()]).toEqual([path, 404])
  }
})

test('signed out, every room leads to the sign-in and every view says so', async ({ browser }) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  for (const path of ['/my', ...rooms]) {
    await page.goto(path)
    await expect(page.getByRole('button', { name: /^(Sign in with|Accedi con) Microsoft$/ })).toBeVisible()
  }
  for (const path of views) expect([path, (await page.request.get(path)).status()]).toEqual([path, 401])
  await context.close()
})

test('somebody else’s question is not there, however its address was come by', async ({ signIn }) => {
  const hana = await signIn('Hana Helpdesk')
  await hana.goto('/desk')
  const address = await hana
    .getByRole('link', { name: /^C-\d{4}$/ })
    .first()
    .getAttribute('href')
  const page = await signIn('Thea Throttled')
  const id = address?.split('/').at(-1)
  for (const path of [address ?? '', `/my/confirm/${id}`, `/plan/waves/${id}`, `/audit/${id}`]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(nothing)
  }
})

test('Ada comes to the desk to read; Toni comes to the planning of today and plans nothing', async ({
  signIn,
}) => {
  const ada = await signIn('Ada Approver')
  await expect(ada).toHaveURL(/\/desk$/)
  await expect(ada.getByRole('heading', { level: 1 })).toHaveText('Cases')
  await ada
    .getByRole('link', { name: /^C-\d{4}$/ })
    .first()
    .click()
  await expect(ada.getByRole('button', { name: 'Start the verification' })).not.toBeEnabled()

  const toni = await signIn('Toni Technician')
  await expect(toni).toHaveURL(/\/plan$/)
  await expect(toni.getByRole('region', { name: 'Windows today' })).toContainText('Milan')
  await expect(toni.getByRole('link', { name: 'New wave' })).toBeHidden()
})
