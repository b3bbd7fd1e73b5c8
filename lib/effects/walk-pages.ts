import { AppError } from '@/lib/errors'

type Next = { link: string | null; isDelta: boolean }

type Walk<Page> = {
  first: Next
  read(next: Next): Promise<Page>
  /** Commits the page; where to go on, null at the end. */
  apply(page: Page): Promise<Next | null>
  signal: AbortSignal | undefined
}

/**
 * Reads and applies pages to the end, reading one ahead of the one being applied.
 *
 * @throws {AppError} unavailable `graph_malformed` — the pages lead in a circle
 */
export async function walkPages<Page extends { nextLink: string | null }>({
  first,
  read,
  apply,
  signal,
}: Walk<Page>): Promise<void> {
  const walked = new Set<string>()
  let next: Next | null = first
  let ahead: Promise<Page> | null = null

  while (next) {
    signal?.throwIfAborted()
    if (next.link !== null) assertNew(walked, next.link)
    const page: Page = await (ahead ?? read(next))
    ahead = page.nextLink === null ? null : read({ link: page.nextLink, isDelta: next.isDelta })
    // Looked at when its turn comes; until then its failure is nobody's.
    ahead?.catch(() => undefined)
    next = await apply(page)
  }
}

function assertNew(walked: Set<string>, link: string): void {
  if (walked.has(link)) throw new AppError('unavailable', 'graph_malformed', { detail: { what: 'circle' } })
  walked.add(link)
}
