import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { windows } from '@/db/schema/waves'
import { addMinutes, localOf, readClock, runAt } from '@/lib/clock'
import { addPeople } from '@/lib/commands/wave/add-people'
import { createWave } from '@/lib/commands/wave/create-wave'
import { endWave } from '@/lib/commands/wave/end-wave'
import { publishWave } from '@/lib/commands/wave/publish-wave'
import { readerAccess } from '@/lib/graph/access'
import { listMethods } from '@/lib/graph/methods'
import { castMember, colleagues, movers, type Person, signedIn } from './company'
import { sendWaiting } from './mail'
import { look, playMove } from './move'
import { playAllFine, playReturn } from './returns'
import { addSlots, seedBookings } from './slots'
import { ago } from './times'

const zones: Record<string, string> = { Milan: 'Europe/Rome', Dublin: 'Europe/Dublin', Pune: 'Asia/Kolkata' }

/** One wave that is over, one that runs today, one that is being planned. */
export async function seedWaves(): Promise<void> {
  await seedFinished()
  await seedRunning()
  await seedDraft()
}

async function seedFinished(): Promise<void> {
  const members = await colleagues('Milan', 6)
  const wave = await plan({
    name: 'Pilot',
    site: 'Milan',
    capacity: 8,
    plannedAt: ago(33),
    day: ago(26),
    members,
  })
  await publish(wave, ago(30))
  for (const person of members) await playMove(person, ago(26, 2), 'safe')
  await sendWaiting()
  await end(wave, ago(25))
}

async function seedRunning(): Promise<void> {
  const cast = await Promise.all(movers.map(castMember))
  const crowd = (await colleagues('Milan', 18)).slice(6)
  const members = [...cast, ...crowd]
  const wave = await plan({
    name: 'Milan, November',
    site: 'Milan',
    capacity: 40,
    plannedAt: ago(9),
    day: readClock(),
    members,
  })
  await addSlots(wave)
  await publish(wave, ago(5))
  await seedBookings(wave, crowd.slice(7))
  const stages = ['safe', 'safe', 'safe', 'removed', 'registered', 'preparing', 'preparing'] as const
  for (const [index, stage] of stages.entries()) {
    const person = crowd[index]
    // Safe to wipe for more than a day, so that the check-up of the day after is due.
    if (person) await playMove(person, ago(1, index + 2), stage)
  }
  await seedEnds(crowd)
  await seedSamir()
}

/** Of the three old phones that are safe to wipe, the first still waits to be handed in. */
async function seedEnds([, returned, closed]: Person[]): Promise<void> {
  if (!returned || !closed) throw new Error('the running wave must have a crowd')
  await playReturn(returned, ago(1, 2, 4))
  await playReturn(closed, ago(1, 3, 4))
  await playAllFine(closed, ago(0, 3))
}

/** Samir's baseline is older than his new phone, so that it counts as one. */
async function seedSamir(): Promise<void> {
  const samir = await castMember('Samir Stuck')
  const { methods } = await listMethods(readerAccess(), samir.entraId)
  const newest = methods.findLast(({ kind }) => kind === 'microsoftAuthenticator')
  await runAt(ago(1, 4), () =>
    look(
      samir,
      methods.filter(({ id }) => id !== newest?.id),
    ),
  )
  await runAt(ago(0, 3), () => look(samir, methods))
}

async function seedDraft(): Promise<void> {
  const members = await colleagues('Dublin', 5)
  const day = addMinutes(readClock(), 14 * 24 * 60)
  await plan({ name: 'Dublin, December', site: 'Dublin', capacity: 12, plannedAt: ago(2), day, members })
}

type Plan = {
  name: string
  site: string
  capacity: number
  plannedAt: Date
  day: Date
  members: readonly Person[]
}

async function plan({ name, site, capacity, plannedAt, day, members }: Plan): Promise<string> {
  const timeZone = zones[site] ?? 'UTC'
  const paola = await castMember('Paola Planner')
  const date = localOf(day, timeZone).slice(0, 10)
  return runAt(plannedAt, async () => {
    const actor = signedIn(paola, ['planner'])
    const { waveId } = await createWave(actor, {
      name,
      site,
      day: date,
      start: '09:00',
      end: '17:00',
      timeZone,
      capacity,
    })
    const [window] = await db.select().from(windows).where(eq(windows.waveId, waveId))
    await addPeople(actor, { waveId, personIds: members.map(({ id }) => id), windowId: window?.id ?? '' })
    return waveId
  })
}

async function publish(waveId: string, at: Date): Promise<void> {
  const paola = await castMember('Paola Planner')
  await runAt(at, () => publishWave(signedIn(paola, ['planner']), { waveId }))
  await sendWaiting()
}

async function end(waveId: string, at: Date): Promise<void> {
  const paola = await castMember('Paola Planner')
  await runAt(at, () => endWave(signedIn(paola, ['planner']), { waveId }))
}
