import * as z from 'zod'

import { msOf, realNow } from '../world/clock'
import { createPass } from '../world/pass'
import { isExternal } from '../world/person'
import { methodsTarget, requireChanging, viewingOf } from './method-access'
import { methodView } from './method-view'
import { denied } from './permissions'
import { recordChange } from './record'
import { type AllowedRequest, answerOf, badRequest, contextOf, type GraphAnswer } from './request'

const Body = z
  .object({
    startDateTime: z.string().nullish(),
    lifetimeInMinutes: z.number().int().nullish(),
    isUsableOnce: z.boolean().nullish(),
  })
  .nullish()

/**
 * POST …/temporaryAccessPassMethods: the code comes back this once. A new pass replaces the one there was.
 * Nobody gets one for themselves, external guests get none; outside the policy's scope it is made and will not work;
 * one for several uses "can only be created if it is allowed by the policy".
 */
export function createTemporaryPass(
  request: AllowedRequest,
  { user = '' }: Record<string, string>,
): GraphAnswer {
  const { world, caller, body } = request
  const target = methodsTarget(request, user)
  if (caller.kind === 'user' && caller.person.id === target.id) throw denied(world, 'methods')
  requireChanging(request, target)
  const parsed = Body.safeParse(body)
  if (!parsed.success) throw badRequest('Invalid request body.', 'badRequest')
  if (isExternal(target))
    throw badRequest('Temporary Access Pass cannot be added to an external guest user.', 'badRequest')
  const { passes, configurations } = world.tenant.methodsPolicy
  const isEnabled = configurations.some(
    ({ id, state }) => id === 'TemporaryAccessPass' && state === 'enabled',
  )
  if (!isEnabled) throw answerOf(world, 'passDisabled')
  const lifetimeInMinutes = parsed.data?.lifetimeInMinutes ?? passes.defaultLifetimeInMinutes
  const { minimumLifetimeInMinutes: min, maximumLifetimeInMinutes: max } = passes
  if (lifetimeInMinutes < min || lifetimeInMinutes > max)
    throw badRequest(
      `Invalid LifetimeInMinutes specified. The valid range between ${min} and ${max}.`,
      'badRequest',
    )
  const startsAt = parsed.data?.startDateTime ? msOf(parsed.data.startDateTime) : realNow()
  if (Number.isNaN(startsAt)) throw badRequest('Invalid StartDateTime specified.', 'badRequest')
  const isAgainstPolicy = passes.isUsableOnce && parsed.data?.isUsableOnce === false
  if (isAgainstPolicy && world.settings.passAgainstPolicy === 'refused')
    throw badRequest('Invalid IsUsableOnce specified. The policy allows one-time passes only.', 'badRequest')
  const isUsableOnce = passes.isUsableOnce || (parsed.data?.isUsableOnce ?? false)

  const { pass, code } = createPass(world, target, { startsAt, lifetimeInMinutes, isUsableOnce })
  recordChange(request, {
    verb: 'registered',
    kind: 'temporaryAccessPass',
    target,
    detail: { methodId: pass.id, lifetimeInMinutes, isUsableOnce },
  })
  const context = contextOf(
    request,
    `users('${target.id}')/authentication/temporaryAccessPassMethods/$entity`,
  )
  const view = methodView(pass, viewingOf(request, target))
  return { status: 201, body: { '@odata.context': context, ...view, temporaryAccessPass: code } }
}
