import { isLanguage, LANGUAGE_COOKIE } from '@/lib/i18n/language'
import { isPreference, preferenceNames } from '@/lib/web/preferences'

const YEAR_SECONDS = 365 * 24 * 60 * 60

/** Remembers language, colours or row height in this browser, and goes back to where one was. */
export async function POST(request: Request) {
  if (!isSameOrigin(request)) return new Response(null, { status: 403 })
  const form = await request.formData().catch(() => new FormData())
  const headers = new Headers({ location: pathBefore(request) })
  const secure = request.headers.get('origin')?.startsWith('https:') ? '; Secure' : ''
  for (const cookie of chosenCookies(form)) {
    headers.append(
      'set-cookie',
      `${cookie}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax; HttpOnly${secure}`,
    )
  }
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

function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  return (
    (site === null || site === 'same-origin') &&
    origin !== null &&
    hostOf(origin) === request.headers.get('host')
  )
}

/** The page the form stood on. Only its path is used, so it cannot lead out of the portal. */
function pathBefore(request: Request): string {
  const referer = request.headers.get('referer')
  if (!referer || hostOf(referer) !== request.headers.get('host')) return '/'
  const { pathname, search } = new URL(referer)
  // A path of two slashes would name another host.
  return `/${pathname.replace(/^\/+/, '')}${search}`
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host : null
}
