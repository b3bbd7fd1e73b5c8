import { z } from 'zod'

const platform = z.enum(['ios', 'android'], 'choose_one')

const Answers = z.object({
  oldPlatform: platform,
  newPlatform: platform,
  number: z.enum(['same', 'new'], 'choose_one'),
  hasOldPhone: z.enum(['yes', 'no'], 'choose_one').transform((answer) => answer === 'yes'),
  /** Where the person reads this: a phone cannot scan a code from its own screen, nor be off meanwhile. */
  screen: z.enum(['computer', 'old_phone', 'new_phone'], 'choose_one').default('computer'),
  /** Only asked within one platform; what the old phone's app shows. */
  backupModel: z
    .enum(['ios_keychain', 'ios_legacy', 'android', ''])
    .default('')
    .transform((model) => model || null),
})

/** What a person says of their phones, as a form sends it. */
export const AnswersInput = Answers.refine(
  ({ hasOldPhone, screen }) => hasOldPhone || screen !== 'old_phone',
  {
    path: ['screen'],
    message: 'screen_is_gone',
  },
)
