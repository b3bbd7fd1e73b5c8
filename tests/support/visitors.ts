import type { Browser, BrowserContext } from '@playwright/test'
import { ZONE_COOKIE } from '@/lib/i18n/zone'
import { pickAccount } from '@/tests/e2e/support'

/** A new browser with nothing stored but somebody's signed-in session, or nobody's. */
export type OpenAs = (displayName?: string, wish?: { javaScript: boolean }) => Promise<BrowserContext>

const timezoneId = 'Europe/Rome'

type State = Awaited<ReturnType<BrowserContext['storageState']>>

/** Everybody signs in once, at the emulator, and is remembered. All see English, whatever the directory says. */
export function makeVisitors(browser: Browser, baseURL: string): OpenAs {
  const states = new Map<string, Promise<State>>()
  async function open(storageState?: State, javaScriptEnabled = true): Promise<BrowserContext> {
    const context = await browser.newContext({
      baseURL,
      javaScriptEnabled,
      timezoneId,
      ...(storageState && { storageState }),
    })
    // Told beforehand, so that no page is asked for twice.
    if (!storageState) await context.addCookies([{ name: ZONE_COOKIE, value: timezoneId, url: baseURL }])
    return context
  }

  async function signIn(displayName: string): Promise<State> {
    const context = await open()
    try {
      await context.addCookies([{ name: 'lang', value: 'en', url: baseURL }])
      const page = await context.newPage()
      await page.goto('/')
      await page.getByRole('button', { name: 'Sign in with Microsoft' }).click()
      await pickAccount(page, displayName)
      await page.waitForURL(`${baseURL}/**`)
      return await context.storageState()
    } finally {
      await context.close()
    }
  }

  return async (displayName, wish) => {
    if (!displayName) return open(undefined, wish?.javaScript)
    const state = states.get(displayName) ?? signIn(displayName)
    states.set(displayName, state)
    return open(await state, wish?.javaScript)
  }
}
