import type * as Graph from '@microsoft/microsoft-graph-types'
import * as z from 'zod'

import { entity, flag, guid, instant, orNull, shapeOf, text, texts, typed } from './shape'

/** Members of every method, though Microsoft's types leave the first away here and there. Only the beta says when one was used. */
const made = { createdDateTime: orNull(instant) }
const used = { lastUsedDateTime: orNull(instant) }
const keyStrength = z.enum(['normal', 'weak', 'unknown'])

const shapes = {
  microsoftAuthenticator: shapeOf<Graph.MicrosoftAuthenticatorAuthenticationMethod>()({
    id: guid,
    displayName: text,
    deviceTag: text,
    phoneAppVersion: text,
    ...made,
  }),
  phone: shapeOf<Graph.PhoneAuthenticationMethod>()(
    {
      id: z.enum([
        '3179e48a-750b-4051-897c-87b9720928f7',
        'b6332ec1-7057-4abe-9331-3d72feddfe41',
        'e37fc753-ff3b-4958-9484-eaa9425c82bc',
      ]),
      phoneNumber: text.regex(/^\+\d{1,3} [\dX]{4,}(x\d+)?$/, 'is no number as the page writes it'),
      phoneType: z.enum(['mobile', 'alternateMobile', 'office']),
      smsSignInState: z.enum([
        'notSupported',
        'notAllowedByPolicy',
        'notEnabled',
        'phoneNumberNotUnique',
        'ready',
        'notConfigured',
      ]),
    },
    made,
  ),
  fido2: shapeOf<Graph.Fido2AuthenticationMethod>()(
    {
      id: text,
      displayName: text,
      aaGuid: guid,
      model: text,
      attestationCertificates: texts,
      attestationLevel: z.enum(['attested', 'notAttested']),
      ...made,
    },
    // Newer than Microsoft's types.
    { passkeyType: z.enum(['deviceBound', 'synced']) },
  ),
  softwareOath: shapeOf<Graph.SoftwareOathAuthenticationMethod>()({ id: guid, secretKey: z.null() }, made),
  temporaryAccessPass: shapeOf<Graph.TemporaryAccessPassAuthenticationMethod>()({
    id: guid,
    temporaryAccessPass: z.null(),
    startDateTime: instant,
    lifetimeInMinutes: z.int().min(10).max(43_200),
    isUsableOnce: flag,
    ...made,
  }),
  windowsHelloForBusiness: shapeOf<Graph.WindowsHelloForBusinessAuthenticationMethod>()({
    id: guid,
    displayName: text,
    keyStrength,
    ...made,
  }),
  platformCredential: shapeOf<Graph.PlatformCredentialAuthenticationMethod>()({
    id: guid,
    displayName: text,
    keyStrength,
    platform: z.enum(['unknown', 'windows', 'macOS', 'iOS', 'android', 'linux']),
    ...made,
  }),
  email: shapeOf<Graph.EmailAuthenticationMethod>()({ id: guid, emailAddress: text }),
  password: shapeOf<Graph.PasswordAuthenticationMethod>()({
    id: z.literal('28c10230-6103-485e-b985-444c60001490'),
    password: z.null(),
    ...made,
  }),
}

type Kind = keyof typeof shapes

const usability = {
  isUsable: flag,
  methodUsabilityReason: z.enum([
    'EnabledByPolicy',
    'DisabledByPolicy',
    'Expired',
    'NotYetValid',
    'OneTimeUsed',
  ]),
}

/** Of v1.0: a pass says whether it works. */
function v1Shape(kind: Kind): z.ZodObject {
  return kind === 'temporaryAccessPass' ? shapes[kind].extend(usability) : shapes[kind]
}

/** Of the beta: when it was last used, and which app holds it; a pass does not say whether it works. */
function betaShape(kind: Kind): z.ZodObject {
  const app = z.enum(['microsoftAuthenticator', 'outlookMobile', 'unknownFutureValue'])
  const more = kind === 'microsoftAuthenticator' ? { ...used, clientAppName: app } : used
  return shapes[kind].extend(more)
}

/** A token that is a thing; the beta only. */
export const hardwareToken = z.strictObject({
  id: guid,
  ...made,
  ...used,
  device: z.strictObject({
    id: guid,
    serialNumber: text,
    manufacturer: text,
    model: text,
    status: z.enum(['available', 'assigned', 'activated', 'failedActivation']),
  }),
})

/** A kind nobody knows yet: readers must survive it. */
const future = z.looseObject({ '@odata.type': text.regex(/^#microsoft\.graph\.(?!.*Brand$)\w+$/), id: text })

const kinds = Object.keys(shapes) as Kind[] // a literal's own keys
const known = kinds.map((kind) => `#microsoft.graph.${kind}AuthenticationMethod`)
const unknown = future.refine(
  (method) => !known.includes(method['@odata.type']),
  'is not as its kind should be',
)

const withType = (kind: Kind, shape: z.ZodObject) => shape.extend(typed(`${kind}AuthenticationMethod`))

/** One method in its own collection, by version. */
export const methodOf = { 'v1.0': v1Shape, beta: betaShape }

const ofV1 = kinds.map((kind) => withType(kind, v1Shape(kind)))
const ofBeta = [
  ...kinds.map((kind) => withType(kind, betaShape(kind))),
  hardwareToken.extend(typed('hardwareOathAuthenticationMethod')),
]

/** One method of the untyped list. */
export const anyMethod = { 'v1.0': z.union([...ofV1, unknown]), beta: z.union([...ofBeta, unknown]) }

/** The same by itself. */
export const oneMethod = {
  'v1.0': z.union([...ofV1.map(entity), unknown]),
  beta: z.union([...ofBeta.map(entity), unknown]),
}

/** The one answer that has the code. */
export const newPass = {
  'v1.0': v1Shape('temporaryAccessPass').extend({ temporaryAccessPass: text.min(8).max(48) }),
  beta: betaShape('temporaryAccessPass').extend({ temporaryAccessPass: text.min(8).max(48) }),
}

export const signInPreferences = z.strictObject({
  isSystemPreferredAuthenticationMethodEnabled: flag,
  systemPreferredAuthenticationMethod: orNull(text),
  userPreferredMethodForSecondaryAuthentication: orNull(
    z.enum(['push', 'oath', 'voiceMobile', 'voiceAlternateMobile', 'voiceOffice', 'sms']),
  ),
})

export const requirements = z.strictObject({
  perUserMfaState: z.enum(['disabled', 'enabled', 'enforced']),
})

export const authenticatorDevice = shapeOf<Graph.Device>()({
  id: guid,
  displayName: text,
  operatingSystem: text,
})
