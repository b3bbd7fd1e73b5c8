import * as z from 'zod'

import { addFault, faultKinds, listFaults, listHolds, releaseHolds, removeFaults } from '../graph/faults'
import { forgetThrottling } from '../graph/throttle'
import { parseSettings, parseSettingsFile } from '../settings-input'
import { changeSettings, resetWorld, setFirstSettings } from '../world/world'
import { appControls } from './app-controls'
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
      const changes = parseSettings(body)
      changeSettings(world, changes)
      if (changes.throttleScale !== undefined || changes.methodsLimit !== undefined) forgetThrottling(world)
      return world.settings
    },
  },
  {
    // A settings file: from now on these are the first values.
    verb: 'PUT',
    pattern: /^\/settings$/,
    run({ world }, { body }) {
      setFirstSettings(world, parseSettingsFile(body))
      forgetThrottling(world)
      return world.settings
    },
  },
  {
    verb: 'DELETE',
    pattern: /^\/settings$/,
    run({ world }) {
      changeSettings(world, world.firstSettings)
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
export const controls: readonly ControlRoute[] = [
  ...general,
  ...tenantControls,
  ...appControls,
  ...personControls,
]
