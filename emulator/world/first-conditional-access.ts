import { idOfIndex } from './address'
import type { App, AppName } from './apps'
import { cast } from './cast-facts'
import { dayMs, isoAt } from './clock'
import { officeRange, registerSecurityInfo } from './conditional-access'
import type { Genesis } from './genesis'
import { guidOf } from './random'
import type { ConditionalAccessPolicy, Tenant } from './tenant'

/** Built-in authentication strengths; the ids are alike in every tenant. */
export const strengths = {
  multifactor: '00000000-0000-0000-0000-000000000002',
  passwordless: '00000000-0000-0000-0000-000000000003',
  phishingResistant: '00000000-0000-0000-0000-000000000004',
} as const

/** MFA for all, security info guarded away from the office, and context c1 with a policy bound to it. c2 has none. */
export function firstConditionalAccess(
  { seed, bornAt }: Genesis,
  apps: Record<AppName, App>,
): Pick<Tenant, 'conditionalAccess' | 'authenticationContexts' | 'locations'> {
  const policy = (displayName: string, rest: Partial<ConditionalAccessPolicy>): ConditionalAccessPolicy => ({
    id: guidOf(seed, `policy ${displayName}`),
    displayName,
    state: 'enabled',
    createdDateTime: isoAt(bornAt - 200 * dayMs),
    modifiedDateTime: null,
    applications: { includeApplications: [], includeUserActions: [], includeContexts: [] },
    includeUsers: ['All'],
    excludeUsers: [idOfIndex(seed, cast.breakGlass)],
    builtInControls: [],
    strengthId: null,
    signInFrequency: null,
    locations: null,
    ...rest,
  })
  const applications = { includeApplications: [], includeUserActions: [], includeContexts: [] }
  return {
    conditionalAccess: [
      policy('Multifactor authentication for everybody', {
        applications: { ...applications, includeApplications: ['All'] },
        builtInControls: ['mfa'],
      }),
      policy('Security info only from the office, or with a pass', {
        applications: { ...applications, includeUserActions: [registerSecurityInfo] },
        builtInControls: ['mfa'],
        locations: { includeLocations: ['All'], excludeLocations: ['AllTrusted'] },
      }),
      policy('Step-up: sign in again, every time', {
        applications: { ...applications, includeContexts: ['c1'] },
        strengthId: strengths.multifactor,
        signInFrequency: 'everyTime',
      }),
      policy('Desk only with phishing-resistant methods', {
        state: 'enabledForReportingButNotEnforced',
        applications: { ...applications, includeApplications: [apps.desk.clientId] },
        strengthId: strengths.phishingResistant,
      }),
    ],
    locations: [
      {
        id: guidOf(seed, 'location office'),
        displayName: 'Offices',
        isTrusted: true,
        cidrAddress: officeRange,
        createdDateTime: isoAt(bornAt - 200 * dayMs),
      },
    ],
    authenticationContexts: [
      {
        id: 'c1',
        displayName: 'Step-up',
        description: 'A fresh sign-in before a sensitive action',
        isAvailable: true,
      },
      {
        id: 'c2',
        displayName: 'Reserved',
        description: 'No policy is bound to this context',
        isAvailable: true,
      },
    ],
  }
}
