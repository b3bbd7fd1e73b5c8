import * as z from 'zod'

import { isoAt, realNow } from '../world/clock'
import type { PhoneMethod } from '../world/method'
import { fixedMethodIds } from '../world/method'
import { changePerson } from '../world/people'
import type { Person } from '../world/person'
import { methodsTarget, requireChanging, viewingOf } from './method-access'
import { methodView } from './method-view'
import { recordChange } from './record'
import { type AllowedRequest, answerOf, badRequest, contextOf, type GraphAnswer } from './request'

type Params = Record<string, string>

// +<country> <number>[x<extension>], as the page on phone methods asks for.
const number = /^\+\d{1,3} \d{4,14}(x\d{1,6})?$/
const Body = z.object({
  phoneNumber: z.string().regex(number),
  phoneType: z.enum(['mobile', 'alternateMobile', 'office']),
})

const invalid = (message: string) => badRequest(message, 'invalidPhoneNumber')

/** POST …/phoneMethods: one of each type; the mobile comes before the alternate mobile. */
export function addPhone(request: AllowedRequest, { user = '' }: Params): GraphAnswer {
  const { world, body } = request
  const target = methodsTarget(request, user)
  requireChanging(request, target)
  const parsed = Body.safeParse(body)
  if (!parsed.success) throw invalid('The phone number or the phone type is not valid.')
  const { phoneNumber, phoneType } = parsed.data
  if (target.methods.some(({ id }) => id === fixedMethodIds[phoneType]))
    throw badRequest(`A ${phoneType} phone is already registered for the user.`, 'badRequest')
  if (phoneType === 'alternateMobile' && !target.methods.some(({ id }) => id === fixedMethodIds.mobile))
    throw badRequest('A mobile phone must be registered before an alternate mobile phone.', 'badRequest')
  const method = newPhone(phoneType, phoneNumber)
  changePerson(world, target.id, (draft) => {
    draft.methods.push(method)
    draft.preference ??= phoneType === 'mobile' ? 'sms' : null
    if (draft.preference === 'sms') draft.defaultMethodId ??= method.id
  })
  recordChange(request, { verb: 'registered', kind: 'phone', target, detail: { methodId: method.id } })
  const context = contextOf(request, `users('${target.id}')/authentication/phoneMethods/$entity`)
  return {
    status: 201,
    body: { '@odata.context': context, ...methodView(method, viewingOf(request, target)) },
  }
}

function newPhone(phoneType: PhoneMethod['phoneType'], phoneNumber: string): PhoneMethod {
  return {
    kind: 'phone',
    id: fixedMethodIds[phoneType],
    createdDateTime: isoAt(realNow()),
    lastUsedDateTime: null,
    phoneType,
    phoneNumber,
    smsSignInState: phoneType === 'mobile' ? 'notAllowedByPolicy' : 'notSupported',
  }
}

/** PATCH …/phoneMethods/{id}: 204. */
export function changePhoneNumber(
  request: AllowedRequest,
  { user = '', method: id = '' }: Params,
): GraphAnswer {
  const target = methodsTarget(request, user)
  requireChanging(request, target)
  phoneOf(request, target, id)
  const parsed = Body.partial().safeParse(request.body)
  const phoneNumber = parsed.data?.phoneNumber
  if (!phoneNumber) throw invalid('The phone number is not valid.')
  changePerson(request.world, target.id, (draft) => {
    phoneOf(request, draft, id).phoneNumber = phoneNumber
  })
  recordChange(request, { verb: 'updated', kind: 'phone', target, detail: { methodId: id } })
  return { status: 204 }
}

function phoneOf({ world }: AllowedRequest, person: Person, id: string): PhoneMethod {
  const method = person.methods.find((candidate) => candidate.id === id)
  if (method?.kind !== 'phone') throw answerOf(world, 'methodGone')
  return method
}
