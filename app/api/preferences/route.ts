import { isSecure, portalUrl } from '@/lib/auth/cookies'
import { AppError, statusOf } from '@/lib/errors'
import { isLanguage, LANGUAGE_COOKIE } from '@/lib/i18n/language'
import { requireSameOrigin } from '@/lib/web/origin'
import { isPreference, preferenceNames } from '@/lib/web/preferences'

const YEAR_SECONDS = 365 * 24 * 60 * 60

/** Remembers language, colours and the like in this browser, and goes back to where one was. Needs no session. */
export async function POST(request: Request): Promise<Response> {
  try {
    await requireSameOrigin()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return new Response(null, { status: statusOf[error.kind] })
  }
  const form = await request.formData().catch(() => new FormData())
  const headers = new Headers({ location: pathBefore(request) })
  for (const cookie of chosenCookies(form)) headers.append('set-cookie', `${cookie}${attributes()}`)
  return new Response(null, { status: 303, headers })
}

function chosenCookies(form: FormData): string[] {
  const language = form.get('language')
  const chosen =
    typeof language === 'string' && isLanguage(language) ? [`${LANGUAGE_COOKIE}=${language}`] : []
  for (const name of preferenceNames) {
    const value = form.get(name)
    if (isPreference(name, value)) chosen.push(`${name}=${value}`)
  }
  return chosen
}

function attributes(): string {
  return `; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax; HttpOnly${isSecure() ? '; Secure' : ''}`
}

/** The page the form stood on. Only its path is used, so it cannot lead out of the portal. */
function pathBefore(request: Request): string {
  const referer = request.headers.get('referer') ?? ''
  if (!URL.canParse(referer)) return '/'
  const { origin, pathname, search } = new URL(referer)
  // A path of two slashes would name another host.
  return origin === portalUrl() ? `/${pathname.replace(/^\/+/, '')}${search}` : '/'
}
