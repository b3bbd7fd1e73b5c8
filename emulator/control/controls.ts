import * as z from 'zod'

import { addFault, faultKinds, listFaults, listHolds, releaseHolds, removeFaults } from '../graph/faults'
import { forgetThrottling } from '../graph/throttle'
import { firstSettings, type Settings } from '../world/settings'
import { changeSettings, resetWorld } from '../world/world'
import type { Control } from './control'
import type { Input } from './input'
import { personControls } from './person-controls'
import { tenantControls } from './tenant-controls'
import { issueTokens } from './tokens'

export type ControlRoute = {
  verb: string
  /** Below /emulator. */
  pattern: RegExp
  /** What comes back as JSON; undefined is 204. */
  run(control: Control, input: Input): unknown
}

const SettingsInput = z
  .object({
    clockOffsetSeconds: z.number(),
    signInsFrom: z.enum(['office', 'elsewhere']),
    reportLagMinutes: z.number().min(0),
    auditLagSeconds: z.number().min(0),
    signInLogLagSeconds: z.number().min(0),
    directoryLagSeconds: z.number().min(0),
    revokeLagSeconds: z.number().min(0),
    passLagSeconds: z.number().min(0),
    throttleScale: z.number().min(0),
    roundTripMs: z.number().min(0).max(60_000),
    deltaValidFrom: z.number().min(0),
    auditKeepsClientRequestId: z.boolean(),
    hasPremiumLicence: z.boolean(),
    accessTokenSeconds: z.number().int().min(1).nullable(),
    freshMinutes: z.number().min(0),
    defaultMethodRule: z.enum(['kind', 'registration']),
    shufflesBatch: z.boolean(),
    pushSeconds: z.number().min(1),
  } satisfies Record<keyof Settings, z.ZodType>)
  .partial()
  .strict()

const FaultInput = z
  .object({
    match: z
      .object({ method: z.string(), path: z.string(), person: z.string(), app: z.string() })
      .partial()
      .strict()
      .default({}),
    /** Null: until it is deleted. */
    times: z.number().int().min(1).nullable().default(1),
    fault: z.enum(faultKinds),
    retryAfterSeconds: z.number().int().min(0).default(2),
    delayMs: z.number().min(0).default(3_000),
  })
  .strict()

const general: ControlRoute[] = [
  {
    verb: 'POST',
    pattern: /^\/reset$/,
    run({ world }) {
      removeFaults(world, null)
      forgetThrottling(world)
      resetWorld(world)
    },
  },
  { verb: 'GET', pattern: /^\/settings$/, run: ({ world }) => world.settings },
  {
    verb: 'PATCH',
    pattern: /^\/settings$/,
    run({ world }, { body }) {
      const changes = SettingsInput.parse(body)
      // zod's partial() allows explicit undefined; JSON cannot carry it.
      changeSettings(world, changes as Partial<Settings>)
      if (changes.throttleScale !== undefined) forgetThrottling(world)
      return world.settings
    },
  },
  {
    verb: 'DELETE',
    pattern: /^\/settings$/,
    run({ world }) {
      changeSettings(world, firstSettings)
      forgetThrottling(world)
      return world.settings
    },
  },
  {
    verb: 'GET',
    pattern: /^\/ledger$/,
    run({ world }, { query }) {
      const after = Number(query.get('after') ?? 0)
      return { entries: world.ledger.filter(({ number }) => number > after) }
    },
  },
  { verb: 'GET', pattern: /^\/faults$/, run: ({ world }) => ({ faults: listFaults(world) }) },
  {
    verb: 'POST',
    pattern: /^\/faults$/,
    run({ world }, { body }) {
      const { times, ...fault } = FaultInput.parse(body)
      return addFault(world, { ...fault, left: times })
    },
  },
  { verb: 'DELETE', pattern: /^\/faults$/, run: ({ world }) => removeFaults(world, null) },
  {
    verb: 'DELETE',
    pattern: /^\/faults\/(?<id>[\w-]+)$/,
    run: ({ world }, { params }) => removeFaults(world, params.id ?? ''),
  },
  { verb: 'GET', pattern: /^\/holds$/, run: ({ world }) => ({ holds: listHolds(world) }) },
  {
    verb: 'POST',
    pattern: /^\/holds\/release$/,
    run({ world }, { body }) {
      const { id } = z.object({ id: z.string().optional() }).strict().parse(body)
      return { released: releaseHolds(world, id ?? null) }
    },
  },
  { verb: 'POST', pattern: /^\/tokens$/, run: (control, { body }) => issueTokens(control, body) },
]

/** Every switch. README.md lists them. */
export const controls: readonly ControlRoute[] = [...general, ...tenantControls, ...personControls]
