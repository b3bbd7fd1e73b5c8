import type { Person } from '../../world/person'
import type { Phone } from '../../world/phone'
import { answerRegistration } from '../../world/registration'
import { answerRing } from '../../world/ring'
import type { World } from '../../world/world'
import { type Exchange, sendHtml, sendJson, sendTo } from '../exchange'
import { personNamed } from '../people-list'
import { isPasswordEnough } from '../security/guard'
import { beginLocalFlow } from '../signin/local-flow'
import { actOnPhone, addInApp } from './actions'
import { phoneParts, phonesHref, phonesListPage, phonesPage } from './page'
import type { SaidCode } from './said'
import { pageHref } from './view'

/** Answers `/phones` and everything below it. False when no such person or button exists. */
export function answerPhones(world: World, exchange: Exchange): boolean {
  const [, who, slotOrVerb, verb] = exchange.path
  if (who === undefined) return show(exchange, world)
  const person = personNamed(world, who)
  if (!person) return false
  const page = new URL(phonesHref(person) + exchange.url.search, exchange.url)
  if (exchange.request.method !== 'POST') {
    if (slotOrVerb === 'live') return sendLive(exchange, { world, person, page })
    if (slotOrVerb !== undefined) return false
    return sendHtml(exchange, phonesPage(world, person, exchange))
  }
  if (slotOrVerb === 'answer') return answerOnPhone(exchange, { world, person, page })
  const phone = person.phones.find(({ slot }) => slot === slotOrVerb)
  return phone && verb ? tap(exchange, { world, person, page, phone, verb }) : false
}

type Shown = { world: World; person: Person; page: URL }

function show(exchange: Exchange, world: World): boolean {
  return sendHtml(exchange, phonesListPage(world, exchange.url.searchParams.get('q')))
}

function sendLive(exchange: Exchange, { world, person, page }: Shown): boolean {
  const parts = Object.entries(phoneParts(world, person, page)).map(([id, { markup }]) => [id, markup])
  return sendJson(exchange, { parts: Object.fromEntries(parts) })
}

/** A ringing request or a registration's number test is answered on one of the phones. */
function answerOnPhone(exchange: Exchange, { world, person, page }: Shown): boolean {
  const { form } = exchange
  const phone = person.phones.find(({ id }) => id === form.get('phone'))
  if (!phone) return false
  const isApproved = form.get('answer') === 'approve'
  const number = form.get('number') ?? ''
  const test = form.get('registration')
  const said: SaidCode = test
    ? testWords[answerRegistration(world, phone.id, test, isApproved ? Number(number) : 'deny')]
    : ringWord(world, person, { phone, ringId: form.get('ring') ?? '', answer: isApproved ? number : 'deny' })
  return sendTo(exchange, pageHref(page, { [phone.slot]: null, [`${phone.slot}-said`]: said }))
}

function ringWord(
  world: World,
  person: Person,
  answer: { phone: Phone; ringId: string; answer: string },
): SaidCode {
  const state = answerRing(world, person, answer)?.state
  return state === undefined || state === 'waiting' || state === 'expired' ? 'too_late' : state
}

const testWords = {
  registered: 'registered',
  wrong_number: 'wrong_number',
  denied: 'denied',
  gone: 'too_late',
} as const

function tap(
  exchange: Exchange,
  { world, person, page, phone, verb }: Shown & { phone: Phone; verb: string },
): boolean {
  const { slot } = phone
  const goOn = (said: SaidCode | null) => {
    const screen = staysOpen(verb, said) ? page.searchParams.get(slot) : null
    return `${pageHref(page, { [slot]: screen, [`${slot}-said`]: said })}#${slot}`
  }
  if (verb === 'add-by-sign-in') {
    const whenProved = () => goOn(addInApp(world, phone))
    // Who has no method left, where nothing guards registration: the password is enough.
    if (isPasswordEnough(world, person)) return sendTo(exchange, whenProved())
    const begun = {
      appName: 'Microsoft Authenticator',
      wanted: 'method' as const,
      personId: person.id,
      cancelTo: goOn(null),
      whenProved,
    }
    return sendTo(exchange, beginLocalFlow(begun))
  }
  const done = actOnPhone(verb, { world, person, phone, form: exchange.form })
  if (done) sendTo(exchange, goOn(done.said))
  return done !== null
}

/** Settings stay open after a switch; everything else ends at the list of accounts. */
function staysOpen(verb: string, said: SaidCode | null): boolean {
  const failed = ['code_wrong', 'pass_wrong', 'pass_used', 'other_person'].includes(said ?? '')
  return failed || verb.startsWith('icloud-') || verb.startsWith('turn-') || verb.startsWith('flight-')
}
