import type { Page } from '@playwright/test'
import { type Example, examples } from './page-examples'
import { listPageRoutes, routeOf } from './page-routes'
import type { OpenAs } from './visitors'

/** A page of the portal: where it is, or why it could not be found. */
export type FoundPage = {
  /** `/plan/people/[id] (Paola Planner)`. */
  what: string
  route: string
  as: string | undefined
  status: number
} & ({ url: string } | { problem: string })

/** Every example with its address. Without script: it is quicker. */
export async function findPages(openAs: OpenAs, wanted: readonly Example[]): Promise<FoundPage[]> {
  const routes = listPageRoutes()
  const pages: FoundPage[] = []
  for (const example of wanted) pages.push(await findPage(openAs, example, routes))
  return pages
}

/** Every route of the build that has no example. */
export function forgottenRoutes(): string[] {
  return listPageRoutes().filter((route) => examples.every((example) => example.route !== route))
}

async function findPage(openAs: OpenAs, example: Example, routes: readonly string[]): Promise<FoundPage> {
  if (!routes.includes(example.route)) return pageOf(example, { problem: 'no such route in the build' })
  const context = await openAs(example.as, { javaScript: false })
  try {
    const url = await findAddress(await context.newPage(), example, routes)
    return pageOf(
      example,
      url ? { url: `${url}${example.query ?? ''}` } : { problem: 'no link leads to such a page' },
    )
  } catch (error) {
    return pageOf(example, { problem: String(error) })
  } finally {
    await context.close()
  }
}

function pageOf(
  { route, as, status = 200 }: Example,
  found: { url: string } | { problem: string },
): FoundPage {
  return { what: as ? `${route} (${as})` : route, route, as, status, ...found }
}

/** The address of an example, found by following links as people do. Null when no link leads there. */
async function findAddress(page: Page, example: Example, routes: readonly string[]): Promise<string | null> {
  const { route, from = [route] } = example
  const [start, ...names] = from
  if (start === route && !route.includes('[')) return route
  await page.goto(start)
  for (const name of names) await follow(page, name)
  const isOne = (href: string) => routeOf(new URL(href, page.url()).pathname, routes) === route
  if (!route.includes('[') || isOne(page.url())) return page.url()
  const links = await page
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  const found = links.find(isOne)
  return found ? new URL(found, page.url()).href : null
}

async function follow(page: Page, name: string): Promise<void> {
  const main = page.getByRole('main')
  const link = main.getByRole('link', { name }).or(main.getByRole('row', { name }).getByRole('link'))
  const before = page.url()
  await link.first().click()
  await page.waitForURL((url) => url.href !== before)
}
