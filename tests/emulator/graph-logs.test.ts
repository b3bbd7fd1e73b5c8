import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { type Emulator, openEmulator } from './emulator'

let emulator: Emulator
let reader: string
beforeAll(async () => {
  emulator = await openEmulator()
})
beforeEach(async () => {
  await emulator.reset()
  reader = await emulator.token('reader')
})
afterAll(() => emulator.stop())

const get = (address: string) => emulator.ask(`GET ${address}`, { as: reader })
const details = '/v1.0/reports/authenticationMethods/userRegistrationDetails'
const of = (name: string) => `?$filter=id eq '${emulator.id(name)}'`
const clientRequestId = '0d9ef1b0-2f5f-4b36-9a6f-5b5b0f4f2d11'

/** Hana deletes Elio's old Authenticator. */
async function deleteOld(): Promise<void> {
  const as = await emulator.token('desk', 'Hana')
  const methods = `/v1.0/users/${emulator.id('Elio')}/authentication/microsoftAuthenticatorMethods`
  const { id } = (await emulator.ask(`GET ${methods}`, { as })).body.value[0]
  await emulator.ask(`DELETE ${methods}/${id}`, { as, headers: { 'client-request-id': clientRequestId } })
}

// https://learn.microsoft.com/entra/identity/authentication/howto-authentication-methods-activity
describe('the registration report', () => {
  test('sums up a person’s methods', async () => {
    const { body } = await get(details + of('Piero'))
    expect(body.value[0]).toMatchObject({
      userDisplayName: 'Piero Passkey',
      userType: 'member',
      isAdmin: false,
      isMfaRegistered: true,
      isMfaCapable: true,
      isPasswordlessCapable: true,
      userPreferredMethodForSecondaryAuthentication: 'push',
    })
    expect(body.value[0].methodsRegistered.sort()).toEqual([
      'microsoftAuthenticatorPush',
      'mobilePhone',
      'passKeyDeviceBound',
      'passKeyDeviceBoundAuthenticator',
      'softwareOneTimePasscode',
      'windowsHelloForBusiness',
    ])
  })

  test('is old: a change shows only when the lag is over, while the methods endpoint shows it at once', async () => {
    emulator.set({ reportLagMinutes: 36 * 60 })
    await emulator.control('DELETE /person/Nora/methods/3179e48a-750b-4051-897c-87b9720928f7')
    const methods = await get(`/v1.0/users/${emulator.id('Nora')}/authentication/phoneMethods`)
    expect(methods.body.value).toEqual([])
    expect((await get(details + of('Nora'))).body.value[0].methodsRegistered).toContain('mobilePhone')
    emulator.set({ clockOffsetSeconds: 36 * 3_600 + 60 })
    expect((await get(details + of('Nora'))).body.value[0].methodsRegistered).not.toContain('mobilePhone')
  })

  test('leaves disabled people out', async () => {
    await emulator.control('PATCH /person/Elio', { accountEnabled: false })
    expect((await get(details + of('Elio'))).body.value).toEqual([])
  })

  test('filters by what is registered', async () => {
    const { body } = await get(
      `${details}?$filter=methodsRegistered/any(x:x eq 'passKeyDeviceBoundAuthenticator')`,
    )
    expect(body.value.map(({ userDisplayName }: { userDisplayName: string }) => userDisplayName)).toEqual([
      'Piero Passkey',
    ])
  })

  test('pages by link', async () => {
    const first = await get(`${details}?$top=40`)
    expect(first.body.value).toHaveLength(40)
    const second = await get(first.body['@odata.nextLink'].replace('https://graph.microsoft.com', ''))
    expect(second.body.value[0].id).not.toBe(first.body.value[0].id)
  })

  // microsoft-graph-docs-contrib issue 8777
  test('needs a premium licence', async () => {
    emulator.set({ hasPremiumLicence: false })
    const { status, body } = await get(details)
    expect([status, body.error.code]).toEqual([403, 'Authentication_RequestFromNonPremiumTenantOrB2CTenant'])
    expect((await get('/v1.0/auditLogs/signIns')).status).toBe(403)
    expect((await get('/v1.0/auditLogs/directoryAudits')).status).toBe(200)
  })
})

// Names: https://learn.microsoft.com/entra/identity/monitoring-health/reference-audit-activities
describe('the audit log', () => {
  const about = () => `/v1.0/auditLogs/directoryAudits?$filter=loggedByService eq 'Authentication Methods'`

  test('names who did what to whom, in Microsoft’s words', async () => {
    await deleteOld()
    const { body } = await get(about())
    expect(body.value).toHaveLength(1)
    expect(body.value[0]).toMatchObject({
      activityDisplayName: 'Admin deleted security info',
      category: 'UserManagement',
      loggedByService: 'Authentication Methods',
      result: 'success',
      operationType: 'Delete',
      correlationId: clientRequestId,
      initiatedBy: { app: null, user: { id: emulator.id('Hana') } },
      targetResources: [{ id: emulator.id('Elio'), type: 'User' }],
    })
  })

  test('says “User” when people act on themselves', async () => {
    const as = await emulator.token('self', 'Elio')
    const own = '/v1.0/me/authentication/microsoftAuthenticatorMethods'
    const { id } = (await emulator.ask(`GET ${own}`, { as })).body.value[0]
    await emulator.ask(`DELETE ${own}/${id}`, { as })
    const { body } = await get(about())
    expect(body.value[0]).toMatchObject({
      activityDisplayName: 'User deleted security info',
      resultReason: 'User deleted Authenticator App with Notification and Code',
    })
  })

  test('has the directory’s own event beside it, with what was there before and after', async () => {
    await deleteOld()
    const { body } = await get("/v1.0/auditLogs/directoryAudits?$filter=activityDisplayName eq 'Update user'")
    const [property] = body.value[0].targetResources[0].modifiedProperties
    expect(property.displayName).toBe('StrongAuthenticationPhoneAppDetail')
    const names = (text: string) =>
      JSON.parse(text).map(({ DeviceName }: { DeviceName: string }) => DeviceName)
    expect(names(property.oldValue)).toEqual(["Elio's old iPhone 12", "Elio's iPad Air"])
    expect(names(property.newValue)).toEqual(["Elio's iPad Air"])
    expect(body.value[0].correlationId).toBe(clientRequestId)
  })

  test('follows a registration from its start', async () => {
    const activities = async () => {
      const { body } = await get(`${about()}&$orderby=activityDateTime asc`)
      return body.value.map(({ activityDisplayName, resultReason }: Record<string, string>) => [
        activityDisplayName,
        resultReason,
      ])
    }
    const { body: denied } = await emulator.control('POST /person/Elio/registrations')
    await emulator.control('POST /person/Elio/phones/new/scan-code', { code: denied.registration.code })
    await emulator.control('POST /person/Elio/phones/new/deny-registration', { id: denied.registration.id })
    const { body } = await emulator.control('POST /person/Elio/registrations')
    const { body: scanned } = await emulator.control('POST /person/Elio/phones/new/scan-code', {
      code: body.registration.code,
    })
    const { id, number } = scanned.registration
    await emulator.control('POST /person/Elio/phones/new/answer-registration', { id, number })
    const app = 'Authenticator App with Notification and Code'
    expect(await activities()).toEqual([
      ['User started security info registration', `User started the registration for ${app}`],
      ['User cancelled security info registration', `User cancelled the registration for ${app}`],
      ['User started security info registration', `User started the registration for ${app}`],
      ['User registered security info', `User registered ${app}`],
    ])
  })

  test('says when somebody who had nothing has registered all that is required', async () => {
    const as = await emulator.token('desk', 'Hana')
    const methods = `/v1.0/users/${emulator.id('Lea')}/authentication/microsoftAuthenticatorMethods`
    const [{ id }] = (await emulator.ask(`GET ${methods}`, { as })).body.value
    await emulator.ask(`DELETE ${methods}/${id}`, { as })
    await emulator.control('POST /person/Lea/phones/new/register-in-app', {})
    const { body } = await get(
      `${about()} and activityDisplayName eq 'User registered all required security info'`,
    )
    expect(body.value).toHaveLength(1)
  })

  test('comes late', async () => {
    emulator.set({ auditLagSeconds: 300 })
    await deleteOld()
    expect((await get(about())).body.value).toEqual([])
    emulator.set({ clockOffsetSeconds: 301 })
    expect((await get(about())).body.value).toHaveLength(1)
  })

  test('filters by time', async () => {
    await deleteOld()
    expect((await get(`${about()} and activityDateTime ge 2026-01-01T00:00:00Z`)).body.value).toHaveLength(1)
    expect((await get(`${about()} and activityDateTime ge 2999-01-01T00:00:00Z`)).body.value).toHaveLength(0)
  })

  test('notes ended sessions', async () => {
    const as = await emulator.token('desk', 'Hana')
    const answer = await emulator.ask(`POST /v1.0/users/${emulator.id('Elio')}/revokeSignInSessions`, { as })
    // https://learn.microsoft.com/graph/api/user-revokesigninsessions: 200 and true, whatever happens
    expect([answer.status, answer.body.value]).toEqual([200, true])
    const { body } = await get(
      "/v1.0/auditLogs/directoryAudits?$filter=activityDisplayName eq 'Update StsRefreshTokenValidFrom Timestamp'",
    )
    expect(body.value).toHaveLength(1)
  })
})

describe('mail', () => {
  test('is accepted with 202 and lies in every recipient’s inbox, with its files', async () => {
    const as = await emulator.token('mail')
    const to = ['elio.esposito@aurora-components.example', 'lia.legacy@aurora-components.example']
    const message = {
      subject: 'Your new phone',
      body: { contentType: 'HTML', content: '<p>Tomorrow at ten</p>' },
      toRecipients: to.map((address) => ({ emailAddress: { address } })),
      attachments: [
        {
          '@odata.type': '#microsoft.graph.fileAttachment',
          name: 'slot.ics',
          contentType: 'text/calendar',
          contentBytes: 'QkVHSU4=',
        },
      ],
    }
    const { body: about } = await emulator.control('GET /about')
    const answer = await emulator.ask(`POST /v1.0/users/${about.mailbox}/sendMail`, {
      as,
      body: { message, saveToSentItems: false },
    })
    expect([answer.status, answer.body]).toEqual([202, ''])
    for (const name of ['Elio', 'Lia']) {
      const { body } = await emulator.control(`GET /person/${name}/mail`)
      expect(body.mails[0]).toMatchObject({ subject: 'Your new phone', attachments: [{ name: 'slot.ics' }] })
    }
  })
})
