import { decodeJwt } from 'jose'

import type { Answer, Emulator } from './emulator'

export type SignInApp = 'portal' | 'self' | 'desk'

/** A browser that keeps cookies, and the app that sent it to sign in. */
export type AppBrowser = {
  tenant(): string
  /** One request, redirects not followed. */
  browse(
    address: string,
    form?: Record<string, string>,
  ): Promise<{ status: number; location: string; text: string }>
  /** Asks for a sign-in; where the browser is sent. */
  authorize(app: SignInApp, more?: Record<string, string>): Promise<string>
  /** One click on a name, and back to the app. */
  pick(page: string, firstName: string): Promise<string>
  redeem(
    app: SignInApp,
    arrived: string,
    more?: Record<string, string>,
  ): Promise<{ status: number; body: Answer['body'] }>
  claimsOf(app: SignInApp, arrived: string): Promise<ReturnType<typeof decodeJwt>>
}

const callback = (app: string) => `http://localhost:3000/api/auth/callback/${app}`

/** A fresh browser without cookies. */
export function openBrowser(emulator: Emulator): AppBrowser {
  const jar = new Map<string, string>()
  const tenant = () => `${emulator.origin}/${emulator.world.tenant.id}`

  const browse: AppBrowser['browse'] = async (address, form) => {
    const response = await fetch(new URL(address, emulator.origin), {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    })
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=')
      if (value === '' || /max-age=0/i.test(set)) jar.delete(name)
      else jar.set(name, value)
    }
    const location = response.headers.get('location') ?? ''
    return { status: response.status, location, text: await response.text() }
  }

  const redeem: AppBrowser['redeem'] = async (app, arrived, more = {}) => {
    const { clientId, clientSecret } = emulator.world.apps[app]
    const code = new URL(arrived).searchParams.get('code') ?? ''
    const form = {
      grant_type: 'authorization_code',
      code,
      redirect_uri: callback(app),
      client_id: clientId,
      client_secret: clientSecret,
      ...more,
    }
    const response = await fetch(`${tenant()}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams(form),
    })
    return { status: response.status, body: await response.json() }
  }

  return {
    tenant,
    browse,
    redeem,
    async authorize(app, more = {}) {
      const query = new URLSearchParams({
        client_id: emulator.world.apps[app].clientId,
        response_type: 'code',
        redirect_uri: callback(app),
        scope: 'openid profile email',
        state: 'some-state',
        nonce: 'some-nonce',
        ...more,
      })
      return (await browse(`${tenant()}/oauth2/v2.0/authorize?${query}`)).location
    },
    async pick(page, firstName) {
      const { location } = await browse(`${page}/pick`, { person: emulator.id(firstName) })
      return location.startsWith('/signin') ? location : (await browse(location)).location
    },
    claimsOf: async (app, arrived) => decodeJwt((await redeem(app, arrived)).body.id_token),
  }
}
