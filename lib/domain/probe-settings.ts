import type { Settings } from '@/emulator/world/settings'
import { type Observations, type ProbeResult, proofKinds, type Said, seenAt } from './probe'

/** Settings as a file has them: lists of named things may be in part. */
export type WrittenSettings = Partial<
  Omit<Settings, 'amr' | 'answers'> & {
    amr: Partial<Settings['amr']>
    answers: Partial<Settings['answers']>
  }
>

/** What a probe settles for the emulator, and in words what it saw besides. */
export type ProbeSettings = { settings: WrittenSettings; notes: Record<string, string> }

/** The emulator's settings that follow from what was seen. What was not seen, or not clearly, is not there. */
export function settingsOf(results: readonly ProbeResult[]): ProbeSettings {
  const seen: Seen = (code) => seenAt(results, code)
  return {
    settings: compact<WrittenSettings>({
      ...directorySettings(seen),
      ...signInSettings(seen),
      ...methodSettings(seen),
      ...answerSettings(seen),
    }),
    notes: compact<Record<string, string>>(notesOf(seen)),
  }
}

type Seen = <Code extends keyof Observations>(code: Code) => Observations[Code] | null
type OrUnknown<Value> = { [Name in keyof Value]?: Value[Name] | undefined }
type Known = OrUnknown<WrittenSettings>

function directorySettings(seen: Seen): Known {
  const top = seen('users_top')
  const options = seen('methods_options')?.answered
  return {
    usersTopMax: top?.above ? (top.largest ?? undefined) : undefined,
    usersTopAbove: top?.above ?? undefined,
    methodsQueryOptions: options === 'heeded' ? undefined : options,
    castsNeedHeader: seen('casts_header')?.isNeeded,
    methodsLimit: seen('methods_limit')?.limit,
  }
}

function signInSettings(seen: Seen): Known {
  const scopes = seen('token_scopes')
  const log = seen('sign_in_log')
  const maxAge = seen('max_age')
  const amr = Object.fromEntries(
    proofKinds.flatMap((kind) => {
      const proof = seen(`amr_${kind}`)
      return proof ? [[kind, proof.amr]] : []
    }),
  )
  return {
    tokenScopes: scopes ? carriesMore(scopes) : undefined,
    promptLogin: seen('prompt_login')?.wanted,
    authTimeIs: authTimeIs(seen('context_step_up')),
    maxAgeShortensTokens: maxAge ? maxAge.expiresInSeconds <= maxAge.askedSeconds + slackSeconds : undefined,
    amr: Object.keys(amr).length > 0 ? amr : undefined,
    lastUsedIsFilled: lastUsedIsFilled(seen),
    signInLogNamesPhone: log?.namesPhone,
    signInLogNamesDeviceId: log?.namesDeviceId,
  }
}

/** Tokens count in whole seconds, and clocks of several machines meet. */
const slackSeconds = 2

function carriesMore({ asked, carried }: Observations['token_scopes']): Settings['tokenScopes'] {
  return carried.some((scope) => !asked.includes(scope)) ? 'granted' : 'asked'
}

/**
 * Older than the whole step-up took: it is the time of an earlier factor. A sign-in that was asked for anew says
 * nothing, because there the first factor is given again as well.
 */
function authTimeIs(stepUp: Observations['context_step_up'] | null): Settings['authTimeIs'] | undefined {
  if (!stepUp || stepUp.ageSeconds === null) return undefined
  return stepUp.ageSeconds > stepUp.tookSeconds + slackSeconds ? 'firstFactor' : 'lastProof'
}

/** Needs a push and, where that left no trace, another method to compare with. */
function lastUsedIsFilled(seen: Seen): Settings['lastUsedIsFilled'] | undefined {
  const others = ['code', 'text', 'call', 'passkey', 'windowsHello', 'hardwareCode'] as const
  const push = seen('amr_push')?.lastUsedMoved ?? null
  const moved = others.flatMap((kind) => seen(`amr_${kind}`)?.lastUsedMoved ?? [])
  if (push === null) return undefined
  if (push) return moved.includes(false) ? undefined : 'always'
  if (moved.length === 0) return undefined
  return moved.includes(true) ? 'notForPush' : 'never'
}

function methodSettings(seen: Seen): Known {
  const preferences = seen('preferences_permission')
  const once = seen('pass_once')?.outcome
  const revoked = seen('revoke')?.status
  return {
    defaultMethodRule: seen('default_two')?.rule,
    ownDefaultDeletion: seen('own_default')?.outcome,
    passAgainstPolicy: once === 'reusable' ? undefined : once,
    preferencesPermission: preferences ? opensPreferences(preferences) : undefined,
    revokeStatus: revoked === 200 || revoked === 204 ? revoked : undefined,
    auditKeepsClientRequestId: seen('audit_request_id')?.isKept,
    icloudCodesSync: seen('icloud_codes')?.shows,
    legacyBackupAfterUpdate: seen('legacy_backup')?.becomes,
  }
}

/** Asked with a right to methods alone, by somebody who could read the methods themselves. */
function opensPreferences({
  said,
  listStatus,
}: Observations['preferences_permission']): Settings['preferencesPermission'] | undefined {
  if (listStatus !== 200) return undefined
  if (said.status === 200) return 'methods'
  return said.status === 403 ? 'policies' : undefined
}

function answerSettings(seen: Seen): Known {
  const stale = seen('stale_sign_in')
  // Anything but 403 is about what was to be deleted, which does not exist.
  const matrix = refusal(seen('role_matrix'), 403)
  const answers = compact<Partial<Settings['answers']>>({
    notAllowed: matrix ?? refusal(seen('role_none'), 403),
    // The same answer as to a fresh sign-in is none about its age.
    staleSignIn: stale && stale.stale.status !== stale.fresh.status ? refusal(stale.stale) : undefined,
    passDisabled: refusal(seen('pass_disabled')),
    methodGone: refusal(seen('method_gone')),
    userGone: refusal(seen('user_gone')),
  })
  return { answers: Object.keys(answers).length > 0 ? answers : undefined }
}

function refusal(said: Said | null, status = said?.status): Settings['answers']['notAllowed'] | undefined {
  if (!said || said.status < 400 || said.status !== status) return undefined
  return { status: said.status, code: said.code ?? '', message: said.message ?? '' }
}

function notesOf(seen: Seen): Record<string, string | undefined> {
  const delta = seen('delta_token')
  const limit = seen('methods_limit')
  const none = seen('role_none')
  const matrix = seen('role_matrix')
  const passOff = seen('pass_disabled')
  const second = seen('second_pass')
  const sixth = seen('sixth_authenticator')
  return {
    delta_token: delta ? deltaNote(delta) : undefined,
    methods_limit: limit && !limit.limit ? `No refusal in ${limit.calls} calls.` : undefined,
    users_top: seen('users_top')?.above === null ? 'Too few people to tell.' : undefined,
    methods_options: seen('methods_options')?.answered === 'heeded' ? '$top was heeded.' : undefined,
    role_matrix:
      none && matrix && JSON.stringify(none) !== JSON.stringify(matrix)
        ? `Without any role the answer was ${none.status} ${none.code}: ${none.message}`
        : undefined,
    pass_disabled: passOff && passOff.status < 400 ? 'A pass was made all the same.' : undefined,
    second_pass: second ? passNotes[second.outcome] : undefined,
    pass_once: seen('pass_once')?.outcome === 'reusable' ? 'A pass for several uses was made.' : undefined,
    sixth_authenticator: sixth
      ? `${sixth.before} before, ${sixth.after} after. Security info said: ${sixth.words ?? 'nothing noted'}`
      : undefined,
    own_default: seen('own_default')?.preferenceAfter
      ? `Afterwards the default was ${seen('own_default')?.preferenceAfter}.`
      : undefined,
  }
}

const passNotes = {
  replaces: 'The second pass replaced the first.',
  refused: 'The second pass was refused.',
  both: 'Both passes were there.',
} as const

function deltaNote({ looks }: Observations['delta_token']): string {
  const [made] = looks
  const dayMs = 86_400_000
  const days = (at: string) => ((Date.parse(at) - Date.parse(made?.at ?? at)) / dayMs).toFixed(1)
  return looks.map(({ at, status }) => `${status} after ${days(at)} days`).join(', ')
}

/** The same without what is not known. */
function compact<Value extends object>(value: OrUnknown<Value>): Value {
  // The entries that stay have the types they had.
  return Object.fromEntries(Object.entries(value).filter(([, known]) => known !== undefined)) as Value
}
