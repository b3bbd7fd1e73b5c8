import { readFileSync } from 'node:fs'

import * as z from 'zod'

import type { Settings } from './world/settings'
import type { ProofKind, Uncertain } from './world/uncertain'

const seconds = z.number().min(0)
const refusal = z
  .object({ status: z.number().int().min(400).max(599), code: z.string(), message: z.string() })
  .strict()
const values = z.array(z.string())

const amr = z
  .object({
    singleSignOn: values,
    push: values,
    code: values,
    hardwareCode: values,
    phoneSignIn: values,
    passkey: values,
    windowsHello: values,
    text: values,
    call: values,
    pass: values,
  } satisfies Record<ProofKind, z.ZodType>)
  .partial()
  .strict()

const answers = z
  .object({
    notAllowed: refusal,
    staleSignIn: refusal,
    passDisabled: refusal,
    methodGone: refusal,
    userGone: refusal,
  } satisfies Record<keyof Uncertain['answers'], z.ZodType>)
  .partial()
  .strict()

/** Any of the settings, misspelt ones refused. */
const SettingsInput = z
  .object({
    clockOffsetSeconds: z.number(),
    timeScale: z.number().min(0.01).max(10_000),
    signInsFrom: z.enum(['office', 'elsewhere']),
    reportLagMinutes: z.number().min(0),
    auditLagSeconds: seconds,
    signInLogLagSeconds: seconds,
    signInDetailsLagSeconds: seconds,
    directoryLagSeconds: seconds,
    revokeLagSeconds: seconds,
    passLagSeconds: seconds,
    throttleScale: z.number().min(0),
    roundTripMs: z.number().min(0).max(60_000),
    emptyPages: z.enum(['delta', 'everywhere', 'nowhere']),
    deltaValidFrom: z.number().min(0),
    hasPremiumLicence: z.boolean(),
    accessTokenSeconds: z.number().int().min(1).nullable(),
    freshMinutes: z.number().min(0),
    shufflesBatch: z.boolean(),
    pushSeconds: z.number().min(1),
    defaultMethodRule: z.enum(['kind', 'registration', 'everyOfKind']),
    ownDefaultDeletion: z.enum(['refused', 'moves']),
    lastUsedIsFilled: z.enum(['always', 'notForPush', 'never']),
    signInLogNamesPhone: z.boolean(),
    signInLogNamesDeviceId: z.boolean(),
    tokenScopes: z.enum(['granted', 'asked']),
    promptLogin: z.enum(['method', 'password']),
    authTimeIs: z.enum(['lastProof', 'firstFactor']),
    maxAgeShortensTokens: z.boolean(),
    amr,
    answers,
    passAgainstPolicy: z.enum(['oneTime', 'refused']),
    methodsLimit: z
      .object({ calls: z.number().int().min(1), seconds: z.number().min(1), hasRetryAfter: z.boolean() })
      .strict()
      .nullable(),
    methodsQueryOptions: z.enum(['refused', 'ignored']),
    castsNeedHeader: z.boolean(),
    preferencesPermission: z.enum(['methods', 'policies']),
    usersTopMax: z.number().int().min(1),
    usersTopAbove: z.enum(['refused', 'clamped', 'ignored']),
    deltaTokenDays: z.number().min(0),
    revokeStatus: z.literal([200, 204]),
    auditKeepsClientRequestId: z.boolean(),
    repeatedEvent: z.enum(['sameEvent', 'conflict', 'badRequest']),
    icloudCodesSync: z.enum(['whenOpened', 'live']),
    legacyBackupAfterUpdate: z.enum(['gone', 'kept']),
  } satisfies Record<keyof Settings, z.ZodType>)
  .partial()
  .strict()

/** What a probe of a real tenant writes. README.md, "A settings file". */
const SettingsFile = z
  .object({
    format: z.literal(1),
    observed: z.object({ at: z.string(), tenant: z.string(), by: z.string() }).partial().strict().optional(),
    settings: SettingsInput,
    notes: z.record(z.string(), z.string()).optional(),
    /** What a probe goes on from. Nothing to the emulator. */
    results: z.array(z.unknown()).optional(),
  })
  .strict()

/** Changes from a JSON body. @throws {z.ZodError} a name or a value that is none */
export function parseSettings(body: unknown): Partial<Settings> {
  // zod's partial() allows explicit undefined, and partial lists; JSON has no undefined, and withChanges fills lists.
  return SettingsInput.parse(body) as Partial<Settings>
}

/** The settings of a file's content. @throws {z.ZodError} not of this format */
export function parseSettingsFile(content: unknown): Partial<Settings> {
  return SettingsFile.parse(content).settings as Partial<Settings> // as above
}

/** The settings a file holds. @throws {Error} one sentence on what is wrong with it */
export function readSettingsFile(path: string): Partial<Settings> {
  try {
    return parseSettingsFile(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    const why =
      error instanceof z.ZodError
        ? z.prettifyError(error).replaceAll(/\s*\n\s*/g, ' ')
        : error instanceof Error
          ? error.message
          : String(error)
    throw new Error(`The settings file ${path} cannot be used: ${why}`)
  }
}
