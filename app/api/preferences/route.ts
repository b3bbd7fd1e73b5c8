import { findActor } from '@/lib/auth/actor'
import { isSecure, portalUrl } from '@/lib/auth/cookies'
import { chooseLanguage } from '@/lib/commands/person/choose-language'
import { AppError, statusOf } from '@/lib/errors'
import { isLanguage, LANGUAGE_COOKIE } from '@/lib/i18n/language'
import { requireSameOrigin } from '@/lib/web/origin'
import { isPreference, preferenceNames } from '@/lib/web/preferences'

const YEAR_SECONDS = 365 * 24 * 60 * 60

/**
 * Remembers language, colours and the like in this browser, and goes back to where one was. Needs no session;
 * with one, the language is the person's, and their mail follows it.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    await requireSameOrigin()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return new Response(null, { status: statusOf[error.kind] })
  }
  const form = await request.formData().catch(() => new FormData())
  await keepLanguage(form.get('language'))
  const headers = new Headers({ location: pathBefore(request) })
  for (const cookie of chosenCookies(form)) headers.append('set-cookie', `${cookie}${attributes()}`)
  return new Response(null, { status: 303, headers })
}

async function keepLanguage(language: FormDataEntryValue | null): Promise<void> {
  if (typeof language !== 'string' || !isLanguage(language)) return
  const signedIn = await findActor()
  if (signedIn) await chooseLanguage(signedIn.actor, { language })
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
