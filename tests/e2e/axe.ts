import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** No rule of axe is broken on the page as it stands; in the dark only contrast can differ. */
export async function expectAccessible(page: Page, which: 'everything' | 'contrast' = 'everything') {
  const axe = new AxeBuilder({ page })
  const { violations } = await (which === 'contrast' ? axe.withRules('color-contrast') : axe).analyze()
  const told = violations.map(
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
