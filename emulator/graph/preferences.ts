import * as z from 'zod'

import { setPreference } from '../world/methods'
import { changePerson } from '../world/people'
import { methodsTarget, requireChanging, requireReading } from './method-access'
import { writeEffect } from './record'
import { type AllowedRequest, badRequest, contextOf, type GraphAnswer } from './request'

type Params = Record<string, string>

/** GET beta …/signInPreferences. */
export function getPreferences(request: AllowedRequest, { user = '' }: Params): GraphAnswer {
  const target = methodsTarget(request, user)
  requireReading(request, target)
  const preference = target.preference
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(request, `users('${target.id}')/authentication/signInPreferences/$entity`),
      isSystemPreferredAuthenticationMethodEnabled: target.isSystemPreferredEnabled,
      userPreferredMethodForSecondaryAuthentication: preference,
      systemPreferredAuthenticationMethod: target.isSystemPreferredEnabled ? strongest(target.methods) : null,
    },
  }
}

function strongest(methods: { kind: string }[]): string | null {
  const has = (kind: string) => methods.some((method) => method.kind === kind)
  if (has('temporaryAccessPass')) return 'TemporaryAccessPass'
  if (has('fido2')) return 'Fido2'
  if (has('microsoftAuthenticator')) return 'PhoneAppNotification'
  if (has('softwareOath')) return 'PhoneAppOTP'
  return has('phone') ? 'OneWaySms' : null
}

const Body = z.object({
  isSystemPreferredAuthenticationMethodEnabled: z.boolean().optional(),
  userPreferredMethodForSecondaryAuthentication: z
    .enum(['push', 'oath', 'voiceMobile', 'voiceAlternateMobile', 'voiceOffice', 'sms'])
    .optional(),
})

/** PATCH beta …/signInPreferences: 204. */
export function changePreferences(request: AllowedRequest, { user = '' }: Params): GraphAnswer {
  const target = methodsTarget(request, user)
  requireChanging(request, target)
  const parsed = Body.safeParse(request.body)
  if (!parsed.success) throw badRequest('Invalid request body.', 'badRequest')
  const {
    isSystemPreferredAuthenticationMethodEnabled: isEnabled,
    userPreferredMethodForSecondaryAuthentication: wanted,
  } = parsed.data
  if (wanted !== undefined && !setPreference(request.world, target.id, wanted))
    throw badRequest('The preferred method is not registered for the user.', 'badRequest')
  if (isEnabled !== undefined)
    changePerson(request.world, target.id, (draft) => {
      draft.isSystemPreferredEnabled = isEnabled
    })
  writeEffect(request, 'preference.patched', target, { wanted, isEnabled })
  return { status: 204 }
}

/** GET beta …/requirements: the old per-user MFA state. */
export function getRequirements(request: AllowedRequest, { user = '' }: Params): GraphAnswer {
  const { id, perUserMfaState } = methodsTarget(request, user)
  const context = contextOf(request, `users('${id}')/authentication/requirements`)
  return { status: 200, body: { '@odata.context': context, perUserMfaState } }
}
