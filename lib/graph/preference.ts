import { z } from 'zod'
import { kindOf, type Registration } from './registration'

/** What a person prefers as second factor; beta only. */
export const Preference = z.object({
  userPreferredMethodForSecondaryAuthentication: z.string().nullish(),
})

/**
 * The registrations that are the default, so that Entra refuses to delete them while others exist. The
 * preference names a kind: of several registrations of that kind each may be the one.
 *
 * @see https://learn.microsoft.com/graph/api/resources/signinpreferences
 */
export function defaultIds(
  { userPreferredMethodForSecondaryAuthentication: preferred }: z.infer<typeof Preference>,
  registrations: readonly Registration[],
): string[] {
  const fits = preferred ? defaults[preferred] : undefined
  return fits ? registrations.filter(fits).map(({ id }) => id) : []
}

const isAuthenticator = (one: Registration) => kindOf(one) === 'microsoftAuthenticator'
const isPhone = (type: string) => (one: Registration) => kindOf(one) === 'phone' && one.phoneType === type

const defaults: Readonly<Record<string, (one: Registration) => boolean>> = {
  push: isAuthenticator,
  oath: (one) => isAuthenticator(one) || ['softwareOath', 'hardwareOath'].includes(kindOf(one)),
  sms: isPhone('mobile'),
  voiceMobile: isPhone('mobile'),
  voiceAlternateMobile: isPhone('alternateMobile'),
  voiceOffice: isPhone('office'),
}
