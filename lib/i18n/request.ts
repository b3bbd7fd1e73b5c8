import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { isLanguage, LANGUAGE_COOKIE, PERSON_LANGUAGE_COOKIE, resolveLanguage } from '@/lib/i18n/language'
import { messages } from '@/lib/i18n/messages'
import { resolveZone, ZONE_COOKIE } from '@/lib/i18n/zone'

/** Language, zone and sentences of one request. A mail or a test names its own `locale`. */
export default getRequestConfig(async ({ locale }) => {
  const jar = await cookies()
  const language = isLanguage(locale)
    ? locale
    : resolveLanguage({
        chosen: jar.get(LANGUAGE_COOKIE)?.value,
        preferred: jar.get(PERSON_LANGUAGE_COOKIE)?.value,
        accepted: (await headers()).get('accept-language'),
      })
  return {
    locale: language,
    messages: messages[language],
    timeZone: resolveZone(jar.get(ZONE_COOKIE)?.value),
  }
})
