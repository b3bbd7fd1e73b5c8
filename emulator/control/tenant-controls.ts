import * as z from 'zod'

import { isoAt, realNow } from '../world/clock'
import { writeLedger } from '../world/ledger'
import { addPerson, deletePerson, restorePerson } from '../world/people'
import { roleIds } from '../world/role-ids'
import { activateRole, deactivateRole } from '../world/roles'
import { newId, saveTenant, type World } from '../world/world'
import type { ControlRoute } from './controls'
import { NotThere, personNamed } from './input'

const roleNames = Object.keys(roleIds)
const Role = z.string().refine((name) => roleNames.includes(name), 'is no role this tenant knows')
const RoleInput = z
  .object({
    role: Role.default('Authentication Administrator'),
    hours: z.number().positive().nullable().default(null),
  })
  .strict()

const PolicyInput = z
  .object({
    state: z.enum(['enabled', 'disabled', 'enabledForReportingButNotEnforced']).optional(),
    includeContexts: z.array(z.string()).optional(),
    strengthId: z.string().nullable().optional(),
    locations: z
      .object({ includeLocations: z.array(z.string()), excludeLocations: z.array(z.string()) })
      .strict()
      .nullable()
      .optional(),
    signInFrequency: z.literal('everyTime').nullable().optional(),
  })
  .strict()

const PassesInput = z
  .object({
    state: z.enum(['enabled', 'disabled']),
    defaultLength: z.number().int().min(8).max(48),
    defaultLifetimeInMinutes: z.number().int().min(10).max(43_200),
    minimumLifetimeInMinutes: z.number().int().min(10).max(43_200),
    maximumLifetimeInMinutes: z.number().int().min(10).max(43_200),
    isUsableOnce: z.boolean(),
    excludePeople: z.array(z.string()),
  })
  .partial()
  .strict()

const targetOf = (world: World, name: string) => ({
  targetType: 'user' as const,
  id: personNamed(world, name).id,
})

function methodsChanged(world: World): void {
  world.tenant.methodsPolicy.lastModifiedDateTime = isoAt(realNow())
  saveTenant(world)
}

const idOf = (role: string) => roleIds[role as keyof typeof roleIds] // Role has checked the name

/** Policies, roles and registrations of the organisation. */
export const tenantControls: ControlRoute[] = [
  { verb: 'GET', pattern: /^\/tenant$/, run: ({ world }) => world.tenant },
  {
    verb: 'PATCH',
    pattern: /^\/passes$/,
    run({ world }, { body }) {
      const { state, excludePeople, ...policy } = PassesInput.parse(body)
      const { methodsPolicy } = world.tenant
      Object.assign(methodsPolicy.passes, policy)
      for (const configuration of methodsPolicy.configurations) {
        if (configuration.id !== 'TemporaryAccessPass') continue
        if (state) configuration.state = state
        if (excludePeople) configuration.excludeTargets = excludePeople.map((name) => targetOf(world, name))
      }
      methodsChanged(world)
      return { passes: methodsPolicy.passes, configurations: methodsPolicy.configurations }
    },
  },
  {
    verb: 'PATCH',
    pattern: /^\/methods-policy$/,
    run({ world }, { body }) {
      const { campaignState, policyMigrationState } = z
        .object({
          campaignState: z.enum(['default', 'enabled', 'disabled']),
          policyMigrationState: z.enum(['preMigration', 'migrationInProgress', 'migrationComplete']),
        })
        .partial()
        .strict()
        .parse(body)
      const { methodsPolicy } = world.tenant
      if (campaignState) methodsPolicy.campaign = { ...methodsPolicy.campaign, state: campaignState }
      if (policyMigrationState) methodsPolicy.policyMigrationState = policyMigrationState
      methodsChanged(world)
      return { campaign: methodsPolicy.campaign, policyMigrationState: methodsPolicy.policyMigrationState }
    },
  },
  {
    verb: 'PATCH',
    pattern: /^\/method-configurations\/(?<id>\w+)$/,
    run({ world }, { params, body }) {
      const { state, excludePeople, isSoftwareOathEnabled } = z
        .object({
          state: z.enum(['enabled', 'disabled']),
          excludePeople: z.array(z.string()),
          isSoftwareOathEnabled: z.boolean(),
        })
        .partial()
        .strict()
        .parse(body)
      const found = world.tenant.methodsPolicy.configurations.find(
        ({ id }) => id.toLowerCase() === params.id?.toLowerCase(),
      )
      if (!found) throw new NotThere(`There is no configuration ${params.id}.`)
      if (state) found.state = state
      if (excludePeople) found.excludeTargets = excludePeople.map((name) => targetOf(world, name))
      if (isSoftwareOathEnabled !== undefined) found.details = { ...found.details, isSoftwareOathEnabled }
      methodsChanged(world)
      return found
    },
  },
  {
    verb: 'PATCH',
    pattern: /^\/policies\/(?<id>[\w-]+)$/,
    run({ world }, { params, body }) {
      const { includeContexts, ...changes } = PolicyInput.parse(body)
      const policy = world.tenant.conditionalAccess.find(({ id }) => id === params.id)
      if (!policy) throw new NotThere(`There is no policy ${params.id}.`)
      Object.assign(policy, changes)
      if (includeContexts) policy.applications.includeContexts = includeContexts
      saveTenant(world)
      return policy
    },
  },
  {
    verb: 'PUT',
    pattern: /^\/federated-domains$/,
    run({ world }, { body }) {
      const Domain = z.object({
        name: z.string(),
        federatedIdpMfaBehavior: z.string().default('acceptIfMfaDoneByFederatedIdp'),
      })
      world.tenant.federatedDomains = z.array(Domain).parse(body)
      saveTenant(world)
    },
  },
  {
    verb: 'POST',
    pattern: /^\/people$/,
    run({ world }, { body }) {
      const facts = z
        .object({ displayName: z.string(), department: z.string().optional() })
        .strict()
        .parse(body)
      const [givenName = '', ...rest] = facts.displayName.split(' ')
      const department = facts.department === undefined ? {} : { department: facts.department }
      const person = addPerson(world, {
        displayName: facts.displayName,
        givenName,
        surname: rest.join(' '),
        ...department,
      })
      writeLedger(world, { action: 'person.added', targetId: person.id })
      return { id: person.id, displayName: person.displayName, userPrincipalName: person.userPrincipalName }
    },
  },
  {
    verb: 'DELETE',
    pattern: /^\/person\/(?<person>[^/]+)$/,
    run({ world }, { params, query }) {
      const { id } = personNamed(world, params.person ?? '')
      deletePerson(world, id, query.get('permanently') === 'true')
      writeLedger(world, { action: 'person.deleted', targetId: id })
    },
  },
  {
    verb: 'POST',
    pattern: /^\/person\/(?<person>[^/]+)\/restore$/,
    run({ world }, { params }) {
      if (!restorePerson(world, params.person ?? '')) throw new NotThere('Nobody of that id is in the bin.')
      writeLedger(world, { action: 'person.restored', targetId: params.person ?? '' })
    },
  },
  {
    verb: 'POST',
    pattern: /^\/person\/(?<person>[^/]+)\/roles\/activate$/,
    run({ world }, { params, body }) {
      const { role, hours } = RoleInput.parse(body)
      const { id } = personNamed(world, params.person ?? '')
      return { isActive: activateRole(world, id, idOf(role), hours) }
    },
  },
  {
    verb: 'POST',
    pattern: /^\/person\/(?<person>[^/]+)\/roles\/deactivate$/,
    run({ world }, { params, body }) {
      deactivateRole(world, personNamed(world, params.person ?? '').id, idOf(RoleInput.parse(body).role))
    },
  },
  {
    verb: 'PUT',
    pattern: /^\/person\/(?<person>[^/]+)\/roles$/,
    run({ world }, { params, body }) {
      const given = z.array(z.union([Role, z.object({ role: Role, unitId: z.string() })])).parse(body)
      const { id: principalId } = personNamed(world, params.person ?? '')
      const kept = world.tenant.roleAssignments.filter((held) => held.principalId !== principalId)
      const made = given.map((one) => ({
        id: newId(),
        principalId,
        roleDefinitionId: idOf(typeof one === 'string' ? one : one.role),
        directoryScopeId: typeof one === 'string' ? '/' : `/administrativeUnits/${one.unitId}`,
        assignmentType: 'Assigned' as const,
        endDateTime: null,
      }))
      world.tenant.roleAssignments = [...kept, ...made]
      saveTenant(world)
    },
  },
  {
    verb: 'PUT',
    pattern: /^\/person\/(?<person>[^/]+)\/app-roles$/,
    run({ world }, { params, body }) {
      world.tenant.appRoles[personNamed(world, params.person ?? '').id] = z.array(z.string()).parse(body)
      saveTenant(world)
    },
  },
]
