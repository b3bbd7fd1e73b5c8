import { findPerson } from '../../world/people'
import type { Person } from '../../world/person'
import { answerRing, dropRing, findRing } from '../../world/ring'
import type { World } from '../../world/world'
import { type Exchange, sendHtml, sendJson, sendTo } from '../exchange'
import { desk } from '../phones/desk'
import { startChoice } from './attempt'
import { checkCode } from './check-code'
import { type Choice, choicesOf } from './choice'
import { backToChoices, type Flow } from './flow'
import { choicesPage, codePage, devicePage, ringPage } from './method-pages'
import { phonesBeside } from './phones-beside'
import { pickerPage } from './picker-page'
import { type PageCode, wordOfRing } from './words'

type Step = { world: World; flow: Flow; exchange: Exchange }

/** Answers everything below `/signin/<id>` once it is known which sign-in that is. */
export async function answerSignIn(step: Step): Promise<true> {
  const { flow, exchange } = step
  const verb = exchange.path[2] ?? ''
  if (verb === 'cancel') return flow.cancel(exchange)
  if (exchange.request.method === 'POST') return answerPost(step, verb)
  if (verb === 'live') return sendLive(step)
  return answerGet(step)
}

async function answerGet(step: Step): Promise<true> {
  const { world, flow, exchange } = step
  const query = exchange.url.searchParams
  const person = personOf(step)
  if (!person || query.has('other') || query.has('q') || flow.wanted === 'pick')
    return sendHtml(exchange, pickerPage(world, flow, query.get('q')))
  if (await finishIfApproved(step, person)) return true
  return showStep(step, person)
}

async function answerPost(step: Step, verb: string): Promise<true> {
  const { world, flow, exchange } = step
  if (verb === 'pick') return pick(step)
  const person = personOf(step)
  if (!person) return sendTo(exchange, `/signin/${flow.id}`)
  const choice = choicesOf(world, person, flow.strengthId).find(
    ({ key }) => key === (exchange.form.get('choice') ?? flow.progress.choiceKey),
  )
  if (verb === 'choose' && choice) startChoice(world, flow, { person, choice })
  if (verb === 'choices') leaveChoice(world, flow)
  if (verb === 'answer') answerOnPhone(step, person)
  if (verb === 'answer' && (await finishIfApproved(step, person))) return true
  if (verb === 'code' && choice && (await finishIfCode(step, { person, choice }))) return true
  if (verb === 'device' && choice?.step === 'device' && !choice.refusal)
    return flow.finish(exchange, { personId: person.id, kind: choice.kind, methodId: choice.methodId })
  return sendTo(exchange, `/signin/${flow.id}`)
}

async function pick({ world, flow, exchange }: Step): Promise<true> {
  const person = findPerson(world, exchange.form.get('person') ?? '')
  if (person && !person.accountEnabled) {
    fail(flow, person, 'account_off')
    return sendTo(exchange, `/signin/${flow.id}?other=1`)
  }
  if (person && flow.wanted === 'pick')
    return flow.finish(exchange, { personId: person.id, kind: 'singleSignOn', methodId: null })
  leaveChoice(world, flow)
  flow.progress.personId = person?.id ?? null
  return sendTo(exchange, `/signin/${flow.id}`)
}

function showStep({ world, flow, exchange }: Step, person: Person): true {
  const shown = { world, flow, person }
  const choice = choicesOf(world, person, flow.strengthId).find(({ key }) => key === flow.progress.choiceKey)
  const ring = flow.progress.ringId ? findRing(world, flow.progress.ringId) : null
  const views = () => phonesBeside({ world, flow, person, choice })
  if (choice?.step === 'device') return sendHtml(exchange, devicePage(shown, choice))
  if (choice && ring) return sendHtml(exchange, ringPage(shown, ring, views()))
  if (choice?.step === 'code' || choice?.step === 'text')
    return sendHtml(exchange, codePage(shown, choice, views()))
  return sendHtml(exchange, choicesPage(shown, choicesOf(world, person, flow.strengthId)))
}

/** What changed on the phones; and where to go once somebody answered elsewhere. */
function sendLive(step: Step): true {
  const { world, flow, exchange } = step
  const person = personOf(step)
  const ring = flow.progress.ringId ? findRing(world, flow.progress.ringId) : null
  const isOver = !person || (ring !== null && ring.state !== 'waiting')
  if (isOver) return sendJson(exchange, { parts: {}, goTo: `/signin/${flow.id}` })
  const choice = choicesOf(world, person, flow.strengthId).find(({ key }) => key === flow.progress.choiceKey)
  const views = phonesBeside({ world, flow, person, choice })
  return sendJson(exchange, { parts: { phones: desk(views).markup } })
}

function answerOnPhone({ world, flow, exchange }: Step, person: Person): void {
  const { form } = exchange
  const phone = person.phones.find(({ id }) => id === form.get('phone'))
  const answer = form.get('answer') === 'approve' ? (form.get('number') ?? '') : 'deny'
  if (phone && flow.progress.ringId)
    answerRing(world, person, { phone, ringId: flow.progress.ringId, answer })
}

/** Ends the sign-in when its ring was approved; goes back to the choices when it never will be. */
async function finishIfApproved({ world, flow, exchange }: Step, person: Person): Promise<boolean> {
  const ring = flow.progress.ringId ? findRing(world, flow.progress.ringId) : null
  const choice = choicesOf(world, person, flow.strengthId).find(({ key }) => key === flow.progress.choiceKey)
  if (!ring || !choice) return false
  const said = wordOfRing(ring.state, ring.kind)
  if (said) {
    backToChoices(flow.progress)
    fail(flow, person, said)
  }
  if (ring.state !== 'approved') return false
  dropRing(world, ring.id)
  const methodId = choice.step === 'call' ? choice.methodId : ring.methodId
  await flow.finish(exchange, { personId: person.id, kind: choice.kind, methodId })
  return true
}

async function finishIfCode(
  { world, flow, exchange }: Step,
  attempt: { person: Person; choice: Choice },
): Promise<boolean> {
  const typed = exchange.form.get('code') ?? ''
  const checked = checkCode(world, flow, { ...attempt, typed })
  if ('said' in checked) {
    fail(flow, attempt.person, checked.said)
    return false
  }
  await flow.finish(exchange, {
    personId: attempt.person.id,
    kind: attempt.choice.kind,
    methodId: checked.methodId,
  })
  return true
}

function fail(flow: Flow, person: Person, said: PageCode): void {
  flow.progress.said = said
  flow.failed(person.id, said)
}

function leaveChoice(world: World, { progress }: Flow): void {
  if (progress.ringId) dropRing(world, progress.ringId)
  backToChoices(progress)
}

function personOf({ world, flow }: Step): Person | null {
  return flow.progress.personId ? findPerson(world, flow.progress.personId) : null
}
