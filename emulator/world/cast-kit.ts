import { cast } from './cast-facts'
import { dayMs, hourMs, isoAt } from './clock'
import type { Genesis } from './genesis'
import type { Origin } from './make-method'
import {
  makeAuthenticator,
  makeFido2,
  makePassword,
  makePhoneMethod,
  makeWindowsHello,
  phoneNumberOf,
  securityKey,
} from './make-method'
import { makePhone, privateAccounts, workAccount } from './make-phone'
import type { Method, Preference } from './method'
import { authenticatorAaGuids } from './method'
import type { Person } from './person'
import type { Phone } from './phone'

export type KitContext = Genesis & {
  index: number
  id: string
  mail: string
  givenName: string
  phonePrefix: string
  createdAt: string
}

type Kit = Pick<Person, 'methods' | 'preference' | 'defaultMethodId' | 'phones' | 'backups'>

type Model = Pick<Phone, 'label' | 'platform' | 'osVersion'> & Partial<Phone>
const iphone = (label: string, osVersion = '26.1'): Model => ({ label, platform: 'ios', osVersion })
const android = (label: string, osVersion = '16'): Model => ({ label, platform: 'android', osVersion })

/** The methods and phones of one of the cast, as on the first day. */
export function castKit(context: KitContext): Kit {
  const { seed, index, id, mail, givenName, phonePrefix, bornAt, createdAt } = context
  const origin: Origin = { seed, index, createdAt, usedAt: isoAt(bornAt - (index + 2) * hourMs) }
  const number = phoneNumberOf(seed, index, phonePrefix)
  const methods: Method[] = [makePassword(origin)]
  const phones: Phone[] = []

  /** A phone; with `registered` the work account in it is a registration at Microsoft. */
  const add = (slot: Phone['slot'], model: Model, registered = false) => {
    const name = model.name ?? `${givenName}'s ${slot === 'old' ? 'old ' : ''}${model.label}`
    const phone = makePhone(id, slot, { ...model, name })
    if (registered) register(phone)
    phones.push(phone)
    return phone
  }
  const register = (phone: Phone) => {
    const method = makeAuthenticator(origin, {
      word: phone.slot,
      displayName: phone.name,
      phoneAppVersion: phone.appVersion ?? '',
      phoneId: phone.id,
    })
    methods.push(method)
    phone.accounts.push(workAccount(mail, method.id, method.totpSecret))
  }
  const text = (value = number) => methods.push(makePhoneMethod(origin, 'mobile', value))
  const key = () => methods.push(makeFido2(origin, securityKey))
  const others = () => privateAccounts(seed, index)
  const kit = (preference: Preference | null = 'push', backups: Person['backups'] = []): Kit => ({
    methods,
    preference,
    defaultMethodId:
      methods.find((method) => method.kind === (preference === 'sms' ? 'phone' : 'microsoftAuthenticator'))
        ?.id ?? null,
    phones,
    backups,
  })

  switch (index) {
    case cast.elio: {
      const old = add('old', { ...iphone('iPhone 12', '18.7'), simNumber: number }, true)
      old.accounts.push(...others())
      add('tablet', { ...iphone('iPad Air'), platform: 'ipados' }, true)
      add('new', iphone('iPhone 16'))
      text()
      const saved = { model: 'ios_keychain' as const, phoneId: old.id, accountLabel: 'Elio’s Apple account' }
      return kit('push', [{ ...saved, savedAt: isoAt(bornAt - dayMs), accounts: old.accounts }])
    }
    case cast.lia: {
      const legacy = { backupModel: 'ios_legacy' as const, appVersion: '6.7.16', backupOn: true }
      const old = add('old', { ...iphone('iPhone 8', '16.7'), ...legacy, simNumber: number }, true)
      old.accounts.push(...others())
      add('new', { ...iphone('iPhone 13', '17.6'), ...legacy, backupOn: false })
      text()
      const saved = {
        model: 'ios_legacy' as const,
        phoneId: old.id,
        accountLabel: 'Lia’s private Microsoft account',
      }
      return kit('push', [{ ...saved, savedAt: isoAt(bornAt - 9 * dayMs), accounts: old.accounts }])
    }
    case cast.andrea: {
      const old = add('old', { ...android('Pixel 6', '15'), backupOn: true, simNumber: number }, true)
      old.accounts.push(...others())
      add('new', android('Pixel 9'))
      text()
      const saved = {
        model: 'android' as const,
        phoneId: old.id,
        accountLabel: 'Andrea’s private Microsoft account',
      }
      return kit('push', [{ ...saved, savedAt: isoAt(bornAt - 3 * dayMs), accounts: old.accounts }])
    }
    case cast.petra: {
      const old = add('old', { ...iphone('iPhone 13', '18.7'), simNumber: number }, true)
      old.accounts.push(...others())
      add('new', android('Galaxy S25'))
      text()
      return kit()
    }
    case cast.nora: {
      add('old', { ...iphone('iPhone 11', '18.7'), simNumber: number }, true)
      add('new', {
        ...iphone('iPhone 16e'),
        simNumber: phoneNumberOf(seed, index, phonePrefix, 'new number'),
      })
      text()
      return kit()
    }
    case cast.lea: {
      add('old', { ...iphone('iPhone 12', '18.7'), condition: 'lost', simNumber: number }, true)
      add('new', iphone('iPhone 16e'))
      return kit()
    }
    case cast.elena: {
      add('old', { ...android('Galaxy S21', '15'), simNumber: number }, true)
      add('new', android('Galaxy S25'), true)
      text()
      return kit()
    }
    case cast.piero: {
      const old = add('old', { ...iphone('iPhone 14', '18.7'), simNumber: number }, true)
      const made = {
        displayName: 'Authenticator - iOS',
        model: 'Microsoft Authenticator',
        aaGuid: authenticatorAaGuids.ios,
      }
      const passkey = makeFido2(origin, { ...made, phoneId: old.id })
      methods.push(passkey)
      old.passkeyMethodIds.push(passkey.id)
      key()
      methods.push(makeWindowsHello(origin, 'AURORA-PIERO'))
      add('new', iphone('iPhone 17'))
      text()
      return kit()
    }
    case cast.samir: {
      add('old', { ...android('Pixel 5', '14'), simNumber: number }, true)
      add('new', { ...android('Pixel 8a'), approvalsFail: true }, true)
      text()
      return kit()
    }
    case cast.mailbox:
      return kit(null)
    case cast.breakGlass: {
      key()
      return { ...kit(null), defaultMethodId: null }
    }
    case cast.hana:
    case cast.ada:
    case cast.olga: {
      add('old', { ...iphone('iPhone 15'), name: `${givenName}'s iPhone 15`, simNumber: number }, true)
      key()
      methods.push(makeWindowsHello(origin, `AURORA-${givenName.toUpperCase()}`))
      return kit()
    }
    default: {
      add('old', { ...android('Pixel 7', '16'), simNumber: number }, true)
      add('new', android('Pixel 9a'))
      text()
      return kit()
    }
  }
}
