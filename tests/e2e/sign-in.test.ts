import { type BrowserContext, expect, type Page } from '@playwright/test'
import { approve } from './microsoft'
import { pickAccount, test } from './support'

test.describe.configure({ mode: 'parallel' })

const elsewhere = 'https://elsewhere.example'

test('a cookie that somebody made up, or changed, opens nothing', async ({ signIn, browser }) => {
  const page = await signIn('Toni Technician')
  const cookie = await sessionCookie(page.context())
  const flipped = cookie.value.at(-5) === 'A' ? 'B' : 'A'
  for (const value of ['made-up', `${cookie.value.slice(0, -5)}${flipped}${cookie.value.slice(-4)}`]) {
    const context = await browser.newContext()
    await context.addCookies([{ ...cookie, value }])
    await expectSignedOut(await context.newPage())
    await context.close()
  }
})

test('signing out ends the session itself, so a copy of its cookie is worth nothing', async ({
  signIn,
  browser,
}) => {
  const page = await signIn('Toni Technician')
  const cookie = await sessionCookie(page.context())
  await page.goto('/my')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: 'Sign in with Microsoft' })).toBeVisible()

  const context = await browser.newContext()
  await context.addCookies([cookie])
  await expectSignedOut(await context.newPage())
  await context.close()
})

test('after the sign-in one lands where one was, and never on another site', async ({
  browser,
  signIn,
  baseURL,
}) => {
  const page = await signIn('Toni Technician')
  await page.context().close()
  for (const [returnTo, path] of [
    ['/my/help', '/my/help'],
    [`${elsewhere}/`, '/plan'],
    ['//elsewhere.example/', '/plan'],
    ['/\\elsewhere.example/', '/plan'],
    ['/%09/elsewhere.example/', '/plan'],
  ] as const) {
    const context = await browser.newContext()
    const tab = await context.newPage()
    await tab.goto(`/?returnTo=${encodeURIComponent(decodeURIComponent(returnTo))}`)
    await tab.getByRole('button', { name: /^(Sign in with|Accedi con) Microsoft$/ }).click()
    await pickAccount(tab, 'Toni Technician')
    await expect(tab).toHaveURL(`${baseURL}${path}`)
    await context.close()
  }
})

test('a form that another site sends, or nobody in particular, changes nothing', async ({ signIn }) => {
  const page = await signIn('Toni Technician')
  const { request } = page.context()
  for (const headers of [{ origin: elsewhere }, { origin: 'null' }, {}]) {
    for (const path of ['/api/sign-out', '/api/preferences', '/api/sign-in']) {
      const form = { theme: 'dark', language: 'it', app: 'portal' }
      const answer = await request.post(path, { headers, form, maxRedirects: 0 })
      expect([path, headers, answer.status()]).toEqual([path, headers, 403])
      expect(answer.headers()['set-cookie']).toBeUndefined()
    }
  }
  await page.goto('/my')
  await expect(page.getByText('Signed in as Toni Technician')).toBeVisible()
})

test('a server action without our own page’s origin changes nothing', async ({ signIn }) => {
  const page = await signIn('Toni Technician')
  await page.goto('/my/help')
  for (const origin of [elsewhere, undefined]) {
    await page.route('**/my/help', async (route) => {
      const { origin: _, 'sec-fetch-site': __, ...rest } = await route.request().allHeaders()
      const headers = Object.fromEntries(Object.entries(rest).filter(([name]) => !name.startsWith(':')))
      await route.fulfill({
        response: await route.fetch({ headers: { ...headers, ...(origin && { origin }) } }),
      })
    })
    const sent = page.waitForResponse((answer) => answer.request().method() === 'POST')
    await page.getByRole('button', { name: 'Something else' }).click()
    await sent
    await page.unroute('**/my/help')
    await page.reload()
    await expect(page.getByRole('button', { name: 'Something else' })).toBeVisible()
    await expect(page.getByText('The service desk knows')).toBeHidden()
  }
})

test('somebody else at a step-up ends the session instead of joining it', async ({ signIn }) => {
  const page = await signIn('Giulia Betulla')
  await page.goto('/my')
  await stepUp(page)
  await page.getByRole('link', { name: 'Use another account' }).click()
  await pickAccount(page, 'Toni Technician')
  await approve(page, 'Pixel 7')
  await expect(page.getByText('The sign-in did not finish')).toBeVisible()
  await expectSignedOut(page)
})

/** Sends the form that the page of a move has at the step in which the old phone is removed. */
async function stepUp(page: Page): Promise<void> {
  await page.evaluate(() => {
    const form = document.createElement('form')
    form.method = 'post'
    form.action = '/api/sign-in'
    for (const [name, value] of [
      ['app', 'self'],
      ['fresh', 'yes'],
      ['returnTo', '/my'],
    ]) {
      const input = document.createElement('input')
      Object.assign(input, { type: 'hidden', name, value })
      form.append(input)
    }
    document.body.append(form)
    form.submit()
  })
}

async function sessionCookie(context: BrowserContext) {
  const cookie = (await context.cookies()).find(({ name }) => name.endsWith('passaggio-session'))
  if (!cookie) throw new Error('somebody signed in must have a session cookie')
  return cookie
}

async function expectSignedOut(page: Page): Promise<void> {
  await page.goto('/my')
  await expect(page.getByRole('button', { name: /^(Sign in with|Accedi con) Microsoft$/ })).toBeVisible()
  await expect(page.getByRole('navigation')).toBeHidden()
}
