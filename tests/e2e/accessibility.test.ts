import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { queues } from '@/db/queues'
import { auditTypes } from '@/lib/domain/audit-types'
import en from '@/lib/i18n/messages/en.json' with { type: 'json' }
import { expectAccessible, expectNoOverflow } from './axe'
import { examples, withoutExample } from './routes'
import { test } from './support'

test.describe.configure({ mode: 'parallel' })

const isLong = process.env.TEST_LONG === '1'
const people = [...new Set(Object.values(examples).map(({ as }) => as))]

test('every page of the build is looked at here', () => {
  const manifest: Record<string, string> = JSON.parse(
    readFileSync('.next/app-path-routes-manifest.json', 'utf8'),
  )
  const pages = Object.entries(manifest).filter(([file]) => file.endsWith('/page'))
  expect(pages.length).toBeGreaterThan(20)
  const known = [...Object.keys(examples), ...withoutExample]
  expect(pages.map(([, route]) => route).sort()).toEqual(known.sort())
})

for (const as of people) {
  test(`what ${as ?? 'nobody in particular'} can open: axe, contrast in the dark, Italian on a narrow screen`, async ({
    signIn,
    browser,
  }) => {
    test.setTimeout(isLong ? 1_200_000 : 480_000)
    const page = as ? await signIn(as) : await (await browser.newContext()).newPage()
    const trouble = listen(page)
    // Colours on their way from light to dark have a contrast of their own.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const addresses: string[] = []
    for (const example of Object.values(examples)) {
      if (example.as === as) addresses.push(await example.address(page, signIn))
    }

    for (const address of addresses) {
      await open(page, address)
      await expectAccessible(page)
      await page.emulateMedia({ colorScheme: 'dark' })
      await expectAccessible(page, isLong ? 'everything' : 'contrast')
      await page.emulateMedia({ colorScheme: 'light' })
    }
    await inItalian(page)
    await page.setViewportSize({ width: 320, height: 640 })
    for (const address of addresses) {
      await open(page, address)
      await expectNoOverflow(page)
      await expectSentences(page)
      if (!isLong) continue
      await expectAccessible(page)
      await page.emulateMedia({ colorScheme: 'dark' })
      await expectAccessible(page)
      await page.emulateMedia({ colorScheme: 'light' })
    }
    expect(trouble).toEqual([])
    if (!as) await page.context().close()
  })
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  if (address === '/nothing-of-that-name') return
  await expect(page.getByText(/There is nothing here for you|Qui non c'è niente per te/)).toBeHidden()
}

/** By the switch, as people do; staff have it in the menu under their name. */
async function inItalian(page: Page): Promise<void> {
  await page.goto('/')
  const button = page.getByRole('button', { name: 'Italiano', includeHidden: true })
  await button.evaluate(
    (element) => element instanceof HTMLButtonElement && element.form?.requestSubmit(element),
  )
  await expect(page.locator('html')).toHaveAttribute('lang', 'it')
}

/** What the browser complains about: scripts that fail, and whatever the content security policy forbids. */
function listen(page: Page): string[] {
  const trouble: string[] = []
  page.on('pageerror', ({ message }) => trouble.push(message))
  page.on('console', (said) => {
    if (said.type() !== 'error') return
    const { url } = said.location()
    if (!url.endsWith('/nothing-of-that-name')) trouble.push(`${url}: ${said.text()}`)
  })
  return trouble
}

/** A sentence that is missing is shown as its key. The log's own words for events and jobs look alike, and may stand. */
async function expectSentences(page: Page): Promise<void> {
  const texts = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    while (walker.nextNode()) {
      if (!walker.currentNode.parentElement?.closest('code, script'))
        found.push(walker.currentNode.textContent ?? '')
    }
    return found
  })
  const words = texts.flatMap((text) => text.split(/\s+/))
  expect(
    words.filter((word) => isKey.test(word) && !logWords.has(word)),
    page.url(),
  ).toEqual([])
}

const isKey = new RegExp(`^(${Object.keys(en).join('|')})(\\.[a-zA-Z_]\\w+)+$`)
const logWords = new Set(['people.csv', ...Object.keys(auditTypes), ...Object.keys(queues)])
