import { giveKit } from './cast-kits'
import { hourMs, isoAt } from './clock'
import type { Genesis } from './genesis'
import type { Origin } from './make-method'
import {
  makeAuthenticator,
  makeFido2,
  makePassword,
  makePhoneMethod,
  phoneNumberOf,
  securityKey,
} from './make-method'
import { makePhone, workAccount } from './make-phone'
import type { Method } from './method'
import type { Person } from './person'
import type { Backup, Phone } from './phone'

export type KitContext = Genesis & {
  index: number
  id: string
  mail: string
  givenName: string
  phonePrefix: string
  createdAt: string
}

type Kit = Pick<Person, 'methods' | 'preference' | 'defaultMethodId' | 'phones' | 'backups'>
export type Model = Pick<Phone, 'label' | 'platform' | 'osVersion'> & Partial<Phone>

/** What one of the cast is given on the first day, piece by piece. */
export class KitBuilder {
  readonly methods: Method[]
  readonly phones: Phone[] = []
  readonly backups: Backup[] = []
  readonly context: KitContext
  readonly origin: Origin
  /** Their number on the first day. */
  readonly number: string

  constructor(context: KitContext) {
    const { seed, index, createdAt, bornAt, phonePrefix } = context
    this.context = context
    this.origin = { seed, index, createdAt, usedAt: isoAt(bornAt - (index + 2) * hourMs) }
    this.methods = [makePassword(this.origin)]
    this.number = phoneNumberOf(seed, index, phonePrefix)
  }

  /** A phone with an empty Authenticator. */
  phone(slot: Phone['slot'], model: Model): Phone {
    const { id, givenName } = this.context
    const name = model.name ?? `${givenName}'s ${slot === 'old' ? 'old ' : ''}${model.label}`
    const phone = makePhone(id, slot, { ...model, name })
    this.phones.push(phone)
    return phone
  }

  /** A phone whose Authenticator is registered for the work account. */
  registered(slot: Phone['slot'], model: Model): Phone {
    const phone = this.phone(slot, model)
    const made = {
      word: slot,
      displayName: phone.name,
      phoneAppVersion: phone.appVersion ?? '',
      phoneId: phone.id,
    }
    const method = makeAuthenticator(this.origin, made)
    this.methods.push(method)
    phone.accounts.push(workAccount(this.context.mail, method.id, method.totpSecret))
    return phone
  }

  /** Their number registered for text messages. */
  text(): void {
    this.methods.push(makePhoneMethod(this.origin, 'mobile', this.number))
  }

  key(): void {
    this.methods.push(makeFido2(this.origin, securityKey))
  }

  backup(phone: Phone, accountLabel: string, daysAgo: number): void {
    const savedAt = isoAt(this.context.bornAt - daysAgo * 24 * hourMs)
    this.backups.push({
      model: phone.backupModel,
      phoneId: phone.id,
      accountLabel,
      savedAt,
      accounts: [...phone.accounts],
    })
  }
}

/** The methods and phones of one of the cast, as on the first day. */
export function castKit(context: KitContext): Kit {
  const builder = new KitBuilder(context)
  giveKit(builder)
  const { methods, phones, backups } = builder
  const first = methods.find(({ kind }) => kind === 'microsoftAuthenticator')
  return { methods, phones, backups, preference: first ? 'push' : null, defaultMethodId: first?.id ?? null }
}
