import type { Point } from '../point'

/** Beta's sign-in preferences, asked with a right to methods alone. */
export const preferencesPermission: Point<'preferences_permission'> = {
  code: 'preferences_permission',
  question: 'Does UserAuthenticationMethod.Read.All open beta’s signInPreferences?',
  why: 'The default method has to be deleted last; without it one finds out by being refused.',
  async observe({ hear, first, agent }) {
    const right = await agent()
    const path = `/users/${first.id}/authentication`
    const list = await hear(right, `${path}/methods`)
    const heard = await hear(right, `${path}/signInPreferences`, { version: 'beta' })
    return {
      observed: { said: heard.said, listStatus: list.said.status },
      graphRequestId: heard.requestId,
    }
  },
}
