import { expect, type Page } from '@playwright/test'
import { readCalendar, readText } from '@/tests/support/read-calendar'
import { expectAccessible, expectNoOverflow } from './axe'
import { test } from './support'

test.describe.configure({ mode: 'parallel' })

/** Gave up their slot some days ago: choosing again is a move. */
const leaver = 'Giulia Acero'
/** Has a slot, and knows Olga's address. */
const helped = 'Giulia Betulla'

test('a slot is chosen, moved until no move is left, and given up, on a narrow screen', async ({
  signIn,
}) => {
  const page = await signIn(leaver, { width: 320 })
  await expect(page.getByText('You have no slot yet')).toBeVisible()
  await page.getByRole('link', { name: 'Choose a slot' }).click()
  await expect(page.getByText('This uses one of your moves. You have 3 of 3 left.')).toBeVisible()
  const full = page.getByRole('radio', { name: /Pune.*Full/ })
  await expect(full).toBeDisabled()
  await look(page)

  await page.getByRole('button', { name: 'Take this slot' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Choose one of these.' })).toBeVisible()
  await choose(page, /Dublin/, 'Take this slot')
  await expect(page.getByRole('definition').filter({ hasText: 'Dublin' })).toBeVisible()
  await expect(page.getByText('You have 2 of 3 left.')).toBeVisible()
  const first = await download(page)
  await choose(page, /at home/, 'Move to this slot')
  await expect(page.getByText('You have 1 of 3 left.')).toBeVisible()
  const second = await download(page)
  await choose(page, /Dublin/, 'Move to this slot')
  await expect(page.getByText(/You have used all your moves/)).toBeVisible()
  await expect(page.getByRole('radio')).toHaveCount(0)
  await look(page)

  const value = (lines: typeof first, name: string) =>
    lines.findLast((line) => line.name === name)?.value ?? ''
  expect(value(second, 'UID')).toBe(value(first, 'UID'))
  expect(Number(value(second, 'SEQUENCE'))).toBe(Number(value(first, 'SEQUENCE')) + 1)
  expect([value(first, 'LOCATION'), value(second, 'LOCATION')]).toEqual(['Dublin', 'At home'])
  const begin = first.findLast(({ name }) => name === 'DTSTART')
  expect(begin?.params.TZID).toBe('Europe/Dublin')
  expect(begin?.value).toMatch(/^\d{8}T100000$/)
  const said = readText(first.find(({ name }) => name === 'DESCRIPTION')?.value ?? '')
  expect(said).toContain('Service desk: +39 02 5550 0199')
  expect(said.match(/https?:\S+/g)).toEqual([new URL(page.url()).origin])

  await page.getByText("I can't come to any of these").click()
  await page.getByRole('button', { name: 'Give up my slot' }).click()
  await expect(page.getByText('Choose when you change phones.')).toBeVisible()
  await expect(page.getByText(/You have used all your moves/)).toBeVisible()
  const gone = await page.request.get('/my/booking/calendar')
  expect(gone.status()).toBe(404)
})

test('the file of a slot is for its owner alone', async ({ browser, baseURL }) => {
  const context = await browser.newContext()
  const answer = await context.request.get(`${baseURL}/my/booking/calendar`)
  expect(answer.status()).toBe(401)
  await context.close()
})

test('whoever has used all moves, or is too close to the day, reads why and what to do', async ({
  signIn,
}) => {
  const nora = await signIn('Nora Newnumber')
  await nora.goto('/my/booking')
  await expect(nora.getByText(/You have used all your moves. Your slot stays as it is/)).toBeVisible()
  const elio = await signIn('Elio Esposito', { language: 'own' })
  await elio.goto('/my/booking')
  await expect(
    elio.getByText(/Da qui non si cambia più: chiama l'assistenza|Questo appuntamento è passato/),
  ).toBeVisible()
  await look(elio)
})

test('without scripts: a slot is moved, and somebody else brings the phone', async ({ signIn }) => {
  const page = await signIn(helped, { javaScript: false, width: 320 })
  await page.goto('/my/booking')
  await expect(page.getByText(/brings your phone/)).toBeVisible()
  await page.getByRole('button', { name: 'I bring it myself' }).click()
  await page.getByText('Somebody else brings the phone').click()
  await page.getByRole('searchbox').fill('nobody.at.all@example.com')
  await page.getByRole('button', { name: 'Find' }).click()
  await expect(page.getByText('Nobody found. Type the full work address.')).toBeVisible()
  await page.getByRole('searchbox').fill('olga.owner@aurora-components.example')
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByRole('button', { name: 'Olga Owner brings it' }).click()
  await expect(page.getByText('Olga Owner brings your phone')).toBeVisible()
  await choose(page, /at home/, 'Move to this slot')
  await expect(page.getByRole('definition').filter({ hasText: 'at home' })).toBeVisible()
  await expectNoOverflow(page)

  const olga = await signIn('Olga Owner')
  await olga.goto('/my')
  await expect(olga.getByText(`You bring a phone for ${helped}`)).toBeVisible()
})

async function choose(page: Page, slot: RegExp, button: string): Promise<void> {
  await page.getByRole('radio', { name: slot }).first().check()
  await page.getByRole('button', { name: button }).click()
}

async function look(page: Page): Promise<void> {
  await expectNoOverflow(page)
  await expectAccessible(page)
}

async function download(page: Page) {
  const answer = await page.request.get('/my/booking/calendar')
  expect(answer.headers()['content-type']).toContain('text/calendar')
  return readCalendar(await answer.text())
}
