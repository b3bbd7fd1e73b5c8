import { type BrowserContext, expect, type Page } from '@playwright/test'
import { queues } from '@/db/queues'
import { auditTypes } from '@/lib/domain/audit-types'
import en from '@/lib/i18n/messages/en.json' with { type: 'json' }
import it from '@/lib/i18n/messages/it.json' with { type: 'json' }
import { type FoundPage, findPages, forgottenRoutes } from '@/tests/support/find-pages'
import { askedPerson, examples } from '@/tests/support/page-examples'
import { prepareFor } from '@/tests/support/prepare-pages'
import { makeVisitors } from '@/tests/support/visitors'
import { expectAccessible, expectNoOverflow } from './axe'
import { test } from './support'

test.describe.configure({ mode: 'parallel' })

const isLong = process.env.TEST_LONG === '1'
/** Who is asked opens their page beside who asks. */
const desk = 'Hana Helpdesk'
const groupOf = (as?: string) => (as === askedPerson ? desk : as)
const groups = [...new Set(examples.map(({ as }) => groupOf(as)))]

test('no page route of the build is forgotten here', () => {
  expect(forgottenRoutes()).toEqual([])
})

for (const group of groups) {
  test(`every page for ${group ?? 'nobody in particular'}: axe, contrast in the dark, no foreign address, forms without script, Italian on a narrow screen`, async ({
    browser,
    baseURL: house,
  }) => {
    test.setTimeout(isLong ? 1_200_000 : 480_000)
    const baseURL = house ?? ''
    const openAs = makeVisitors(browser, baseURL)
    await prepareFor(openAs, group)
    const found = await findPages(
      openAs,
      examples.filter(({ as }) => groupOf(as) === group),
    )
    expect(found.filter((page) => 'problem' in page)).toEqual([])

    for (const as of new Set(found.map((page) => page.as))) {
      const context = await openAs(as)
      const page = await context.newPage()
      const trouble = listen(page)
      // Colours on their way from light to dark have a contrast of their own.
      await page.emulateMedia({ reducedMotion: 'reduce' })
      const own = found.filter((one) => one.as === as)
      for (const one of own) await lookAt(page, one, baseURL)
      await inItalian(context, baseURL)
      await page.setViewportSize({ width: 320, height: 640 })
      for (const one of own) await lookInItalian(page, one)
      expect(trouble).toEqual([])
      await context.close()
    }
  })
}

async function lookAt(page: Page, found: FoundPage, baseURL: string): Promise<void> {
  const asked: string[] = []
  const note = (one: { url: () => string }) => void asked.push(one.url())
  page.on('request', note).on('websocket', note)
  const source = await open(page, found)
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page, isLong ? 'everything' : 'contrast')
  await page.emulateMedia({ colorScheme: 'light' })

  expect(asked.length, `what ${found.what} asked for`).toBeGreaterThan(5)
  const foreign = [...asked, ...(await namedInPage(page))].filter((url) => !isOurs(url, baseURL))
  expect(foreign, found.what).toEqual([])
  page.off('request', note).off('websocket', note)
  expect(await page.evaluate(findDeadForms, source), found.what).toEqual([])
}

async function lookInItalian(page: Page, found: FoundPage): Promise<void> {
  await open(page, found)
  await expect(page.locator('html')).toHaveAttribute('lang', 'it')
  await expectNoOverflow(page)
  await expectSentences(page)
  if (!isLong) return
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'light' })
}

/** Opens a page and returns its source: what a browser without script has. */
async function open(page: Page, found: FoundPage): Promise<string> {
  if (!('url' in found)) throw new Error(found.problem)
  const answer = await page.goto(found.url)
  expect(answer?.status(), found.what).toBe(found.status)
  expect(page.url(), found.what).toBe(new URL(found.url, page.url()).href)
  const source = (await answer?.text()) ?? ''
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  const isNothing = page.getByText(nothingHere)
  await expect(isNothing).toHaveCount(found.status === 404 ? 1 : 0)
  return source
}

async function inItalian(context: BrowserContext, url: string): Promise<void> {
  await context.addCookies([{ name: 'lang', value: 'it', url }])
}

/** Addresses in the page that a browser may fetch or reach out to unasked. */
async function namedInPage(page: Page): Promise<string[]> {
  const named = page.locator('link[href], [src], [srcset], [poster], object[data]')
  return named.evaluateAll((all) =>
    all.flatMap((one) =>
      ['href', 'src', 'srcset', 'poster', 'data']
        .map((name) => one.getAttribute(name))
        .filter((value) => value !== null)
        .map((value) => new URL(value, document.baseURI).href),
    ),
  )
}

function isOurs(url: string, baseURL: string): boolean {
  const { protocol, origin } = new URL(url)
  return protocol === 'data:' || origin === baseURL
}

/**
 * The forms of a page’s source that only a script could send: React marks them so, or they stand in a dialog that
 * a script opens. Runs in the browser, which reads the source without running its scripts.
 */
function findDeadForms(source: string): string[] {
  const { forms } = new DOMParser().parseFromString(source, 'text/html')
  return [...forms].flatMap((form) => {
    const action = form.getAttribute('action') ?? ''
    const method = (form.getAttribute('method') ?? 'get').toLowerCase()
    const isClosed = form.closest('dialog:not([open])') !== null && method !== 'dialog'
    const isUnbound = method === 'post' && !action && !form.querySelector('input[name^="$ACTION"]')
    const isDead = action.startsWith('javascript:') || isClosed || isUnbound
    return isDead ? [(form.textContent || action).trim().slice(0, 60)] : []
  })
}

/** What the browser complains about: scripts that fail, and whatever the content security policy forbids. */
function listen(page: Page): string[] {
  const trouble: string[] = []
  page.on('pageerror', ({ message }) => trouble.push(message))
  page.on('console', (said) => {
    if (said.type() !== 'error') return
    const { url } = said.location()
    if (!url.endsWith('/no-such-page')) trouble.push(`${url}: ${said.text()}`)
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

const nothingHere = new RegExp(`^(${en.fault.notFoundTitle}|${it.fault.notFoundTitle})$`)
const isKey = new RegExp(`^(${Object.keys(en).join('|')})(\\.[a-zA-Z_]\\w+)+$`)
const logWords = new Set(['people.csv', ...Object.keys(auditTypes), ...Object.keys(queues)])
