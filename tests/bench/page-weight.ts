import { type Browser, chromium } from '@playwright/test'
import { chromiumArgs, ensureChromium, findChromium } from '@/scripts/test/chromium'
import { type FoundPage, findPages, forgottenRoutes } from '@/tests/support/find-pages'
import { examples } from '@/tests/support/page-examples'
import { preparePages } from '@/tests/support/prepare-pages'
import { makeVisitors, type OpenAs } from '@/tests/support/visitors'
import type { Bench, BenchLine } from './measure'
import { startEmptyApp } from './page-weight-empty-app'
import { startHouse } from './page-weight-house'
import { emptyLine, styleLine, type Weighed, weightLine } from './page-weight-lines'
import { type Weight, weigh } from './page-weight-load'

const ROUNDS = 3

/**
 * First-load script of every page route, signed in as whoever it is for, against an empty Next app built here
 * and now. A route of the build without an example, or whose page cannot be opened, fails.
 */
export const pageWeightBench: Bench = {
  name: 'page weight',
  async run() {
    const house = await startHouse()
    try {
      const empty = await startEmptyApp(`${house.folder}/empty-app`)
      return await inBrowser((browser) => weighAll(browser, house.portalUrl, empty.url)).finally(empty.stop)
    } finally {
      await house.stop()
    }
  },
}

async function inBrowser<Result>(act: (browser: Browser) => Promise<Result>): Promise<Result> {
  await ensureChromium()
  const executablePath = await findChromium()
  const browser = await chromium.launch({ args: chromiumArgs, ...(executablePath && { executablePath }) })
  return act(browser).finally(() => browser.close())
}

/** All pages in each round, so that whatever disturbs the machine for a while disturbs both sides. */
async function weighAll(browser: Browser, portalUrl: string, emptyUrl: string): Promise<BenchLine[]> {
  const openAs = makeVisitors(browser, portalUrl)
  await preparePages(openAs)
  const found = await findPages(openAs, examples)
  const pages = found.map((page): Weighed & { found: FoundPage } => ({ ...page, found: page, loads: [] }))
  const forgotten = forgottenRoutes().map(
    (route): Weighed => ({ what: route, route, loads: [], problem: 'no example of it' }),
  )
  const empty: Weight[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    empty.push(await weigh(await openAs(), { url: `${emptyUrl}/`, status: 200 }))
    for (const page of pages) await weighOnce(openAs, page.found, page)
  }
  return [
    emptyLine(empty),
    ...[...pages, ...forgotten].map((page) => weightLine(page, empty)),
    styleLine(pages.flatMap(({ loads }) => loads)),
  ]
}

/** A page that did not come once is said to have a problem, and the others are weighed all the same. */
async function weighOnce(openAs: OpenAs, found: FoundPage, weighed: Weighed): Promise<void> {
  if (!('url' in found) || weighed.problem) return
  try {
    weighed.loads.push(await weigh(await openAs(found.as), found))
  } catch (error) {
    weighed.problem = error instanceof Error ? error.message : String(error)
  }
}
