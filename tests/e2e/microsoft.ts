import { expect, type Page } from '@playwright/test'
import { emulatorUrl } from './support'

/** What people do at Microsoft's own pages and on their phones, played in the emulator. Phones are named by model. */

/** Chooses a way on Microsoft's page and approves the request on a phone, matching the number. */
export async function approve(page: Page, phone: string): Promise<void> {
  await page.getByRole('button', { name: 'Approve a request on Microsoft Authenticator' }).click()
  await answer(page, page, phone)
}

/** Turns the request down on a phone. */
export async function deny(page: Page, phone: string): Promise<void> {
  await page.getByRole('button', { name: 'Approve a request on Microsoft Authenticator' }).click()
  await page.getByRole('button', { name: `Deny on ${phone}`, exact: true }).click()
}

/** Signs in with the code of a text message, read on the phone that holds the number. */
export async function useTextMessage(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Text \+/ }).click()
  const texted = await page.getByText(/verification code/).textContent()
  await page.getByRole('textbox', { name: 'Code' }).fill(/\b\d{6}\b/.exec(texted ?? '')?.[0] ?? 'no code')
  await page.getByRole('button', { name: 'Verify' }).click()
}

/** Signs in at a computer that knows its owner's face. */
export async function useWindowsHello(page: Page, computer: string): Promise<void> {
  await page.getByRole('button', { name: 'Windows Hello', exact: true }).click()
  await page.getByRole('button', { name: `Unlock ${computer}`, exact: true }).click()
}

/** Signs in with a key on the desk. */
export async function useKey(page: Page, key: string): Promise<void> {
  await page.getByRole('button', { name: `Security key ${key}`, exact: true }).click()
  await page.getByRole('button', { name: `Touch ${key}`, exact: true }).click()
}

/** Signs in with a Temporary Access Pass. */
export async function usePass(page: Page, code: string): Promise<void> {
  await page.getByRole('button', { name: 'Use a Temporary Access Pass' }).click()
  await page.getByRole('textbox', { name: 'Temporary Access Pass' }).fill(code)
  await page.getByRole('button', { name: 'Verify' }).click()
}

/** Goes back to the portal without having signed in. */
export async function giveUp(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Cancel and go back' }).click()
}

/** A pass for somebody of the cast, made by Hana at Microsoft's own page rather than here; returns its code. */
export async function issuePass(page: Page, firstName: string): Promise<string> {
  const { accessToken } = await control(page, 'tokens', { app: 'desk', person: 'hana' })
  const { id } = await (await page.request.get(`${emulatorUrl}/emulator/person/${firstName}`)).json()
  const url = `${emulatorUrl}/v1.0/users/${id}/authentication/temporaryAccessPassMethods`
  const made = await page.request.post(url, { data: {}, headers: { authorization: `Bearer ${accessToken}` } })
  expect(made.status()).toBe(201)
  return (await made.json()).temporaryAccessPass
}

type Fault = { match: { method: string; path?: string; person: string }; times: number | null; fault: string }

/** Something goes wrong between the portal and Microsoft; returns how to put it right again. */
export async function disturb(page: Page, fault: Fault): Promise<() => Promise<void>> {
  const { id } = await control(page, 'faults', fault)
  return async () => {
    await page.request.delete(`${emulatorUrl}/emulator/faults/${id}`)
    if (fault.fault === 'hold') await control(page, 'holds/release', {})
  }
}

async function control(page: Page, path: string, data: object) {
  const answer = await page.request.post(`${emulatorUrl}/emulator/${path}`, { data })
  expect(answer.ok()).toBe(true)
  return answer.json()
}

/** Somebody's phones, in a tab of their own. */
export async function openPhones(page: Page, displayName: string): Promise<Page> {
  const tab = await page.context().newPage()
  await tab.goto(`${emulatorUrl}/phones/${displayName.toLowerCase().replace(' ', '.')}`)
  return tab
}

/** Turns a switch of the world around a phone: "Flight mode", "Approvals fail". */
export async function turn(phones: Page, name: string, phone: string): Promise<void> {
  const toggle = phones.getByRole('switch', { name: `${name} on ${phone}`, exact: true })
  const before = await toggle.getAttribute('aria-checked')
  await toggle.click()
  await expect(toggle).toHaveAttribute('aria-checked', before === 'true' ? 'false' : 'true')
}

/** Registers Authenticator on a phone: at Security info in one tab, by the code text on the phone in another. */
export async function register(security: Page, phones: Page, phone: string): Promise<void> {
  await security.getByRole('button', { name: 'Authenticator app' }).click()
  const code = await security.getByLabel('Code text, instead of scanning').textContent()
  await phones.getByRole('link', { name: `Add account on ${phone}`, exact: true }).click()
  await phones.getByRole('textbox', { name: `Code text from Security info for ${phone}` }).fill(code ?? '')
  await phones.getByRole('button', { name: `Scan the code with ${phone}`, exact: true }).click()
  await answer(security, phones, phone)
  await expect(security.getByText('Microsoft Authenticator was added')).toBeVisible()
}

/** Deletes one of one's own methods at Security info, named as it is listed there. */
export async function deleteMethod(security: Page, name: string): Promise<void> {
  await security.getByRole('link', { name: `Delete ${name}` }).click()
  await security.getByRole('button', { name: `Delete ${name}` }).click()
  await expect(security.getByText('The method was deleted')).toBeVisible()
}

/** Picks on the phone the number that the other page shows. */
async function answer(shown: Page, phones: Page, phone: string): Promise<void> {
  const number = await shown.getByLabel('Number to pick').textContent()
  await phones.getByRole('radio', { name: `${number} on ${phone}`, exact: true }).check()
  await phones.getByRole('button', { name: `Approve on ${phone}`, exact: true }).click()
}
