import type { Said } from '@/lib/domain/probe'
import { type Heard, Unseen } from '../graph'
import { deleteAuthenticator, hasAnotherWay, type Listed, listNow, ofKind, preferenceOf } from '../methods'
import type { Point, Right, Visit } from '../point'
import { Skipped } from '../sign-in'

/** Two phones of one kind, one default: which of them may go? */
export const defaultTwo: Point<'default_two'> = {
  code: 'default_two',
  question:
    'With Authenticator on two phones, which registration counts as the default that cannot be deleted?',
  why: 'A move has just this: the new phone beside the old. It decides whether the old one can go first.',
  byHand:
    'The second user has Authenticator on two phones, a phone number besides, and a notification as default method.',
  changes: 'deletes one or two Authenticator registrations of the second user; each is asked for',
  async observe(visit) {
    const right = await visit.agent()
    const [one, two] = await twoPhones(visit)
    const first = await removed(visit, right, one)
    if (!first.isGone) return afterRefusal(visit, right, { refused: first.heard, two })
    visit.terminal.say(`  ${one.name} is gone: it was not the default, or a second one of its kind may go.`)
    await visit.terminal.ask(`Register Authenticator on ${one.name} again, then press Enter.`)
    const deletedId = one.id
    // Now the other: if it was the default all along, it is refused although there are two again.
    const [, again] = await twoPhones(visit, two)
    const second = await removed(visit, right, again)
    const rule = second.isGone ? 'kind' : 'registration'
    return seen({ rule, refusal: second.isGone ? null : second.heard.said, deletedId }, second.heard)
  },
}

async function afterRefusal(visit: Visit, right: Right, { refused, two }: { refused: Heard; two: Listed }) {
  const other = await removed(visit, right, two)
  const rule = other.isGone ? 'registration' : 'everyOfKind'
  const deletedId = other.isGone ? two.id : null
  return seen({ rule, refusal: refused.said, deletedId }, refused)
}

type Observed = {
  rule: 'kind' | 'registration' | 'everyOfKind'
  refusal: Said | null
  deletedId: string | null
}

function seen(observed: Observed, { requestId }: Heard) {
  return { observed, graphRequestId: requestId }
}

/** The two, the wanted one last. @throws {Unseen} the second user is not as the point needs them */
async function twoPhones(visit: Visit, last?: Listed): Promise<[Listed, Listed]> {
  const methods = await listNow(visit, visit.second)
  const phones = ofKind(methods, 'microsoftAuthenticator')
  const [one, two] = last ? [phones.find(({ id }) => id !== last.id), last] : phones
  if (phones.length !== 2 || !one || !two) throw new Unseen(`There are ${phones.length} phones, not two.`)
  if (!hasAnotherWay(methods)) throw new Unseen('There is no other way in than Authenticator.')
  const preference = await preferenceOf(visit, visit.second)
  if (preference !== 'push') throw new Unseen(`The default method is ${preference ?? 'none'}, not push.`)
  return [one, two]
}

async function removed(visit: Visit, right: Right, { id, name }: Listed) {
  const question = `Delete Authenticator on ${name} of the second user?`
  if ((await visit.terminal.choose(question, { n: 'no', y: 'yes' })) === 'n') throw new Skipped()
  const heard = await deleteAuthenticator(visit, right, visit.second, id)
  const { status, code, message } = heard.said
  if (status !== 204 && status !== 400) throw new Unseen(`Graph answered ${status} ${code}: ${message}`)
  return { isGone: status === 204, heard }
}
