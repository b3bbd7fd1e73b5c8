import { idOfIndex } from './address'
import { castSize } from './cast-facts'
import { dayMs, isoAt } from './clock'
import { crowdKit } from './crowd-kit'
import type { Genesis } from './genesis'
import type { Person } from './person'
import { hash32, pickOne, wordNumber } from './random'
import { companyName, departments, domainName, sites } from './sites'

const purposes = {
  site: wordNumber('site'),
  department: wordNumber('department'),
  given: wordNumber('given'),
  surname: wordNumber('surname'),
  created: wordNumber('created'),
}

/** The site of a generated person, cheap enough to ask for everybody. */
function crowdSite(seed: number, index: number) {
  return pickOne(sites, hash32(seed, index, purposes.site))
}

/** The department of a generated person, cheap enough to ask for everybody. */
function crowdDepartment(seed: number, index: number) {
  return pickOne(departments, hash32(seed, index, purposes.department))
}

/** Every 97th is a guest of a partner. */
function isCrowdGuest(index: number): boolean {
  return index % 97 === 96
}

/** Ten reports each, down from the head of the company. */
function crowdManagerIndex(index: number): number {
  const rank = index - castSize
  return rank < 30 ? rank % 4 : castSize + Math.floor((rank - 30) / 10)
}

/** Person `index` of the crowd; the same for the same genesis, and computed without any other person. */
export function crowdPerson({ seed, bornAt }: Genesis, index: number): Person {
  const site = crowdSite(seed, index)
  const department = crowdDepartment(seed, index)
  const givenName = pickOne(site.givenNames, hash32(seed, index, purposes.given))
  const surname = pickOne(site.surnames, hash32(seed, index, purposes.surname))
  const isGuest = isCrowdGuest(index)
  const local = `${givenName}.${surname}.${index}`.toLowerCase()
  const mail = isGuest ? `${local}@partner.example` : `${local}@${domainName}`
  const createdAt = isoAt(bornAt - (90 + (hash32(seed, index, purposes.created) % 2000)) * dayMs)

  const id = idOfIndex(seed, index)
  const userPrincipalName = isGuest ? `${mail.replace('@', '_')}#EXT#@${domainName}` : mail

  // Most of what costs time is methods and phones, and most lists do not look at them.
  let kept: ReturnType<typeof crowdKit> | null = null
  const kit = () => {
    const { phonePrefix } = site
    kept ??= crowdKit({ seed, bornAt, id, index, givenName, userPrincipalName, createdAt, phonePrefix })
    return kept
  }

  return {
    id,
    index,
    userPrincipalName,
    displayName: `${givenName} ${surname}`,
    givenName,
    surname,
    mail,
    jobTitle: isGuest ? 'Partner' : `${department} specialist`,
    department,
    officeLocation: site.name,
    companyName: isGuest ? 'Partner' : companyName,
    employeeId: `AC${String(index).padStart(6, '0')}`,
    usageLocation: site.usageLocation,
    preferredLanguage: site.preferredLanguage,
    accountEnabled: index % 61 !== 60,
    userType: isGuest ? 'Guest' : 'Member',
    onPremisesSyncEnabled: isGuest ? null : true,
    createdDateTime: createdAt,
    lastPasswordChangeDateTime: createdAt,
    signInSessionsValidFromDateTime: createdAt,
    managerId: isGuest ? null : idOfIndex(seed, crowdManagerIndex(index)),
    get methods() {
      return kit().methods
    },
    get preference() {
      return kit().preference
    },
    get defaultMethodId() {
      return kit().defaultMethodId
    },
    get phones() {
      return kit().phones
    },
    backups: [],
    isSystemPreferredEnabled: true,
    perUserMfaState: 'disabled',
    story: '',
  }
}
