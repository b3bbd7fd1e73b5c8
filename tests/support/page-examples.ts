/** How to come to a page of a route. */
export type Example = {
  route: string
  /** Who looks, named as on the emulator's account page; nobody: before signing in. */
  as?: string
  /** A list to begin at, then names of links, or of rows with one, to follow; a link from there leads to the page. Default: the route. */
  from?: [string, ...string[]]
  status?: number
  /** What is searched for there. */
  query?: string
}

/** To whom `preparePages` has a question put. */
export const askedPerson = 'Ciara Hazel'

const giulia = 'Giulia Betulla'
const paola = 'Paola Planner'
const hana = 'Hana Helpdesk'
const aldo = 'Aldo Auditor'
const olga = 'Olga Owner'

/**
 * Every page the portal has, for whatever looks at all of them. One's own move at different steps of it.
 * Some need what `preparePages` has brought about.
 */
export const examples: readonly Example[] = [
  { route: '/' },
  { route: '/locked-out' },
  { route: '/message' },
  { route: '/_not-found', from: ['/no-such-page'], status: 404 },
  { route: '/my', as: giulia },
  { route: '/my', as: 'Elena Early' },
  { route: '/my', as: 'Samir Stuck' },
  { route: '/my', as: olga },
  { route: '/my/devices', as: giulia },
  { route: '/my/booking', as: giulia },
  { route: '/my/return', as: giulia },
  { route: '/my/print', as: giulia },
  { route: '/my/devices', as: 'Lia Legacy' },
  { route: '/my/devices/new', as: 'Lia Legacy' },
  { route: '/my/devices/primary', as: 'Lia Legacy' },
  { route: '/my/devices/[id]', as: 'Lia Legacy', from: ['/my/devices'] },
  { route: '/my/devices/[id]/backup', as: 'Lia Legacy', from: ['/my/devices', 'My iPhone'] },
  { route: '/my/help', as: giulia },
  { route: '/my/kit', as: giulia },
  { route: '/my/kit/sheet', as: giulia },
  { route: '/my/other-apps', as: giulia },
  { route: '/my/tips', as: giulia },
  { route: '/my/not-me', as: giulia },
  { route: '/my/confirm', as: askedPerson },
  { route: '/my/confirm/[id]', as: askedPerson, from: ['/my/confirm'] },
  { route: '/plan', as: paola },
  { route: '/plan/preflight', as: paola },
  { route: '/plan/people', as: paola },
  { route: '/plan/people/[id]', as: paola, from: ['/plan/people'] },
  { route: '/plan/waves', as: paola },
  { route: '/plan/waves/new', as: paola },
  { route: '/plan/waves/[id]', as: paola, from: ['/plan/waves', 'Milan, November'] },
  { route: '/plan/waves/[id]/add', as: paola, from: ['/plan/waves', 'Dublin, December'], query: '?q=dublin' },
  { route: '/plan/waves/[id]/close/[swapId]', as: paola, from: ['/plan/waves', 'Milan, November'] },
  { route: '/plan/waves/[id]/import', as: paola, from: ['/plan/waves', 'Dublin, December'] },
  {
    route: '/plan/waves/[id]/import/[importId]',
    as: paola,
    from: ['/plan/waves', 'Dublin, December', 'Import a file'],
  },
  { route: '/desk', as: hana },
  { route: '/desk/people', as: hana, from: ['/desk/people?q=Elio'] },
  { route: '/desk/people/[id]', as: hana, from: ['/desk/people?q=Elio'] },
  { route: '/desk/cases/[id]', as: hana, from: ['/desk', askedPerson] },
  { route: '/audit', as: aldo },
  { route: '/audit/known', as: aldo },
  { route: '/audit/[id]', as: aldo, from: ['/audit'] },
  { route: '/audit/people/[oid]', as: aldo, from: ['/audit'] },
  { route: '/settings', as: olga },
  { route: '/settings/sessions', as: olga },
  { route: '/settings/options', as: olga },
  { route: '/settings/guides', as: olga },
  { route: '/settings/sync', as: olga },
  { route: '/settings/messages', as: olga },
  { route: '/settings/health', as: olga },
  { route: '/settings/privacy', as: olga },
]
