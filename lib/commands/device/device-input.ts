import { z } from 'zod'
import { deviceKinds, platforms } from '@/lib/domain/device'

/** A word or two somebody types; an address has no place there. */
export const word = (max: number) =>
  z
    .string()
    .trim()
    .max(max, 'field_too_long')
    .regex(/^[^@]*$/, 'device_no_address')

/** What a person can say of a device of theirs. */
export const DeviceWords = z.object({
  name: word(40).min(1, 'field_required'),
  model: word(40)
    .default('')
    .transform((model) => model || null),
  platform: z.enum(platforms, 'choose_one'),
  kind: z.enum(deviceKinds, 'choose_one'),
})
