import { readFileSync } from 'node:fs'
import { type BrowserContext, expect, type Page } from '@playwright/test'
import { expectAccessible, expectNoOverflow } from './axe'
import { test } from './support'

test.describe.configure({ mode: 'parallel' })

const passphrase = 'tulip kettle orbit maple'
/** What is typed in these stories and must be found nowhere but on the screen. */
const typed = ['Banca Tulipano', 'cartellina ocra', 'chiave marrone', 'half a thought', passphrase]

test('a private list is locked, opened again and taken along, and nothing of it leaves the browser', async ({
  signIn,
  baseURL,
}, info) => {
  test.setTimeout(180_000)
  const page = await signIn('Petra Platform', { width: 320 })
  const sent = record(page.context())
  await page.goto('/my/kit')
  await stage(page, 'Choose a passphrase')

  await page.getByLabel('New passphrase').fill('short')
  await page.getByRole('button', { name: 'Begin my list' }).click()
  await expect(problem(page)).toContainText('Use at least 12 characters.')
  await page.getByLabel('New passphrase').fill(passphrase)
  await expect(page.getByText('Good, if you picked it by chance.')).toBeVisible()
  await page.getByLabel('The same passphrase again').fill(`${passphrase}s`)
  await page.getByRole('button', { name: 'Begin my list' }).click()
  await expect(problem(page)).toContainText('The two are not the same.')
  await expectAccessible(page)
  await page.getByLabel('The same passphrase again').fill(passphrase)
  await page.getByRole('button', { name: 'Begin my list' }).click()

  await stage(page, 'Your list')
  await expect(page.getByRole('heading', { name: 'Your list' })).toBeFocused()
  await page.getByRole('button', { name: 'Add an account' }).click()
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(problem(page)).toContainText('Say which one it is.')
  await page.getByLabel('Which one?').fill('Banca Tulipano')
  await page.getByLabel('Where are its recovery codes?').fill('otpauth://totp/x?secret=JBSWY3DPEHPK3PXP')
  await expect(page.getByText('This looks like the content of a QR code')).toBeVisible()
  await page.getByLabel('Where are its recovery codes?').fill('cartellina ocra')
  await expect(page.getByText('This looks like the content of a QR code')).toBeHidden()
  await page.getByLabel('How do you get in without the phone?').fill('chiave marrone')
  await page.getByLabel('The phone number they know').selectOption('One that changes')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(page.getByRole('heading', { name: 'Banca Tulipano' })).toBeVisible()
  await page.getByRole('button', { name: 'Add an account' }).click()
  await page.getByLabel('Which one?').fill('half a thought')
  await page.getByRole('button', { name: 'Lock now' }).click()

  await stage(page, 'Your list is locked')
  await expectAccessible(page)
  await expect(page.getByText('Banca Tulipano')).toBeHidden()
  await unlock(page, 'tulip kettle orbit apple')
  await expect(problem(page)).toContainText('That passphrase does not open it. Nothing is lost')

  const again = await page.context().newPage()
  await page.close()
  await again.goto('/my/kit')
  await stage(again, 'Your list is locked')
  await unlock(again, passphrase)
  await stage(again, 'Your list')
  await expect(again.getByLabel('Which one?')).toHaveValue('half a thought')
  await again.getByRole('button', { name: 'Leave without keeping' }).click()
  await expect(again.getByText('cartellina ocra')).toBeVisible()
  await expectAccessible(again)
  await expectNoOverflow(again)

  const sheet = await printed(again)
  await expect(sheet.getByText('chiave marrone')).toBeVisible()
  await expectAccessible(sheet)
  await expectNoOverflow(sheet)
  const file = info.outputPath('private-kit.json')
  await again.getByText('Take it to another phone or computer').click()
  const saved = again.waitForEvent('download')
  await again.getByRole('button', { name: 'Save the locked file' }).click()
  await (await saved).saveAs(file)
  await again.getByRole('button', { name: 'Lock now' }).click()
  await expect(async () => expect(sheet.isClosed()).toBe(true)).toPass()

  await again.getByRole('button', { name: 'My list is done' }).click()
  await expect(again.getByText('You said that your list is done.')).toBeVisible()
  expect(await kept(again)).not.toMatch(new RegExp(typed.join('|')))
  expect(readFileSync(file, 'utf8')).not.toMatch(new RegExp(typed.join('|')))

  const other = await signIn('Petra Platform', { width: 320 })
  const sentThere = record(other.context())
  await other.goto('/my/kit')
  await other.getByText('I have a locked file from another browser').click()
  await other.getByLabel('Open a locked file').setInputFiles(anotherFile)
  await expect(other.getByText('This is not a locked list.')).toBeVisible()
  await other.getByLabel('Open a locked file').setInputFiles(file)
  await unlock(other, 'not the passphrase', 'Open the file and keep it here')
  await expect(problem(other)).toContainText('That passphrase does not open it.')
  await unlock(other, passphrase, 'Open the file and keep it here')
  await stage(other, 'Your list')
  await expect(other.getByRole('heading', { name: 'Banca Tulipano' })).toBeVisible()
  await other.getByRole('button', { name: 'Lock now' }).click()
  await other.getByRole('button', { name: 'Forget everything in this browser' }).click()
  await other.getByRole('button', { name: 'Forget the list in this browser' }).click()
  await stage(other, 'Choose a passphrase')
  await other.reload()
  await stage(other, 'Choose a passphrase')

  const requests = [...(await sent()), ...(await sentThere())]
  expect(requests.length).toBeGreaterThan(20)
  for (const word of typed) expect(requests.filter((request) => request.includes(word))).toEqual([])
  // The page of the move says which text of the guide it showed.
  const ofTheMove = `POST ${baseURL}/my [{"shownEdition"`
  const starts = [`GET ${baseURL}/`, ofTheMove]
  expect(requests.filter((request) => !starts.some((start) => request.startsWith(start)))).toEqual([
    expect.stringContaining(`POST ${baseURL}/my/kit`),
  ])
})

test('the auditor reads that a list is done, and no more', async ({ signIn }) => {
  const page = await signIn('Andrea Android')
  await page.goto('/my/kit')
  await page.getByRole('button', { name: 'My list is done' }).click()
  await expect(page.getByText('You said that your list is done.')).toBeVisible()
  const auditor = await signIn('Aldo Auditor')
  await auditor.goto('/audit?type=swap.kit_done')
  await expect(auditor.getByRole('row', { name: /Andrea Android/ })).toContainText(
    'said that their private list is done',
  )
})

test('a list that nobody touches locks itself, warns before, and loses no word', async ({ signIn }) => {
  const page = await signIn('Elio Esposito', { language: 'own', width: 320 })
  await page.clock.install()
  await page.goto('/my/kit')
  await stage(page, 'Scegli una frase segreta')
  await page.getByLabel('Nuova frase segreta').fill(passphrase)
  await page.getByLabel('Di nuovo la stessa frase segreta').fill(passphrase)
  await page.getByRole('button', { name: 'Comincia il mio elenco' }).click()
  await stage(page, 'Il tuo elenco')
  await page.getByRole('button', { name: 'Aggiungi un account' }).click()
  await page.getByLabel('Quale?').fill('half a thought')
  await expectAccessible(page)
  await expectNoOverflow(page)

  await page.clock.fastForward('04:01')
  await page.getByRole('button', { name: 'Lascia aperto' }).click()
  await page.clock.fastForward('03:59')
  await stage(page, 'Il tuo elenco')
  await page.clock.fastForward('01:02')
  await stage(page, 'Il tuo elenco è chiuso')
  await unlock(page, passphrase, 'Apri il mio elenco', 'Frase segreta')
  await expect(page.getByLabel('Quale?')).toHaveValue('half a thought')
})

test('two tabs do not overwrite one another', async ({ signIn }) => {
  const page = await signIn('Giulia Acero')
  await page.goto('/my/kit')
  await page.getByLabel('New passphrase').fill(passphrase)
  await page.getByLabel('The same passphrase again').fill(passphrase)
  await page.getByRole('button', { name: 'Begin my list' }).click()
  await stage(page, 'Your list')
  const other = await page.context().newPage()
  await other.goto('/my/kit')
  await unlock(other, passphrase)
  await stage(other, 'Your list')

  await add(page, 'First bank')
  await expect(page.getByRole('heading', { name: 'First bank' })).toBeVisible()
  await add(other, 'Second bank')
  await expect(other.getByText('Another tab has changed the list')).toBeVisible()
  await expect(other.getByLabel('Which one?')).toHaveValue('Second bank')
})

test('without script the page says why it cannot help, and offers paper', async ({ signIn }) => {
  const page = await signIn('Nora Newnumber', { javaScript: false, width: 320 })
  await page.goto('/my/kit')
  await expect(page.getByText('If nothing appears here, JavaScript is off.')).toBeVisible()
  await expect(page.getByLabel('New passphrase')).toHaveCount(0)
  await page.getByRole('link', { name: 'Blank sheet to print' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My survival kit')
  await expectNoOverflow(page)
  await page.getByRole('link', { name: 'Back to the kit' }).click()
  await page.getByRole('button', { name: 'My list is done' }).click()
  await expect(page.getByText('You said that your list is done.')).toBeVisible()
})

test('other apps are compared by what the tenant allows, and Help leads there', async ({ signIn }) => {
  const page = await signIn('Fabio Tiglio', { width: 320 })
  await page.goto('/my/help')
  await page.getByRole('link', { name: 'Other authenticator apps' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Other authenticator apps')
  // The worker reads the policy soon after the house has started.
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('Codes from another app are allowed', { exact: true })).toBeVisible({
      timeout: 1_000,
    })
  }).toPass()
  await expect(page.getByRole('row', { name: /Authy/ })).toContainText('only codes')
  await expect(page.getByText('no approval, no number to match', { exact: false })).toBeVisible()
  await expectNoOverflow(page)
})

/** Everything that is asked of the network, with what goes along. Ask when it is over. */
function record(context: BrowserContext): () => Promise<string[]> {
  const seen: Promise<string>[] = []
  context.on('request', (request) => {
    const body = request.postData() ?? ''
    const headers = request.allHeaders().catch(() => ({}))
    seen.push(headers.then((all) => `${request.method()} ${request.url()} ${body} ${JSON.stringify(all)}`))
  })
  context.on('page', (page) => page.on('websocket', (socket) => seen.push(Promise.resolve(socket.url()))))
  return () => Promise.all(seen)
}

/** All that the browser keeps for the portal. */
async function kept(page: Page): Promise<string> {
  const stored = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open('passaggio-kit')
      asked.onsuccess = () => resolve(asked.result)
      asked.onerror = () => reject(asked.error)
    })
    const asked = database.transaction('sealed').objectStore('sealed').getAll()
    const rows = await new Promise((resolve) => {
      asked.onsuccess = () => resolve(asked.result)
    })
    database.close()
    return JSON.stringify([rows, { ...localStorage }, { ...sessionStorage }, document.cookie])
  })
  expect(stored).toContain('passaggio-kit')
  return stored + JSON.stringify(await page.context().storageState())
}

const anotherFile = { name: 'holiday.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') }

async function stage(page: Page, name: string): Promise<void> {
  await expect(page.locator('#kit-stage')).toHaveText(name)
}

const problem = (page: Page) => page.getByRole('main').getByRole('alert')

async function unlock(page: Page, words: string, button = 'Open my list', label = 'Passphrase') {
  await page.getByLabel(label, { exact: true }).last().fill(words)
  await page.getByRole('button', { name: button }).click()
}

async function add(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add an account' }).click()
  await page.getByLabel('Which one?').fill(name)
  await page.getByRole('button', { name: 'Keep it' }).click()
}

async function printed(page: Page): Promise<Page> {
  await page.getByText('Put it on paper').click()
  const opened = page.context().waitForEvent('page')
  await page.getByRole('button', { name: 'Open the sheet to print' }).click()
  const sheet = await opened
  await expect(sheet.getByRole('heading', { level: 1 })).toHaveText('My survival kit')
  return sheet
}
