import * as z from 'zod'

import {
  addOtherAccount,
  beginRecovery,
  reinstallApp,
  setIcloudSwitch,
  turnOffBackup,
  turnOnBackup,
  updateApp,
} from '../world/backup'
import { isoAt, realNow } from '../world/clock'
import { listMail } from '../world/mailbox'
import { makePhoneMethod } from '../world/make-method'
import { deleteOwnMethod, setPreference } from '../world/methods'
import { acceptPass } from '../world/pass'
import { changePerson } from '../world/people'
import {
  moveSim,
  pickUpSecond,
  removeAccountFromApp,
  setApprovalsFail,
  setCondition,
  setFlightMode,
  wipePhone,
} from '../world/phones'
import { registerMethod, touchMethod } from '../world/register-method'
import {
  answerRegistration,
  registerInApp,
  registerOnPhone,
  registerPasskeyInApp,
  startRegistration,
} from '../world/registration'
import { totpNow } from '../world/totp'
import { newId, type World } from '../world/world'
import type { ControlRoute } from './controls'
import { personNamed, phoneNamed } from './input'

const PersonInput = z
  .object({
    displayName: z.string(),
    department: z.string(),
    officeLocation: z.enum(['Milan', 'Dublin', 'Pune']),
    jobTitle: z.string(),
    accountEnabled: z.boolean(),
    userType: z.enum(['Member', 'Guest']),
    managerId: z.string().nullable(),
    preferredLanguage: z.enum(['it-IT', 'en-IE', 'en-IN']),
  })
  .partial()
  .strict()

/** The old-phone numbers a method is about are found by id. */
const MethodInput = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('phone'),
    phoneNumber: z.string(),
    phoneType: z.enum(['mobile', 'alternateMobile', 'office']).default('mobile'),
  }),
  z.object({ kind: z.literal('unknown'), odataType: z.string() }),
  z.object({ kind: z.literal('softwareOath') }),
  z.object({ kind: z.literal('email'), emailAddress: z.string() }),
])

const phoneActions: Record<string, (world: World, phoneId: string, body: unknown) => unknown> = {
  lose: (world, phoneId) => setCondition(world, phoneId, 'lost'),
  break: (world, phoneId) => setCondition(world, phoneId, 'broken'),
  'switch-off': (world, phoneId) => setCondition(world, phoneId, 'off'),
  'switch-on': (world, phoneId) => setCondition(world, phoneId, 'on'),
  wipe: wipePhone,
  'pick-up-second': pickUpSecond,
  'flight-mode': (world, phoneId, body) =>
    setFlightMode(world, phoneId, z.object({ isOn: z.boolean() }).parse(body).isOn),
  'approvals-fail': (world, phoneId, body) =>
    setApprovalsFail(world, phoneId, z.object({ fails: z.boolean() }).parse(body).fails),
  'remove-account': (world, phoneId, body) =>
    removeAccountFromApp(world, phoneId, z.object({ accountId: z.string() }).parse(body).accountId),
  'register-in-app': registerInApp,
  'register-passkey': registerPasskeyInApp,
  'begin-recovery': (world, phoneId) => ({ refusal: beginRecovery(world, phoneId) }),
  'turn-on-backup': (world, phoneId) => ({ refusal: turnOnBackup(world, phoneId) }),
  'turn-off-backup': turnOffBackup,
  'reinstall-app': reinstallApp,
  'update-app': updateApp,
  'add-other-account': (world, phoneId, body) =>
    addOtherAccount(
      world,
      phoneId,
      z
        .object({ issuer: z.string(), label: z.string(), totpSecret: z.string().regex(/^[A-Z2-7]+$/) })
        .parse(body),
    ),
  'icloud-switch': (world, phoneId, body) => {
    const { name, isOn } = z
      .object({ name: z.enum(['drive', 'keychain', 'backup', 'authenticator']), isOn: z.boolean() })
      .parse(body)
    setIcloudSwitch(world, phoneId, name, isOn)
  },
  'scan-code': (world, phoneId, body) =>
    registerOnPhone(world, phoneId, z.object({ code: z.string() }).parse(body).code),
  'answer-registration': (world, phoneId, body) => {
    const { id, number } = z.object({ id: z.string(), number: z.number() }).parse(body)
    return { outcome: answerRegistration(world, phoneId, id, number) }
  },
  'deny-registration': (world, phoneId, body) => ({
    outcome: answerRegistration(world, phoneId, z.object({ id: z.string() }).parse(body).id, 'deny'),
  }),
  'move-sim': (world, phoneId, body) => {
    const { to } = z.object({ to: z.string() }).parse(body)
    moveSim(world, phoneId, phoneNamed(world, personNamed(world, phoneId.split('~')[0] ?? ''), to))
  },
}

/** What people do with themselves and their phones. */
export const personControls: ControlRoute[] = [
  {
    verb: 'GET',
    pattern: /^\/person\/(?<person>[^/]+)$/,
    run: ({ world }, { params }) => personNamed(world, params.person ?? ''),
  },
  {
    verb: 'PATCH',
    pattern: /^\/person\/(?<person>[^/]+)$/,
    run({ world }, { params, body }) {
      const changes = PersonInput.parse(body)
      return changePerson(world, personNamed(world, params.person ?? '').id, (draft) => {
        Object.assign(draft, changes)
      })
    },
  },
  {
    verb: 'GET',
    pattern: /^\/person\/(?<person>[^/]+)\/mail$/,
    run: ({ world }, { params }) => ({ mails: listMail(world, personNamed(world, params.person ?? '').id) }),
  },
  {
    verb: 'GET',
    pattern: /^\/person\/(?<person>[^/]+)\/codes$/,
    run({ world }, { params }) {
      const { methods } = personNamed(world, params.person ?? '')
      const codes = methods.filter((method) => 'totpSecret' in method)
      return { codes: codes.map((method) => ({ methodId: method.id, ...totpNow(method.totpSecret) })) }
    },
  },
  {
    verb: 'POST',
    pattern: /^\/person\/(?<person>[^/]+)\/methods$/,
    run({ world }, { params, body }) {
      const { id, index } = personNamed(world, params.person ?? '')
      const made = MethodInput.parse(body)
      const common = { id: newId(), createdDateTime: isoAt(realNow()), lastUsedDateTime: null }
      const origin = { seed: world.genesis.seed, index, createdAt: common.createdDateTime, usedAt: null }
      if (made.kind === 'phone')
        return registerMethod(world, id, makePhoneMethod(origin, made.phoneType, made.phoneNumber)).methods
      if (made.kind === 'softwareOath')
        return registerMethod(world, id, {
          ...common,
          kind: 'softwareOath',
          totpSecret: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
          phoneId: null,
        }).methods
      return registerMethod(world, id, { ...common, ...made }).methods
    },
  },
  {
    verb: 'DELETE',
    pattern: /^\/person\/(?<person>[^/]+)\/methods\/(?<method>[\w-]+)$/,
    run: ({ world }, { params }) => ({
      refusal: deleteOwnMethod(world, personNamed(world, params.person ?? '').id, params.method ?? ''),
    }),
  },
  {
    verb: 'POST',
    pattern: /^\/person\/(?<person>[^/]+)\/methods\/(?<method>[\w-]+)\/use$/,
    run: ({ world }, { params }) =>
      touchMethod(world, personNamed(world, params.person ?? '').id, params.method ?? ''),
  },
  {
    verb: 'PUT',
    pattern: /^\/person\/(?<person>[^/]+)\/preference$/,
    run({ world }, { params, body }) {
      const preference = z.enum(['push', 'oath', 'voiceMobile', 'voiceAlternateMobile', 'voiceOffice', 'sms'])
      const input = z.object({ preference, methodId: z.string().nullable().default(null) }).parse(body)
      return {
        isSet: setPreference(
          world,
          personNamed(world, params.person ?? '').id,
          input.preference,
          input.methodId,
        ),
      }
    },
  },
  {
    verb: 'POST',
    pattern: /^\/person\/(?<person>[^/]+)\/registrations$/,
    run: ({ world }, { params }) => startRegistration(world, personNamed(world, params.person ?? '').id),
  },
  {
    verb: 'POST',
    pattern: /^\/person\/(?<person>[^/]+)\/use-pass$/,
    run({ world }, { params, body }) {
      const { code } = z.object({ code: z.string() }).parse(body)
      return { outcome: acceptPass(world, personNamed(world, params.person ?? ''), code) }
    },
  },
  {
    verb: 'POST',
    pattern: /^\/person\/(?<person>[^/]+)\/phones\/(?<phone>[\w~-]+)\/(?<action>[\w-]+)$/,
    run({ world }, { params, body }) {
      const person = personNamed(world, params.person ?? '')
      const phoneId = phoneNamed(world, person, params.phone ?? '')
      const action = params.action ?? ''
      const run = Object.hasOwn(phoneActions, action) ? phoneActions[action] : undefined
      return run
        ? run(world, phoneId, body)
        : { error: `There is no action ${action}: ${Object.keys(phoneActions).join(', ')}.` }
    },
  },
]
