import type { Method } from '../world/method'
import { deleteRefusal, dropMethod } from '../world/methods'
import type { Person } from '../world/person'
import { isOwn, methodsTarget, requireChanging, requireReading, viewingOf } from './method-access'
import { methodCollections } from './method-kinds'
import { isVisible, methodView, typedMethodView } from './method-view'
import { recordChange } from './record'
import { type AllowedRequest, answerOf, badRequest, contextOf, type GraphAnswer } from './request'

type Params = Record<string, string>

const absent = ({ world }: AllowedRequest) => answerOf(world, 'methodGone')

/** GET …/authentication/methods. No query options are supported, whatever the metadata says. */
export function listMethods(request: AllowedRequest, { user = '' }: Params): GraphAnswer {
  const target = methodsTarget(request, user)
  requireReading(request, target)
  const options = [...request.query.keys()].filter((name) => name.startsWith('$'))
  if (options.length > 0 && request.world.settings.methodsQueryOptions === 'refused')
    throw badRequest(`The query option '${options[0]}' is not supported.`, 'badRequest')
  const viewing = viewingOf(request, target)
  const value = target.methods
    .filter((method) => isVisible(method, request.version))
    .map((method) => typedMethodView(method, viewing))
  return {
    status: 200,
    body: { '@odata.context': contextOf(request, `users('${target.id}')/authentication/methods`), value },
  }
}

/** GET …/authentication/methods/{id}. */
export function getMethod(request: AllowedRequest, { user = '', method: id = '' }: Params): GraphAnswer {
  const target = methodsTarget(request, user)
  requireReading(request, target)
  const method = target.methods.find(
    (candidate) => candidate.id === id && isVisible(candidate, request.version),
  )
  if (!method) throw absent(request)
  const viewing = viewingOf(request, target)
  const context = contextOf(request, `users('${target.id}')/authentication/methods/$entity`)
  return { status: 200, body: { '@odata.context': context, ...typedMethodView(method, viewing) } }
}

/**
 * DELETE …/authentication/methods/{id} does not exist: the service answers in ASP.NET's words
 * (msgraph-sdk-powershell issue 937).
 */
export function refuseUntypedDelete(request: AllowedRequest): GraphAnswer {
  const address = `https://graph.microsoft.com/${request.version}${request.path}`
  const Message = `No HTTP resource was found that matches the request URI '${address}'.`
  return {
    status: 404,
    body: { Message, MessageDetail: 'No action was found on the controller that matches the request.' },
  }
}

/** GET of a typed collection. */
export function listOfKind(request: AllowedRequest, { user = '', collection = '' }: Params): GraphAnswer {
  const target = methodsTarget(request, user)
  requireReading(request, target)
  const viewing = viewingOf(request, target)
  const value = ofKind(target.methods, collection).map((method) => methodView(method, viewing))
  const context = contextOf(request, nameOf(collection, target))
  return { status: 200, body: { '@odata.context': context, value } }
}

/** GET of one method in its typed collection. */
export function getOfKind(
  request: AllowedRequest,
  { user = '', collection = '', method: id = '' }: Params,
): GraphAnswer {
  const target = methodsTarget(request, user)
  requireReading(request, target)
  const method = ofKind(target.methods, collection).find((candidate) => candidate.id === id)
  if (!method) throw absent(request)
  const viewing = viewingOf(request, target)
  const context = contextOf(request, `${nameOf(collection, target)}/$entity`)
  return { status: 200, body: { '@odata.context': context, ...methodView(method, viewing) } }
}

function ofKind(methods: Method[], collection: string): Method[] {
  return methods.filter(({ kind }) => kind === methodCollections[collection.toLowerCase()]?.kind)
}

/** A typed collection of a person as contexts write it. */
const nameOf = (collection: string, { id }: Person) =>
  `users('${id}')/authentication/${methodCollections[collection.toLowerCase()]?.kind}Methods`

/** DELETE of one method: 204, or 400 while it is the default and others remain. */
export function deleteOfKind(
  request: AllowedRequest,
  { user = '', collection = '', method: id = '' }: Params,
): GraphAnswer {
  const { world } = request
  const target = methodsTarget(request, user)
  requireChanging(request, target)
  const method = ofKind(target.methods, collection).find((candidate) => candidate.id === id)
  if (!method) throw absent(request)
  const isOwnAct = isOwn(request, user)
  const refusal = deleteRefusal(world, target, { methodId: id, isOwnAct })
  if (refusal === 'is_default')
    throw badRequest(
      `The requested authentication method id of [${id}] matches the user's current default authentication method, and cannot be deleted until the default authentication method is changed`,
      'badRequest',
    )
  if (refusal === 'alternate_first')
    throw badRequest('The alternate mobile phone must be deleted before the mobile phone.', 'badRequest')
  if (refusal) throw absent(request)
  dropMethod(world, target.id, id)
  recordChange(request, { verb: 'deleted', kind: method.kind, target, detail: { methodId: id } })
  return { status: 204 }
}

/** GET …/microsoftAuthenticatorMethods/{id}/device: nothing unless registered for phone sign-in. */
export function getDevice(request: AllowedRequest, { user = '', method: id = '' }: Params): GraphAnswer {
  const target = methodsTarget(request, user)
  requireReading(request, target)
  const method = target.methods.find((candidate) => candidate.id === id)
  if (method?.kind !== 'microsoftAuthenticator') throw absent(request)
  if (method.deviceObjectId === null) return { status: 204 }
  const phone = target.phones.find((candidate) => candidate.id === method.phoneId)
  const operatingSystem = phone?.platform === 'android' ? 'Android' : 'iOS'
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(request, 'devices/$entity'),
      id: method.deviceObjectId,
      displayName: method.displayName,
      operatingSystem,
    },
  }
}
