import { readRequirements } from './directory-permissions'
import { methodCollections } from './method-kinds'
import {
  deleteOfKind,
  getDevice,
  getMethod,
  getOfKind,
  listMethods,
  listOfKind,
  refuseUntypedDelete,
} from './methods'
import { createTemporaryPass } from './passes'
import * as may from './permissions'
import { addPhone, changePhoneNumber } from './phone-methods'
import { changePreferences, getPreferences, getRequirements } from './preferences'
import { type Facts, type Route, route } from './route'

const methods: Facts = { family: 'methods' }

const of = '/users/{user}/authentication'

function typedRoutes(collection: string): Route[] {
  const facts = methodCollections[collection]
  if (!facts) return []
  const { permission, canDelete, betaOnly } = facts
  const isPasskey = permission === 'Passkey'
  const list = isPasskey ? may.passkeyPermission('List') : may.methodPermission(permission, 'Read')
  const read = isPasskey ? may.passkeyPermission('Read') : list
  const write = isPasskey ? may.passkeyPermission('ReadWrite') : may.methodPermission(permission, 'ReadWrite')
  const here = { ...methods, betaOnly: betaOnly ?? false }
  return [
    route(
      `GET ${of}/${collection}`,
      list,
      (request, params) => listOfKind(request, { ...params, collection }),
      here,
    ),
    route(
      `GET ${of}/${collection}/{method}`,
      read,
      (request, params) => getOfKind(request, { ...params, collection }),
      here,
    ),
    ...(canDelete
      ? [
          route(
            `DELETE ${of}/${collection}/{method}`,
            write,
            (request, params) => deleteOfKind(request, { ...params, collection }),
            here,
          ),
        ]
      : []),
  ]
}

const tap = may.methodPermission('TAP', 'ReadWrite')

/** Everything below /users/{user}/authentication. */
export const methodRoutes: readonly Route[] = [
  route(`GET ${of}/methods`, may.anyMethodPermission('Read'), listMethods, methods),
  route(`GET ${of}/methods/{method}`, may.anyMethodPermission('Read'), getMethod, methods),
  route(`DELETE ${of}/methods/{method}`, may.anyMethodPermission('Read'), refuseUntypedDelete, methods),
  ...Object.keys(methodCollections).flatMap(typedRoutes),
  route(
    `GET ${of}/microsoftauthenticatormethods/{method}/device`,
    may.methodPermission('MicrosoftAuthApp', 'Read'),
    getDevice,
    methods,
  ),
  route(`POST ${of}/temporaryaccesspassmethods`, { ...tap, own: [] }, createTemporaryPass, methods),
  route(`POST ${of}/phonemethods`, may.methodPermission('Phone', 'ReadWrite'), addPhone, methods),
  route(
    `PATCH ${of}/phonemethods/{method}`,
    may.methodPermission('Phone', 'ReadWrite'),
    changePhoneNumber,
    methods,
  ),
  route(`GET ${of}/signinpreferences`, (world) => may.preferencePermission(world, 'Read'), getPreferences, {
    ...methods,
    betaOnly: true,
  }),
  route(
    `PATCH ${of}/signinpreferences`,
    (world) => may.preferencePermission(world, 'ReadWrite'),
    changePreferences,
    {
      ...methods,
      betaOnly: true,
    },
  ),
  route(`GET ${of}/requirements`, readRequirements, getRequirements, {
    ...methods,
    betaOnly: true,
  }),
]
