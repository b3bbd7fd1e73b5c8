import { dayMs, hourMs, isoAt } from './clock'
import type { Genesis } from './genesis'
import type { Origin } from './make-method'
import {
  makeAuthenticator,
  makeFido2,
  makePassword,
  makePhoneMethod,
  makeSoftwareOath,
  makeWindowsHello,
  phoneNumberOf,
  securityKey,
} from './make-method'
import { currentAppVersion, makePhone, workAccount } from './make-phone'
import type { Method, Preference } from './method'
import type { Person } from './person'
import type { Phone } from './phone'
import { hash32, pickOne, wordNumber } from './random'

const models = [
  'iPhone 12',
  'iPhone 13',
  'iPhone 14',
  'iPhone 15',
  'Galaxy S21',
  'Galaxy S23',
  'Pixel 7',
  'Pixel 8',
] as const
const purposes = { used: wordNumber('used'), kit: wordNumber('kit'), device: wordNumber('device') }

type Somebody = Genesis &
  Pick<Person, 'id' | 'index' | 'givenName' | 'userPrincipalName'> & {
    createdAt: string
    phonePrefix: string
  }
type Kit = Pick<Person, 'methods' | 'preference' | 'defaultMethodId' | 'phones'>

/** Of a hundred people: four have nothing, eleven only a text message, 45 one app, 25 an app and a number, and so on. */
export function crowdKit(somebody: Somebody): Kit {
  const { seed, bornAt, index, createdAt } = somebody
  const used = bornAt - (hash32(seed, index, purposes.used) % (40 * 24)) * hourMs
  const origin: Origin = { seed, index, createdAt, usedAt: isoAt(Math.max(used, bornAt - 40 * dayMs)) }
  const draw = hash32(seed, index, purposes.kit) % 100
  const number = phoneNumberOf(seed, index, somebody.phonePrefix)
  const methods: Method[] = [makePassword(origin)]
  const phones: Phone[] = []

  const app = (slot: 'old' | 'new', passwordless: boolean) => {
    const phone = crowdPhone(somebody, slot, number)
    const { name: displayName, appVersion, id: phoneId } = phone
    const made = { word: slot, displayName, phoneAppVersion: appVersion ?? '', phoneId, passwordless }
    const method = makeAuthenticator(origin, made)
    phone.accounts.push(workAccount(somebody.userPrincipalName, method.id, method.totpSecret))
    methods.push(method)
    phones.push(phone)
  }
  if (draw >= 15) app('old', draw >= 92)
  else phones.push(crowdPhone(somebody, 'old', number))
  if ((draw >= 4 && draw < 15) || draw >= 60) methods.push(makePhoneMethod(origin, 'mobile', number))
  if (draw >= 85 && draw < 90) app('new', false)
  if (draw >= 90) methods.push(makeWindowsHello(origin, `AURORA-${index}`))
  if (draw >= 94 && draw < 97) methods.push(makeSoftwareOath(origin, null))
  if (draw >= 97) methods.push(makeFido2(origin, securityKey))

  const preference: Preference | null = draw >= 15 ? 'push' : draw >= 4 ? 'sms' : null
  return { methods, preference, defaultMethodId: methods[1]?.id ?? null, phones }
}

function crowdPhone({ seed, index, id, givenName }: Somebody, slot: 'old' | 'new', number: string): Phone {
  const label = pickOne(models, hash32(seed, index, purposes.device + (slot === 'old' ? 0 : 1)))
  const platform = label.startsWith('iPhone') ? 'ios' : 'android'
  return makePhone(id, slot, {
    name: `${givenName}'s ${label}`,
    label,
    platform,
    osVersion: platform === 'ios' ? '26.1' : '16',
    appVersion: currentAppVersion(platform),
    simNumber: slot === 'old' ? number : null,
  })
}
