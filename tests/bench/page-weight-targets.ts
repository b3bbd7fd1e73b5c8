import type { Load } from './page-weight-load'
import { type Example, examples, findAddress, limitOf, listPageRoutes } from './page-weight-pages'
import type { OpenAs } from './page-weight-visitors'

/** One page to weigh: where it is, or why it cannot be weighed. */
export type Target = {
  what: string
  /** How many times an empty app it may weigh. */
  limit: number
  as?: string | undefined
  load?: Load
  problem?: string
}

/** Every example with its address, and every route of the build that has none. */
export async function findTargets(openAs: OpenAs): Promise<Target[]> {
  const routes = listPageRoutes()
  const targets: Target[] = []
  for (const example of examples) targets.push(await findTarget(openAs, example, routes))
  const forgotten = routes.filter((route) => examples.every((example) => example.route !== route))
  return [...targets, ...forgotten.map((route) => targetOf({ route }, { problem: 'no example of it' }))]
}

async function findTarget(openAs: OpenAs, example: Example, routes: readonly string[]): Promise<Target> {
  if (!routes.includes(example.route)) return targetOf(example, { problem: 'no such route in the build' })
  const context = await openAs(example.as)
  try {
    const url = await findAddress(await context.newPage(), example, routes)
    if (!url) return targetOf(example, { problem: 'no link leads to such a page' })
    return targetOf(example, { load: { url, status: example.status ?? 200 } })
  } catch (error) {
    return targetOf(example, { problem: String(error) })
  } finally {
    await context.close()
  }
}

function targetOf({ route, as }: Example, found: Pick<Target, 'load' | 'problem'>): Target {
  return { what: as ? `${route} (${as})` : route, limit: limitOf(route), as, ...found }
}
