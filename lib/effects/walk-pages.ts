import { setTimeout as delay } from 'node:timers/promises'
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
 * Reads and applies pages to the end, reading one ahead of the one being applied. A page that did not come is
 * asked for again a few times: reading changes nothing at Microsoft.
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
    const page: Page = await (ahead ?? readPatiently(read, next, signal))
    ahead =
      page.nextLink === null
        ? null
        : readPatiently(read, { link: page.nextLink, isDelta: next.isDelta }, signal)
    // Looked at when its turn comes; until then its failure is nobody's.
    ahead?.catch(() => undefined)
    next = await apply(page)
  }
}

function assertNew(walked: Set<string>, link: string): void {
  if (walked.has(link)) throw new AppError('unavailable', 'graph_malformed', { detail: { what: 'circle' } })
  walked.add(link)
}

/** Before the second, third and fourth try. */
const waitsMs = [500, 1_000, 2_000]

async function readPatiently<Page>(
  read: (next: Next) => Promise<Page>,
  next: Next,
  signal: AbortSignal | undefined,
): Promise<Page> {
  for (const waitMs of waitsMs) {
    try {
      return await read(next)
    } catch (error) {
      const isLost = error instanceof AppError && error.code === 'graph_unavailable'
      if (!isLost || signal?.aborted) throw error
    }
    await delay(waitMs, undefined, signal ? { signal } : {})
  }
  return read(next)
}
