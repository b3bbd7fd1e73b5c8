import postgres, { type Sql } from 'postgres'
import { closeDatabase } from '@/db/client'
import { type FullSync, fullSync } from './full-sync'
import { openHouse } from './house'
import { fairWeather, type LineBetween, openLine, type Weather } from './line-between'
import { type Bench, type BenchLine, median, spreadOf } from './measure'

type Size = { people: number; scale: number; rounds: number; atMost: number }

/**
 * How many times as fast the clock runs: `BENCH_SCALE=1` for a machine that is busy with other things, where our own
 * work must not weigh more than in life.
 */
const scaleOr = (usual: number) => Number(process.env.BENCH_SCALE ?? usual)

/** Of a thousand calls. */
const badWeather: Weather = { throttled: 50, unavailable: 10, reset: 5 }
const WORKER_MB_MAX = 300

/** A first reading of 10,000 people against what the documented limits allow. */
export const floorBench = benchOf('sync floor, 10k', {
  people: 10_000,
  scale: scaleOr(2),
  rounds: 5,
  atMost: 1.15,
})

/** The same for 100,000 people. */
export const largeBench = benchOf('sync floor, 100k', {
  people: 100_000,
  scale: scaleOr(4),
  rounds: 1,
  atMost: 1.1,
})

/**
 * A first reading in bad weather, after one in fair weather. Nobody's clock is scaled: what Microsoft asks us to wait,
 * and how carefully we come back, is in seconds.
 */
export const faultsBench = faultsOf('sync faults, 30k', 30_000)
/** For `--long`. */
export const largeFaultsBench = faultsOf('sync faults, 100k', 100_000)

/** The same for half a million people; for `--long`. */
export const largestBench = benchOf('sync floor, 500k', {
  people: 500_000,
  scale: scaleOr(2),
  rounds: 1,
  atMost: 1.05,
})

function faultsOf(name: string, people: number): Bench {
  return {
    name,
    run: () =>
      withHouse(people, async (owner, line) => {
        const clean = await fullSync({ owner, line, scale: 1, weather: fairWeather, seed: 1 })
        const faulty = await fullSync({ owner, line, scale: 1, weather: badWeather, seed: 2 })
        return faultLines(people, clean, faulty)
      }),
  }
}

function benchOf(name: string, size: Size): Bench {
  return {
    name,
    run: () =>
      withHouse(size.people, async (owner, line) => {
        const { scale, rounds } = size
        const syncs: FullSync[] = []
        for (let seed = 1; seed <= rounds; seed += 1)
          syncs.push(await fullSync({ owner, line, scale, weather: fairWeather, seed }))
        // The first of several warms the database up and does not count.
        return floorLines(size, rounds > 1 ? syncs.slice(1) : syncs)
      }),
  }
}

async function withHouse(people: number, run: (owner: Sql, line: LineBetween) => Promise<BenchLine[]>) {
  const house = await openHouse({ EMULATOR_PEOPLE: String(people) })
  const owner = postgres(house.ownerUrl, { max: 1, onnotice: () => undefined })
  const line = await openLine(house.graphUrl)
  try {
    return await run(owner, line)
  } finally {
    await line.close()
    await owner.end()
    await closeDatabase()
    await house.close()
  }
}

function floorLines({ people, scale, atMost }: Size, syncs: readonly FullSync[]): BenchLine[] {
  const ratios = syncs.map(({ ms, floorMs }) => ms / floorMs)
  const spread = syncs.length > 1 ? `, spread ${spreadOf(ratios).toFixed(0)} %` : ''
  const rounds = `${syncs.length} ${syncs.length > 1 ? 'rounds' : 'round'}${spread}`
  const refused = syncs.reduce((sum, { passed }) => sum + passed.refused, 0)
  const size = people.toLocaleString('en')
  return [
    {
      id: 'B6',
      what: `first sync of ${size} people against the floor of the limits`,
      ratio: median(ratios),
      target: { atMost },
      note: `${rounds}, round trip 200 ms, clock times ${scale}, ${refused} calls refused`,
    },
    {
      id: 'B9',
      what: `most memory of the worker meanwhile, ${size} people, in MB`,
      ratio: Math.max(...syncs.map(({ peakMb }) => peakMb)),
      target: { atMost: WORKER_MB_MAX },
    },
  ]
}

function faultLines(people: number, clean: FullSync, faulty: FullSync): BenchLine[] {
  const { calls, refused, struck } = faulty.passed
  return [
    {
      id: 'B8',
      what: `first sync of ${people.toLocaleString('en')} people with 5 % 429, 1 % 503, 0.5 % resets, against without`,
      ratio: faulty.ms / clean.ms,
      target: { atMost: 1.15 },
      note: `${struck} of ${calls} calls struck, Retry-After 1 s, clock not scaled`,
    },
    {
      id: 'B8',
      what: 'calls refused by the limits themselves meanwhile, in percent',
      ratio: (100 * refused) / calls,
      target: { atMost: 1 },
      note: 'beside those that were struck',
    },
    {
      id: 'B8',
      what: 'rows that differ afterwards (0: none)',
      ratio: faulty.rows === clean.rows ? 0 : 1,
      target: { atMost: 0 },
    },
  ]
}
