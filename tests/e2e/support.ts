import { type BrowserContext, type BrowserContextOptions, test as base, type Page } from '@playwright/test'

type House = {
  /** A new browser in which somebody, named as on the emulator's account page or by address, is signed in. */
  signIn: (who: string, wish?: Wish) => Promise<Page>
}

type Wish = {
  /** What to read: English by the switch, or what the directory gives for the person. */
  language?: 'English' | 'own'
  /** Of the screen; its height is that of a phone or a desk. */
  width?: number
  javaScript?: boolean
}

/** Where phones, mail and Microsoft's own pages are. */
export const emulatorUrl = `http://localhost:${process.env.E2E_EMULATOR_PORT}`

/** A test in the running house. Browsers opened by `signIn` close when it ends. */
export const test = base.extend<House>({
  signIn: async ({ browser, baseURL }, use, info) => {
    const contexts: BrowserContext[] = []
    await use(async (who, wish = {}) => {
      const context = await browser.newContext(optionsOf(wish))
      contexts.push(context)
      const page = await context.newPage()
      await page.goto('/')
      if (wish.language !== 'own') await page.getByRole('button', { name: 'English' }).click()
      await page.getByRole('button', { name: 'Sign in with Microsoft' }).click()
      await pickAccount(page, who)
      await page.waitForURL(`${baseURL}/**`)
      return page
    })
    const pages = contexts.flatMap((context) => context.pages())
    if (info.status !== info.expectedStatus) for (const page of pages) console.log(await standing(page))
    for (const context of contexts) await context.close()
  },
})

/** Where a page of a failed story stood, for whoever reads the log alone. */
async function standing(page: Page): Promise<string> {
  const shown = page.locator('body').ariaSnapshot({ timeout: 3_000 })
  return `${page.url()}\n${await shown.catch(() => '(does not answer)')}`
}

/** One click on the account page, which lists the demo's cast; others are searched for by name or address. */
export async function pickAccount(page: Page, who: string): Promise<void> {
  const account = page.getByRole('button', { name: who, exact: true })
  await page.getByRole('heading', { name: 'Pick an account' }).waitFor()
  if ((await account.count()) > 0) return account.click()
  await page.getByRole('searchbox', { name: 'Use another account' }).fill(who)
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('button').first().click()
}

function optionsOf({ width = 1280, javaScript = true }: Wish): BrowserContextOptions {
  return { viewport: { width, height: width < 600 ? 640 : 800 }, javaScriptEnabled: javaScript }
}
