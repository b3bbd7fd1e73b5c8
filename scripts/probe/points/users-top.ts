import { z } from 'zod'
import { bodyOf } from '../graph'
import type { Point, Visit } from '../point'

const Page = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() })
const FAR_ABOVE = 9_999
/** What a list of people has when nobody says how many: Microsoft's limits page. */
const PAGE_BY_DEFAULT = 100

/** How long a page of people may be, and what happens to a wish for more. */
export const usersTop: Point<'users_top'> = {
  code: 'users_top',
  question: 'How many people may a page of /users have, and what becomes of a larger $top?',
  why: 'The first sync of a large tenant asks for the largest pages there are.',
  async observe(visit) {
    const { status, count, hasMore, requestId } = await page(visit, FAR_ABOVE)
    const seen = (observed: { largest: number | null; above: 'refused' | 'clamped' | 'ignored' | null }) => ({
      observed,
      graphRequestId: requestId,
    })
    if (status === 400) {
      const largest = await largestFrom(visit, (answer) => answer.status === 200)
      return seen({ largest, above: 'refused' })
    }
    // With everybody on one page nothing can be told: the tenant is too small.
    if (!hasMore) return seen({ largest: null, above: null })
    if (count !== PAGE_BY_DEFAULT) return seen({ largest: count, above: 'clamped' })
    const largest = await largestFrom(visit, (answer, top) => answer.count === top)
    return seen({ largest, above: largest === PAGE_BY_DEFAULT ? 'clamped' : 'ignored' })
  },
}

type Answer = { status: number; count: number; hasMore: boolean; requestId: string | null }

async function page({ hear }: Visit, top: number): Promise<Answer> {
  const heard = await hear('reader', `/users?$select=id&$top=${top}`)
  const { requestId } = heard
  if (heard.said.status === 400) return { status: 400, count: 0, hasMore: false, requestId }
  const { value, '@odata.nextLink': next } = bodyOf(heard, Page)
  return { status: heard.said.status, count: value.length, hasMore: next !== undefined, requestId }
}

/** The largest that is still granted, by halving; 999 is what everybody expects and is looked at first. */
async function largestFrom(
  visit: Visit,
  isGranted: (answer: Answer, top: number) => boolean,
): Promise<number> {
  const granted = async (top: number) => isGranted(await page(visit, top), top)
  if ((await granted(999)) && !(await granted(1_000))) return 999
  let [good, bad] = [1, FAR_ABOVE]
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2)
    if (await granted(middle)) good = middle
    else bad = middle
  }
  return good
}
