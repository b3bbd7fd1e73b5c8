import type * as Graph from '@microsoft/microsoft-graph-types'
import * as z from 'zod'

import { flag, guid, instant, orNull, shapeOf, text, texts } from './shape'

const preference = z.enum([
  'push',
  'oath',
  'voiceMobile',
  'voiceAlternateMobile',
  'voiceOffice',
  'sms',
  'none',
])

/** https://learn.microsoft.com/graph/api/resources/userregistrationdetails */
export const registrationDetails = shapeOf<Graph.UserRegistrationDetails>()({
  id: guid,
  userPrincipalName: text,
  userDisplayName: text,
  userType: z.enum(['member', 'guest']),
  isAdmin: flag,
  isSsprRegistered: flag,
  isSsprEnabled: flag,
  isSsprCapable: flag,
  isMfaRegistered: flag,
  isMfaCapable: flag,
  isPasswordlessCapable: flag,
  isSystemPreferredAuthenticationMethodEnabled: flag,
  systemPreferredAuthenticationMethods: texts,
  userPreferredMethodForSecondaryAuthentication: preference,
  methodsRegistered: texts,
  lastUpdatedDateTime: instant,
})

export const methodCounts = shapeOf<Graph.UserRegistrationMethodSummary>()({
  userTypes: z.enum(['all', 'member', 'guest']),
  userRoles: z.enum(['all', 'privilegedAdmin', 'admin', 'user']),
  totalUserCount: z.int(),
  userRegistrationMethodCounts: z.array(
    shapeOf<Graph.UserRegistrationMethodCount>()({ authenticationMethod: text, userCount: z.int() }),
  ),
})

const byApp = shapeOf<Graph.AppIdentity>()({
  appId: guid,
  displayName: text,
  servicePrincipalId: orNull(text),
  servicePrincipalName: orNull(text),
})
const byUser = z.strictObject({
  id: guid,
  userPrincipalName: text,
  displayName: orNull(text),
  ipAddress: orNull(text),
  roles: z.array(z.unknown()),
  userType: orNull(text),
  homeTenantId: orNull(text),
  homeTenantName: orNull(text),
})

/** https://learn.microsoft.com/graph/api/resources/directoryaudit */
export const audit = shapeOf<Graph.DirectoryAudit>()({
  id: text,
  category: z.literal('UserManagement'),
  correlationId: text,
  result: z.enum(['success', 'failure', 'timeout', 'unknownFutureValue']),
  resultReason: text,
  activityDisplayName: text,
  activityDateTime: instant,
  loggedByService: text,
  operationType: text,
  initiatedBy: z.union([
    z.strictObject({ app: byApp, user: z.null() }),
    z.strictObject({ app: z.null(), user: byUser }),
  ]),
  targetResources: z.array(
    shapeOf<Graph.TargetResource>()({
      id: text,
      displayName: orNull(text),
      type: text,
      userPrincipalName: orNull(text),
      groupType: orNull(text),
      modifiedProperties: z.array(
        shapeOf<Graph.ModifiedProperty>()({
          displayName: text,
          oldValue: orNull(text),
          newValue: orNull(text),
        }),
      ),
    }),
  ),
  additionalDetails: z.array(z.strictObject({ key: text, value: text })),
})

const risk = z.enum(['none', 'low', 'medium', 'high', 'hidden'])

/** https://learn.microsoft.com/graph/api/resources/signin: v1.0 does not say how somebody signed in. */
export const signIn = shapeOf<Graph.SignIn>()(
  {
    id: guid,
    createdDateTime: instant,
    userDisplayName: text,
    userPrincipalName: text.regex(/^[^A-Z]+$/, 'is not in lower case'),
    userId: guid,
    appId: guid,
    appDisplayName: text,
    ipAddress: z.ipv4(),
    clientAppUsed: text,
    correlationId: guid,
    conditionalAccessStatus: z.enum(['success', 'failure', 'notApplied']),
    isInteractive: flag,
    riskDetail: z.literal('none'),
    riskLevelAggregated: risk,
    riskLevelDuringSignIn: risk,
    riskState: z.literal('none'),
    riskEventTypes: texts,
    riskEventTypes_v2: texts,
    resourceDisplayName: text,
    resourceId: guid,
    status: shapeOf<Graph.SignInStatus>()({
      errorCode: z.int(),
      failureReason: text,
      additionalDetails: orNull(text),
    }),
    deviceDetail: shapeOf<Graph.DeviceDetail>()({
      deviceId: text,
      displayName: text,
      operatingSystem: text,
      browser: text,
      isCompliant: flag,
      isManaged: flag,
      trustType: text,
    }),
    location: z.strictObject({
      city: text,
      state: text,
      countryOrRegion: text,
      geoCoordinates: z.strictObject({}),
    }),
    appliedConditionalAccessPolicies: z.array(z.unknown()),
  },
  // In the metadata of v1.0 (2026-08), newer than Microsoft's types.
  {
    authenticationAppDeviceDetails: orNull(
      z.strictObject({ deviceId: text, operatingSystem: text, clientApp: text, appVersion: text }),
    ),
  },
)

export const betaSignIn = signIn.extend({
  authenticationDetails: z.array(
    z.strictObject({
      authenticationStepDateTime: instant,
      authenticationMethod: text,
      authenticationMethodDetail: orNull(text),
      succeeded: flag,
      authenticationStepResultDetail: text,
      authenticationStepRequirement: text,
    }),
  ),
  authenticationRequirement: z.enum(['singleFactorAuthentication', 'multiFactorAuthentication']),
  authenticationProtocol: text,
  authenticationContextClassReferences: z.array(
    z.strictObject({
      id: text,
      detail: z.enum(['required', 'previouslySatisfied', 'notApplicable', 'unknownFutureValue']),
    }),
  ),
  networkLocationDetails: z.array(
    z.strictObject({
      networkType: z.enum(['intranet', 'extranet', 'namedNetwork', 'trusted', 'trustedNamedLocation']),
      networkNames: texts,
    }),
  ),
  sessionId: text,
  uniqueTokenIdentifier: text,
  signInEventTypes: z.array(
    z.enum(['interactiveUser', 'nonInteractiveUser', 'servicePrincipal', 'managedIdentity']),
  ),
  userType: z.enum(['member', 'guest']),
  mfaDetail: z.null(),
  clientCredentialType: text,
  incomingTokenType: text,
  isTenantRestricted: flag,
  tokenIssuerType: text,
})

const zoned = shapeOf<Graph.DateTimeTimeZone>()({
  dateTime: text.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}$/, 'has not seven decimals'),
  timeZone: text,
})
const address = shapeOf<Graph.EmailAddress>()({ name: text, address: text })
const place = shapeOf<Graph.Location>()({
  displayName: text,
  locationType: text,
  uniqueIdType: text,
})
const response = shapeOf<Graph.ResponseStatus>()({
  response: z.enum(['none', 'organizer', 'tentativelyAccepted', 'accepted', 'declined', 'notResponded']),
  time: text,
})

/** https://learn.microsoft.com/graph/api/resources/event */
export const event = shapeOf<Graph.Event>()(
  {
    id: text,
    createdDateTime: instant,
    lastModifiedDateTime: instant,
    changeKey: text,
    categories: texts,
    transactionId: orNull(text),
    originalStartTimeZone: text,
    originalEndTimeZone: text,
    iCalUId: text,
    reminderMinutesBeforeStart: z.int(),
    isReminderOn: flag,
    hasAttachments: flag,
    subject: text,
    bodyPreview: text.max(255),
    importance: z.enum(['low', 'normal', 'high']),
    sensitivity: z.enum(['normal', 'personal', 'private', 'confidential']),
    isAllDay: flag,
    isCancelled: flag,
    isOrganizer: flag,
    responseRequested: flag,
    seriesMasterId: orNull(text),
    showAs: z.enum(['free', 'tentative', 'busy', 'oof', 'workingElsewhere', 'unknown']),
    type: z.enum(['singleInstance', 'occurrence', 'exception', 'seriesMaster']),
    webLink: z.url(),
    onlineMeetingUrl: orNull(text),
    isOnlineMeeting: flag,
    onlineMeetingProvider: z.enum(['unknown', 'teamsForBusiness', 'skypeForBusiness', 'skypeForConsumer']),
    allowNewTimeProposals: flag,
    responseStatus: response,
    body: shapeOf<Graph.ItemBody>()({ contentType: z.enum(['text', 'html']), content: text }),
    start: zoned,
    end: zoned,
    location: place,
    locations: z.array(place),
    recurrence: z.null(),
    attendees: z.array(
      shapeOf<Graph.Attendee>()({
        type: z.enum(['required', 'optional', 'resource']),
        status: response,
        emailAddress: address,
      }),
    ),
    organizer: z.strictObject({ emailAddress: address }),
  },
  { '@odata.etag': text.startsWith('W/"') },
)
