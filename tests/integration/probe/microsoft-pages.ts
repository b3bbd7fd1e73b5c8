import type { Browser, BrowserContext, Page } from '@playwright/test'
import type { ProofKind } from '@/lib/domain/probe'
import { pickAccount } from '@/tests/e2e/support'

/** Somebody with a browser in front of Microsoft's pages. */
export type Sitting = {
  /** Opens an address and signs in as asked, by one way; until the browser is back at the probe. */
  signIn(visit: { address: string; isFresh: boolean; displayName: string; way: ProofKind }): Promise<void>
  close(): Promise<void>
  /** When no sign-in is under way. */
  idle(): Promise<void>
  /** Whether the last sign-in asked for a method: what the tester saw, not what was set. */
  wasAskedForMethod(): boolean
  /** Codes and states that came along in addresses: none may be found in what the probe says or writes. */
  secrets: Set<string>
}

type Codes = { totp(displayName: string): Promise<string>; pass(): string }

export function sitDown(browser: Browser, codes: Codes): Sitting {
  let context: BrowserContext | null = null
  const secrets = new Set<string>()
  let wasAsked = false
  let under = Promise.resolve()
  return {
    secrets,
    wasAskedForMethod: () => wasAsked,
    idle: () => under,
    async signIn({ address, isFresh, displayName, way }) {
      const ended = Promise.withResolvers<void>()
      under = ended.promise
      if (isFresh) {
        await context?.close()
        context = null
      }
      context ??= await browser.newContext()
      const page = await context.newPage()
      page.on('request', (request) => {
        for (const name of ['code', 'state']) {
          const value = new URL(request.url()).searchParams.get(name)
          if (value) secrets.add(value)
        }
      })
      await page.goto(address)
      wasAsked = await untilBack(page, { displayName, way, codes })
      await page.close()
      ended.resolve()
    },
    async close() {
      await context?.close()
    },
  }
}

type Asked = { displayName: string; way: ProofKind; codes: Codes }

/** Whether a method had to be used on the way. */
async function untilBack(page: Page, asked: Asked): Promise<boolean> {
  let wasAsked = false
  const isBack = () => page.getByRole('heading', { name: 'That is all here.' }).isVisible()
  for (let steps = 0; steps < 4; steps += 1) {
    await page.getByRole('heading', { level: 1 }).waitFor()
    if (await isBack()) return wasAsked
    const title = await page.getByRole('heading', { level: 1 }).textContent()
    if (title === 'Pick an account') await pickAccount(page, asked.displayName)
    else if (title === 'Verify your identity') {
      wasAsked = true
      await prove(page, asked)
    } else throw new Error(`Microsoft shows "${title}" at ${page.url()}`)
    await page.waitForLoadState()
  }
  throw new Error(`The browser did not come back: ${page.url()}`)
}

const buttons: Record<ProofKind, RegExp> = {
  singleSignOn: /^Approve a request on Microsoft Authenticator$/,
  push: /^Approve a request on Microsoft Authenticator$/,
  code: /^Use a code from Microsoft Authenticator$/,
  text: /^Text \+/,
  call: /^Call \+/,
  phoneSignIn: /^Sign in with a phone/,
  passkey: /^Passkey in Authenticator$/,
  windowsHello: /^Windows Hello$/,
  hardwareCode: /no such button/,
  pass: /^Use a Temporary Access Pass$/,
}

async function prove(page: Page, { displayName, way, codes }: Asked): Promise<void> {
  await page.getByRole('button', { name: buttons[way] }).click()
  if (way === 'code') return typeCode(page, await codes.totp(displayName))
  if (way === 'pass') return typeCode(page, codes.pass())
  if (way === 'text') {
    const texted = await page.getByText(/verification code/).textContent()
    return typeCode(page, /\b\d{6}\b/.exec(texted ?? '')?.[0] ?? 'no code')
  }
  if (way === 'passkey' || way === 'windowsHello')
    return leave(page, () => page.getByRole('button', { name: /^(Use the passkey|Unlock)/ }).click())
  if (way === 'call') return leave(page, () => page.getByRole('button', { name: /^Press # on / }).click())
  const number = await page.getByLabel('Number to pick').textContent()
  await page
    .getByRole('radio', { name: new RegExp(`^${number} on `) })
    .first()
    .check()
  return leave(page, () =>
    page
      .getByRole('button', { name: /^Approve on / })
      .first()
      .click(),
  )
}

async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByRole('textbox').fill(code)
  await leave(page, () => page.getByRole('button', { name: 'Verify' }).click())
}

/** The last click of a sign-in: what follows is the probe's own page. */
async function leave(page: Page, click: () => Promise<void>): Promise<void> {
  await click()
  await page.waitForURL('**/done/*')
}
