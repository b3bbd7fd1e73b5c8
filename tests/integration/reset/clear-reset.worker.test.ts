import postgres from 'postgres'
import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '@/db/id'
import { clearReset } from '@/lib/effects/clear-reset'
import { readEnv } from '@/lib/env'
import { readerAccess } from '@/lib/graph/access'
import { readAbout } from '@/scripts/demo/about'
import { control, fault } from '@/tests/support/control'
import { both, clearanceRow, clearJob } from '@/tests/support/make-desk'

beforeEach(async () => {
  await control('POST', '/reset')
  await control('PATCH', '/settings', { throttleScale: 0 })
})

/** A question about somebody of the tenant, as the portal would have written it. */
async function question(who: { entraId: string; upn?: string; roles?: string[]; isAdmin?: boolean }) {
  const owner = postgres(testDatabase.owner, { max: 1 })
  const [personId, caseId, clearanceId] = [newId(), newId(), newId()]
  const { entraId, upn = `${personId}@example.com`, roles = [], isAdmin = false } = who
  await owner`insert into people (id, entra_id, user_principal_name, display_name, seen_at, roles, is_admin)
    values (${personId}, ${entraId}, ${upn}, 'Somebody', now(), ${roles}, ${isAdmin})
    on conflict (entra_id) do update set roles = excluded.roles, is_admin = excluded.is_admin,
      user_principal_name = excluded.user_principal_name`
  const [person] = await owner`select id from people where entra_id = ${entraId}`
  const id = person!.id
  await owner`insert into cases (id, person_id, reason, state, opened_by_id, context, opened_at, closed_at)
    values (${caseId}, ${id}, 'lost', 'closed', ${id}, '{}', now(), now())`
  await owner`insert into clearances (id, case_id, person_id, asked_by_id, asked_at)
    values (${clearanceId}, ${caseId}, ${id}, ${id}, now())`
  await owner.end()
  return clearanceId
}

async function castId(name: string): Promise<string> {
  const about = await readAbout(readEnv('GRAPH_URL'))
  return about!.people.find(({ displayName }) => displayName === name)!.id
}

const clear = (clearanceId: string) => clearReset(clearJob, readerAccess('high'), { clearanceId })

async function answerFor(name: string, rest: Partial<Parameters<typeof question>[0]> = {}) {
  const id = await question({ entraId: await castId(name), ...rest })
  await clear(id)
  return clearanceRow(id)
}

describe('whether an account may be touched', () => {
  test('an ordinary one may, with what is registered and whether registration is guarded', async () => {
    const row = await answerFor('Piero Passkey')
    expect(row).toMatchObject({ refusal: null, failure: null, isRegistrationGuarded: true })
    expect(row.answeredAt).not.toBeNull()
    expect(row.methods?.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['microsoftAuthenticator', 'fido2', 'windowsHelloForBusiness', 'phone']),
    )
    expect(row.methods?.filter(({ isDefault }) => isDefault)).toHaveLength(1)
  })

  test('one that holds an administrator role may not', async () => {
    expect(await answerFor('Vito VIP')).toMatchObject({ refusal: 'target_has_role' })
  })

  test('nor one that can activate a role', async () => {
    await control('POST', '/person/Hana/roles/deactivate', {})
    expect(await answerFor('Hana Helpdesk')).toMatchObject({ refusal: 'target_is_eligible' })
  })

  test('nor a colleague of the portal, nor whom the report calls an administrator', async () => {
    expect(await answerFor('Elio Esposito', { roles: ['employee', 'planner'] })).toMatchObject({
      refusal: 'target_is_operator',
    })
    expect(await answerFor('Andrea Android', { isAdmin: true })).toMatchObject({
      refusal: 'target_reported_admin',
    })
  })

  test("nor a break-glass account of the Owner's list", async () => {
    const owner = postgres(testDatabase.owner, { max: 1 })
    const id = await question({ entraId: await castId('Lia Legacy'), upn: 'Emergency@example.com' })
    await owner`insert into settings (name, value, changed_at, changed_by_id)
      select 'breakGlass', '["emergency@example.com"]', now(), id from people limit 1
      on conflict (name) do nothing`
    await owner.end()
    await clear(id)
    expect(await clearanceRow(id)).toMatchObject({ refusal: 'target_break_glass' })
  })

  test('nor a member or owner of a group that can be given roles', async () => {
    const { groups, people } = await roleGroup()
    expect(groups).toBeGreaterThan(0)
    const id = await question({ entraId: people[0]! })
    await clear(id)
    expect((await clearanceRow(id)).refusal).toBe('target_in_role_group')
  })

  test('nor one that is gone', async () => {
    const { id: entraId } = (await control('POST', '/people', { displayName: 'Gone Tomorrow' })) as {
      id: string
    }
    const id = await question({ entraId })
    await control('DELETE', `/person/${entraId}`)
    await clear(id)
    expect(await clearanceRow(id)).toMatchObject({ refusal: 'target_gone', methods: [] })
  })

  test('registration counts as unguarded when no enabled policy guards it, or there is no P1', async () => {
    const { conditionalAccess } = (await control('GET', '/tenant')) as {
      conditionalAccess: { id: string; applications: { includeUserActions: string[] } }[]
    }
    const guard = conditionalAccess.find(({ applications }) => applications.includeUserActions.length > 0)
    await control('PATCH', `/policies/${guard!.id}`, { state: 'enabledForReportingButNotEnforced' })
    expect(await answerFor('Petra Platform')).toMatchObject({ refusal: null, isRegistrationGuarded: false })
  })
})

describe('no answer is a no', () => {
  test.each([
    ['away', '503', 'graph_unavailable'],
    ['cut off', 'reset-after', 'graph_unavailable'],
    ['half', 'truncated', 'graph_unavailable'],
    ['a page of HTML', 'wrong-type', 'graph_malformed'],
  ])('Microsoft is %s', async (_what, kind, failure) => {
    // The questions about roles and groups travel in one request; what breaks the line breaks that one.
    const path = kind === '503' ? 'roleManagement' : '^/v1.0/\\$batch'
    await fault({ match: { path }, fault: kind, times: null })
    expect(await answerFor('Samir Stuck')).toMatchObject({ answeredAt: null, failure })
  })

  test('Microsoft asks to wait', async () => {
    expect(await answerFor('Thea Throttled')).toMatchObject({ answeredAt: null, failure: 'graph_throttled' })
  })

  test('the list of policies is refused', async () => {
    await fault({ match: { path: 'conditionalAccess' }, fault: '503', times: null })
    expect(await answerFor('Elena Early')).toMatchObject({ answeredAt: null, failure: 'graph_unavailable' })
  })
})

test('asked twice at once, it is answered once; asked again later, nothing changes', async () => {
  const id = await question({ entraId: await castId('Nora Newnumber') })
  await both([clear(id), clear(id)])
  const { answeredAt } = await clearanceRow(id)
  await clear(id)
  expect((await clearanceRow(id)).answeredAt).toEqual(answeredAt)
})

/** Somebody in a group of the tenant that can be given roles. */
async function roleGroup(): Promise<{ groups: number; people: string[] }> {
  const tenant = (await control('GET', '/tenant')) as {
    groups: { isAssignableToRole: boolean; membership: { memberIds?: string[] }; ownerIds: string[] }[]
  }
  const found = tenant.groups.filter(({ isAssignableToRole }) => isAssignableToRole)
  return {
    groups: found.length,
    people: found.flatMap(({ membership, ownerIds }) => [...ownerIds, ...(membership.memberIds ?? [])]),
  }
}
