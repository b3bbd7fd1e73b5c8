import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'

/** How to come to a page of a route. */
export type Example = {
  route: string
  /** Who looks, named as on the emulator's account page; nobody: before signing in. */
  as?: string
  /** A list to begin at, then names of links, or of rows with one, to follow; a link from there leads to the page. Default: the route. */
  from?: [string, ...string[]]
  status?: number
}

const paola = 'Paola Planner'
const hana = 'Hana Helpdesk'
const aldo = 'Aldo Auditor'
const olga = 'Olga Owner'

/** Every page the portal has. My move is weighed where people stand at different steps of it. */
export const examples: readonly Example[] = [
  { route: '/' },
  { route: '/locked-out' },
  { route: '/_not-found', from: ['/no-such-page'], status: 404 },
  { route: '/my', as: 'Elio Esposito' },
  { route: '/my', as: 'Elena Early' },
  { route: '/my', as: 'Samir Stuck' },
  { route: '/my', as: olga },
  { route: '/my/devices', as: 'Elio Esposito' },
  { route: '/my/help', as: 'Elio Esposito' },
  { route: '/my/confirm', as: 'Nora Newnumber' },
  { route: '/my/confirm/[id]', as: 'Nora Newnumber', from: ['/my/confirm'] },
  { route: '/plan', as: paola },
  { route: '/plan/people', as: paola },
  { route: '/plan/people/[id]', as: paola, from: ['/plan/people'] },
  { route: '/plan/waves', as: paola },
  { route: '/plan/waves/new', as: paola },
  { route: '/plan/waves/[id]', as: paola, from: ['/plan/waves', 'Milan, November'] },
  { route: '/plan/waves/[id]/add', as: paola, from: ['/plan/waves', 'Dublin, December'] },
  { route: '/plan/waves/[id]/close/[swapId]', as: paola, from: ['/plan/waves', 'Milan, November'] },
  { route: '/plan/waves/[id]/import', as: paola, from: ['/plan/waves', 'Dublin, December'] },
  {
    route: '/plan/waves/[id]/import/[importId]',
    as: paola,
    from: ['/plan/waves', 'Dublin, December', 'Import a file'],
  },
  { route: '/desk', as: hana },
  { route: '/desk/people', as: hana, from: ['/desk/people?q=Elio'] },
  { route: '/desk/people/[id]', as: hana, from: ['/desk/people?q=Elio'] },
  { route: '/desk/cases/[id]', as: hana, from: ['/desk', 'Nora Newnumber'] },
  { route: '/audit', as: aldo },
  { route: '/audit/known', as: aldo },
  { route: '/audit/[id]', as: aldo, from: ['/audit'] },
  { route: '/audit/people/[oid]', as: aldo, from: ['/audit'] },
  { route: '/settings', as: olga },
  { route: '/settings/sessions', as: olga },
  { route: '/settings/options', as: olga },
  { route: '/settings/sync', as: olga },
  { route: '/settings/health', as: olga },
  { route: '/settings/privacy', as: olga },
]

/** What Next draws when nothing else can; no address leads there. */
const withoutAddress = ['/_global-error']

/** Every page route of the build there is. */
export function listPageRoutes(): string[] {
  const manifest: Record<string, string> = JSON.parse(
    readFileSync('.next/app-path-routes-manifest.json', 'utf8'),
  )
  return Object.entries(manifest)
    .filter(([file, route]) => file.endsWith('/page') && !withoutAddress.includes(route))
    .map(([, route]) => route)
    .sort()
}

/** How many times an empty app a page may weigh: less for what people open on their phones. */
export function limitOf(route: string): number {
  const isForEverybody = ['/', '/locked-out', '/my'].includes(route) || route.startsWith('/my/')
  return isForEverybody ? 1.35 : 1.5
}

/** The address of an example, found by following links as people do. Null when no link leads there. */
export async function findAddress(
  page: Page,
  example: Example,
  routes: readonly string[],
): Promise<string | null> {
  const { route, from = [route] } = example
  const [start, ...names] = from
  await page.goto(start)
  for (const name of names) await follow(page, name)
  const isOne = (href: string) => routeOf(new URL(href, page.url()).pathname, routes) === route
  if (!route.includes('[') || isOne(page.url())) return page.url()
  const links = await page
    .getByRole('link')
    .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href))
  return links.find(isOne) ?? null
}

async function follow(page: Page, name: string): Promise<void> {
  const main = page.getByRole('main')
  const link = main.getByRole('link', { name }).or(main.getByRole('row', { name }).getByRole('link'))
  const before = page.url()
  await link.first().click()
  await page.waitForURL((url) => url.href !== before)
}

/** The route that answers a path: the one without a parameter before the others, as Next does. */
function routeOf(pathname: string, routes: readonly string[]): string | undefined {
  if (routes.includes(pathname)) return pathname
  return routes.find((route) => {
    const pattern = route.replaceAll(/\[[^\]]+\]/g, '[^/]+')
    return new RegExp(`^${pattern}$`).test(pathname)
  })
}
