import { type BrowserContext, test as base, type Page } from '@playwright/test'

type House = {
  /** A new browser in which the person, named as on the emulator's account page, is signed in to the portal. */
  signIn: (displayName: string) => Promise<Page>
}

/** Where phones, mail and Microsoft's own pages are. */
export const emulatorUrl = `http://localhost:${process.env.E2E_EMULATOR_PORT}`

/** A test in the running house. Browsers opened by `signIn` close when it ends. */
export const test = base.extend<House>({
  signIn: async ({ browser, baseURL }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (displayName) => {
      const context = await browser.newContext()
      contexts.push(context)
      const page = await context.newPage()
      await page.goto('/')
      await page.getByRole('button', { name: 'Sign in with Microsoft' }).click()
      await page.getByRole('button', { name: displayName }).click()
      await page.waitForURL(`${baseURL}/**`)
      return page
    })
    for (const context of contexts) await context.close()
  },
})
