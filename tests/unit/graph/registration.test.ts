import { expect, test } from 'vitest'
import { defaultIds } from '@/lib/graph/preference'
import { Registration, seenMethod } from '@/lib/graph/registration'

/** Shapes as in the samples on https://learn.microsoft.com/graph/api/authentication-list-methods */
const samples = [
  {
    '@odata.type': '#microsoft.graph.phoneAuthenticationMethod',
    id: '3179e48a-750b-4051-897c-87b9720928f7',
    phoneNumber: '+1 2065555555',
    phoneType: 'mobile',
    smsSignInState: 'ready',
  },
  {
    '@odata.type': '#microsoft.graph.microsoftAuthenticatorAuthenticationMethod',
    id: '6803c096-8f11-4ec0-a8a7-3b1b0e4c4d6f',
    displayName: 'Phone',
    deviceTag: 'SoftwareTokenActivated',
    phoneAppVersion: '6.8.40',
    createdDateTime: null,
  },
  {
    '@odata.type': '#microsoft.graph.fido2AuthenticationMethod',
    id: '-2_GRUg2-HYz6_1YG4YRAQ2',
    displayName: 'Red key',
    createdDateTime: '2020-08-10T06:44:09Z',
    aaGuid: '2FC0579F-8113-47EA-B116-BB5A8DB9202A',
    model: 'NFC key',
  },
  { '@odata.type': '#microsoft.graph.somethingNewAuthenticationMethod', id: 'x', surprise: { deep: 1 } },
  { '@odata.type': '#microsoft.graph.softwareOathAuthenticationMethod', id: 'oath', secretKey: null },
]
const registrations = samples.map((sample) => Registration.parse(sample))

test('every type is kept, with what tells it apart', () => {
  expect(registrations.map(seenMethod)).toEqual([
    expect.objectContaining({ kind: 'phone', displayName: '+1 •••55', deviceTag: 'mobile' }),
    expect.objectContaining({ kind: 'microsoftAuthenticator', displayName: 'Phone', createdAt: null }),
    expect.objectContaining({
      kind: 'fido2',
      aaguid: '2fc0579f-8113-47ea-b116-bb5a8db9202a',
      createdAt: '2020-08-10T06:44:09Z',
    }),
    expect.objectContaining({ kind: 'somethingNew', displayName: null }),
    expect.objectContaining({ kind: 'softwareOath' }),
  ])
})

test('no whole telephone number is kept', () => {
  expect(JSON.stringify(registrations.map(seenMethod))).not.toContain('2065555')
})

test.each([
  ['push', ['6803c096-8f11-4ec0-a8a7-3b1b0e4c4d6f']],
  ['oath', ['6803c096-8f11-4ec0-a8a7-3b1b0e4c4d6f', 'oath']],
  ['sms', ['3179e48a-750b-4051-897c-87b9720928f7']],
  ['voiceMobile', ['3179e48a-750b-4051-897c-87b9720928f7']],
  ['voiceOffice', []],
  ['none', []],
  ['somethingNew', []],
  [null, []],
])('who prefers %s has that as default', (preferred, ids) => {
  const preference = { userPreferredMethodForSecondaryAuthentication: preferred }
  expect(defaultIds(preference, registrations)).toEqual(ids)
})
