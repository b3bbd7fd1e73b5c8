import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'

declare global {
  interface Window {
    axe?: typeof axe
  }
}

const rules = {
  everything: {},
  contrast: { runOnly: ['color-contrast'] },
}

/** No rule of axe is broken on the page as it stands; in the dark only contrast can differ. */
export async function expectAccessible(page: Page, which: keyof typeof rules = 'everything') {
  // Loading axe costs more than running it: it stays in the page.
  if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(axe.source)
  const violations = await page.evaluate(
    async (options) => (await window.axe?.run(document, options))?.violations,
    { ...rules[which], resultTypes: ['violations' as const] },
  )
  const told = violations?.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target, html }) => `${target} ${html}`).join(' | ')}`,
  )
  expect(told, page.url()).toEqual([])
}

/** Nothing is wider than the screen, so that nobody has to scroll sideways. */
export async function expectNoOverflow(page: Page): Promise<void> {
  const wide = await page.evaluate(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    const isOver = (element: Element) => element.getBoundingClientRect().right > width + 1
    return [...document.querySelectorAll('body *')]
      .filter(isOver)
      .map(({ outerHTML }) => outerHTML.slice(0, 120))
  })
  expect(wide, page.url()).toEqual([])
}
