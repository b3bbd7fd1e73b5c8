import type { Preference } from '../../world/method'
import { deleteOwnMethod, deleteRefusal, setPreference } from '../../world/methods'
import type { Person } from '../../world/person'
import { findRegistration, startRegistration } from '../../world/registration'
import type { World } from '../../world/world'
import { type Exchange, sendHtml, sendJson, sendTo } from '../exchange'
import { readMe, signOutHere } from '../me'
import { choicesOf } from '../signin/choice'
import { beginLocalFlow } from '../signin/local-flow'
import { addKey, addPhone } from './add-method'
import { addMethodPage, blockedPage } from './add-page'
import { isPasswordEnough } from './guard'
import { deletePage, securityHome, securityPage } from './list-page'
import { preferenceWords } from './method-words'
import { registrationPage, registrationPart } from './registration-page'

type Visit = { world: World; exchange: Exchange; person: Person; isFresh: boolean }

/** Answers Security info and what belongs to it. False when there is no such page. */
export function answerSecurityInfo(world: World, exchange: Exchange): boolean {
  const { path, request } = exchange
  if (path[0] === 'security-info') return sendTo(exchange, securityHome + exchange.url.search)
  if (path[1] === 'sign-out' && request.method === 'POST') {
    return sendTo(exchange, '/', [signOutHere(exchange)])
  }
  if (path[1] !== 'security-info') return false
  const me = readMe(world, exchange)
  if (!me) return sendTo(exchange, signInFirst(exchange.url))
  const visit = { world, exchange, ...me }
  return request.method === 'POST' ? change(visit, path[2], path[3]) : show(visit, path[2], path[3])
}

function show(visit: Visit, page: string | undefined, id: string | undefined): boolean {
  const { world, exchange, person } = visit
  const said = exchange.url.searchParams.get('said')
  if (page === undefined) return sendHtml(exchange, securityPage(world, person, said))
  if (page === 'registration') return showRegistration(visit, id ?? '')
  const isGuarded = page === 'add' || page === 'delete'
  if (isGuarded && !mayChange(visit)) return proveFirst(visit)
  if (page === 'add') return sendHtml(exchange, addMethodPage(world, said))
  const method = page === 'delete' ? person.methods.find((candidate) => candidate.id === id) : undefined
  if (!method) return sendTo(exchange, `${securityHome}?said=not_found`)
  const refusal = deleteRefusal(world, person, { methodId: method.id, isOwnAct: true })
  return refusal
    ? sendTo(exchange, `${securityHome}?said=${refusal}`)
    : sendHtml(exchange, deletePage(world, method))
}

function change(visit: Visit, verb: string | undefined, id: string | undefined): boolean {
  const { world, exchange, person } = visit
  const { form } = exchange
  if (verb === 'default') {
    const preference = form.get('preference') ?? ''
    const isSet = isPreference(preference) && setPreference(world, person.id, preference)
    return sendTo(exchange, `${securityHome}?said=${isSet ? 'default_set' : 'not_possible'}`)
  }
  if (!mayChange(visit)) return proveFirst(visit)
  if (verb === 'delete')
    return sendTo(
      exchange,
      `${securityHome}?said=${deleteOwnMethod(world, person.id, id ?? '') ?? 'deleted'}`,
    )
  if (verb === 'add-authenticator') return beginRegistration(visit)
  if (verb === 'add-phone') return afterAdding(exchange, addPhone(world, person, form.get('number') ?? ''))
  if (verb === 'add-key') return afterAdding(exchange, addKey(world, person, form.get('name') ?? ''))
  return false
}

/**
 * Methods are changed only after one was used within the last minutes. Who has none at all is let in, unless
 * Conditional Access guards the registration of security info where they are: then only a Temporary Access Pass
 * helps, or a place the policy leaves out.
 */
function mayChange({ world, person, isFresh }: Visit): boolean {
  return isFresh || isPasswordEnough(world, person)
}

function proveFirst({ world, exchange, person }: Visit): boolean {
  if (choicesOf(world, person).length === 0) return sendHtml(exchange, blockedPage(world, person), 403)
  const returnTo = exchange.request.method === 'POST' ? `${securityHome}/add` : exchange.url.pathname
  const begun = {
    appName: 'Security info',
    wanted: 'method' as const,
    personId: person.id,
    cancelTo: securityHome,
  }
  return sendTo(exchange, beginLocalFlow({ ...begun, whenProved: () => returnTo }))
}

function signInFirst(url: URL): string {
  const returnTo = url.pathname.startsWith(securityHome) ? url.pathname : securityHome
  return beginLocalFlow({
    appName: 'Security info',
    wanted: 'pick',
    personId: null,
    cancelTo: '/',
    whenProved: () => returnTo,
  })
}

function beginRegistration({ world, exchange, person }: Visit): boolean {
  const begun = startRegistration(world, person.id)
  if ('refusal' in begun) return sendTo(exchange, `${securityHome}/add?said=${begun.refusal}`)
  return sendTo(exchange, `${securityHome}/registration/${begun.registration.id}`)
}

function showRegistration({ world, exchange, person }: Visit, id: string): boolean {
  const registration = findRegistration(world, id)
  if (registration?.personId !== person.id) return sendTo(exchange, securityHome)
  if (exchange.path[4] !== 'live') return sendHtml(exchange, registrationPage(world, person, registration))
  return sendJson(exchange, { parts: { registration: registrationPart(person, registration).markup } })
}

function afterAdding(exchange: Exchange, refusal: string | null): boolean {
  return sendTo(exchange, refusal ? `${securityHome}/add?said=${refusal}` : `${securityHome}?said=added`)
}

function isPreference(value: string): value is Preference {
  return Object.hasOwn(preferenceWords, value)
}
