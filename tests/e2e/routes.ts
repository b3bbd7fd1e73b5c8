import { expect, type Page } from '@playwright/test'

type SignIn = (displayName: string) => Promise<Page>

/** Where a page can be looked at: as whom, and at which address. Null: signed out. */
export type Example = { as: string | null; address: (page: Page, signIn: SignIn) => Promise<string> }

const at = (as: string | null, address: string): Example => ({ as, address: async () => address })
const anEmployee = 'Giulia Betulla'
const aDevice = /^\/my\/devices\/[0-9a-f-]{36}$/

/** One example of every page there is, by its route in the build manifest. */
export const examples: Record<string, Example> = {
  '/': at(null, '/'),
  '/locked-out': at(null, '/locked-out'),
  '/message': at(null, '/message'),
  '/_not-found': at(null, '/nothing-of-that-name'),
  '/my': at(anEmployee, '/my'),
  '/my/booking': at(anEmployee, '/my/booking'),
  '/my/return': at(anEmployee, '/my/return'),
  '/my/print': at(anEmployee, '/my/print'),
  '/my/devices': at('Lia Legacy', '/my/devices'),
  '/my/devices/new': at('Lia Legacy', '/my/devices/new'),
  '/my/devices/primary': at('Lia Legacy', '/my/devices/primary'),
  '/my/devices/[id]': { as: 'Lia Legacy', address: (page) => firstLink(page, '/my/devices', aDevice) },
  '/my/devices/[id]/backup': {
    as: 'Lia Legacy',
    address: async (page) => `${await firstLink(page, '/my/devices', aDevice)}/backup`,
  },
  '/my/help': at(anEmployee, '/my/help'),
  '/my/kit': at(anEmployee, '/my/kit'),
  '/my/kit/sheet': at(anEmployee, '/my/kit/sheet'),
  '/my/other-apps': at(anEmployee, '/my/other-apps'),
  '/my/tips': at(anEmployee, '/my/tips'),
  '/my/not-me': at(anEmployee, '/my/not-me'),
  '/my/confirm': at(anEmployee, '/my/confirm'),
  '/my/confirm/[id]': { as: anEmployee, address: question },
  '/desk': at('Hana Helpdesk', '/desk'),
  '/desk/people': at('Hana Helpdesk', '/desk/people?q=milan'),
  '/desk/people/[id]': {
    as: 'Hana Helpdesk',
    address: (page) => firstLink(page, '/desk/people?q=piero', '/desk/people/'),
  },
  '/desk/cases/[id]': { as: 'Hana Helpdesk', address: (page) => firstLink(page, '/desk', '/desk/cases/') },
  '/plan': at('Paola Planner', '/plan'),
  '/plan/preflight': at('Paola Planner', '/plan/preflight'),
  '/plan/people': at('Paola Planner', '/plan/people'),
  '/plan/people/[id]': {
    as: 'Paola Planner',
    address: (page) => firstLink(page, '/plan/people?q=elio', '/plan/people/'),
  },
  '/plan/waves': at('Paola Planner', '/plan/waves'),
  '/plan/waves/new': at('Paola Planner', '/plan/waves/new'),
  '/plan/waves/[id]': { as: 'Paola Planner', address: (page) => wave(page, 'Milan, November') },
  '/plan/waves/[id]/add': {
    as: 'Paola Planner',
    address: async (page) => `${await wave(page, 'Dublin, December')}/add?q=dublin`,
  },
  '/plan/waves/[id]/import': {
    as: 'Paola Planner',
    address: async (page) => `${await wave(page, 'Dublin, December')}/import`,
  },
  '/plan/waves/[id]/import/[importId]': { as: 'Paola Planner', address: anImport },
  '/plan/waves/[id]/close/[swapId]': {
    as: 'Paola Planner',
    address: async (page) => firstLink(page, await wave(page, 'Milan, November'), /\/close\//),
  },
  '/audit': at('Aldo Auditor', '/audit'),
  '/audit/known': at('Aldo Auditor', '/audit/known'),
  '/audit/[id]': {
    as: 'Aldo Auditor',
    address: (page) => firstLink(page, '/audit', /\/audit\/[0-9a-f-]{36}$/),
  },
  '/audit/people/[oid]': {
    as: 'Aldo Auditor',
    address: (page) => firstLink(page, '/audit', '/audit/people/'),
  },
  '/settings': at('Olga Owner', '/settings'),
  '/settings/sessions': at('Olga Owner', '/settings/sessions'),
  '/settings/options': at('Olga Owner', '/settings/options'),
  '/settings/sync': at('Olga Owner', '/settings/sync'),
  '/settings/messages': at('Olga Owner', '/settings/messages'),
  '/settings/health': at('Olga Owner', '/settings/health'),
  '/settings/privacy': at('Olga Owner', '/settings/privacy'),
}

/** Drawn only when the page around all others breaks, so no address leads there. */
export const withoutExample = ['/_global-error']

/** Of the links on a page, where the first leads that begins like this. */
async function firstLink(page: Page, address: string, start: string | RegExp): Promise<string> {
  await page.goto(address)
  const main = page.getByRole('main')
  await expect(main.getByRole('link').first()).toBeVisible()
  const links = await main
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  const found = links.find((href) => (typeof start === 'string' ? href.startsWith(start) : start.test(href)))
  if (!found) throw new Error(`${address} must have a link to ${start}`)
  return found
}

async function wave(page: Page, name: string): Promise<string> {
  await page.goto('/plan/waves')
  return (await page.getByRole('link', { name, exact: true }).getAttribute('href')) ?? ''
}

async function anImport(page: Page): Promise<string> {
  await page.goto(`${await wave(page, 'Dublin, December')}/import`)
  const buffer = Buffer.from('userPrincipalName,note\nnobody@aurora-components.example,=1+1\n')
  await page.getByLabel('CSV file').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Check the file' }).click()
  await page.waitForURL(/\/import\/[0-9a-f-]{36}/)
  return page.url()
}

/** Hana has somebody on the phone who says they are this employee. */
async function question(page: Page, signIn: SignIn): Promise<string> {
  const hana = await signIn('Hana Helpdesk')
  await hana.goto(await firstLink(hana, `/desk/people?q=${encodeURIComponent(anEmployee)}`, '/desk/people/'))
  await hana.getByRole('combobox', { name: 'Why do they call?' }).selectOption('Phone broken')
  await hana.getByRole('button', { name: 'Open the case' }).click()
  await hana.getByRole('button', { name: 'Start the verification' }).click()
  await hana.getByRole('button', { name: `Ask ${anEmployee}` }).click()
  await expect(hana.getByText(/was asked at/)).toBeVisible()
  return firstLink(page, '/my/confirm', '/my/confirm/')
}
