import type { Person, SiteName } from './person'

type CastFacts = Pick<Person, 'displayName' | 'department' | 'jobTitle' | 'story'> & {
  site: SiteName
  /** Place of the manager in this list; null for the head of the company. */
  manager: number | null
  /** Values of the Portal app's roles. */
  appRoles: readonly string[]
}

const olga = 0
const paola = 1
const ada = 3

/** The people one signs in as, in the order of the demo's table, then the break-glass account and the mailbox the portal writes from. */
export const castFacts: readonly CastFacts[] = [
  {
    displayName: 'Olga Owner',
    site: 'Milan',
    department: 'IT Operations',
    jobTitle: 'Head of IT',
    manager: null,
    appRoles: ['Owner'],
    story: 'Owner: settings, roles, keys, health',
  },
  {
    displayName: 'Paola Planner',
    site: 'Milan',
    department: 'IT Operations',
    jobTitle: 'Workplace planner',
    manager: olga,
    appRoles: ['Planner'],
    story: 'Planner: plans the waves',
  },
  {
    displayName: 'Hana Helpdesk',
    site: 'Dublin',
    department: 'IT Operations',
    jobTitle: 'Service desk agent',
    manager: paola,
    appRoles: ['Helpdesk', 'Verifier'],
    story: 'Helpdesk and verifier: Authentication Administrator through PIM',
  },
  {
    displayName: 'Ada Approver',
    site: 'Dublin',
    department: 'IT Operations',
    jobTitle: 'Service desk lead',
    manager: olga,
    appRoles: ['Approver'],
    story: 'Approver: the second pair of eyes',
  },
  {
    displayName: 'Aldo Auditor',
    site: 'Milan',
    department: 'Finance',
    jobTitle: 'Internal auditor',
    manager: olga,
    appRoles: ['Auditor'],
    story: 'Auditor: reads, changes nothing',
  },
  {
    displayName: 'Toni Technician',
    site: 'Milan',
    department: 'IT Operations',
    jobTitle: 'Technician',
    manager: paola,
    appRoles: ['Technician'],
    story: 'Technician: today’s window in Milan',
  },
  {
    displayName: 'Elio Esposito',
    site: 'Milan',
    department: 'Purchasing',
    jobTitle: 'Buyer',
    manager: paola,
    appRoles: [],
    story: 'iPhone to iPhone, keeps an iPad',
  },
  {
    displayName: 'Lia Legacy',
    site: 'Milan',
    department: 'Finance',
    jobTitle: 'Accountant',
    manager: ada,
    appRoles: [],
    story: 'Old iOS app with a legacy backup',
  },
  {
    displayName: 'Andrea Android',
    site: 'Pune',
    department: 'Engineering',
    jobTitle: 'Engineer',
    manager: ada,
    appRoles: [],
    story: 'Android to Android with a cloud backup',
  },
  {
    displayName: 'Petra Platform',
    site: 'Dublin',
    department: 'Sales',
    jobTitle: 'Account executive',
    manager: ada,
    appRoles: [],
    story: 'iPhone to Android: no backup crosses',
  },
  {
    displayName: 'Nora Newnumber',
    site: 'Dublin',
    department: 'People',
    jobTitle: 'Recruiter',
    manager: paola,
    appRoles: [],
    story: 'New phone and new number; only SMS as second way in',
  },
  {
    displayName: 'Lea Lostphone',
    site: 'Milan',
    department: 'Logistics',
    jobTitle: 'Dispatcher',
    manager: paola,
    appRoles: [],
    story: 'Old phone gone, locked out',
  },
  {
    displayName: 'Elena Early',
    site: 'Pune',
    department: 'Engineering',
    jobTitle: 'Test engineer',
    manager: ada,
    appRoles: [],
    story: 'Registered the new phone already',
  },
  {
    displayName: 'Piero Passkey',
    site: 'Milan',
    department: 'Research',
    jobTitle: 'Researcher',
    manager: olga,
    appRoles: [],
    story: 'Passkey in Authenticator, Windows Hello, security key',
  },
  {
    displayName: 'Samir Stuck',
    site: 'Pune',
    department: 'Quality',
    jobTitle: 'Inspector',
    manager: ada,
    appRoles: [],
    story: 'Approvals from the new phone always fail',
  },
  {
    displayName: 'Vito VIP',
    site: 'Milan',
    department: 'Sales',
    jobTitle: 'Chief commercial officer',
    manager: olga,
    appRoles: [],
    story: 'Holds an admin role at Entra',
  },
  {
    displayName: 'Thea Throttled',
    site: 'Dublin',
    department: 'Logistics',
    jobTitle: 'Planner of loads',
    manager: paola,
    appRoles: [],
    story: 'Graph answers with 429 whenever she is touched',
  },
  {
    displayName: 'Emergency Access',
    site: 'Milan',
    department: 'IT Operations',
    jobTitle: 'Break-glass account',
    manager: null,
    appRoles: [],
    story: '',
  },
  {
    displayName: 'Passaggio',
    site: 'Milan',
    department: 'IT Operations',
    jobTitle: 'Shared mailbox',
    manager: null,
    appRoles: [],
    story: '',
  },
]

export const castSize = castFacts.length

/** How many of them are people one signs in as: all but the break-glass account and the mailbox. */
export const shownCastSize = castSize - 2

/** Where each of them stands in the list. */
export const cast = {
  olga,
  paola,
  hana: 2,
  ada,
  aldo: 4,
  toni: 5,
  elio: 6,
  lia: 7,
  andrea: 8,
  petra: 9,
  nora: 10,
  lea: 11,
  elena: 12,
  piero: 13,
  samir: 14,
  vito: 15,
  thea: 16,
  breakGlass: 17,
  mailbox: 18,
} as const
