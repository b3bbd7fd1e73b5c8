import { X509Certificate } from 'node:crypto'

import * as z from 'zod'

import { appNames } from '../world/apps'
import { saveTenant } from '../world/world'
import type { ControlRoute } from './controls'
import { personNamed } from './input'

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).publicKey.type === 'public'
  } catch {
    return false
  }
}

/** The registrations: what is consented, what claims they ask for, who may sign in, how they prove themselves. */
export const appControls: ControlRoute[] = [
  {
    verb: 'PUT',
    pattern: /^\/apps\/(?<app>\w+)\/optional-claims$/,
    run({ world }, { params, body }) {
      const app = z.enum(appNames).parse(params.app)
      world.tenant.optionalClaims[app] = z.array(z.enum(['amr', 'auth_time', 'acrs'])).parse(body)
      saveTenant(world)
    },
  },
  {
    verb: 'PUT',
    pattern: /^\/apps\/(?<app>\w+)\/certificates$/,
    run({ world }, { params, body }) {
      const app = z.enum(appNames).parse(params.app)
      world.tenant.certificates[app] = z
        .array(z.string().refine(isCertificate, 'is no certificate'))
        .parse(body)
      saveTenant(world)
    },
  },
  {
    verb: 'PUT',
    pattern: /^\/apps\/(?<app>\w+)\/permissions$/,
    run({ world }, { params, body }) {
      const app = z.enum(appNames).parse(params.app)
      const { scopes, roles } = world.apps[app]
      const Grants = z
        .object({
          scopes: z.array(z.string()).default([...scopes]),
          roles: z.array(z.string()).default([...roles]),
        })
        .strict()
      world.tenant.grants[app] = Grants.parse(body)
      saveTenant(world)
    },
  },
  {
    verb: 'PUT',
    pattern: /^\/apps\/(?<app>\w+)\/assignments$/,
    run({ world }, { params, body }) {
      const app = z.enum(appNames).parse(params.app)
      const people = z.array(z.string()).nullable().parse(body)
      if (people === null) delete world.tenant.appAssignments[app]
      else world.tenant.appAssignments[app] = people.map((name) => personNamed(world, name).id)
      saveTenant(world)
    },
  },
]
