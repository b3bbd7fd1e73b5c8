import { getLocale } from 'next-intl/server'
import { portalUrl } from '@/lib/auth/cookies'
import { slotCalendarText } from '@/lib/messages/slot-calendar'
import { getMySlotCalendar } from '@/lib/queries/slot-calendar'
import { downloadRoute } from '@/lib/web/download'

/** One's own slot for any calendar. Whoever is not signed in, or has no slot, gets nothing. */
export const GET = downloadRoute(async (actor) => {
  const slot = await getMySlotCalendar(actor)
  const wish = { language: await getLocale(), portalUrl: portalUrl(), method: 'PUBLISH' } as const
  return {
    name: 'passaggio.ics',
    contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
    pieces: piecesOf(slotCalendarText(slot, wish)),
  }
})

async function* piecesOf(text: string): AsyncIterable<string> {
  yield text
}
