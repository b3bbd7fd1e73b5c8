import { Unseen } from '../graph'
import { deleteAuthenticator, hasAnotherWay, listNow, ofKind, preferenceOf } from '../methods'
import type { Point, Visit } from '../point'
import { Skipped } from '../sign-in'

/** People who delete their own default, with the right of Self. */
export const ownDefault: Point<'own_default'> = {
  code: 'own_default',
  question: 'May people delete their own default method while others remain?',
  why: 'Removing the old phone is the person’s own act; if it is refused they go to Security info.',
  byHand: 'The first user has Authenticator on ONE phone, as default method, and a phone number besides.',
  changes: 'deletes the first user’s only Authenticator registration, if Microsoft lets it',
  async observe(visit) {
    const { first, terminal } = visit
    const phone = await onlyPhone(visit)
    const how = 'Prove it is you with Authenticator when asked.'
    const { token } = await visit.signIn({
      app: 'self',
      account: first,
      window: 'fresh',
      prompt: 'login',
      how,
    })
    const question = `Delete Authenticator on ${phone.name} of the first user?`
    if ((await terminal.choose(question, { n: 'no', y: 'yes' })) === 'n') throw new Skipped()
    const heard = await deleteAuthenticator(visit, { token }, 'me', phone.id)
    const { status, code, message } = heard.said
    if (status !== 204 && status !== 400) throw new Unseen(`Graph answered ${status} ${code}: ${message}`)
    const isGone = status === 204
    return {
      observed: {
        outcome: isGone ? 'moves' : 'refused',
        said: heard.said,
        preferenceAfter: isGone ? await preferenceOf(visit, first) : null,
      },
      graphRequestId: heard.requestId,
    }
  },
}

async function onlyPhone(visit: Visit) {
  const methods = await listNow(visit, visit.first)
  const [phone, ...more] = ofKind(methods, 'microsoftAuthenticator')
  if (!phone || more.length > 0) throw new Unseen('The first user needs Authenticator on exactly one phone.')
  if (!hasAnotherWay(methods)) throw new Unseen('The first user has no other way in.')
  const preference = await preferenceOf(visit, visit.first)
  if (preference !== 'push') throw new Unseen(`The default method is ${preference ?? 'none'}, not push.`)
  return phone
}
