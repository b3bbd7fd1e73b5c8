import { z } from 'zod'
import type { SeenMethod } from '@/lib/domain/method'

/** One entry of the list of methods, of whatever type; fields of types we do not know are dropped. */
export const Registration = z.object({
  '@odata.type': z.string().optional(),
  id: z.string().min(1),
  createdDateTime: z.iso.datetime({ offset: true }).nullish(),
  displayName: z.string().nullish(),
  deviceTag: z.string().nullish(),
  phoneAppVersion: z.string().nullish(),
  aaGuid: z.string().nullish(),
  model: z.string().nullish(),
  phoneNumber: z.string().nullish(),
  phoneType: z.string().nullish(),
  methodUsabilityReason: z.string().nullish(),
})

export type Registration = z.infer<typeof Registration>

/** The registration as the portal keeps it: enough to tell two apart, and no whole telephone number. */
export function seenMethod(registration: Registration): Omit<SeenMethod, 'isDefault' | 'lastUsedAt'> {
  const { id, displayName, phoneNumber } = registration
  return {
    id,
    kind: kindOf(registration),
    displayName: phoneNumber ? masked(phoneNumber) : (displayName ?? null),
    deviceTag: tagOf(registration),
    appVersion: registration.phoneAppVersion ?? null,
    aaguid: registration.aaGuid?.toLowerCase() ?? null,
    createdAt: registration.createdDateTime ?? null,
  }
}

/** Microsoft's type name without what all of them share: `microsoftAuthenticator`, `fido2`. */
export function kindOf({ '@odata.type': type = '' }: Pick<Registration, '@odata.type'>): string {
  return type.replace(/^#?microsoft\.graph\./, '').replace(/AuthenticationMethod$/, '') || 'unknown'
}

function tagOf({ deviceTag, model, phoneType, methodUsabilityReason }: Registration): string | null {
  return deviceTag ?? model ?? phoneType ?? methodUsabilityReason ?? null
}

/** `+39 3•••••12`: what people recognise. Some admins are shown a masked number anyway. */
function masked(number: string): string {
  const [country = '', ...rest] = number.trim().split(' ')
  const digits = rest.join('').replace(/\s/g, '')
  const shown = digits.slice(-2)
  return rest.length === 0 ? `•••${number.slice(-2)}` : `${country} •••${shown}`
}
