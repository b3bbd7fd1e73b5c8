import { idOfIndex } from './address'
import { cast, castFacts } from './cast-facts'
import { castKit } from './cast-kit'
import { dayMs, isoAt } from './clock'
import type { Genesis } from './genesis'
import type { Person } from './person'
import { companyName, domainName, siteNamed } from './sites'

/** Person `index` of the cast, as on the first day. */
export function castPerson(genesis: Genesis, index: number): Person {
  const facts = castFacts[index]
  if (!facts) throw new Error(`the cast has no person ${index}`)
  const { displayName, department, jobTitle, story } = facts
  const site = siteNamed(facts.site)
  const [givenName = displayName, surname = ''] = displayName.split(' ')
  const mail = `${[givenName, surname].filter((name) => name !== '').join('.')}@${domainName}`.toLowerCase()
  const createdAt = isoAt(genesis.bornAt - (400 + index * 37) * dayMs)
  const id = idOfIndex(genesis.seed, index)

  return {
    id,
    index,
    userPrincipalName: mail,
    displayName,
    givenName,
    surname,
    mail,
    jobTitle,
    department,
    officeLocation: site.name,
    companyName,
    employeeId: `AC${String(index).padStart(6, '0')}`,
    usageLocation: site.usageLocation,
    // Elio speaks Italian; the others English, so that a demo to a room needs no Italian.
    preferredLanguage: index === cast.elio ? 'it-IT' : 'en-IE',
    accountEnabled: index !== cast.mailbox, // a shared mailbox is an account nobody signs in to
    userType: 'Member',
    onPremisesSyncEnabled: null,
    createdDateTime: createdAt,
    lastPasswordChangeDateTime: createdAt,
    signInSessionsValidFromDateTime: createdAt,
    managerId: facts.manager === null ? null : idOfIndex(genesis.seed, facts.manager),
    ...castKit({ ...genesis, index, id, mail, givenName, phonePrefix: site.phonePrefix, createdAt }),
    isSystemPreferredEnabled: true,
    perUserMfaState: 'disabled',
    story,
  }
}
