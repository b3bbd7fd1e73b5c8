import type { Point } from '../point'

const ASKED = 'UserAuthMethod-MicrosoftAuthApp.ReadWrite'

/** Whether a token carries more than was asked: the ground of the three registrations (decision 0005). */
export const tokenScopes: Point<'token_scopes'> = {
  code: 'token_scopes',
  question: 'Does a token carry every scope consented for its app, or those that were asked for?',
  why: 'If only those asked for, one registration would do where there are three.',
  byHand: 'Passaggio Self must have both its scopes consented for everybody.',
  async observe({ signIn, first }) {
    const { scopes } = await signIn({ app: 'self', account: first, window: 'fresh', scopes: [ASKED] })
    const carried = scopes.filter((scope) => scope.startsWith('UserAuth'))
    return { observed: { asked: [ASKED], carried }, graphRequestId: null }
  },
}
