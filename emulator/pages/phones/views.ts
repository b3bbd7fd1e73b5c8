import type { Person } from '../../world/person'
import { registrationsOn } from '../../world/registration'
import { listRings } from '../../world/ring'
import { readText } from '../../world/text-message'
import type { World } from '../../world/world'
import { saidFrom } from './said'
import { callNameOf, type PhoneView } from './view'

/**
 * A person's phones as they are at this moment. With a page, each shows the screen its address names. Of several
 * requests a phone shows the newest, or the one of the sign-in it is drawn beside.
 */
export function phoneViews(
  world: World,
  person: Person,
  { answerTo, page = null, ringId = null }: { answerTo: string; page?: URL | null; ringId?: string | null },
): PhoneView[] {
  return person.phones.map((phone) => ({
    phone,
    person,
    tenantName: world.tenant.displayName,
    callName: callNameOf(phone, person.phones),
    screen: page?.searchParams.get(phone.slot) ?? 'home',
    said: saidFrom(page?.searchParams.get(`${phone.slot}-said`) ?? null),
    ring: listRings(world, phone).findLast(({ id }) => page !== null || id === ringId) ?? null,
    test: (page && registrationsOn(world, phone.id).at(-1)) ?? null,
    text: readText(world, phone),
    answerTo,
    page,
  }))
}
