import { expect, type Page } from '@playwright/test'
import { expectAccessible, expectNoOverflow } from './axe'
import { emulatorUrl, test } from './support'

const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
const today = new Date().toISOString().slice(0, 10)

test('Ada keeps her devices: what is on each, which holds the backup, and what to do when one is lost', async ({
  signIn,
}) => {
  const page = await signIn('Ada Approver', { width: 320 })
  await page.goto('/my/devices')
  await page.getByRole('button', { name: 'Ask Microsoft now' }).click()
  await expect(page.getByText(/iPhone 15 \(app/)).toBeVisible({ timeout: 30_000 })

  await add(page, { name: 'Red iPhone', kind: 'a phone' })
  await expect(page.getByText('Microsoft shows nothing on this device.')).toBeVisible()
  await page.goto('/my/devices')
  await page.getByRole('combobox', { name: 'Which device is it on?' }).selectOption('Red iPhone')
  await page.getByRole('button', { name: 'It is on this one' }).click()
  await expect(page.getByText('1 registration on it')).toBeVisible()
  await looksRight(page)

  await open(page, 'Red iPhone')
  await expect(page.getByText(/first seen .* · last use/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'on this device: you said so' })).toBeVisible()
  await looksRight(page)

  await page.getByRole('link', { name: 'Say how the backup stands' }).click()
  await page.getByRole('radio', { name: /A Backup entry with a date/ }).check()
  await page.getByLabel('The date of the last backup').fill(inAMonth)
  await page.getByLabel('Which backup is it?').fill('private')
  await page.getByRole('button', { name: 'That is how it is' }).click()
  const day = page.getByLabel('The date of the last backup')
  await expect(day).toHaveAccessibleDescription(/That day has not come yet/)
  await expect(day).toHaveValue(inAMonth)
  await expect(page.getByLabel('Which backup is it?')).toHaveValue('private')
  await expect(page.getByRole('radio', { name: /A Backup entry with a date/ })).toBeChecked()
  await looksRight(page)
  await day.fill(today)
  await page.getByRole('button', { name: 'That is how it is' }).click()
  await expect(page.getByText(/contradicted: app .* no longer has this backup/)).toBeVisible()

  await page.getByRole('link', { name: 'Say how the backup stands' }).click()
  await page.getByRole('radio', { name: /No Backup entry/ }).check()
  for (const name of ['iCloud Drive', 'Passwords and Keychain', 'iCloud Backup'])
    await page.getByRole('checkbox', { name }).check()
  await page.getByRole('button', { name: 'That is how it is' }).click()
  const app = page.getByRole('checkbox', { name: /^Authenticator, under/ })
  await expect(app).toHaveAccessibleDescription(/Turn this on, then tick it/)
  await expect(page.getByRole('checkbox', { name: 'iCloud Drive' })).toBeChecked()
  await app.check()
  await page.getByRole('button', { name: 'That is how it is' }).click()
  await expect(page.getByText(/attested, .*: all switches on/)).toBeVisible()
  await looksRight(page)

  await add(page, { name: 'iPad', kind: 'a tablet' })
  await page.getByRole('link', { name: 'Say how the backup stands' }).click()
  await page.getByRole('radio', { name: /A Backup entry with a date/ }).check()
  await page.getByLabel('The date of the last backup').fill(today)
  await page.getByLabel('Which backup is it?').fill('Private')
  await page.getByRole('button', { name: 'That is how it is' }).click()
  await expect(page.getByLabel('Which backup is it?')).toHaveAccessibleDescription(
    /Red iPhone holds this backup already/,
  )
  await expect(page.getByLabel('The date of the last backup')).toHaveValue(today)

  await page.goto('/my/devices/primary')
  await page.getByRole('radio', { name: 'iPad' }).check()
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Turn it off' })).toBeVisible()
  await looksRight(page)
  await page.getByRole('button', { name: 'It is off' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Wait' })).toBeVisible()

  await page.goto('/my/devices')
  await expect(page.getByText('From Red iPhone to iPad: step 2 of 3.')).toBeVisible()
  await looksRight(page)
  await page.getByRole('link', { name: 'Go on' }).click()
  await page.getByRole('button', { name: 'It says that it is off' }).click()
  await page.getByRole('radio', { name: /No Backup entry/ }).check()
  for (const box of await page.getByRole('checkbox').all()) await box.check()
  await looksRight(page)
  await page.getByRole('button', { name: 'That is how it is' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('iPad')
  await expect(page.getByText('Holds the backup “private”')).toBeVisible()

  await open(page, 'Red iPhone')
  await expect(page.getByText('Only restores', { exact: true })).toBeVisible()
  await page.getByText('Name and kind').click()
  await page.getByLabel('What you call it').fill('ada@example.com')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByLabel('What you call it')).toHaveAccessibleDescription(/Leave addresses out/)
  await expect(page.getByLabel('What you call it')).toHaveValue('ada@example.com')
  await page.getByLabel('What you call it').fill('ipad')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^ipad · since \d/)

  await page.getByRole('checkbox', { name: 'A passcode of six digits or more' }).check()
  await page.getByRole('checkbox', { name: 'Face ID or Touch ID' }).check()
  await page.getByRole('button', { name: 'That is how it is' }).click()
  await expect(page.getByText('One of three is off.')).toBeVisible()

  await page.getByText('Lost or damaged?').click()
  await page.getByRole('button', { name: 'It is lost or stolen' }).click()
  await expect(page.getByText(/One registration on it is left at Microsoft/)).toBeVisible()
  await looksRight(page)
  await page.getByRole('link', { name: 'Lost? Here is what to do' }).click()
  await expect(page).toHaveURL(/\/my\/help/)
})

test('Toni has four code apps beside his phone: the limit of five is said before Microsoft says it', async ({
  signIn,
}) => {
  const page = await signIn('Toni Technician', { width: 320 })
  await addCodeApps(page, 'toni', 3)
  await look(page)
  await expect(page.getByText('You have 4 of 5.')).toBeVisible({ timeout: 30_000 })
  await addCodeApps(page, 'toni', 1)
  await look(page)
  await expect(page.getByText('Five of five: a new phone would be refused')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText(/You will miss this one least/)).toBeVisible()
  await looksRight(page)
})

test('Lia is asked once a month, in her own words for each state, and her desk sees the same', async ({
  signIn,
}) => {
  const page = await signIn('Lia Legacy', { width: 320 })
  await expect(async () => {
    await page.goto('/my/devices')
    await expect(page.getByText('Your monthly backup check')).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expect(page.getByText(/overdue: backup of .*, 7\d days ago/)).toBeVisible()
  await expect(page.getByText(/attested, .*: no backup made here/)).toBeVisible()
  await page.getByRole('button', { name: 'Italiano' }).click()
  await expect(page.getByText(/scaduto: backup del .*, 7\d giorni fa/)).toBeVisible()
  await looksRight(page)
  await page.getByRole('link', { name: 'My iPhone', exact: true }).click()
  await looksRight(page)
  await page.getByRole('link', { name: "Di' come sta il backup" }).click()
  await looksRight(page)
  await page.goto('/my')
  await page.getByRole('button', { name: 'Non posso' }).click()
  await expect(page.getByText('Il controllo mensile del backup')).toBeHidden()

  const hana = await signIn('Hana Helpdesk')
  await hana.goto('/desk/people?q=lia+legacy')
  await hana.getByRole('link', { name: 'Lia Legacy' }).click()
  const devices = hana.getByRole('table', { name: 'Devices, as their owner said' })
  await expect(devices.getByRole('row', { name: /My iPhone/ })).toContainText('overdue: backup of')
})

type Words = { name: string; kind: string }

async function add(page: Page, { name, kind }: Words): Promise<void> {
  await page.goto('/my/devices/new')
  await page.getByLabel('What you call it').fill(name)
  await page.getByRole('radio', { name: 'an iPhone or iPad' }).check()
  await page.getByRole('radio', { name: kind }).check()
  await looksRight(page)
  await page.getByRole('button', { name: 'Add a device' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
}

async function open(page: Page, name: string): Promise<void> {
  await page.goto('/my/devices')
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
}

async function look(page: Page): Promise<void> {
  await page.goto('/my/devices')
  await page.getByRole('button', { name: 'Ask Microsoft now' }).click()
}

/** Registers codes from other apps at Microsoft, as somebody does over the years. */
async function addCodeApps(page: Page, person: string, count: number): Promise<void> {
  for (let made = 0; made < count; made += 1) {
    const data = { kind: 'softwareOath' }
    const answer = await page.request.post(`${emulatorUrl}/emulator/person/${person}/methods`, { data })
    expect(answer.ok()).toBe(true)
  }
}

async function looksRight(page: Page): Promise<void> {
  await expectNoOverflow(page)
  await expectAccessible(page)
}
