import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { windows } from '@/db/schema/waves'
import { addMinutes, localOf, readClock, runAt } from '@/lib/clock'
import { bookSlot } from '@/lib/commands/booking/book-slot'
import { cancelSlot } from '@/lib/commands/booking/cancel-slot'
import { nameDelegate } from '@/lib/commands/booking/name-delegate'
import { addWindow } from '@/lib/commands/window/add-window'
import { castMember, type Person, signedIn } from './company'
import { ago } from './times'

/** Windows of the running wave in the days to come, by the name they are found by here. */
const slots = {
  dublin: { site: 'Dublin', timeZone: 'Europe/Dublin', days: 3, start: '10:00', end: '13:00', capacity: 6 },
  milan: { site: 'Milan', timeZone: 'Europe/Rome', days: 4, start: '09:00', end: '12:00', capacity: 8 },
  milanLast: { site: 'Milan', timeZone: 'Europe/Rome', days: 6, start: '14:00', end: '17:00', capacity: 8 },
  home: {
    ...{ site: 'Milan', isAtHome: 'yes' as const, timeZone: 'Europe/Rome' },
    ...{ days: 5, start: '08:00', end: '12:00', capacity: 12 },
  },
  full: { site: 'Pune', timeZone: 'Asia/Kolkata', days: 4, start: '10:00', end: '12:00', capacity: 1 },
} as const

/** More times and places than today's, added before the wave is published. */
export async function addSlots(waveId: string): Promise<void> {
  const paola = await castMember('Paola Planner')
  for (const { days, ...slot } of Object.values(slots)) {
    const day = localOf(addMinutes(readClock(), days * 24 * 60), slot.timeZone).slice(0, 10)
    await runAt(ago(8), () =>
      addWindow(signedIn(paola, ['planner']), { ...slot, waveId, day, windowName: '' }),
    )
  }
}

/**
 * What people made of them since: Andrea moved to Dublin, Nora has no move left, the one seat in Pune is taken,
 * and somebody gave theirs up.
 */
export async function seedBookings(waveId: string, [taker, leaver, helped, helper]: Person[]): Promise<void> {
  const idOf = await findWindows(waveId)
  const [andrea, nora] = [await castMember('Andrea Android'), await castMember('Nora Newnumber')]
  await book(andrea, ago(4, 2), idOf('dublin'))
  await book(nora, ago(4, 1), idOf('milan'))
  await book(nora, ago(3, 6), idOf('home'))
  await book(nora, ago(3, 2), idOf('milanLast'))
  if (!taker || !leaver || !helped || !helper) throw new Error('the running wave must have a crowd')
  await book(taker, ago(4), idOf('full'))
  await runAt(ago(3, 4), () => cancelSlot(signedIn(leaver)))
  await book(helped, ago(3, 3), idOf('milan'))
  await runAt(ago(3, 2), () => nameDelegate(signedIn(helped), { address: helper.userPrincipalName }))
}

async function book(person: Person, at: Date, windowId: string): Promise<void> {
  await runAt(at, () => bookSlot(signedIn(person), { windowId }))
}

async function findWindows(waveId: string): Promise<(name: keyof typeof slots) => string> {
  const rows = await db.select().from(windows).where(eq(windows.waveId, waveId))
  return (name) => {
    const { site, start, timeZone } = slots[name]
    const found = rows.find(
      (row) =>
        row.site === site &&
        localOf(row.startsAt, timeZone).endsWith(`T${start}`) &&
        row.capacity === slots[name].capacity,
    )
    if (!found) throw new Error(`the running wave must have the window ${name}`)
    return found.id
  }
}
