import { isoAt, realNow } from '../world/clock'
import { changePerson } from '../world/people'
import { isExternal } from '../world/person'
import { denied } from './permissions'
import { recordRevocation } from './record'
import { type AllowedRequest, contextOf, type GraphAnswer } from './request'
import { mayRevokeSessions } from './role-matrix'
import { getTarget } from './users'

/**
 * POST …/revokeSignInSessions: 200 and true, whatever happens (known-issues page: 204 was meant). Access tokens that are out live on; no method goes.
 */
export function revokeSignInSessions(
  request: AllowedRequest,
  { user = '' }: Record<string, string>,
): GraphAnswer {
  const { world, caller } = request
  const target = getTarget(request, user)
  const isOwn = caller.kind === 'user' && caller.person.id === target.id
  if (caller.kind === 'user' && !isOwn && !mayRevokeSessions(world, caller.person, target))
    throw denied(world, 'directory')
  // Guests of other organisations sign in there: nothing of theirs ends here, and the answer is the same.
  if (!isExternal(target)) {
    changePerson(world, target.id, (draft) => {
      draft.signInSessionsValidFromDateTime = isoAt(realNow())
    })
    recordRevocation(request, target)
  }
  if (world.settings.revokeStatus === 204) return { status: 204 }
  return { status: 200, body: { '@odata.context': contextOf(request, 'Edm.Boolean'), value: true } }
}
