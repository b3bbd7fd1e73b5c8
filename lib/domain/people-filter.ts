/** Filters that a press on a chip puts on or takes off. */
export const peopleFlags = [
  'no_second_method',
  'not_registered',
  'in_wave',
  'not_in_wave',
  'guest',
  'disabled',
  'left',
] as const

export type PeopleFlag = (typeof peopleFlags)[number]

/** Which people a list shows. */
export type PeopleFilter = {
  q: string
  site: string | null
  department: string | null
  flags: readonly PeopleFlag[]
}

type Params = Record<string, string | string[] | undefined>

/** The filter that a page's address asks for; what it does not know it leaves out. */
export function readPeopleFilter(params: Params): PeopleFilter {
  const only = one(params.only).split(',')
  return {
    q: one(params.q).trim().slice(0, 100),
    site: one(params.site) || null,
    department: one(params.department) || null,
    flags: peopleFlags.filter((flag) => only.includes(flag)),
  }
}

function one(value: string | string[] | undefined): string {
  const text = Array.isArray(value) ? value[0] : value
  // PostgreSQL text holds no NUL.
  return (text ?? '').replaceAll('\0', '')
}

/** The same filter as query parameters; empty where nothing is filtered. */
export function peopleParams({ q, site, department, flags }: PeopleFilter): Record<string, string> {
  return {
    ...(q && { q }),
    ...(site && { site }),
    ...(department && { department }),
    ...(flags.length > 0 && { only: flags.join(',') }),
  }
}

/** The filter with a flag put on, or taken off where it is on. Opposites replace each other. */
export function withFlag(filter: PeopleFilter, flag: PeopleFlag): PeopleFilter {
  const isOn = filter.flags.includes(flag)
  const kept = filter.flags.filter((other) => other !== flag && opposites[flag] !== other)
  return {
    ...filter,
    flags: peopleFlags.filter((other) => kept.includes(other) || (!isOn && other === flag)),
  }
}

const opposites: Partial<Record<PeopleFlag, PeopleFlag>> = { in_wave: 'not_in_wave', not_in_wave: 'in_wave' }

/** Whether nothing is filtered. */
export function isEveryone({ q, site, department, flags }: PeopleFilter): boolean {
  return !q && !site && !department && flags.length === 0
}

/**
 * Names in Microsoft's registration report of what still lets somebody in when the Authenticator on their
 * phone is gone. One Authenticator registration is named up to three times, so counting names says nothing.
 */
export const secondWays: readonly string[] = [
  'mobilePhone',
  'alternateMobilePhone',
  'officePhone',
  'hardwareOneTimePasscode',
  'fido2SecurityKey',
  'passKeyDeviceBound',
  'passKeyDeviceBoundWindowsHello',
  'passKeySynced',
  'windowsHelloForBusiness',
  'macOsSecureEnclaveKey',
]
