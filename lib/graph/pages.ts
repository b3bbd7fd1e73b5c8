import { type ZodType, z } from 'zod'
import type { Access } from './access'
import { assertOurs } from './address'
import { type Call, callGraph } from './client'
import type { Receipt } from './failure'

/** One page of a list: what is on it, and where it goes on. */
export type Page<Item> = {
  items: Item[]
  /** The next page, null after the last. */
  nextLink: string | null
  /** Where changes from now on are to be had; only on the last page of a delta query. */
  deltaLink: string | null
  receipt: Receipt
}

/**
 * One page. Links are checked to lead to Graph and kept as they are.
 *
 * @param path below the version, or a link from the page before
 */
export async function callPage<Item>(
  access: Access,
  path: string,
  { item, ...call }: Omit<Call<unknown>, 'answer'> & { item: ZodType<Item> },
): Promise<Page<Item>> {
  const { value: page, receipt } = await callGraph(access, path, { ...call, answer: pageAnswer(item) })
  const nextLink = page['@odata.nextLink'] ?? null
  const deltaLink = page['@odata.deltaLink'] ?? null
  for (const link of [nextLink, deltaLink]) if (link) assertOurs(link)
  return { items: page.value, nextLink, deltaLink, receipt }
}

/** What a page of a list looks like. */
export function pageAnswer<Item>(item: ZodType<Item>) {
  return z.object({
    value: z.array(item),
    '@odata.nextLink': z.string().optional(),
    '@odata.deltaLink': z.string().optional(),
  })
}

/** A list that fits in one's hand, to its end. @throws {Error} it has more than `PAGES_MAX` pages */
export async function callAll<Item>(
  access: Access,
  path: string,
  call: Omit<Call<unknown>, 'answer'> & { item: ZodType<Item> },
): Promise<{ items: Item[]; receipt: Receipt }> {
  const items: Item[] = []
  let link = path
  for (let count = 0; count < PAGES_MAX; count += 1) {
    const page = await callPage(access, link, call)
    items.push(...page.items)
    if (!page.nextLink) return { items, receipt: page.receipt }
    link = page.nextLink
  }
  throw new Error(`a list that is read whole must end within ${PAGES_MAX} pages`)
}

const PAGES_MAX = 50
