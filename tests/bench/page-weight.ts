import { type Browser, chromium } from '@playwright/test'
import { chromiumArgs, ensureChromium, findChromium } from '@/scripts/test/chromium'
import type { Bench, BenchLine } from './measure'
import { startEmptyApp } from './page-weight-empty-app'
import { startHouse } from './page-weight-house'
import { emptyLine, styleLine, weightLine } from './page-weight-lines'
import { type Weight, weigh } from './page-weight-load'
import { prepare } from './page-weight-prepare'
import { findTargets, type Target } from './page-weight-targets'
import { makeVisitors, type OpenAs } from './page-weight-visitors'

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
  await prepare(openAs)
  const targets = await findTargets(openAs)
  const empty: Weight[] = []
  const loads = new Map(targets.map((target) => [target, [] as Weight[]])) // filled below
  for (let round = 0; round < ROUNDS; round += 1) {
    empty.push(await weigh(await openAs(), { url: `${emptyUrl}/`, status: 200 }))
    for (const [target, weights] of loads) await weighOnce(openAs, target, weights)
  }
  return [
    emptyLine(empty),
    ...targets.map((target) => weightLine(target, loads.get(target) ?? [], empty)),
    styleLine([...loads.values()].flat()),
  ]
}

/** A page that did not come once is said to have a problem, and the others are weighed all the same. */
async function weighOnce(openAs: OpenAs, target: Target, weights: Weight[]): Promise<void> {
  if (!target.load || target.problem) return
  try {
    weights.push(await weigh(await openAs(target.as), target.load))
  } catch (error) {
    target.problem = error instanceof Error ? error.message : String(error)
  }
}
