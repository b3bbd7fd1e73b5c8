import { AppError } from '@/lib/errors'
import { isAuthenticatorPasskey, isMfaCapable, type SeenMethod } from './method'
import { type PrivilegeRefusal, privilegeRefusals } from './privilege'
import type { LockedRefusal } from './verification'

/** One step of a reset as it will be kept. */
export type PlannedStep =
  | { kind: 'remove_method'; entraMethodId: string; methodKind: string; methodName: string | null }
  | { kind: 'revoke_sessions'; entraMethodId: null; methodKind: null; methodName: null }

/** Whether the desk takes such a registration away: what lives on a phone. Keys and Windows Hello stay. */
export function isRemovable(method: Pick<SeenMethod, 'kind' | 'aaguid'>): boolean {
  return phoneKinds.includes(method.kind) || isAuthenticatorPasskey(method)
}

const phoneKinds: readonly string[] = ['microsoftAuthenticator', 'phone', 'softwareOath']

/** The kinds the desk's right at Microsoft can remove, as `lib/graph` names them. */
export const removableKinds = ['microsoftAuthenticator', 'phone', 'softwareOath', 'fido2'] as const
export type RemovableKind = (typeof removableKinds)[number]

/** Whether the desk's right at Microsoft can remove registrations of this kind. */
export function isRemovableKind(kind: string | null): kind is RemovableKind {
  return removableKinds.some((removable) => removable === kind)
}

/**
 * The steps of a reset, in the one order Microsoft accepts: the chosen registrations, the default one last,
 * then the sessions.
 */
export function planReset(
  methods: readonly SeenMethod[],
  defaultId: string | null,
  choice: readonly string[],
): PlannedStep[] {
  const doomed = methods.filter((method) => choice.includes(method.id) && isRemovable(method))
  const inOrder = [
    ...doomed.filter(({ id }) => id !== defaultId),
    ...doomed.filter(({ id }) => id === defaultId),
  ]
  return [
    ...inOrder.map(
      ({ id, kind, displayName }): PlannedStep => ({
        kind: 'remove_method',
        entraMethodId: id,
        methodKind: kind,
        methodName: displayName,
      }),
    ),
    { kind: 'revoke_sessions', entraMethodId: null, methodKind: null, methodName: null },
  ]
}

/** The registration Microsoft calls the default, null where it names none. */
export function defaultIdOf(methods: readonly SeenMethod[]): string | null {
  return methods.find(({ isDefault }) => isDefault)?.id ?? null
}

/**
 * What to tick before the agent has looked: only what belongs to the phone that is gone. Where nobody ever said
 * whose is whose, it is the Authenticator registration, if there is only one.
 */
export function suggestChoice(
  methods: readonly SeenMethod[],
  ownerOf: ReadonlyMap<string, string>,
): string[] {
  const removable = methods.filter(isRemovable)
  const ofOldPhone = removable.filter(({ id }) => ownerOf.get(id) === 'old_phone')
  if (ofOldPhone.length > 0) return ofOldPhone.map(({ id }) => id)
  const isUnsaid = (id: string) => (ownerOf.get(id) ?? 'unknown') === 'unknown'
  const apps = removable.filter(({ id, kind }) => kind === 'microsoftAuthenticator' && isUnsaid(id))
  return apps.length === 1 ? apps.map(({ id }) => id) : []
}

/** How long the answer to "may this account be touched?" is good for: for a write, and for a plan to be made on. */
export const clearanceSeconds = { write: 60, plan: 300 } as const

/** What the worker found out at Microsoft. */
export type Clearance = {
  answeredAt: Date | null
  refusal: string | null
  methods: readonly SeenMethod[] | null
  isRegistrationGuarded: boolean | null
}

/** Why a clearance does not open the way, or null when it does. No answer is a no. */
export function clearanceRefusal(
  clearance: Clearance | null,
  purpose: keyof typeof clearanceSeconds,
  now: Date,
) {
  if (!clearance?.answeredAt || !clearance.methods) return 'clearance_missing'
  if (clearance.refusal !== null) return refusalIn(clearance.refusal)
  const ageMs = now.getTime() - clearance.answeredAt.getTime()
  return ageMs > clearanceSeconds[purpose] * 1000 ? 'clearance_too_old' : null
}

/** A kept refusal; one we do not know still refuses. */
function refusalIn(text: string): PrivilegeRefusal | 'clearance_missing' {
  return privilegeRefusals.find((known) => known === text) ?? 'clearance_missing'
}

/**
 * Why taking these away is refused, or null when it is not. With no second factor left, whoever has the
 * password registers the next one, so the last one goes only where Conditional Access guards registration.
 */
export function emptyMomentRefusal(
  { methods, isRegistrationGuarded }: Pick<Clearance, 'methods' | 'isRegistrationGuarded'>,
  doomed: readonly string[],
) {
  const left = (methods ?? []).filter((method) => isMfaCapable(method) && !doomed.includes(method.id))
  return left.length === 0 && !isRegistrationGuarded ? 'empty_moment' : null
}

/** Whether the default registration would go while others stay, which Microsoft may refuse. */
export function takesDefaultFirst(methods: readonly SeenMethod[], choice: readonly string[]): boolean {
  const defaultId = defaultIdOf(methods)
  const stays = methods.some((method) => isMfaCapable(method) && !choice.includes(method.id))
  return defaultId !== null && choice.includes(defaultId) && stays
}

export type RequestContext = {
  /** `lockedRefusal` of the case's verification. */
  locked: LockedRefusal
  isCaseClosed: boolean
  hasOpenReset: boolean
  clearance: Clearance | null
  choice: readonly string[]
  now: Date
}

/** Why this reset cannot be asked for now, or null when it can. */
export function requestRefusal(context: RequestContext) {
  const { locked, isCaseClosed, hasOpenReset, clearance, choice, now } = context
  if (isCaseClosed) return 'case_closed'
  if (locked) return locked
  if (hasOpenReset) return 'reset_open'
  const notClear = clearanceRefusal(clearance, 'plan', now)
  if (notClear || !clearance) return notClear
  const removable = (clearance.methods ?? []).filter(isRemovable).map(({ id }) => id)
  if (choice.length === 0) return 'reset_nothing_chosen'
  if (choice.some((id) => !removable.includes(id))) return 'reset_choice_changed'
  return emptyMomentRefusal(clearance, choice)
}

/** @throws {AppError} refused — with the reason from `requestRefusal` */
export function assertRequestable(context: RequestContext): void {
  const refusal = requestRefusal(context)
  if (refusal) throw new AppError('refused', refusal, { detail: { choice: context.choice.length } })
}
